"""Paints the marks: on the viewport, for the paragraphs in sight alone.

Nothing of it is a format of the text. So no mark ever touches what can be undone, the cursor or the layout, and a
mark that comes or goes costs no more than painting it. (A background given by the highlighter lays the paragraph out
anew, and counts as a change of the text.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.widgets.passages import BELOW, lines_in
from vpjournal.domain.identifying import Certainty

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ui.recognising.paragraphs import Paragraphs
    from ui.theme import Theme
    from ui.widgets.plain_text_box import PlainTextBox

_THICK = 2
_FRAME = 1.5


@dataclass(frozen=True, slots=True)
class _Shape:
    line: QRect
    certain: bool
    current: bool


class MarkPainter:
    """Solid line on a soft ground: identifies. Dotted line alone: may identify. A frame: the current one."""

    def __init__(self, editor: PlainTextBox, found: Paragraphs, *, theme: Theme, lower: int = 0) -> None:
        """``lower`` is how many pixels the lines stand below their usual place, where another line is drawn there."""
        self._editor = editor
        self._found = found
        self._theme = theme
        self._thick = theme.px(_THICK)
        self._lower = lower
        self._shapes: tuple[_Shape, ...] = ()
        self.hidden = False
        self.current: Collection[tuple[int, int]] = ()
        """The finds to be framed: number of the paragraph, and of the find in it."""

    def paint_below(self, area: QRect) -> None:
        """Paint the ground of what identifies."""
        self._shapes = () if self.hidden else tuple(self._in_sight(area))
        if self._shapes:
            painter = QPainter(self._editor.viewport())
            ground = self._theme.colour("notice_soft")
            for each in self._shapes:
                if each.certain:
                    painter.fillRect(each.line, ground)

    def paint_above(self) -> None:
        """Paint the lines, and the frame of the current one."""
        if not self._shapes:
            return
        painter = QPainter(self._editor.viewport())
        colour = self._theme.colour("notice_line")
        for each in self._shapes:
            # Whole dots, so that none is cut off at the end of a word.
            step = each.line.width() if each.certain else 2 * self._thick
            wide = each.line.width() if each.certain else self._thick
            top = each.line.bottom() + 1 - self._thick + self._lower
            for left in range(each.line.left(), each.line.right() + 1, max(step, 1)):
                painter.fillRect(left, top, wide, self._thick, colour)
        self._paint_frames(painter)

    def _paint_frames(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("notice"), _FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for each in self._shapes:
            if each.current:
                painter.drawRoundedRect(QRectF(each.line).adjusted(-2, -1, 2, 1 + self._lower), 3, 3)

    def _in_sight(self, area: QRect) -> Iterator[_Shape]:
        editor, layout = self._editor, self._editor.document().documentLayout()
        across, down = editor.horizontalScrollBar().value(), editor.verticalScrollBar().value()
        below = self._theme.px(BELOW)
        block = editor.cursorForPosition(QPoint(0, area.top())).block()
        while block.isValid():
            number = block.blockNumber()
            found = self._found[number] if number < len(self._found) else None
            # Between an edit and the look at it a paragraph may be another one.
            if found is not None and found.spans and found.spans[-1][1] < block.length():
                place = layout.blockBoundingRect(block).translated(-across, -down)
                for nth, (begin, end) in enumerate(found.spans):
                    certain = found.finds[nth].certainty is Certainty.IDENTIFIES
                    for line in lines_in(block, begin, end, place.topLeft(), below=below):
                        # Whole pixels, so that the line is as sharp as the letters.
                        whole = line.toAlignedRect()
                        if whole.top() <= area.bottom() and whole.bottom() >= area.top():
                            yield _Shape(whole, certain, (number, nth) in self.current)
            elif layout.blockBoundingRect(block).top() - down > area.bottom():
                return
            block = block.next()
            if block.isValid() and layout.blockBoundingRect(block).top() - down > area.bottom():
                return
