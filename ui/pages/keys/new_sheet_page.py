"""*Een nieuw herstelblad*: on paper and typed back first, and only then does it take the place of the old one.

So there is never a moment at which the code that counts is on no paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Action, MessageKind, Page, Place
from ui.pages.keys.key_page import KeyPage
from ui.pages.keys.last_steps import ApplyStep
from ui.pages.keys.making import make_sheet
from ui.pages.keys.route import NEW_SHEET, SHEET_CHANGED
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.keys.state import Screen

if TYPE_CHECKING:
    from ui.pages.keys.step import Step


class NewSheetPage(KeyPage):
    """Draws a code, sees its sheet on paper, and makes it count."""

    page = Page.NEW_SHEET
    route = NEW_SHEET
    ending = SHEET_CHANGED
    first = Screen.SHEET

    def make(self, screen: Screen) -> Step:
        """Make a screen."""
        if screen is Screen.APPLY:
            step = ApplyStep(self.context, self.state, self.route)
            self.follow(step)
            step.asked.connect(self._on_asked)
            return step
        sheet = SheetStep(self.context, self.state, self.route)
        sheet.confirmed.connect(self._on_confirmed)
        return sheet

    def open(self, place: Place) -> None:
        """Go on where the adviser was; a code is drawn the first time."""
        done_in_another_look = self.state.screen is Screen.DONE and self.step is None
        if self.change.is_running or self.state.code is not None or done_in_another_look:
            super().open(place)
        else:
            self.forget()
            make_sheet(self.state, tools=self.context, done=self._on_sheet_made, initiator=self)

    def on_left(self) -> None:
        """Say what counts, when a new sheet lies on the table that does not count yet."""
        if self.isVisible() and self.state.on_paper:
            self.context.message(
                self.t(
                    "Uw nieuwe blad geldt nog niet. Tot u de vervanging afmaakt, blijft het oude herstelblad gelden."
                ),
                kind=MessageKind.LOOK,
                action=Action(self.t("Terug naar het nieuwe blad"), self._on_back_to_sheet),
            )

    def show_fault(self, words: str, *, of_present: bool) -> None:
        """Say why the old sheet still counts."""
        if isinstance(self.step, ApplyStep):
            self.step.show_fault(words, of_present=of_present)

    def _on_back_to_sheet(self) -> None:
        self.context.navigate(Place(self.page))

    def _on_sheet_made(self) -> None:
        self.show_screen(Screen.SHEET)

    def _on_confirmed(self) -> None:
        self.show_screen(Screen.APPLY)

    def _on_asked(self, present: str) -> None:
        code = self.state.code
        if code is None or not isinstance(self.step, ApplyStep):
            return
        self.step.set_working(working=True)
        self.change.begin(lambda journal, progress: journal.keys.new_code(present, checked=code, progress=progress))
