"""Finds what is new since the approval without holding up the keys: only the latest question is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vpjournal.domain.differences import differences

if TYPE_CHECKING:
    from ui.operations import Operations
    from vpjournal.domain.differences import Difference


_REST = 80
"""Milliseconds after the last key before texts are compared; until then marks go along with the words."""


class DifferenceFinder(QObject):
    """Compares on the computing thread, one comparison at a time, when the keys rest."""

    found = Signal(object, str)
    """The differences, and the text that they count in."""

    def __init__(self, *, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._wanted: tuple[str, str] | None = None
        self._running = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._begin)

    def find(self, before: str, now: str) -> None:
        """Compare two texts; what was asked before and not answered is forgotten."""
        self._wanted = (before, now)
        self._rest.start()

    def stop(self) -> None:
        """Want no answer any more."""
        self._wanted = None
        self._rest.stop()

    def _begin(self) -> None:
        if self._wanted is None or self._running or not self._operations.is_open:
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
        elif not self._rest.isActive():
            self._begin()
