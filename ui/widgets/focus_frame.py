"""The ring around what the keyboard is on: one a window, outside the widget, never after a click."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTextEdit,
    QWidget,
)

from ui.theme import Theme

OWN_FOCUS = "own_focus"
"""Property of a widget that shows by itself that it has the focus."""

_DRAW_THEIR_OWN = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QScrollArea)
_ROOM = 4
_RADIUS = 9.0


class _RingStyle(QProxyStyle):
    """Makes room for the ring; only the ring uses it, so that Python is not asked about every other widget."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _ROOM
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name.
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class FocusFrame(QFocusFrame):
    """Follows the keyboard focus within one window."""

    def __init__(self, window: QWidget, *, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._colour = theme.colour("focus")
        # Qt does not own the style of a single widget: without this reference it would be gone at once.
        self._ring_style = _RingStyle()
        self.setStyle(self._ring_style)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window:
            self._let_go()
            return
        by_keyboard = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self._window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
        if by_keyboard and not draws_its_own(new):
            self.setWidget(new)
            self.raise_()
        else:
            self._let_go()

    def _let_go(self) -> None:
        if self.widget() is not None:
            self.setWidget(None)  # type: ignore[arg-type]  # The stub forgets that none is how to let go.
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)


def draws_its_own(widget: QWidget) -> bool:
    """Say whether a widget shows its focus by itself: fields by their border, some by their own painting."""
    return isinstance(widget, _DRAW_THEIR_OWN) or bool(widget.property(OWN_FOCUS))
