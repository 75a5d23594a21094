"""Does work on the thread of the windows in slices, each over before anyone would notice, after all that came in.

Some work has to be there: widgets, and the classes of PySide, which are built at their first use and not safely by
two threads at once.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE = 0.006
"""Seconds after which no further step is begun; with the step that is under way it stays below one picture."""


class IdleWork(QObject):
    """Goes through steps whenever nothing else is to do."""

    done = Signal()

    def __init__(self, parent: QObject, *, slice_of: float = SLICE) -> None:
        """``slice_of`` is for work that goes on while somebody types."""
        super().__init__(parent)
        self._slice = slice_of
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Tell whether there are steps to go."""
        return self._timer.isActive()

    def begin(self, steps: Iterator[object]) -> None:
        """Go through these, in place of those that were left."""
        self._steps = steps
        self._timer.start(0)

    def stop(self) -> None:
        """Leave it."""
        self._timer.stop()

    def _go_on(self) -> None:
        end = perf_counter() + self._slice
        for _ in self._steps:
            if perf_counter() > end:
                return
        self._timer.stop()
        self.done.emit()
