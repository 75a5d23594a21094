"""Makes in pieces what takes long to make: before anyone needs it, or on the spot when somebody does.

Whoever has the pieces builds into a widget that has its place: one that gets its children while it stands in a window
is matched with the style sheet once, and built from the inside out it takes nearly three times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSize

_DRESSED_AT_ONCE = 12


class Pieces:
    """The work of making one page, begun and broken off at will, done once."""

    def __init__(self, steps: Iterator[None]) -> None:
        self._steps = steps
        self.done = False

    def go_on(self) -> Iterator[None]:
        """Make a piece with each step; who stops half-way leaves the rest to the next."""
        # Not ``yield from``: it would end the work itself when somebody lets go of this.
        for _ in self._steps:
            yield
        self.done = True

    def finish(self) -> None:
        """Make all that is missing."""
        for _ in self.go_on():
            pass


def dress(widget: QWidget, size: QSize) -> Iterator[None]:
    """Do beforehand what Qt does when a widget is first shown: give all that is in it its looks and its place."""
    widget.resize(size)
    everything = [widget, *widget.findChildren(QWidget)]
    for start in range(0, len(everything), _DRESSED_AT_ONCE):
        for each in everything[start : start + _DRESSED_AT_ONCE]:
            # What was there a moment ago may have been replaced between two steps.
            if isValid(each):
                each.ensurePolished()
        yield
    layout = widget.layout() if isValid(widget) else None
    if layout is not None:
        layout.activate()
        yield
