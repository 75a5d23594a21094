"""Carries one change of what opens the journal out on the journal thread, tells how far it is, and can give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.stopper import Stopper

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operations import Operations
    from vpjournal.domain.progress import Progress
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class Change(QObject):
    """One at a time. Locking gives it up by itself, unless it cannot be given up any more."""

    progressed = Signal(int, int)
    ended = Signal(object)
    """It is done when this hands over ``None``; else it is the ``JournalError``."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stopper: Stopper | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether its end has not been told yet."""
        return self._stopper is not None

    def begin(self, work: Callable[[Journal, Progress], object]) -> None:
        """Run ``work`` with the journal and with what hears of its progress."""
        self._stopper = stopper = Stopper()
        progress = stopper.watched(self.progressed.emit)
        self._operations.run(
            lambda journal: work(journal, progress), done=self._on_done, failed=self._on_failed, stop=stopper.stop
        )

    def stop(self) -> None:
        """Give it up if that is still possible."""
        if self._stopper is not None:
            self._stopper.stop()

    def _on_done(self, _result: object) -> None:
        self._stopper = None
        self.ended.emit(None)

    def _on_failed(self, error: JournalError) -> None:
        self._stopper = None
        self.ended.emit(error)
