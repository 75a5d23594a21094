"""A page that scrolls: margins all round, running text no wider than is pleasant to read."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.labels import LINE_OF_TEXT


def text_width(theme: Theme, characters: int = LINE_OF_TEXT) -> int:
    """Return the width in pixels of a line of running text of so many characters."""
    return QFontMetrics(theme.font()).averageCharWidth() * characters


_ROUNDS = 3


class ScrollPage(QScrollArea):
    """Scrolls up and down only; ``body`` takes the contents, from the top."""

    def __init__(
        self, *, theme: Theme, margin: int = 56, readable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wheel = _Wheel(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        across = QHBoxLayout(inside)
        side = min(margin, 24) if theme.narrow else margin
        across.setContentsMargins(side, min(margin, 44), side, 32)
        column = QWidget()
        # Room that is left goes below: a layout that is aligned itself does not grow with lines that wrap.
        below = QVBoxLayout(column)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(self.body)
        below.addStretch(1)
        across.addWidget(column, 1)
        if readable:
            column.setMaximumWidth(text_width(theme))
            across.addStretch(0)
            across.setAlignment(column, Qt.AlignmentFlag(0))
        self.contents = inside
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def add(self, *parts: QWidget | QLayout | int) -> None:
        """Put widgets and layouts under each other; an int is a gap in pixels."""
        for part in parts:
            if isinstance(part, int):
                self.body.addSpacing(part)
            elif isinstance(part, QWidget):
                self.body.addWidget(part)
                self._keep_wheel_from(part)
            else:
                self.body.addLayout(part)

    def take_in(self, part: QWidget) -> None:
        """Look again at a part that was put here before all that is in it was there."""
        self._keep_wheel_from(part)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to something that may only just have appeared."""
        # Its place is known once the layout has been made again.
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, 24))

    def bring_to_top(self, part: QWidget) -> None:
        """Scroll so far that a part begins at the top, as far as there is something below it."""

        def scroll(rounds: int) -> None:
            below = part.mapTo(self.viewport(), QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + below - 8)
            if rounds:
                QTimer.singleShot(0, part, lambda: scroll(rounds - 1))

        # As above; a part with much in it takes a few rounds until all of it has its place.
        QTimer.singleShot(0, part, lambda: scroll(_ROUNDS))

    def _keep_wheel_from(self, part: QWidget) -> None:
        for each in (part, *part.findChildren(QWidget)):
            if isinstance(each, QComboBox | QAbstractSpinBox):
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                each.installEventFilter(self._wheel)


class _Wheel(QObject):
    """Lets the wheel scroll the page and never change a choice that the pointer happens to pass."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
