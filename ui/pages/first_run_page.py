"""The first run: from language and text size to an open journal, one screen at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.first_run_about import AboutStep
from ui.pages.first_run_look import LookStep
from ui.pages.first_run_place import PlaceStep
from ui.pages.front import WIDE, FrontPage
from ui.pages.keys.making import make_sheet
from ui.pages.keys.passphrase_steps import LastStep, OwnStep, PracticeStep, WordsStep
from ui.pages.keys.route import FIRST_RUN
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.keys.state import Screen
from ui.pages.unlock_page import unlock_sentence
from ui.widgets.layouts import column
from vpjournal.domain.views import JournalSettings

if TYPE_CHECKING:
    from ui.pages.front import FrontContext
    from ui.pages.keys.state import KeyState
    from ui.pages.keys.step import Step
    from vpjournal.errors import JournalError
    from vpjournal.journal.opening import RecoveryCode

_STEPS: Mapping[Screen, Callable[[FrontContext, KeyState], Step]] = {
    Screen.LOOK: LookStep,
    Screen.ABOUT: AboutStep,
    Screen.WORDS: lambda context, state: WordsStep(context, state, FIRST_RUN),
    Screen.OWN: lambda context, state: OwnStep(context, state, FIRST_RUN),
    Screen.PRACTICE: lambda context, state: PracticeStep(context, state, FIRST_RUN),
    Screen.SHEET: lambda context, state: SheetStep(context, state, FIRST_RUN),
    Screen.PLACE: PlaceStep,
}


class FirstRunPage(FrontPage):
    """Goes from screen to screen and makes the journal between the third and the fourth step."""

    finished = Signal()
    """The journal is made, open, and its sheet dealt with."""
    other_requested = Signal()
    """The adviser has a journal already."""
    example_requested = Signal()
    """The adviser wants to look around first."""

    def __init__(self, context: FrontContext, *, state: KeyState) -> None:
        super().__init__(context, width=WIDE, from_top=True)
        self.state = state
        self._show(state.screen)

    @property
    def step(self) -> Step:
        """The screen in front."""
        return self._step

    def _show(self, screen: Screen) -> None:
        self.state.screen = screen
        self._step = _STEPS[screen](self.context, self.state)
        self._step.go.connect(self._show)
        self._step.finished.connect(self.finished)
        if isinstance(self._step, LookStep):
            self._step.other_requested.connect(self.other_requested)
            self._step.example_requested.connect(self.example_requested)
        elif isinstance(self._step, LastStep):
            self._step.chosen.connect(self._on_passphrase_chosen)
        elif isinstance(self._step, SheetStep):
            self._step.confirmed.connect(self._on_sheet_confirmed)
            # The program asks for the two groups once more at the next unlock.
            self._step.put_off.connect(lambda: self._show(Screen.PLACE))
        self.show_column(column(self._step))
        self._step.setFocus()

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        step, door = self._step, self.context.door
        if isinstance(step, LastStep):
            step.set_working(working=True)
            self._operations.open(lambda: door.create(passphrase), done=self._on_created, failed=self._on_create_failed)

    def _on_create_failed(self, error: JournalError) -> None:
        if isinstance(self._step, LastStep):
            self._step.show_fault(unlock_sentence(self._t, error))

    def _on_created(self, code: RecoveryCode) -> None:
        self.state.code = code
        self.state.words = ()
        self._preferences.set_journal_folder(self.context.door.folder)
        # Until two groups have come back, the next unlock asks for them.
        settings = JournalSettings(recovery_later_used=True)
        self._operations.run(lambda journal: journal.settings.save(settings), failed=self._on_create_failed)
        make_sheet(self.state, tools=self.context, done=self._on_sheet_made, initiator=self)

    def _on_sheet_made(self) -> None:
        self._show(Screen.SHEET)

    def _on_sheet_confirmed(self) -> None:
        settings = JournalSettings(recovery_confirmed=True)
        self._operations.run(
            lambda journal: journal.settings.save(settings),
            done=lambda _changes: self._show(Screen.PLACE),
            failed=lambda _error: self._show(Screen.PLACE),
            initiator=self,
        )
