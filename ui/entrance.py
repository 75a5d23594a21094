"""Shows the pages before the open journal, one after the other: unlocking, recovery sheet, first run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.unlock_page import UnlockPage
from vpjournal.errors import JournalEmptied, JournalNotFound

if TYPE_CHECKING:
    from pathlib import Path

    from ui.door import Door
    from ui.example import ExampleDoor
    from ui.pages.damage_page import Look
    from ui.pages.damage_words import Trouble
    from ui.pages.front import FrontContext, FrontPage
    from ui.pages.keys.state import KeyState
    from ui.pages.moving.emptying_page import EmptyingState
    from ui.pages.restore_state import RestoreState
    from ui.window import Window
    from vpjournal.domain.moving import LeftBehind
    from vpjournal.errors import JournalError

# ruff: noqa: PLC0415 - what is imported within functions is not needed before the first window is painted


class Entrance(QObject):
    """Stands in the window until a journal is open."""

    opened = Signal()

    def __init__(self, window: Window, door: Door, *, make_context: Callable[[Door], FrontContext]) -> None:
        super().__init__()
        self._window = window
        self._make_context = make_context
        self._door = door
        self._again: Callable[[], None] = self.show_unlock
        self._first_run: KeyState | None = None
        self._example: ExampleDoor | None = None
        self._page: FrontPage | None = None

    @property
    def door(self) -> Door:
        """The journal that is asked for; the adviser may have pointed to another folder."""
        return self._door

    @property
    def example(self) -> ExampleDoor | None:
        """The way to the example, once it was taken: the journal that is open is then not the adviser's own."""
        return self._example

    @property
    def page(self) -> FrontPage | None:
        """The page that was shown last; it stands in the window until there is a frame."""
        return self._page

    @property
    def sheet_is_at_risk(self) -> bool:
        """Tell whether a recovery code exists that is on no paper yet, and nowhere else."""
        state = self._first_run
        return state is not None and bool(state.groups) and not state.on_paper

    def show_again(self) -> None:
        """Make the page that is shown once more, because language, text size or colours changed."""
        self._again()

    def show_unlock(self, *, typed: str = "") -> None:
        """Ask for the passphrase."""
        page = UnlockPage(self._make_context(self._door))
        page.opened.connect(self.opened)
        page.recovery_requested.connect(self.show_recovery)
        page.first_run_requested.connect(self.show_first_run)
        page.example_requested.connect(lambda: self.show_example(back=self.show_unlock))
        page.other_requested.connect(lambda: self.show_other(back=self.show_unlock))
        page.failed.connect(self._on_failed)
        page.field.set_text(typed)
        if not self._door.has_journal():
            page.show_fault(JournalNotFound())
        elif self._door.was_being_emptied():
            page.show_fault(JournalEmptied())
        self._again = lambda: self.show_unlock(typed=page.field.text)
        self._show(page)

    def show_recovery(self) -> None:
        """Ask for the code on the recovery sheet."""
        from ui.pages.recovery_page import RecoveryPage

        page = RecoveryPage(self._make_context(self._door))
        page.opened.connect(self.opened)
        page.back_requested.connect(self.show_unlock)
        page.failed.connect(self._on_failed)
        self._again = self.show_recovery
        self._show(page)

    def _on_failed(self, error: JournalError, look: Look) -> None:
        """Show what can be done about a journal that is not as it should be; the rest is told beside the passphrase."""
        from ui.pages.damage_words import trouble_of

        trouble = trouble_of(error)
        if trouble is not None:
            self.show_damage(trouble, look=look)

    def show_damage(self, trouble: Trouble, *, look: Look | None = None) -> None:
        """Tell what is wrong with the journal, and offer the next step."""
        from ui.pages.damage_page import DamagePage

        def again() -> None:
            self.show_damage(trouble, look=look)

        page = DamagePage(self._make_context(self._door), trouble, look=look)
        page.opened.connect(self.opened)
        page.again_requested.connect(self.show_unlock)
        page.restore_requested.connect(lambda file: self.show_restore(back=again, file=file))
        self._again = again
        self._show(page)

    def show_first_run(self, state: KeyState | None = None) -> None:
        """Make a journal, or find the one the adviser has."""
        from ui.pages.first_run_page import FirstRunPage
        from ui.pages.keys.state import KeyState

        self._first_run = kept = state or KeyState()
        page = FirstRunPage(self._make_context(self._door), state=kept)
        page.finished.connect(self.opened)
        self._again = again = lambda: self.show_first_run(kept)
        page.example_requested.connect(lambda: self.show_example(back=again))
        page.other_requested.connect(lambda: self.show_other(back=again))
        self._show(page)

    def show_example(self, *, back: Callable[[], None]) -> None:
        """Open the example, made first when there is none; ``back`` shows where this was asked to who gives up."""
        from ui.pages.example_page import ExamplePage

        example = self._door.to_example()
        page = ExamplePage(self._make_context(self._door), example)
        page.opened.connect(lambda: self._on_example_opened(example))
        page.left.connect(back)
        self._again = back
        self._show(page)
        page.start()

    def show_other(self, *, back: Callable[[], None]) -> None:
        """Show the ways to a journal that the adviser has already; ``back`` shows where this was asked."""
        from ui.pages.other_journal_page import OtherJournalPage

        page = OtherJournalPage(self._make_context(self._door))
        self._again = again = lambda: self.show_other(back=back)
        page.journal_chosen.connect(self._on_journal_chosen)
        page.restore_requested.connect(lambda: self.show_restore(back=again))
        page.left.connect(back)
        self._show(page)

    def show_restore(self, *, back: Callable[[], None], file: Path | None = None) -> None:
        """Make a journal of a backup, of this one if a ``file`` is given; ``back`` shows where this was asked.

        Only while no journal is open.
        """
        from ui.pages.restore_state import RestoreState

        self._show_restoring(RestoreState(file), back=back)

    def _show_restoring(self, state: RestoreState, *, back: Callable[[], None]) -> None:
        from ui.pages.restore_page import RestorePage

        page = RestorePage(self._make_context(self._door), state=state)
        page.restored.connect(self._on_restored)
        page.opened.connect(self.opened)
        page.unlock_requested.connect(self.show_unlock)
        page.left.connect(back)
        self._window.close_requested.connect(page.stop)
        self._again = lambda: self._show_restoring(state, back=back)
        self._show(page)
        page.start()

    def show_emptying(self, passphrase: str, left: LeftBehind) -> None:
        """Destroy the journal, which is closed, and say what else there is to wipe."""
        from ui.pages.moving.emptying_page import EmptyingState

        self._show_emptying(EmptyingState(left, passphrase))

    def _show_emptying(self, state: EmptyingState) -> None:
        from ui.pages.moving.emptying_page import EmptyingPage

        page = EmptyingPage(self._make_context(self._door), state=state)
        page.closed.connect(self._window.close)
        page.left.connect(self.show_unlock)
        self._again = lambda: self._show_emptying(state)
        self._show(page)
        page.start()

    def _on_restored(self, folder: Path) -> None:
        context = self._make_context(self._door)
        self._door = self._door.to(folder)
        context.preferences.set_journal_folder(folder)

    def _on_example_opened(self, example: ExampleDoor) -> None:
        self._example = example
        self.opened.emit()

    def show_recovered(self, then: Callable[[bool], None], state: KeyState | None = None) -> None:
        """Let a passphrase be chosen in the journal that the recovery sheet has opened.

        ``then`` hears whether a backup is to be made.
        """
        from ui.pages.keys.recovered_page import RecoveredPage
        from ui.pages.keys.state import KeyState, Screen

        kept = state or KeyState(Screen.WORDS)
        page = RecoveredPage(self._make_context(self._door), state=kept)
        page.finished.connect(then)
        self._again = lambda: self.show_recovered(then, kept)
        self._show(page)

    def show_reminder(self, then: Callable[[bool], None]) -> None:
        """Ask once for two groups of the recovery sheet, in the journal that is open by now.

        ``then`` hears whether a new sheet is to be made.
        """
        from ui.pages.sheet_reminder_page import SheetReminderPage

        page = SheetReminderPage(self._make_context(self._door))
        page.finished.connect(then)
        self._again = lambda: self.show_reminder(then)
        self._show(page)

    def _show(self, page: FrontPage) -> None:
        self._page = page
        self._window.show_content(page)

    def _on_journal_chosen(self, folder: Path) -> None:
        self._door = self._door.to(folder)
        self.show_unlock()
