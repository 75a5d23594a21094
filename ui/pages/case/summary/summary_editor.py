"""The paper to write a summary on, which shows what is new in it since the reporter approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.positions import QtPositions
from ui.theme import Role
from ui.widgets.note_editor import NoteEditor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock

    from ui.theme import Theme
    from vpjournal.domain.differences import Difference


_BELOW = 4
_THICK = 2


class SummaryEditor(NoteEditor):
    """New words are underlined; a small mark below the line stands where words were taken out."""

    def __init__(self, *, theme: Theme) -> None:
        self._gaps: tuple[QTextCursor, ...] = ()
        super().__init__(theme=theme, role=Role.SUMMARY, heading=Role.PANEL)
        self._new = QTextCharFormat()
        self._new.setBackground(theme.colour("accent_soft"))

    def append_text(self, text: str) -> None:
        """Put a text below what stands there, as one step that can be undone, and go to where it begins."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        begin = cursor.position()
        above = self.text()
        self.insert_text("\n" * _line_ends_before(above) + text + "\n")
        cursor.setPosition(begin + _line_ends_before(above))
        self.setTextCursor(cursor)
        if begin == 0:
            self.verticalScrollBar().setValue(0)
        else:
            self.ensureCursorVisible()

    def replace_text(self, text: str) -> None:
        """Put another text in place of the present one, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.setTextCursor(cursor)
        self.insert_text(text)

    def mark_new(self, found: Sequence[Difference], text: str) -> None:
        """Mark what differs; the places count code points of ``text``, which has to be what stands here."""
        positions = QtPositions(text)
        new = [span for span in (_trimmed(each, text) for each in found) if span[0] < span[1]]
        starts = self.places([positions.unit(start) for start, _ in new])
        ends = self.places([positions.unit(end) for _, end in new])
        self.setExtraSelections([self._selection(start, end) for start, end in zip(starts, ends, strict=True)])
        gone = [each.start for each in found if each.start == each.end]
        self._gaps = tuple(self._cursor_at(place) for place in self.places([positions.unit(each) for each in gone]))
        self.viewport().update()

    def _selection(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor_at(start)
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format = self._new
        return selection

    def _cursor_at(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        return cursor

    def _on_document_replaced(self) -> None:
        # Marks belong to the document that goes.
        self._gaps = ()
        self.setExtraSelections([])
        super()._on_document_replaced()

    def _underlines(self, cursor: QTextCursor) -> Iterator[QRectF]:
        """Return where the lines below a passage go, as far as they are in sight. Qt's own are too thin to see."""
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        block = self.document().findBlock(begin)
        while block.isValid() and block.position() < end:
            place = self.document().documentLayout().blockBoundingRect(block).translated(-across, -down)
            if place.top() > self.viewport().height():
                return
            if place.bottom() >= 0:
                yield from _below_lines(block, begin - block.position(), end - block.position(), place.topLeft())
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        passages = self.extraSelections()
        if not passages and not self._gaps:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        for each in passages:
            for line in self._underlines(each.cursor):
                painter.drawRect(line)
        size = self._theme.px(5)
        for gap in self._gaps:
            foot = self.cursorRect(gap)
            if foot.bottom() >= 0 and foot.top() <= self.viewport().height():
                x, y = foot.center().x(), foot.bottom() - 1
                painter.drawPolygon(QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x - size, y)]))


def _below_lines(block: QTextBlock, begin: int, end: int, origin: QPointF) -> Iterator[QRectF]:
    """Return a strip below each line of a paragraph that has something of the passage."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(begin, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            # It comes back with the place that it found; the stubs do not know.
            sides = sorted(line.cursorToX(place)[0] for place in (first, last))  # type: ignore[index]
            top = round(origin.y() + line.y() + line.ascent()) + _BELOW
            yield QRectF(origin.x() + sides[0], top, sides[1] - sides[0], _THICK)


def _line_ends_before(above: str) -> int:
    """Return how many line ends part what comes next from what stands above it by an empty line."""
    if not above.strip():
        return 0
    return max(0, 2 - (len(above) - len(above.rstrip("\n"))))


def _trimmed(difference: Difference, text: str) -> tuple[int, int]:
    """Return the span of the new words, from the first to the last, without the space around them."""
    start, end = difference.start, difference.end
    # A sentence put in between two others may as well begin after the full stop as before it.
    while (
        not difference.removed
        and end < len(text)
        and start < end
        and text[start] == text[end]
        and not text[start].isalnum()
    ):
        start, end = start + 1, end + 1
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())
