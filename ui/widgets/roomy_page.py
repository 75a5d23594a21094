"""A page whose main part keeps a height that can be worked in: in a window too low for that, all of it scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.layouts import column

_LEAST = 420
_MOST_OF_VIEW = 0.88


class RoomyPage(QScrollArea):
    """Puts what belongs above under each other, and below it the ``main`` part in the room that is left."""

    def __init__(
        self,
        *above: QWidget,
        main: QWidget,
        theme: Theme,
        spacing: int = 0,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._main = _Main(main)
        self._least = theme.px(_LEAST)
        inside = QWidget()
        whole = column(spacing=spacing, margins=margins)
        inside.setLayout(whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        # Put in last: what is moved with all that is in it costs more the more that is.
        for widget in (*above, self._main):
            whole.addWidget(widget)
        whole.setStretch(len(above), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Never higher than what is in view, so that all of the main part can be seen at once.
        self._main.setMinimumHeight(min(self._least, round(self.viewport().height() * _MOST_OF_VIEW)))
        super().resizeEvent(event)


class _Main(QWidget):
    """Asks for no height of its own, whatever its contents would like."""

    def __init__(self, contents: QWidget) -> None:
        super().__init__()
        self.setLayout(column(contents))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
