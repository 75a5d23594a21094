"""How what the window shows goes away: covered for a moment, locked, or closed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QApplication

    from ui.backups.keeper import BackupKeeper
    from ui.backups.last_backup import LastBackup
    from ui.closing import Closing
    from ui.entrance import Entrance
    from ui.example_visit import ExampleVisit
    from ui.frame import Frame
    from ui.locking import Lockable, Locking
    from ui.operations import Operations
    from ui.preferences import Preferences
    from ui.theme import Theme
    from ui.window import Window
    from vpjournal.domain.language import Texts
    from vpjournal.domain.moving import LeftBehind

# ruff: noqa: PLC0415 - what is imported within functions is not needed before the first window is painted


class Shown(Protocol):
    """What a departure has to know of what stands in the window now."""

    @property
    def frame(self) -> Frame | None:
        """The open journal, if it is shown."""

    @property
    def visit(self) -> ExampleVisit | None:
        """The visit to the example, if that is what is open."""

    @property
    def keeper(self) -> BackupKeeper:
        """Whoever makes backups of the open journal, and looks after them unless it is the example."""

    @property
    def theme(self) -> Theme:
        """The present look."""

    @property
    def texts(self) -> Texts:
        """The present language."""


class Departure(QObject):
    """Covers, locks and closes; a lock or a closing under way is not begun again."""

    emptying = Signal()
    """The journal is closed for good and its pages are going."""

    def __init__(
        self,
        qt: QApplication,
        shown: Shown,
        *,
        window: Window,
        entrance: Entrance,
        operations: Operations,
        preferences: Preferences,
        restart: Callable[..., None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._qt = qt
        self._shown = shown
        self._window = window
        self._entrance = entrance
        self._operations = operations
        self._preferences = preferences
        self._restart = restart
        self._locking: Locking | None = None
        self._closing: Closing | None = None
        self._last_backup: LastBackup | None = None
        self._to_example = False
        self._geometry: QByteArray | None = None
        self._was_maximised = False
        window.close_requested.connect(self.close)

    @property
    def is_locking(self) -> bool:
        """Tell whether a lock has begun."""
        return self._locking is not None

    @property
    def only_covers(self) -> bool:
        """Tell whether a lock only hides what is shown.

        In a journal of some minutes nothing stands yet, and the only copy of its recovery code would be lost.
        """
        return self._shown.frame is None and self._entrance.sheet_is_at_risk

    # Cover and lock

    def cover(self) -> None:
        """Hide everything until a key, and lock when none comes; when it is hidden, the same key brings it back."""
        if self._locking is not None or self._last_backup is not None or not self._operations.is_open:
            return
        from ui.cover import Cover

        if self._window.is_covered_by(Cover):
            self._window.uncover()
        else:
            self._hide(locks=not self.only_covers)

    def _hide(self, *, locks: bool) -> None:
        from ui.cover import Cover

        if self._window.is_covered_by(Cover):
            return
        cover = Cover(theme=self._shown.theme, texts=self._shown.texts, locks=locks)
        cover.taken_away.connect(self._window.uncover)
        cover.timed_out.connect(self.lock_idle)
        self._window.cover(cover)

    def lock(self) -> None:
        """Blank the window, save, close the journal and let a fresh process take over."""
        from ui.locking import WITHIN_MS

        self._lock(within_ms=WITHIN_MS)

    def lock_idle(self) -> None:
        """Lock because nobody is there, or because the laptop was locked or put to sleep."""
        from ui.locking import WITHIN_MS_IDLE

        self._lock(within_ms=WITHIN_MS_IDLE)

    def _lock(self, *, within_ms: int) -> None:
        shown = self._what_to_save()
        if shown is None or self._locking is not None:
            return
        if self.only_covers:
            self._hide(locks=False)
            return
        from ui.locking import Locking

        if self._closing is not None:
            self._closing.abandon()
            self._closing = None
        self._locking = Locking(
            window=self._window, operations=self._operations, leave=self.leave, within_ms=within_ms, parent=self
        )
        self._locking.draft_in_danger.connect(self._on_draft_in_danger)
        self._locking.lock(shown, place=self._place_now)

    def lock_to_example(self) -> None:
        """Lock the adviser's own journal; the fresh process opens the example."""
        self._to_example = True
        self.lock()

    def leave(self) -> None:
        """Start the fresh process and end this one."""
        self._keep_geometry()
        folder = self._entrance.door.folder
        visit = self._shown.visit
        if visit is not None:
            folder = visit.own_folder(folder, remembered=self._preferences.journal_folder)
        if self._to_example:
            self._restart(folder, example=True)
        else:
            self._restart(folder)

    def _what_to_save(self) -> Lockable | None:
        """Return what stands in the window, if a journal is open behind it."""
        return self._shown.frame or (self._entrance.page if self._operations.is_open else None)

    def _place_now(self) -> str | None:
        frame = self._shown.frame
        if frame is None:
            # A page before the journal: what was left last time is still to come.
            return None
        place = frame.place()
        return "" if place is None else place.encode()

    def _on_draft_in_danger(self) -> None:
        from ui.pages.unsaved_page import UnsavedPage

        page = UnsavedPage(theme=self._shown.theme, texts=self._shown.texts)
        page.back_requested.connect(self._on_back_to_draft)
        page.lock_requested.connect(self._on_lock_anyway)
        self._window.cover(page)

    def _on_back_to_draft(self) -> None:
        if self._locking is not None:
            self._locking.abandon()
        self._locking = None
        self._to_example = False
        self._window.uncover()

    def _on_lock_anyway(self) -> None:
        self._window.blank()
        if self._locking is not None:
            self._locking.lock_anyway()

    # Empty

    def empty(self, passphrase: str, left: LeftBehind) -> None:
        """Close the journal for good and destroy it, unless it is being locked: this process is about to end."""
        if self._locking is not None:
            return
        from ui.emptying import Emptying

        emptying = Emptying(self._window, self._entrance, self._operations, parent=self)
        emptying.ended.connect(self.emptying)
        emptying.begin(passphrase, left)

    # Close

    def close(self) -> None:
        """Save, close the journal and end the program, unless the adviser would rather go back."""
        if self._closing is not None:
            return
        from ui.closing import Closing
        from ui.dialogs.ask import WindowAsker

        asker = WindowAsker(self._window, theme=self._shown.theme)
        self._closing = Closing(
            asker=asker,
            texts=self._shown.texts,
            operations=self._operations,
            parent=self,
            first=self._make_last_backup,
        )
        self._closing.closed.connect(self._on_closed)
        self._closing.declined.connect(self._on_close_declined)
        self._closing.close(self._what_to_save(), sheet_is_at_risk=self._entrance.sheet_is_at_risk)

    def _make_last_backup(self, then: Callable[[], None]) -> None:
        from ui.backups.last_backup import LastBackup

        keeper = self._shown.keeper
        last = self._last_backup = LastBackup(
            keeper, window=self._window, theme=self._shown.theme, texts=self._shown.texts, parent=self
        )
        last.over.connect(then)
        last.begin()

    def _on_close_declined(self) -> None:
        self._closing = None

    def _on_closed(self) -> None:
        self._keep_geometry()
        self._window.close_now()
        self._operations.stop()
        self._qt.quit()

    # The place of the window

    def fill_screen(self, on: bool) -> None:  # noqa: FBT001 - the argument of a signal
        """Fill the screen for a while, or put the window back as it was."""
        if on:
            self._geometry = self._window.saveGeometry()
            self._was_maximised = self._window.isMaximized()
            self._window.showFullScreen()
        elif self._was_maximised:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def _keep_geometry(self) -> None:
        # Looking together fills the screen for a while; that is not where the window stands.
        kept = self._geometry if self._window.isFullScreen() and self._geometry is not None else None
        self._preferences.set_geometry(kept or self._window.saveGeometry())
