"""The names of the rows, once, at the left of the board; they stay while the columns scroll sideways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.case.board.measure import above
from ui.pages.case.board.slots import ROW_NAMES, ROWS, Row
from ui.widgets.labels import Caption

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_GAP = 10
_CELL_ABOVE = 2


class RowNames(QWidget):
    """A strip beside the columns; a panel in it scrolls up and down with them."""

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = QWidget(self)
        self._names = {
            row: Caption(texts(ROW_NAMES[row]), theme=theme, parent=self._panel) for row in ROWS if row is not Row.TITLE
        }
        self.wanted = max(name.sizeHint().width() for name in self._names.values()) + _GAP

    def arrange(self, heights: Mapping[Row, int], *, height: int) -> None:
        """Stand beside rows of these heights, on a board this high."""
        self._panel.resize(self.width(), height)
        top = 0
        for row in ROWS:
            if row in self._names:
                name = self._names[row]
                name.setVisible(heights[row] > 0)
                name.setGeometry(
                    0, top + above(row) + _CELL_ABOVE, self.width() - _GAP, name.heightForWidth(self.width() - _GAP)
                )
            top += heights[row]

    def scroll_to(self, y: int) -> None:
        """Follow the columns down."""
        self._panel.move(0, -y)
