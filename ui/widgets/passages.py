"""Where a passage of a text stands on the screen, for those who paint around it and leave the text itself alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextBlock

BELOW = 6
"""Pixels from where letters stand to the foot of such an area, at the usual size."""


def lines_in(block: QTextBlock, begin: int, end: int, origin: QPointF, *, below: int = BELOW) -> Iterator[QRectF]:
    """Return the area of each line of a paragraph, once it is laid out, that has something of the passage."""
    layout = block.layout()
    for number in range(layout.lineForTextPosition(max(begin, 0)).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(begin, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            # It comes back with the place that it found; the stubs do not know.
            left, right = sorted(line.cursorToX(place)[0] for place in (first, last))  # type: ignore[index]
            foot = origin.y() + line.y() + line.ascent() + below
            yield QRectF(origin.x() + left, foot - line.height(), right - left, line.height())
        elif line.textStart() >= end:
            return
