"""The words that a begun word of a passphrase may become, in a short list below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from ui.theme import Theme


class Suggestions(QListWidget):
    """At most three words, within the window, that never take the focus from the field."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("popup", True)  # noqa: FBT003 - a Qt property has no keyword
        self.setFont(theme.font())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_TabHint(self, theme=theme))
        self.hide()

    def offer(self, words: tuple[str, ...], *, at: QPoint, window: QWidget) -> None:
        """Show these words at a place in the window."""
        if self.parent() is not window:
            self.setParent(window)
        self.clear()
        self.addItems(list(words))
        self.setCurrentRow(0)
        height = sum(self.sizeHintForRow(each) for each in range(len(words))) + 12
        width = self._theme.px(224)
        left = max(8, min(at.x(), window.width() - width - 8))
        self.setGeometry(QRect(left, at.y(), width, height))
        self.raise_()
        self.show()

    def step(self, steps: int) -> None:
        """Go to the next or the previous word."""
        self.setCurrentRow(min(max(self.currentRow() + steps, 0), self.count() - 1))


class _TabHint(QStyledItemDelegate):
    """Says at the current word which key takes it."""

    def __init__(self, parent: QWidget, *, theme: Theme) -> None:
        super().__init__(parent)
        self._font = theme.font(Role.CAPTION)
        self._colour = theme.colour("ink2")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        view = self.parent()
        if isinstance(view, QListWidget) and view.currentRow() == index.row():
            painter.setFont(self._font)
            painter.setPen(self._colour)
            area: QRect = option.rect
            painter.drawText(
                area.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "Tab"
            )
