"""The card on which a backup is made: when the last one was, where they lie, and the button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.backups.choosing import PlaceChooser
from ui.backups.make_part import MakePart
from ui.backups.words import about_last, about_place
from ui.widgets.buttons import button, set_button_text
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.paths import breakable
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.backups import BackupState, PlaceLook


class PlaceCard(Card):
    """Chooses the folder once and makes a backup there; without a folder the button asks for one first."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(theme=context.theme)
        self._t = context.texts
        self._folder = ""
        self._make_after = False
        self.chooser = PlaceChooser(self, operations=context.operations, files=context.files, texts=context.texts)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.refused.connect(self._say)
        theme = context.theme
        self._last = Body(theme=theme)
        self._last.setObjectName("lastBackup")
        self._where = Caption(theme=theme)
        self._where.setObjectName("backupFolder")
        self._about = Words(theme=theme, tone="notice")
        self._about.setObjectName("aboutPlace")
        self._about.hide()
        self._choose = button(self._t("Plek kiezen"), theme=theme, icon_name="folder-open", on_click=self._on_choose)
        self._choose.setObjectName("choosePlaceButton")
        self._make = MakePart(context, self._choose)
        self._make.requested.connect(self._on_make_requested)
        self.add(self._last, self._where, self._about, self._make)
        self.setFocusProxy(self._make)

    def clear(self) -> None:
        """Forget what was said before the page was opened again."""
        self._make.clear()

    def show_state(self, state: BackupState) -> None:
        """Show when and where, and look at the place."""
        t, folder = self._t, state.folder
        self._folder = folder
        self._last.setText(about_last(t, state.last(today()), today()))
        words = t("Reservekopieën komen in: {folder}", folder=breakable(Path(folder)))
        self._where.setText(words if folder else t("U hebt nog geen plek gekozen. Een usb-stick is heel geschikt."))
        set_button_text(self._choose, t("Andere plek kiezen") if folder else t("Plek kiezen"))
        if folder:
            self.chooser.look(Path(folder), self._on_looked)
        else:
            self._say("")

    def _on_looked(self, look: PlaceLook) -> None:
        if look.folder == self._folder:
            self._say(about_place(self._t, look))

    def _say(self, words: str) -> None:
        self._about.setText(words)
        self._about.setVisible(bool(words))

    def _on_choose(self) -> None:
        self._ask(make_after=False)

    def _on_make_requested(self) -> None:
        if self._folder:
            self._make.make(Path(self._folder))
        else:
            self._ask(make_after=True)

    def _ask(self, *, make_after: bool) -> None:
        self._make_after = make_after
        if self.chooser.ask():
            self._make.clear()

    def _on_chosen(self, look: PlaceLook) -> None:
        if self._make_after:
            self._make_after = False
            self._make.make(Path(look.folder))
