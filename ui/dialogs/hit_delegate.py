"""Paints a row of the find window: a quiet line, and below it the words with what was searched in bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.hit_model import CAPTION_ROLE, MARKS_ROLE
from ui.positions import QtPositions
from ui.theme import Role

if TYPE_CHECKING:
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP = 14, 7


class HitDelegate(QStyledItemDelegate):
    """Two lines a row; words that do not fit are cut at the end, never the part that was found first."""

    def __init__(self, *, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(option.rect, 6, 6)
        area = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        painter.setFont(theme.font(Role.CAPTION))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(index.data(CAPTION_ROLE)))
        painter.setPen(theme.colour("ink"))
        top = area.top() + theme.line_height(Role.CAPTION)
        layout = self._line(str(index.data()), index.data(MARKS_ROLE) or (), area.width())
        layout.draw(painter, QPointF(area.left(), top))
        painter.restore()

    def _line(self, words: str, marks: Sequence[tuple[int, int]], width: int) -> QTextLayout:
        font = self._theme.font()
        shown = QFontMetrics(self._theme.font(strong=True)).elidedText(words, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(bold_ranges(shown, marks))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        height = self._theme.line_height(Role.CAPTION) + self._theme.line_height(Role.BODY) + 2 * _TOP
        return QSize(200, height)


def bold_ranges(shown: str, marks: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    """Return what to make bold in a text that may have been cut at its end."""
    positions = QtPositions(shown)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    ranges = []
    for start, end in marks:
        if start < len(shown):
            found = QTextLayout.FormatRange()
            found.start, found.length = positions.units(start, min(end, len(shown)))
            found.format = bold
            ranges.append(found)
    return ranges
