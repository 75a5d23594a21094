"""Locking and covering by key while a dialog is open: a modal window keeps the shortcuts of the frame from working.

A filter on the whole program takes every event of every widget through Python, some 7,000 when a case opens; so it
is there only while a dialog is open.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_CTRL = Qt.KeyboardModifier.ControlModifier
_LOCK = (_CTRL, Qt.Key.Key_L)
_COVER = (_CTRL | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_H)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class ModalKeys(QObject):
    """Watches the keys of the whole program, and acts only while a modal window is open."""

    lock_requested = Signal()
    cover_requested = Signal()

    def __init__(self, qt: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._qt = qt
        # Keys go to the window that has the focus, so a dialog gets none before this is said.
        qt.focusWindowChanged.connect(self._on_focus_window_changed)
        self._on_focus_window_changed()

    def _on_focus_window_changed(self) -> None:
        self._qt.removeEventFilter(self)
        if QApplication.activeModalWidget() is not None:
            self._qt.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or QApplication.activeModalWidget() is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent):
            pressed = (event.modifiers(), event.key())
            if event.type() == QEvent.Type.ShortcutOverride:
                # Said before any shortcut of the dialog's own: Qt's file dialog has one that is the same.
                if pressed in (_LOCK, _COVER):
                    event.accept()
                    return True
                return super().eventFilter(watched, event)
            if pressed == _LOCK:
                self.lock_requested.emit()
                return True
            if pressed == _COVER:
                self.cover_requested.emit()
                return True
        return super().eventFilter(watched, event)
