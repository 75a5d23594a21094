"""What happened in a case, by day and in words: a dot, a day, what it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import clear


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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show other rows, in the order given."""
        clear(self._grid)
        for number, row in enumerate(rows):
            words = Body(row.words, theme=self._theme)
            words.setAccessibleName(f"{row.day}: {row.words}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(_Dot(theme=self._theme, current=row.current), number, 0, top)
            day = Caption(row.day, theme=self._theme)
            day.setMinimumWidth(min(day.sizeHint().width(), self._theme.px(120)))
            self._grid.addWidget(day, number, 1, top)
            self._grid.addWidget(words, number, 2, top)


class _Dot(QWidget):
    def __init__(self, *, theme: Theme, current: bool) -> None:
        super().__init__()
        self._colour = theme.colour("accent" if current else "edge")
        self._height = theme.px(24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(9, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(0, (self._height - 9) / 2, 9, 9))
