"""Locks by ending the process, because Python cannot wipe what it had in memory; a fresh one takes its place.

What was typed is saved, the place to return to is written into the journal, the journal is closed; whatever
hangs, the process is gone within a second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.platform.clipboard import clear_ours

if TYPE_CHECKING:
    from ui.operations import Operations
    from ui.window import Window
    from vpjournal.errors import JournalError

WITHIN_MS = 900
"""When the process ends at the latest, counted from the wish to lock."""
WITHIN_MS_IDLE = 650
"""The same when nobody was there for minutes: all is saved, and the second began when it was due."""


class Lockable(Protocol):
    """What locking needs of what stands in the window: the frame, or a page before it."""

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save all, then tell whether that worked."""


class Locking(QObject):
    """Goes through the steps of locking once; ``leave`` starts the fresh process and ends this one."""

    draft_in_danger = Signal()
    """Something typed could not be saved and would be lost: the adviser decides, behind the blank page."""

    def __init__(
        self,
        *,
        window: Window,
        operations: Operations,
        leave: Callable[[], None],
        within_ms: int = WITHIN_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._operations = operations
        self._leave = leave
        self._place: Callable[[], str | None] = str
        self._left = False
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.setInterval(within_ms)
        self._watchdog.timeout.connect(self._on_done)

    def lock(self, lockable: Lockable, *, place: Callable[[], str | None]) -> None:
        """Blank the window now, save, ask for the ``place`` to return to, and leave.

        It is asked for after saving, because a first word may have made the record that is to be shown again. ``None``
        leaves the place that the journal has.
        """
        self._window.blank()
        self._watchdog.start()
        clear_ours()
        self._operations.interrupt()
        self._place = place
        lockable.flush(lambda saved: self._on_flushed(saved=saved))

    def lock_anyway(self) -> None:
        """Leave although something could not be saved."""
        self._watchdog.start()
        self._save_place()

    def _on_flushed(self, *, saved: bool) -> None:
        if not saved:
            self._watchdog.stop()
            self.draft_in_danger.emit()
            return
        self._save_place()

    def _save_place(self) -> None:
        place = self._place()
        if place is None:
            self._close()
            return
        self._operations.run(
            lambda journal: journal.place.save(place),
            done=lambda _nothing: self._close(),
            # A place that could not be kept is no reason to stay open.
            failed=lambda _error: self._close(),
        )

    def _close(self) -> None:
        self._operations.close(done=self._on_done, failed=self._on_done)

    def _on_done(self, _outcome: JournalError | None = None) -> None:
        if not self._left:
            self._left = True
            self._leave()
