"""What happened in a case, by day and in words: a dot, a day, what it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.labels import Body, Caption


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A day in words, what happened, and whether it is what the page shows now."""

    day: str
    words: str
    current: bool = False


class DayTimeline(QWidget):
    """Rows of days, aligned."""

    def __init__(self, rows: Sequence[TimelineRow] = (), *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show other rows, in the order given; the widgets of the rows before are used again."""
        for number in range(len(self._made), len(rows)):
            self._made.append(_Row(self._grid, number, theme=self._theme))
        for made, row in zip_longest(self._made, rows):
            made.show_row(row)


class _Row:
    """The widgets of one row, which show nothing while there is no such row."""

    def __init__(self, grid: QGridLayout, number: int, *, theme: Theme) -> None:
        self._theme = theme
        self._dot, self._day, self._words = _Dot(theme=theme), Caption(theme=theme), Body(theme=theme)
        self._widgets = (self._dot, self._day, self._words)
        for place, widget in enumerate(self._widgets):
            grid.addWidget(widget, number, place, Qt.AlignmentFlag.AlignTop)

    def show_row(self, row: TimelineRow | None) -> None:
        """Show this row, or nothing."""
        day, words = ("", "") if row is None else (row.day, row.words)
        if (day, words) != (self._day.text(), self._words.text()):
            self._day.setText(day)
            self._day.setMinimumWidth(min(self._day.sizeHint().width(), self._theme.px(120)))
            self._words.setText(words)
            self._words.setAccessibleName(f"{day}: {words}" if row is not None else "")
        self._dot.set_current(current=row is not None and row.current)
        for widget in self._widgets:
            widget.setVisible(row is not None)


class _Dot(QWidget):
    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._current = False
        self._height = theme.px(24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_current(self, *, current: bool) -> None:
        """Show whether its day is what the page shows now."""
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(9, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent" if self._current else "edge"))
        painter.drawEllipse(QRectF(0, (self._height - 9) / 2, 9, 9))
