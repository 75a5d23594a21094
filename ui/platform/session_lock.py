"""Hears from the system that the screen is locked or that the laptop goes to sleep: nobody is there any more then.

One listener for each system. What a system cannot say, or says in a way that is not there, is simply not heard: the
time without a key or the mouse locks all the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class SessionLock(QObject):
    """Says when the adviser went away from the laptop."""

    gone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._listener: object = None
        self._let_sleep: Callable[[], None] | None = None

    def listen(self, window: QWidget) -> None:
        """Begin; some systems tell a window, and ``window`` is there as long as the program."""
        if sys.platform == "linux":
            from ui.platform.session_lock_linux import listen  # noqa: PLC0415 - one of three

            self._let_sleep = listen(self.gone.emit, parent=self).let_sleep
        elif sys.platform == "win32":
            from ui.platform.session_lock_windows import listen as listen_on_windows  # noqa: PLC0415 - one of three

            self._listener = listen_on_windows(self.gone.emit, window=int(window.winId()))
        elif sys.platform == "darwin":
            from ui.platform.session_lock_macos import listen as listen_on_macos  # noqa: PLC0415 - one of three

            self._listener = listen_on_macos(self.gone.emit)

    def let_sleep(self) -> None:
        """Tell a system that waits for it before it sleeps that there is nothing to do here."""
        if self._let_sleep is not None:
            self._let_sleep()
