"""Knows when a key or the mouse was last used, and takes the keys that lock and cover wherever they are pressed.

Shortcuts of the frame do not work while a dialog or a menu is open, and there is none on the pages before it; so these
two keys are taken where they reach a window of the program. A filter on the whole program would take every event of
every widget through Python, some 7,000 when a case opens; the windows themselves get few.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent

from ui.platform.clocks import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

_CTRL = Qt.KeyboardModifier.ControlModifier
_LOCK = (_CTRL, Qt.Key.Key_L)
_COVER = (_CTRL | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_H)
_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride))
_OTHER_USE = frozenset(
    (
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.NativeGesture,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
    )
)
_TREMBLE = 4
"""Pixels that a mouse may move without anyone touching it: a trembling desk keeps no journal open."""
_PAUSE = 1.0
"""Seconds between two signals, because whoever listens need not hear of every key."""


class Hands(QObject):
    """Watches the windows of the program; who listens decides what there is to lock or to cover."""

    stirred = Signal()
    """A key or the mouse was used; at once, and then at most once a second."""
    lock_requested = Signal()
    cover_requested = Signal()
    about_to_paste = Signal()
    """The key that pastes was pressed, or the button of the mouse that opens a menu in which that can be chosen."""

    def __init__(
        self,
        qt: QGuiApplication,
        parent: QObject,
        *,
        stopwatch: Stopwatch | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._stopwatch = stopwatch or Stopwatch()
        self._last_stir = self._told = now()
        self._pointer = QPoint()
        qt.focusWindowChanged.connect(self.watch_windows)
        self.watch_windows()

    @property
    def last_stir(self) -> float:
        """When a key or the mouse was last used, in seconds of ``time.monotonic``."""
        return self._last_stir

    @property
    def idle(self) -> float:
        """Seconds since then, those that the laptop slept included."""
        return self._stopwatch.elapsed

    def watch_windows(self) -> None:
        """Watch the windows there are; one that gets the keyboard is watched from then on by itself."""
        for window in QGuiApplication.topLevelWindows():
            # A second time does no more than the first.
            window.installEventFilter(self)

    def stir(self) -> None:
        """Count this moment as use."""
        self._last_stir = now = self._now()
        self._stopwatch.begin()
        if now - self._told >= _PAUSE:
            self._told = now
            self.stirred.emit()

    def _moved(self, event: QMouseEvent) -> bool:
        pointer = event.globalPosition().toPoint()
        if (pointer - self._pointer).manhattanLength() < _TREMBLE:
            return False
        self._pointer = pointer
        return True

    def _take(self, event: QKeyEvent) -> bool:
        """Act on one of the two keys, and tell whether it was one."""
        pressed = (event.modifiers(), event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.about_to_paste.emit()
        if pressed not in (_LOCK, _COVER):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Comes before any shortcut, and keeps it from working: Qt's file dialog has one that is the same.
            event.accept()
        elif not event.isAutoRepeat():
            (self.lock_requested if pressed == _LOCK else self.cover_requested).emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature.
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            self.stir()
            return self._take(event)
        if kind == QEvent.Type.MouseButtonPress and cast("QMouseEvent", event).button() == Qt.MouseButton.RightButton:
            self.about_to_paste.emit()
        if kind in _OTHER_USE or (isinstance(event, QMouseEvent) and self._moved(event)):
            self.stir()
        return False
