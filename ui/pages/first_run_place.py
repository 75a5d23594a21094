"""First run, step 5: where the journal lies, and where its backups go, which may be said later as well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.backups.choosing import PlaceChooser
from ui.backups.words import about_place
from ui.faults import sentence
from ui.pages.keys.route import FIRST_RUN
from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step
from ui.widgets.buttons import button, set_button_text
from ui.widgets.card import Card
from ui.widgets.labels import Body, Caption, Words
from ui.widgets.paths import breakable

if TYPE_CHECKING:
    from ui.pages.front import FrontContext
    from ui.pages.keys.state import KeyState
    from vpjournal.domain.backups import BackupState, PlaceLook
    from vpjournal.errors import JournalError


class PlaceStep(Step):
    """Says where the folder is, and lets a place for backups be chosen; promises nothing that is not there."""

    def __init__(self, context: FrontContext, state: KeyState) -> None:
        super().__init__(context, state, route=FIRST_RUN, screen=Screen.PLACE)
        where = Card(self._t("Op deze laptop"), theme=self._theme)
        where.add(
            Body(breakable(context.door.folder), theme=self._theme),
            Caption(
                self._t(
                    "Deze map staat met opzet niet bij Documenten. Zo gaat hij niet vanzelf mee naar internet, "
                    "bijvoorbeeld met OneDrive of iCloud."
                ),
                theme=self._theme,
            ),
        )
        where.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.build(
            self._t("Waar uw journaal staat"),
            self._t("Uw journaal is gemaakt en staat open."),
            where,
            8,
            self._backups(context),
            on=[self.main_button(self._t("Naar Vandaag"), self.finished.emit)],
        )

    def _backups(self, context: FrontContext) -> Card:
        t, theme = self._t, self._theme
        card = Card(t("Reservekopieën"), theme=theme)
        lead = t(
            "Kies een plek voor reservekopieën, het liefst een usb-stick die u apart van de laptop bewaart. Dan maakt "
            "VP-journaal er elke week vanzelf een, net zo goed versleuteld als het journaal. Het kan ook later, bij "
            "Instellingen."
        )
        self._chosen = Body(theme=theme)
        self._chosen.setObjectName("backupFolder")
        self._chosen.hide()
        self._about = Words(theme=theme, tone="notice")
        self._about.setObjectName("aboutPlace")
        self._about.hide()
        self._chooser = PlaceChooser(self, operations=context.operations, files=context.files, texts=t)
        self._chooser.chosen.connect(self._on_chosen)
        self._chooser.refused.connect(self._say)
        self._chooser.failed.connect(self._on_failed)
        self._choose = button(t("Plek kiezen"), theme=theme, icon_name="folder-open", on_click=self._chooser.ask)
        self._choose.setObjectName("choosePlaceButton")
        self._lead = Body(lead, theme=theme)
        card.add(self._lead, self._chosen, self._about)
        card.set_actions(self._choose)
        context.operations.run(
            lambda journal: journal.backups.state(), done=self._on_state, failed=self._on_failed, initiator=self
        )
        return card

    def _on_state(self, state: BackupState) -> None:
        # The screen is made again when the text size or the language changes.
        if state.folder:
            self._chooser.look(Path(state.folder), self._on_chosen)

    def _on_chosen(self, look: PlaceLook) -> None:
        words = self._t("Elke week komt hier vanzelf een reservekopie: {folder}", folder=breakable(Path(look.folder)))
        self._chosen.setText(words)
        # In its place, so that the button that goes on stays in sight.
        self._lead.hide()
        self._chosen.show()
        set_button_text(self._choose, self._t("Andere plek kiezen"))
        self._say(about_place(self._t, look))

    def _on_failed(self, error: JournalError) -> None:
        self._say(sentence(self._t, error))

    def _say(self, words: str) -> None:
        self._about.setText(words)
        self._about.setVisible(bool(words))
