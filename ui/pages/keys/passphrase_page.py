"""*Een andere wachtzin kiezen*: new words or an own passphrase, and the present one; the sheet stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Page
from ui.pages.keys.key_page import KeyPage
from ui.pages.keys.passphrase_steps import LastStep, OwnStep, PracticeStep, WordsStep
from ui.pages.keys.route import CHANGE, CHANGED
from ui.pages.keys.state import Screen

if TYPE_CHECKING:
    from ui.pages.keys.step import Step


class PassphrasePage(KeyPage):
    """Proposes words, lets them be typed once, and changes the passphrase."""

    page = Page.PASSPHRASE
    route = CHANGE
    ending = CHANGED
    first = Screen.WORDS

    def make(self, screen: Screen) -> Step:
        """Make a screen."""
        if screen is Screen.WORDS:
            return WordsStep(self.context, self.state, self.route)
        kind = PracticeStep if screen is Screen.PRACTICE else OwnStep
        step = kind(self.context, self.state, self.route)
        self.follow(step)
        step.chosen.connect(self._on_chosen)
        return step

    def show_fault(self, words: str, *, of_present: bool) -> None:
        """Say why the passphrase is what it was."""
        if isinstance(self.step, LastStep):
            self.step.show_fault(words, of_present=of_present)

    def _on_chosen(self, new: str) -> None:
        if not isinstance(self.step, LastStep):
            return
        present = self.step.present.text
        self.step.set_working(working=True)
        self.change.begin(lambda journal, progress: journal.keys.change_passphrase(present, new, progress=progress))
