"""The field in which one text of the board is written, in its place; leaving it always keeps the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.case.board.cell import role_of
from ui.pages.case.board.slots import Slot
from ui.theme import Theme
from ui.widgets.plain_text_field import PlainTextField

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CellEditor(PlainTextField):
    """Enter and Escape end it, Tab goes on to the next text; Shift+Enter begins a new line."""

    left = Signal(int)
    """The adviser is done: 0 to stay, 1 to go to the next text, -1 to the one before."""
    lost = Signal()
    """The focus went elsewhere."""
    resized = Signal()

    def __init__(self, text: str, *, slot: Slot, name: str, theme: Theme, parent: QWidget) -> None:
        self.slot = slot
        super().__init__(text, theme=theme, lines=(1, 10), role=role_of(slot.row), parent=parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(name)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        new_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not new_line
        if ends or event.key() == Qt.Key.Key_Escape:
            self.left.emit(0)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's signature.
        self.left.emit(1 if onward else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.lost.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.resized.emit()
