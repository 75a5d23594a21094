"""A row that goes on below when there is no room, so that large text wraps instead of being cut."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Size(NamedTuple):
    """How large an item wants to be."""

    item: QLayoutItem
    width: int
    height: int


class FlowLayout(QLayout):
    """Puts its widgets beside each other and starts a new line where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 12) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Qt asks for the same sizes over and over while it lays out what is around.
        self._heights: dict[int, int] = {}
        self._sizes: list[_Size] | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def _arrange(self, area: QRect) -> None:
        y, spacing = area.y(), self.spacing()
        for line in self._lines(area.width()):
            x, height = area.x(), max(size.height for size in line)
            for size in line:
                size.item.setGeometry(QRect(x, y + (height - size.height) // 2, size.width, size.height))
                x += size.width + spacing
            y += height + spacing

    def _height(self, width: int) -> int:
        lines = self._lines(width)
        return sum(max(size.height for size in line) for line in lines) + self.spacing() * max(len(lines) - 1, 0)

    def _lines(self, width: int) -> list[list[_Size]]:
        lines: list[list[_Size]] = []
        room, spacing = -1, self.spacing()
        for natural in self._natural_sizes():
            size = natural if natural.width <= width else _narrowed(natural, width)
            if room < size.width:
                lines.append([])
                room = width
            lines[-1].append(size)
            room -= size.width + spacing
        return lines

    def _natural_sizes(self) -> list[_Size]:
        if self._sizes is None:
            widgets = ((item, item.widget()) for item in self._items)
            self._sizes = [_natural(item) for item, widget in widgets if widget is None or not widget.isHidden()]
        return self._sizes

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._heights.clear()
        self._sizes = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        if inner not in self._heights:
            self._heights[inner] = self._height(inner)
        return self._heights[inner] + margins.top() + margins.bottom()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area.marginsRemoved(self.contentsMargins()))

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size


def _natural(item: QLayoutItem) -> _Size:
    hint = item.sizeHint()
    return _of_width(item, hint.width(), hint.height())


def _narrowed(natural: _Size, width: int) -> _Size:
    item = natural.item
    return _of_width(item, min(natural.width, max(width, item.minimumSize().width())), natural.height)


def _of_width(item: QLayoutItem, width: int, height: int) -> _Size:
    return _Size(item, width, item.heightForWidth(width) if item.hasHeightForWidth() else height)
