"""Builds the frame and *Vandaag* while the adviser types the passphrase, so that unlocking has only to show them.

No journal is open then, so nothing of a case can be in them. The work is cut in steps that each take less than what
would be noticed between two letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.navigation import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.frame import Frame
    from ui.window import Window


class Backstage(QObject):
    """Keeps one frame ready. ``take`` gives it, made on the spot when it was asked for too early."""

    def __init__(self, window: Window, make_frame: Callable[[], Frame], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._make_frame = make_frame
        self._frame: Frame | None = None
        self._steps: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_step)

    def prepare(self) -> None:
        """Begin, or begin anew because language, text size or colours changed."""
        self._drop()
        self._steps = [self._make, self._make_today, self._dress, self._arrange, self._paint]
        # With no interval, after all that came in before.
        self._timer.start(0)

    def take(self) -> Frame:
        """Give the frame away for good."""
        self._timer.stop()
        frame, self._frame = self._frame or self._make_frame(), None
        return frame

    def _take_step(self) -> None:
        self._steps.pop(0)()
        if not self._steps:
            self._timer.stop()

    def _make(self) -> None:
        self._frame = self._make_frame()
        self._frame.hide()
        self._frame.setParent(self._window)

    def _make_today(self) -> None:
        if self._frame is not None:
            self._frame.make_ready(TODAY)

    def _dress(self) -> None:
        """Match the style sheet against every widget."""
        if self._frame is not None:
            self._frame.ensurePolished()

    def _arrange(self) -> None:
        layout = self._frame.layout() if self._frame is not None else None
        if self._frame is not None and layout is not None:
            self._frame.resize(self._window.size())
            layout.activate()

    def _paint(self) -> None:
        """Paint once for nobody: letters and icons are drawn at their first use."""
        if self._frame is not None:
            self._frame.grab()

    def _drop(self) -> None:
        self._timer.stop()
        if self._frame is not None:
            self._frame.deleteLater()
            self._frame = None
