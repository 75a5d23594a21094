"""Shortens a text that must stay on one line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget


def elided(text: str, *, widget: QWidget, width: int) -> str:
    """Return ``text``, shortened with an ellipsis where it is wider than ``width`` in the font of ``widget``."""
    return QFontMetrics(widget.font()).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
