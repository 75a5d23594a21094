"""The paper to write a summary on, which shows what is new in it since the reporter approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QTextCursor

from ui.theme import Role
from ui.widgets.note_editor import NoteEditor
from ui.widgets.passages import BELOW, lines_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.theme import Theme
    from vpjournal.domain.differences import Difference


_THICK = 2


class SummaryEditor(NoteEditor):
    """New words are underlined; a small mark below the line stands where words were taken out.

    Both are painted, because the text itself and its undoing stay as they are, and go along with the words while the
    next comparison is still on its way.
    """

    def __init__(self, *, theme: Theme) -> None:
        self._new: tuple[QTextCursor, ...] = ()
        self._gaps: tuple[QTextCursor, ...] = ()
        super().__init__(theme=theme, role=Role.SUMMARY, heading=Role.PANEL)

    @property
    def marked(self) -> tuple[str, ...]:
        """The passages that are marked as new."""
        return tuple(each.selectedText() for each in self._new)

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
        new = [span for span in (_trimmed(each, text) for each in found) if span[0] < span[1]]
        starts, ends = self.places([start for start, _ in new]), self.places([end for _, end in new])
        gone = self.places([each.start for each in found if each.start == each.end])
        self._new = tuple(self._cursor_over(start, end) for start, end in zip(starts, ends, strict=True))
        self._gaps = tuple(self._cursor_over(place, place) for place in gone)
        self.viewport().update()

    def _cursor_over(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_document_replaced(self) -> None:
        # Marks belong to the document that goes.
        self._new = self._gaps = ()
        super()._on_document_replaced()

    def _lines_of(self, cursor: QTextCursor) -> Iterator[QRectF]:
        """Return where the words of a passage stand, line by line, as far as they are in sight."""
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        block = self.document().findBlock(begin)
        while block.isValid() and block.position() < end:
            place = self.document().documentLayout().blockBoundingRect(block).translated(-across, -down)
            if place.top() > self.viewport().height():
                return
            if place.bottom() >= 0:
                span = begin - block.position(), end - block.position()
                yield from lines_in(block, *span, place.topLeft(), below=self._theme.px(BELOW))
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = [line for each in self._new for line in self._lines_of(each)]
        self._paint(lines, "accent_soft")
        super().paintEvent(event)
        self._paint([QRectF(line.left(), line.bottom() - _THICK, line.width(), _THICK) for line in lines], "accent")
        self._paint_gaps()

    def _paint(self, areas: Sequence[QRectF], colour: str) -> None:
        painter = QPainter(self.viewport())
        for area in areas:
            # Whole pixels, so that the line is as sharp as the letters.
            painter.fillRect(area.toAlignedRect(), self._theme.colour(colour))

    def _paint_gaps(self) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        size = self._theme.px(5)
        for gap in self._gaps:
            foot = self.cursorRect(gap)
            if foot.bottom() >= 0 and foot.top() <= self.viewport().height():
                x, y = foot.center().x(), foot.bottom() - 1
                painter.drawPolygon(QPolygonF([QPointF(x, y - size), QPointF(x + size, y), QPointF(x - size, y)]))


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
