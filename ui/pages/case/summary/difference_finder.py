"""Finds what is new since the approval without holding up the keys: only the latest question is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vpjournal.domain.differences import differences

if TYPE_CHECKING:
    from ui.operations import Operations
    from vpjournal.domain.differences import Difference


class DifferenceFinder(QObject):
    """Compares on the computing thread, one comparison at a time."""

    found = Signal(object, str)
    """The differences, and the text that they count in."""

    def __init__(self, *, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._wanted: tuple[str, str] | None = None
        self._running = False

    def find(self, before: str, now: str) -> None:
        """Compare two texts; what was asked before and not answered is forgotten."""
        self._wanted = (before, now)
        if not self._running:
            self._begin()

    def stop(self) -> None:
        """Want no answer any more."""
        self._wanted = None

    def _begin(self) -> None:
        if self._wanted is None:
            return
        before, now = self._wanted
        self._running = True
        self._operations.compute(
            lambda: differences(before, now),
            done=lambda found: self._on_done(found, (before, now)),
            # Locking drops what waits: nobody is told anything then.
            failed=lambda _error: None,
            initiator=self,
        )

    def _on_done(self, found: tuple[Difference, ...], compared: tuple[str, str]) -> None:
        self._running = False
        if self._wanted == compared:
            self._wanted = None
            self.found.emit(found, compared[1])
        else:
            self._begin()
