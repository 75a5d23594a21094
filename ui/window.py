"""The one top-level window: shows one content at a time, covers itself, and goes blank for locking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from shiboken6 import isValid

from ui.icons import app_icon

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent

TITLE = "VP-journaal"
_FIRST_SIZE = (1180, 760)


class Window(QWidget):
    """Holds unlock page, first run or frame; its title never says more than the program's name."""

    close_requested = Signal()
    """The adviser wants to end the program; whoever listens saves and then calls ``close_now``."""
    painted = Signal()
    """The window was painted for the first time: what was put off for speed may begin."""
    covered_too_long = Signal()
    """Nobody took the cover away in time."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self._stack = QStackedLayout(self)
        self._content: QWidget | None = None
        self._cover: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._typed_in: QWidget | None = None
        self._was_painted = False
        self._may_close = False

    @property
    def content(self) -> QWidget | None:
        """What the window shows, or hides behind its cover."""
        return self._content

    @property
    def is_covered(self) -> bool:
        """Tell whether the content is hidden behind a cover or a blank page."""
        return self._cover is not None

    def is_covered_by(self, kind: type[QWidget]) -> bool:
        """Tell whether the content is hidden behind a cover of this kind."""
        return isinstance(self._cover, kind)

    def show_content(self, content: QWidget) -> None:
        """Show this and destroy what was shown before."""
        before, self._content = self._content, content
        self._stack.addWidget(content)
        if not self.is_covered:
            self._stack.setCurrentWidget(content)
            content.setFocus()
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()

    def cover(self, cover: QWidget) -> None:
        """Hide everything behind this, other windows of the program too, and paint it before returning."""
        if not self.is_covered:
            self._typed_in = QApplication.focusWidget()
        self._drop_cover()
        self._cover = cover
        while (popup := QApplication.activePopupWidget()) is not None and popup.isVisible():
            popup.close()
        self._hidden += [w for w in QApplication.topLevelWidgets() if w is not self and w.isVisible()]
        for other in self._hidden:
            other.hide()
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        cover.setFocus()
        self.repaint()

    def blank(self) -> None:
        """Hide everything behind an empty page, for good."""
        self.cover(_Blank(self))

    def uncover(self) -> None:
        """Show the content again, and the windows that stood above it."""
        self._drop_cover()
        if self._content is not None:
            self._stack.setCurrentWidget(self._content)
            self._focus_again(self._content)
        hidden, self._hidden = self._hidden, []
        for other in hidden:
            # A file dialog ends when it is hidden.
            if isValid(other):
                other.show()

    def _focus_again(self, content: QWidget) -> None:
        """Let the adviser type on where the cover came."""
        before, self._typed_in = self._typed_in, None
        known = before is not None and isValid(before) and content.isAncestorOf(before)
        (before if before is not None and known else content).setFocus()

    def restore_place(self, geometry: QByteArray) -> None:
        """Stand where the window stood before, or in a good first size."""
        if not self.restoreGeometry(geometry):
            available = self.screen().availableGeometry()
            width, height = (
                min(_FIRST_SIZE[0], available.width()),
                min(_FIRST_SIZE[1], available.height()),
            )
            self.resize(width, height)

    def come_forward(self) -> None:
        """Show the window to someone who started the program a second time."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def close_now(self) -> None:
        """End without asking anyone."""
        self._may_close = True
        self.close()

    def stay_behind(self) -> None:
        """Come without taking the focus from another program."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - the usual start does without these constants

        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def load_icon(self) -> None:
        """Draw the icon; not before the first painting, because it takes a moment."""
        icon = app_icon()
        self.setWindowIcon(icon)
        QApplication.setWindowIcon(icon)

    def _drop_cover(self) -> None:
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)


class _Blank(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour: QColor = parent.palette().window().color()

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtGui import QPainter  # noqa: PLC0415 - as above

        QPainter(self).fillRect(event.rect(), self._colour)
