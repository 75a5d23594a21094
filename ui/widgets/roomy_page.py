"""A page whose main part keeps a height that can be worked in: in a window too low for that, all of it scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ui.theme import Theme

_LEAST = 420


class RoomyPage(QScrollArea):
    """Holds a layout with one ``main`` part that takes the room that the others leave."""

    def __init__(self, contents: QLayout, *, main: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self._least = theme.px(_LEAST)
        inside = QWidget()
        inside.setLayout(contents)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Never higher than what is in view, so that all of the main part can be seen at once.
        self._main.setMinimumHeight(min(self._least, round(self.viewport().height() * 0.88)))
        super().resizeEvent(event)
