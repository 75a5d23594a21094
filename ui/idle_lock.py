"""Locks when nobody uses the program any more: counts down for a minute, in sight, and then asks for the lock.

It looks four times a second instead of waiting for the end, because a timer stands still while the laptop sleeps: who
opens the lid after lunch finds the window blank, not counting down.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.countdown import Countdown
    from ui.hands import Hands
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

LOOK_EVERY_MS = 250
COUNTDOWN = 60
"""Seconds before the lock from which on they are counted in sight."""


class Shown(Protocol):
    """What has to be known of what stands in the window now."""

    @property
    def theme(self) -> Theme:
        """The present look."""

    @property
    def texts(self) -> Texts:
        """The present language."""


class IdleLock(QObject):
    """Asks for the lock when ``hands`` were idle for ``limit`` seconds, the last minute of which it may count down."""

    due = Signal()

    def __init__(
        self, window: QWidget, shown: Shown, *, hands: Hands, limit: Callable[[], float], counts: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._hands = hands
        self._limit = limit
        self._counts = counts
        self._countdown: Countdown | None = None
        hands.stirred.connect(self.look)
        timer = QTimer(self)
        timer.setInterval(LOOK_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    @property
    def countdown(self) -> Countdown | None:
        """The countdown, while it is in sight."""
        return self._countdown if self._countdown is not None and isValid(self._countdown) else None

    def look(self) -> None:
        """See whether it is time."""
        # A menu does not take the keyboard everywhere, and would not be watched otherwise.
        self._hands.watch_windows()
        left = self._limit() - self._hands.idle
        if 0 < left <= COUNTDOWN and self._counts():
            self._count(ceil(left))
            return
        self._take_away()
        if left <= 0:
            self.due.emit()

    def _count(self, seconds: int) -> None:
        above = QApplication.activeModalWidget() or self._window
        countdown = self.countdown
        if countdown is None or countdown.parentWidget() is not above:
            from ui.countdown import Countdown  # noqa: PLC0415 - most journals are locked before it is needed

            self._take_away()
            countdown = self._countdown = Countdown(above, theme=self._shown.theme, texts=self._shown.texts)
        countdown.show_left(seconds)

    def _take_away(self) -> None:
        countdown, self._countdown = self.countdown, None
        if countdown is not None:
            countdown.hide()
            countdown.deleteLater()
