"""*Tekst nakijken*: any text, before it goes anywhere: typed or pasted here, looked at, copied, and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ui.navigation import MessageKind, Page, Place
from ui.pages.reading_page import ReadingPage
from ui.platform.clipboard import copy_text
from ui.recognising.text_check import TextCheck
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow
from vpjournal.domain.changes import Area

if TYPE_CHECKING:
    from vpjournal.domain.changes import Changes


class CheckTextPage(ReadingPage):
    """The text stays while the journal is open, and is gone when it is locked."""

    page = Page.CHECK_TEXT
    areas = (Area.IDENTIFIERS, Area.ORGANISATIONS)

    def _build_ui(self) -> None:
        t, theme = self.t, self.theme
        back = self._way_back(Page.ORGANISATIONS, t("Alle organisaties"))
        self._check = TextCheck(operations=self.context.operations, theme=theme, texts=t)
        self._check.edited.connect(self._remember)
        self._check.settled.connect(self._remember)
        copy = button(t("Tekst kopiëren"), theme=theme, kind=MAIN, icon_name="copy", on_click=self._on_copy_clicked)
        copy.setObjectName("copyTextButton")
        wipe = button(t("Leegmaken"), theme=theme, on_click=self._on_wipe_clicked)
        wipe.setObjectName("wipeTextButton")
        lead = Body(
            t(
                "Plak of typ een tekst die naar buiten gaat, bijvoorbeeld voor een jaarverslag. Hij wordt nergens "
                "bewaard en is weg zodra u vergrendelt."
            ),
            theme=theme,
        )
        margin = 24 if theme.narrow else 56
        whole = column(
            flow(back),
            Heading(t("Tekst nakijken"), theme=theme),
            lead,
            self._check,
            flow(copy, wipe),
            spacing=12,
            margins=(margin, 24, 24, 16),
        )
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._check)

    def open(self, place: Place) -> None:  # noqa: ARG002 - this page has one place
        """Show the text that stood here when the window was made anew."""
        kept = cast("str", self.context.memory.get(self.page, ""))
        if kept and not self._check.text():
            self._check.set_text(kept)

    def _read(self) -> None:
        """There is nothing to read: what stands here is in no journal."""

    def on_changes(self, changes: Changes) -> None:
        """Look again with what is known of people and places now."""
        if changes.touches(*self.areas):
            self._check.know_anew()

    def _remember(self) -> None:
        self.context.memory[self.page] = self._check.text()

    def _on_copy_clicked(self) -> None:
        copy_text(self._check.text())
        if self._check.open_count:
            words = self.t("De tekst is gekopieerd, met wat er nog open staat. Na vijf minuten is hij weer weg.")
            self.context.message(words, kind=MessageKind.LOOK)
        else:
            self.context.message(self.t("De tekst is gekopieerd. Na vijf minuten is hij weer weg."))

    def _on_wipe_clicked(self) -> None:
        self._check.forget()
        self.context.memory.pop(self.page, None)
        self._check.setFocus()
