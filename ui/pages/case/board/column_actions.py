"""What can be done with the current option as a whole: move it, or take it off the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import ADD, button
from ui.widgets.layouts import flow

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class ColumnActions(QWidget):
    """Stands below the current column."""

    shift_asked = Signal(int)
    """-1 to the left, 1 to the right."""
    remove_asked = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._left = button(texts("Naar links"), theme=theme, kind=ADD, icon_name="arrow-left")
        self._right = button(texts("Naar rechts"), theme=theme, kind=ADD, icon_name="arrow-right")
        remove = button(texts("Weghalen"), theme=theme, kind=ADD, icon_name="trash-2")
        self._left.setObjectName("moveLeftButton")
        self._right.setObjectName("moveRightButton")
        remove.setObjectName("removeOptionButton")
        self._left.clicked.connect(lambda: self.shift_asked.emit(-1))
        self._right.clicked.connect(lambda: self.shift_asked.emit(1))
        remove.clicked.connect(self.remove_asked)
        self._buttons = flow(self._left, self._right, remove, spacing=4)
        self.setLayout(self._buttons)

    def set_possible(self, *, left: bool, right: bool) -> None:
        """Offer only the ways that the option can go."""
        self._left.setVisible(left)
        self._right.setVisible(right)

    def heightForWidth(self, width: int) -> int:
        return self._buttons.heightForWidth(width)
