"""Locks by ending the process, because Python cannot wipe what it had in memory; a fresh one takes its place.

What was typed is saved, or sealed where that cannot be; the place to return to is written into the journal, the journal
is closed; whatever hangs, the process is gone within a second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.platform.clipboard import clear_ours

if TYPE_CHECKING:
    from ui.operations import Operations
    from ui.window import Window
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

WITHIN_MS = 900
"""When the process ends at the latest, counted from the wish to lock."""
WITHIN_MS_IDLE = 650
"""The same when nobody was there for minutes: all is saved, and the second began when it was due."""
SEAL_AFTER_MS = 400
"""When saving has taken so long that what was typed is sealed as well, in case it never comes back."""


class Lockable(Protocol):
    """What locking needs of what stands in the window: the frame, or a page before it."""

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save all, then tell whether that worked."""

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed and is not in the journal."""


class Locking(QObject):
    """Goes through the steps of locking once; ``leave`` starts the fresh process and ends this one."""

    draft_in_danger = Signal()
    """Something typed could be neither saved nor sealed, and would be lost: the adviser decides."""

    def __init__(
        self,
        *,
        window: Window,
        operations: Operations,
        leave: Callable[[], None],
        within_ms: int = WITHIN_MS,
        seal_after_ms: int = SEAL_AFTER_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._operations = operations
        self._leave = leave
        self._place: Callable[[], str | None] = str
        self._left = False
        self._lockable: Lockable | None = None
        self._saved: bool | None = None
        self._sealing = False
        self._sealed: tuple[str, ...] | None = None
        self._watchdog = self._timer(within_ms, self._on_done)
        self._patience = self._timer(seal_after_ms, self._seal)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def lock(self, lockable: Lockable, *, place: Callable[[], str | None]) -> None:
        """Blank the window now, save or seal, ask for the ``place`` to return to, and leave.

        It is asked for after saving, because a first word may have made the record that is to be shown again. ``None``
        leaves the place that the journal has.
        """
        self._window.blank()
        self._watchdog.start()
        self._patience.start()
        clear_ours()
        self._operations.interrupt()
        self._lockable = lockable
        self._place = place
        lockable.flush(lambda saved: self._on_flushed(saved=saved))

    def lock_anyway(self) -> None:
        """Leave although something could not be saved."""
        self._watchdog.start()
        self._save_place()

    def abandon(self) -> None:
        """Stay after all: the adviser goes back to the text."""
        self._left = True
        self._watchdog.stop()
        self.deleteLater()

    def _on_flushed(self, *, saved: bool) -> None:
        self._patience.stop()
        self._saved = saved
        self._go_on()

    def _go_on(self) -> None:
        """Take the next step, once it is known whether all was saved and no sealing is under way."""
        if self._saved is None or self._sealing or self._left:
            return
        if self._saved or self._sealed is not None:
            self._save_place()
        else:
            self._seal()

    def _seal(self) -> None:
        """Seal what is not in the journal by now, also while saving hangs and nobody knows yet whether it is."""
        texts = () if self._lockable is None or self._sealing else self._lockable.unsaved()
        if texts:
            self._sealing = True
            self._operations.seal(texts, done=self._on_sealed, failed=self._on_seal_failed)
        elif self._saved is False:
            self._ask()

    def _on_sealed(self, names: tuple[str, ...]) -> None:
        self._sealing, self._sealed = False, names
        self._go_on()

    def _on_seal_failed(self, _error: JournalError) -> None:
        self._sealing = False
        if self._saved:
            self._go_on()
        else:
            self._ask()

    def _ask(self) -> None:
        self._watchdog.stop()
        self._patience.stop()
        self.draft_in_danger.emit()

    def _save_place(self) -> None:
        place, needless = self._place(), self._sealed if self._saved else None
        if place is None and not needless:
            self._close()
            return

        def save(journal: Journal) -> None:
            # Saving only took long: what was sealed in case it did not come back is in the journal.
            for name in needless or ():
                journal.drafts.discard(name)
            if place is not None:
                journal.place.save(place)

        self._operations.run(
            save,
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
