"""After opening with the recovery sheet: a new passphrase, a new sheet on paper, and only then the journal.

Nothing changes before all of it is there, and then everything at once; until that moment the old sheet goes on opening
the journal, whatever happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.faults import sentence
from ui.pages.front import WIDE, FrontPage
from ui.pages.keys.change import Change
from ui.pages.keys.last_steps import ApplyStep, DoneStep
from ui.pages.keys.making import make_sheet
from ui.pages.keys.passphrase_steps import LastStep, OwnStep, PracticeStep, WordsStep
from ui.pages.keys.route import RECOVERED, RECOVERED_WITH_OLD_SHEET, RECOVERY
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.keys.state import Screen
from ui.widgets.layouts import column
from vpjournal.errors import KeysChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.front import FrontContext
    from ui.pages.keys.state import KeyState
    from ui.pages.keys.step import Step
    from vpjournal.domain.progress import Progress
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class RecoveredPage(FrontPage):
    """Goes from screen to screen, like the first run."""

    finished = Signal(bool)
    """The journal may be shown, because the change was made or failed; whether the adviser wants to make a backup."""

    def __init__(self, context: FrontContext, *, state: KeyState) -> None:
        super().__init__(context, width=WIDE, from_top=True)
        self.state = state
        self.change = Change(context.operations, self)
        self.change.ended.connect(self._on_ended)
        self._waiting: list[Callable[[bool], None]] = []
        self._show(state.screen)

    @property
    def step(self) -> Step:
        """The screen in front."""
        return self._step

    def flush(self, done: Callable[[bool], None]) -> None:
        """Wait for the end of a change that is under way: after that there is nothing to save."""
        if self.change.is_running:
            self._waiting.append(done)
        else:
            super().flush(done)

    def _show(self, screen: Screen) -> None:
        self.state.screen = screen
        self._step = step = self._make(screen)
        step.go.connect(self._show)
        step.finished.connect(self._on_finished)
        self.show_column(column(step))
        step.setFocus()

    def _make(self, screen: Screen) -> Step:
        if screen is Screen.DONE:
            ending = RECOVERED_WITH_OLD_SHEET if self.state.keeps_sheet else RECOVERED
            done = DoneStep(self.context, self.state, RECOVERY, ending)
            done.backups_requested.connect(self._on_backups_requested)
            return done
        if screen is Screen.APPLY:
            return self._apply_step()
        if screen is Screen.SHEET:
            sheet = SheetStep(self.context, self.state, RECOVERY)
            sheet.confirmed.connect(self._on_sheet_confirmed)
            sheet.put_off.connect(self._on_sheet_put_off)
            return sheet
        if screen is Screen.WORDS:
            return WordsStep(self.context, self.state, RECOVERY)
        kind = PracticeStep if screen is Screen.PRACTICE else OwnStep
        last = kind(self.context, self.state, RECOVERY)
        last.chosen.connect(self._on_chosen)
        return last

    def _apply_step(self) -> ApplyStep:
        step = ApplyStep(self.context, self.state, RECOVERY)
        self.change.progressed.connect(step.busy.set_progress)
        step.stop_requested.connect(self.change.stop)
        step.asked.connect(self._begin)
        step.given_up.connect(self._on_finished)
        return step

    def _on_chosen(self, new: str) -> None:
        self.state.passphrase = new
        if isinstance(self._step, LastStep):
            self._step.create_button.setEnabled(False)
        make_sheet(self.state, tools=self.context, done=self._on_sheet_made, initiator=self)

    def _on_sheet_made(self) -> None:
        self._show(Screen.SHEET)

    def _on_sheet_confirmed(self) -> None:
        self._apply(keeps_sheet=False)

    def _on_sheet_put_off(self) -> None:
        self._apply(keeps_sheet=True)

    def _apply(self, *, keeps_sheet: bool) -> None:
        self.state.keeps_sheet = keeps_sheet
        self._show(Screen.APPLY)
        self._begin()

    def _begin(self) -> None:
        if isinstance(self._step, ApplyStep):
            self._step.set_working(working=True)
            self.change.begin(_recovery(self.state))

    def _on_finished(self) -> None:
        self.finished.emit(False)  # noqa: FBT003 - the arguments of a signal have no names

    def _on_backups_requested(self) -> None:
        self.finished.emit(True)  # noqa: FBT003 - as above

    def _on_ended(self, error: JournalError | None) -> None:
        if error is None:
            self.state.passphrase, self.state.code, self.state.sheet = "", None, b""
            self._show(Screen.DONE)
        elif isinstance(self._step, ApplyStep):
            # Made again for another look, this page goes back to where the adviser can begin once more.
            self.state.screen = Screen.SHEET
            self._step.show_fault(sentence(self._t, error), for_good=isinstance(error, KeysChanged))
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation


def _recovery(state: KeyState) -> Callable[[Journal, Progress], object]:
    new, code = state.passphrase, state.code
    if state.keeps_sheet:
        return lambda journal, progress: journal.keys.recover_passphrase(new, progress=progress)
    return lambda journal, progress: journal.keys.recover(new, checked=code, progress=progress)
