"""Builds the frame and *Vandaag* while the adviser types the passphrase, so that unlocking has only to show them.

No journal is open then, so nothing of a case can be in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.idle import IdleWork
from ui.navigation import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.frame import Frame
    from ui.window import Window


class Backstage(QObject):
    """Keeps one frame ready. ``take`` gives it, made on the spot when it was asked for too early."""

    def __init__(self, window: Window, make_frame: Callable[[], Frame], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._make_frame = make_frame
        self._frame: Frame | None = None
        # Of the window, as what it works on: neither outlives the other.
        self._work = IdleWork(window)

    @property
    def is_ready(self) -> bool:
        """Tell whether the frame is there and nothing of it is left to do."""
        return self._frame is not None and not self._work.is_busy

    def prepare(self) -> None:
        """Begin, or begin anew because language, text size or colours changed."""
        self.drop()
        self._work.begin(self._steps())

    def drop(self) -> None:
        """Let go of what was made ready."""
        self._work.stop()
        if self._frame is not None:
            self._frame.deleteLater()
            self._frame = None

    def take(self) -> Frame:
        """Give the frame away for good."""
        self._work.stop()
        frame, self._frame = self._frame or self._make_frame(), None
        return frame

    def _steps(self) -> Iterator[None]:
        self._frame = frame = self._make_frame()
        frame.hide()
        frame.setParent(self._window)
        yield
        yield from frame.prepare(TODAY)
        # Matches the style sheet against every widget.
        frame.ensurePolished()
        yield
        frame.resize(self._window.size())
        layout = frame.layout()
        if layout is not None:
            layout.activate()
        yield
        # For nobody: letters and icons are drawn at their first use.
        frame.grab()
        yield
