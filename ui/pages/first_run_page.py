"""The first run: from language and text size to an open journal, one screen at a time."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.first_run_about import AboutStep
from ui.pages.first_run_look import LookStep
from ui.pages.first_run_passphrase import OwnStep, PracticeStep, WordsStep
from ui.pages.first_run_place import PlaceStep
from ui.pages.first_run_sheet import SheetStep
from ui.pages.first_run_state import Screen
from ui.pages.front import WIDE, FrontPage
from ui.pages.unlock_page import unlock_sentence
from ui.widgets.layouts import column
from vpjournal.domain.views import JournalSettings

if TYPE_CHECKING:
    from ui.pages.first_run_state import FirstRunState
    from ui.pages.first_run_step import Step
    from ui.pages.front import FrontContext
    from vpjournal.domain.language import Language
    from vpjournal.errors import JournalError

_ASKED = 2
_STEPS: Mapping[Screen, Callable[[FrontContext, FirstRunState], Step]] = {
    Screen.LOOK: LookStep,
    Screen.ABOUT: AboutStep,
    Screen.WORDS: WordsStep,
    Screen.OWN: OwnStep,
    Screen.PRACTICE: PracticeStep,
    Screen.SHEET: SheetStep,
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

    def __init__(self, context: FrontContext, *, state: FirstRunState) -> None:
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
        elif isinstance(self._step, PracticeStep | OwnStep):
            self._step.create_requested.connect(self._on_create_requested)
        elif isinstance(self._step, SheetStep):
            self._step.confirmed.connect(self._on_sheet_confirmed)
        self.show_column(column(self._step))
        self._step.setFocus()

    def _on_create_requested(self, passphrase: str) -> None:
        step, door = self._step, self.context.door
        if isinstance(step, PracticeStep | OwnStep):
            step.set_working(working=True)
            self._operations.open(lambda: door.create(passphrase), done=self._on_created, failed=self._on_create_failed)

    def _on_create_failed(self, error: JournalError) -> None:
        if isinstance(self._step, PracticeStep | OwnStep):
            self._step.show_fault(unlock_sentence(self._t, error))

    def _on_created(self, groups: tuple[str, ...]) -> None:
        self.state.groups = groups
        self.state.words = ()
        self.state.asked = tuple(sorted(_two_of(len(groups))))
        self._preferences.set_journal_folder(self.context.door.folder)
        language = self._t.language
        # Until two groups have come back, the next unlock asks for them.
        settings = JournalSettings(recovery_later_used=True)
        self._operations.run(lambda journal: journal.settings.save(settings), failed=self._on_create_failed)
        self._operations.compute(lambda: _sheet(groups, language), done=self._on_sheet_made, initiator=self)

    def _on_sheet_made(self, sheet: bytes) -> None:
        self.state.sheet = sheet
        self._show(Screen.SHEET)

    def _on_sheet_confirmed(self) -> None:
        settings = JournalSettings(recovery_confirmed=True)
        self._operations.run(
            lambda journal: journal.settings.save(settings),
            done=lambda _changes: self._show(Screen.PLACE),
            failed=lambda _error: self._show(Screen.PLACE),
            initiator=self,
        )


def _two_of(count: int) -> list[int]:
    return secrets.SystemRandom().sample(range(1, count + 1), _ASKED)


def _sheet(groups: tuple[str, ...], language: Language) -> bytes:
    from vpjournal.journal import papers  # noqa: PLC0415 - what makes papers is heavy

    return papers.recovery_sheet(groups, language)
