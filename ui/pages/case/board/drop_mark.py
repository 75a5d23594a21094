"""The line that shows where an option will stand when it is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.theme import Theme

_WIDTH = 4


class DropMark(QWidget):
    """A line from top to bottom between two columns."""

    def __init__(self, *, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = theme.colour("accent")
        self.hide()

    def show_at(self, x: int, *, height: int) -> None:
        """Stand at this place, above the columns."""
        self.setGeometry(max(0, x - _WIDTH // 2), 0, _WIDTH, height)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._colour)
