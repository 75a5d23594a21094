"""Tab goes through what was made later where it stands, and not after everything that was there before."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tab_stops(widget: QWidget) -> None:
    """Let Tab go through all that is in a widget in the order in which it was made, before it goes on below."""
    # The list of a box is a window of its own.
    inside = (each for each in widget.findChildren(QWidget) if each.window() is widget.window())
    stops = [each for each in inside if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
