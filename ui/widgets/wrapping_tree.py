"""Groups that fold, with lines that wrap: the questions beside the note. A click gives the line to whoever listens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.theme import Role, Theme

_COUNT = Qt.ItemDataRole.UserRole + 1
_INDENT = 24
_PAD = 8
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TreeGroup:
    """A group by its title, its lines, and at its right a count in words such as *6 van 8*."""

    title: str
    lines: tuple[str, ...]
    count: str = ""


class WrappingTree(QTreeView):
    """A click or Enter on a group folds it; on a line it emits ``chosen``."""

    chosen = Signal(str)

    def __init__(self, *, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Wrapping(self, theme=theme))
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_groups(self, groups: Sequence[TreeGroup], *, unfolded: str = "") -> None:
        """Show other groups, all folded but the one with this title."""
        self._rows.clear()
        for group in groups:
            head = QStandardItem(group.title)
            head.setData(group.count, _COUNT)
            head.setData(f"{group.title} {group.count}".strip(), Qt.ItemDataRole.AccessibleTextRole)
            for line in group.lines:
                head.appendRow(QStandardItem(line))
            self._rows.appendRow(head)
            if group.title == unfolded:
                self.expand(head.index())

    def set_count(self, title: str, count: str) -> None:
        """Change the count at the right of a group."""
        for head in self._rows.findItems(title):
            head.setData(count, _COUNT)
            head.setData(f"{title} {count}".strip(), Qt.ItemDataRole.AccessibleTextRole)

    def unfold(self, title: str) -> None:
        """Open a group."""
        for head in self._rows.findItems(title):
            self.expand(head.index())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.parent().isValid():
            self.chosen.emit(index.data())
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Heights depend on the width, which Qt does not know of its rows.
        self.scheduleDelayedItemsLayout()


class _Wrapping(QStyledItemDelegate):
    def __init__(self, view: WrappingTree, *, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def _text_area(self, row: QRect, index: _Index) -> QRect:
        right = _PAD + (self._count_width(index) if not index.parent().isValid() else 0)
        indent = round(_INDENT * min(self._theme.text_scale, 1.5))
        return row.adjusted(indent, 5, -right, -5)

    def _count_width(self, index: _Index) -> int:
        count = index.data(_COUNT)
        return self._metrics(strong=False).horizontalAdvance(count) + 12 if count else 0

    def _metrics(self, *, strong: bool) -> QFontMetrics:
        return QFontMetrics(self._theme.font(Role.BODY, strong=strong))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature.
        width = self._view.viewport().width()
        area = self._text_area(QRect(0, 0, width, 10_000), index)
        strong = not index.parent().isValid()
        flags = Qt.TextFlag.TextWordWrap.value
        bounds = self._metrics(strong=strong).boundingRect(area, flags, index.data())
        return QSize(width, max(bounds.height(), self._theme.px(24)) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        head = not index.parent().isValid()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, head=head)
        area = self._text_area(option.rect, index)
        if head:
            self._paint_fold(painter, option.rect, unfolded=self._view.isExpanded(index))
            self._paint_count(painter, option.rect, index)
        painter.setFont(self._theme.font(Role.BODY, strong=head))
        painter.setPen(self._theme.colour("ink"))
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(area, flags, index.data())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, head: bool) -> None:
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if over and not head:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(option.rect, 6, 6)
        if focused:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_fold(self, painter: QPainter, row: QRect, *, unfolded: bool) -> None:
        pen = QPen(self._theme.colour("ink2"), 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach = 4.5 * min(self._theme.text_scale, 1.5)
        x, y = row.left() + 2.5 * reach, row.center().y() + 0.5
        ends = [(-reach, -reach / 2), (0, reach / 2), (reach, -reach / 2)]
        if not unfolded:
            ends = [(dy, dx) for dx, dy in ends]
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in ends]))

    def _paint_count(self, painter: QPainter, row: QRect, index: _Index) -> None:
        painter.setFont(self._theme.font(Role.CAPTION))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(
            row.adjusted(0, 0, -_PAD, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            index.data(_COUNT) or "",
        )
