"""Rows and columns without the margins that Qt adds by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.widgets.flow_layout import FlowLayout

_Box = TypeVar("_Box", QVBoxLayout, QHBoxLayout)
_Item = QWidget | QLayout | int | None
_PLACED_MS = 1


def column(*items: _Item, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a column of widgets and layouts; an int is a gap in pixels, ``None`` takes what room is left."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return _fill(layout, items)


def row(*items: _Item, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a row of widgets and layouts; an int is a gap in pixels, ``None`` takes what room is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return _fill(layout, items)


def flow(*widgets: QWidget, spacing: int = 12) -> FlowLayout:
    """Return a row that goes on below when there is no room: use it for buttons, so that large text wraps."""
    from ui.widgets.flow_layout import FlowLayout  # noqa: PLC0415 - the first window does without it

    layout = FlowLayout(spacing=spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def holder(layout: QLayout, *, panel: str = "", edge: str = "", parent: QWidget | None = None) -> QFrame:
    """Return a widget around a layout; ``panel`` names its ground, ``edge`` the side of its hairline."""
    held = QFrame(parent)
    if panel:
        held.setProperty("panel", panel)
    if edge:
        held.setProperty("edge", edge)
    held.setLayout(layout)
    return held


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a hairline across."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and destroy its widgets; what is put in next shows in one go."""
    held = layout.parentWidget()
    if held is not None:
        hold_still(held)
    _take_out(layout)


def hold_still(widget: QWidget) -> None:
    """Let a widget show what is now done to it in one go.

    Qt shows and places new widgets, and closes the gap of hidden ones, only in the next rounds of events, and would
    paint the empty place first.
    """
    if widget.isVisible() and widget.updatesEnabled():
        widget.setUpdatesEnabled(False)
        QTimer.singleShot(_PLACED_MS, widget, lambda: widget.setUpdatesEnabled(True))


def _take_out(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _take_out(inner)
            inner.deleteLater()


def _fill(layout: _Box, items: tuple[_Item, ...]) -> _Box:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout
