"""The ring around what the keyboard is on: one a window, outside the widget, never after a click."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.theme import Theme

OWN_FOCUS = "own_focus"
"""Property of a widget that shows by itself that it has the focus."""

_DRAW_THEIR_OWN = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QScrollArea)
_ROOM = 4
_RADIUS = 9.0
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusFrame(QWidget):
    """Follows the keyboard focus within one window.

    It is a child of the window and not, as a ``QFocusFrame`` is, of what holds the widget: containers without
    margins would cut it off, and take it along when they are destroyed.
    """

    def __init__(self, window: QWidget, *, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._colour = theme.colour("focus")
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._whole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def widget(self) -> QWidget | None:
        """Return what the ring is around, or ``None``."""
        return self._target

    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is None or new.window() is not self._window:
            return
        by_keyboard = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
        if by_keyboard and not draws_its_own(new):
            self._follow(new)

    def _follow(self, target: QWidget) -> None:
        self._target = target
        each: QWidget | None = target
        while each is not None and each is not self._window:
            self._watched.append(each)
            each.installEventFilter(self)
            each = each.parentWidget()
        self._place()

    def _let_go(self) -> None:
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()

    def _place(self) -> None:
        if self._target is None or not isValid(self._target) or not self._target.isVisible():
            self.hide()
            return
        whole = self._within_window(self._target).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        seen = whole & self._window.rect()
        for each in self._watched:
            area = each.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is each:
                seen &= self._within_window(each)
        self._whole = whole.translated(-seen.topLeft())
        self.setGeometry(seen)
        self.raise_()
        self.setVisible(not seen.isEmpty())

    def _within_window(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature.
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 2))
        painter.drawRoundedRect(QRectF(self._whole).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)


def draws_its_own(widget: QWidget) -> bool:
    """Say whether a widget shows its focus by itself: fields by their border, some by their own painting."""
    return isinstance(widget, _DRAW_THEIR_OWN) or bool(widget.property(OWN_FOCUS))
