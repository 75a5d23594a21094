"""Groups that fold, with lines that wrap: the questions beside the note. A click gives the line to whoever listens."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextLayout,
    QTextOption,
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
from ui.widgets.glyphs import paint_tick

_COUNT = Qt.ItemDataRole.UserRole + 1
_KEY = _COUNT + 1
_DETAIL = _COUNT + 2
_BOX = 18
_INDENT = 24
_PAD = 8
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A line with quieter words below it; one with a ``key`` has a box before it, ticked or not."""

    text: str
    detail: str = ""
    key: str = ""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class TreeGroup:
    """A group by its title, its lines, and at its right a count in words such as *6 van 8*."""

    title: str
    lines: tuple[str | TreeLine, ...]
    count: str = ""


class WrappingTree(QTreeView):
    """A click or Enter on a group folds it; on a line it emits ``chosen``, or ``ticked`` when the line has a box."""

    chosen = Signal(str)
    ticked = Signal(str, bool)
    """The adviser ticked or unticked a line: its key, and whether it is ticked now."""

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
                head.appendRow(_item(line if isinstance(line, TreeLine) else TreeLine(line)))
            self._rows.appendRow(head)
            if group.title == unfolded:
                self.expand(head.index())

    def set_count(self, title: str, count: str) -> None:
        """Change the count at the right of a group."""
        for head in self._rows.findItems(title):
            head.setData(count, _COUNT)
            head.setData(f"{title} {count}".strip(), Qt.ItemDataRole.AccessibleTextRole)

    def set_ticked(self, key: str, *, ticked: bool) -> None:
        """Tick a line or not; says nothing to others."""
        for item in self._items_with(key):
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _items_with(self, key: str) -> list[QStandardItem]:
        heads = [self._rows.item(row) for row in range(self._rows.rowCount())]
        return [
            head.child(row) for head in heads for row in range(head.rowCount()) if head.child(row).data(_KEY) == key
        ]

    def unfold(self, title: str) -> None:
        """Open a group."""
        for head in self._rows.findItems(title):
            self.expand(head.index())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.parent().isValid():
            self._on_line_clicked(index)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_line_clicked(self, index: QModelIndex) -> None:
        key = index.data(_KEY)
        if not key:
            self.chosen.emit(index.data())
            return
        now = self._rows.itemFromIndex(index).checkState() is not Qt.CheckState.Checked
        self.set_ticked(key, ticked=now)
        self.ticked.emit(key, now)

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
        head = not index.parent().isValid()
        right = _PAD + (self._count_width(index) if head else 0)
        indent = round(_INDENT * min(self._theme.text_scale, 1.5))
        if self._theme.narrow and not head:
            # Its box stands below the mark of its group, so that long words keep their room.
            indent //= 3
        box = self._theme.px(_BOX) + 10 if index.data(_KEY) else 0
        return row.adjusted(indent + box, 5, -right, -5)

    def _count_width(self, index: _Index) -> int:
        count = index.data(_COUNT)
        return self._metrics(strong=False).horizontalAdvance(count) + 12 if count else 0

    def _metrics(self, *, strong: bool) -> QFontMetrics:
        return QFontMetrics(self._theme.font(Role.BODY, strong=strong))

    def _height(self, width: int, words: str, font: QFont) -> int:
        return math.ceil(_broken(words, font, width).boundingRect().height()) if words else 0

    def _heights(self, row: QRect, index: _Index) -> tuple[int, int]:
        """Return how high the words of a line are, and those below them."""
        width = self._text_area(row, index).width()
        words = self._height(width, index.data(), self._theme.font(Role.BODY, strong=not index.parent().isValid()))
        below = self._height(width, index.data(_DETAIL) or "", self._theme.font(Role.CAPTION))
        return max(words, self._theme.px(24)), below

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature.
        width = self._view.viewport().width()
        return QSize(width, sum(self._heights(QRect(0, 0, width, 10_000), index)) + 10)

    def editorEvent(
        self,
        event: QEvent,  # noqa: ARG002 - Qt's signature.
        model: QAbstractItemModel,  # noqa: ARG002 - Qt's signature.
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature.
        index: _Index,  # noqa: ARG002 - Qt's signature.
    ) -> bool:
        # The view ticks a line wherever it is clicked; Qt would tick it once more when the box itself is hit.
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        head = not index.parent().isValid()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, head=head)
        if head:
            self._paint_fold(painter, option.rect, unfolded=self._view.isExpanded(index))
            self._paint_count(painter, option.rect, index)
        elif index.data(_KEY):
            self._paint_box(painter, self._text_area(option.rect, index), ticked=_is_ticked(index))
        self._paint_words(painter, option.rect, index, head=head)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: QRect, index: _Index, *, head: bool) -> None:
        area = self._text_area(row, index)
        high, _ = self._heights(row, index)
        words = _broken(index.data(), self._theme.font(Role.BODY, strong=head), area.width())
        painter.setPen(self._theme.colour("ink"))
        words.draw(painter, QPointF(area.left(), area.top() + (high - words.boundingRect().height()) / 2))
        if detail := index.data(_DETAIL):
            painter.setPen(self._theme.colour("ink2"))
            below = _broken(detail, self._theme.font(Role.CAPTION), area.width())
            below.draw(painter, QPointF(area.left(), area.top() + high))

    def _paint_box(self, painter: QPainter, area: QRect, *, ticked: bool) -> None:
        side = self._theme.px(_BOX)
        top = area.top() + (self._theme.px(24) - side) / 2
        box = QRectF(area.left() - side - 10, top, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour("accent" if ticked else "edge"), 1))
        painter.setBrush(self._theme.colour("accent" if ticked else "paper"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            paint_tick(painter, box, theme=self._theme)

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


def _broken(words: str, font: QFont, width: int) -> QTextLayout:
    """Break words into lines: between words, and within one only where it is longer than a line."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _item(line: TreeLine) -> QStandardItem:
    item = QStandardItem(line.text)
    item.setData(line.detail, _DETAIL)
    item.setData(line.key, _KEY)
    item.setData(f"{line.text} {line.detail}".strip(), Qt.ItemDataRole.AccessibleTextRole)
    if line.key:
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked)
    return item


def _is_ticked(index: _Index) -> bool:
    return bool(Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked)
