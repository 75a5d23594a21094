"""What *een andere wachtzin* and *een nieuw herstelblad* have in common: one screen after the other, then a change.

How far someone is stays in the memory of the window, so that another look or a walk to another page loses nothing.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from ui.faults import sentence
from ui.navigation import MessageKind, Page, Place
from ui.pages.keys.change import Change
from ui.pages.keys.last_steps import DoneStep
from ui.pages.keys.state import KeyState, Screen
from ui.widgets.buttons import LINK, button
from ui.widgets.layouts import clear, column, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.scroll_page import ScrollPage
from vpjournal.errors import KeysChanged, WrongPassphrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.navigation import PageContext
    from ui.pages.keys.last_steps import ApplyStep
    from ui.pages.keys.passphrase_steps import LastStep
    from ui.pages.keys.route import Ending, Route
    from ui.pages.keys.step import Step
    from vpjournal.domain.changes import Changes
    from vpjournal.errors import JournalError

_WIDTH = 720


class KeyPage(QWidget):
    """A subclass names its page, its route, its first screen and what is true at the end, and makes its screens."""

    page: Page
    route: Route
    ending: Ending
    first: Screen

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.t = context.texts
        self.change = Change(context.operations, self)
        self.change.ended.connect(self._on_ended)
        self._waiting: list[Callable[[bool], None]] = []
        self._step: Step | None = None
        self._scroll = ScrollPage(theme=context.theme)
        self.setLayout(column(self._scroll))

    @abstractmethod
    def make(self, screen: Screen) -> Step:
        """Make a screen, which asks for nothing yet."""

    @property
    def state(self) -> KeyState:
        """How far the adviser is."""
        return cast("KeyState", self.context.memory.setdefault(self.page, KeyState(self.first)))

    @property
    def step(self) -> Step | None:
        """The screen in front."""
        return self._step

    def show_screen(self, screen: Screen) -> None:
        """Put a screen in front."""
        self.state.screen = screen
        clear(self._scroll.body)
        step = self._done_step() if screen is Screen.DONE else self.make(screen)
        step.go.connect(self.show_screen)
        step.finished.connect(self._on_finished)
        step.setMaximumWidth(self.context.theme.px(_WIDTH))
        self._step = step
        if screen is self.first:
            self._scroll.add(self._back())
        # Beside what room is left: a width that is bounded in a column asks for the height of the wider one.
        across = row(step, None)
        across.setStretch(0, 1000)
        self._scroll.add(across)
        self._scroll.verticalScrollBar().setValue(0)
        # It can take the keyboard once it is shown, which Qt does in the next round of events.
        QTimer.singleShot(0, step, step.setFocus)

    def follow(self, step: LastStep | ApplyStep) -> None:
        """Let a screen show how far the change is, and stop it."""
        self.change.progressed.connect(step.busy.set_progress)
        step.stop_requested.connect(self.change.stop)

    def open(self, place: Place) -> None:  # noqa: ARG002 - there is one place here
        """Go on where the adviser was, in another look too; after a change was made, from the beginning."""
        if self.change.is_running:
            return
        if self.state.screen is Screen.DONE and self._step is not None:
            self.forget()
        self.show_screen(self.state.screen)

    def forget(self) -> None:
        """Begin anew the next time."""
        self.context.memory.pop(self.page, None)

    def place(self) -> Place:
        """Say where the adviser is."""
        return Place(self.page)

    def flush(self, done: Callable[[bool], None]) -> None:
        """Wait for the end of a change that is under way: after that there is nothing to save."""
        if self.change.is_running:
            self._waiting.append(done)
        else:
            self.on_left()
            for field in self.findChildren(PassphraseField):
                # Nobody needs it any more, and it would stay there as long as the page.
                field.set_text("")
            done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation

    def on_left(self) -> None:
        """Hear that the adviser may be going elsewhere."""

    def on_changes(self, changes: Changes) -> None:
        """Nothing here comes from the journal."""

    def help_screen(self) -> str:
        """Name the help text."""
        return self.page.value

    def _back(self) -> QPushButton:
        words = self.t("Naar de instellingen")
        back = button(words, theme=self.context.theme, kind=LINK, on_click=self._on_finished)
        back.setObjectName("toSettingsLink")
        return back

    def _done_step(self) -> DoneStep:
        step = DoneStep(self.context, self.state, self.route, self.ending)
        step.backups_requested.connect(self._on_backups_requested)
        return step

    def _on_backups_requested(self) -> None:
        self.forget()
        self.context.navigate(Place(Page.BACKUPS))

    def _on_finished(self) -> None:
        if self.state.screen is Screen.DONE:
            self.forget()
        self.context.navigate(Place(Page.SETTINGS))

    def _on_ended(self, error: JournalError | None) -> None:
        if error is None:
            # What was drawn and typed is not needed any more.
            self.context.memory[self.page] = KeyState(Screen.DONE)
            self.show_screen(Screen.DONE)
        else:
            self._tell(error)
        waiting, self._waiting = self._waiting, []
        if waiting and error is None:
            self.context.message(self.t(self.ending.title))
        for done in waiting:
            done(True)  # noqa: FBT003 - as above

    def _tell(self, error: JournalError) -> None:
        words = sentence(self.t, error)
        if self._waiting or isinstance(error, KeysChanged):
            self.context.message(words, kind=MessageKind.FAILED)
        self.show_fault(words, of_present=isinstance(error, WrongPassphrase))

    @abstractmethod
    def show_fault(self, words: str, *, of_present: bool) -> None:
        """Say on the screen in front why the change was not made."""
