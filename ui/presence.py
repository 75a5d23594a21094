"""Puts together what notices that nobody is at the program any more, and lets the journal be locked then."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ui.hands import Hands
from ui.idle_lock import IdleLock
from ui.platform.clipboard import ClipboardKeeper
from ui.platform.clocks import Clocks, Stopwatch
from ui.platform.session_lock import SessionLock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.departure import Departure
    from ui.frame import Frame
    from ui.operations import Operations
    from ui.preferences import Preferences
    from ui.theme import Theme
    from ui.window import Window
    from vpjournal.domain.language import Texts

_TOGETHER_MINUTES = 30
"""How long the journal stays open at least while two people look at it and nobody uses a key or the mouse."""


class Shown(Protocol):
    """What has to be known of what stands in the window now."""

    @property
    def frame(self) -> Frame | None:
        """The open journal, if it is shown."""

    @property
    def theme(self) -> Theme:
        """The present look."""

    @property
    def texts(self) -> Texts:
        """The present language."""


class Presence(QObject):
    """Belongs to the window, and goes with it."""

    def __init__(
        self,
        qt: QApplication,
        shown: Shown,
        *,
        window: Window,
        departure: Departure,
        operations: Operations,
        preferences: Preferences,
        clocks: Clocks | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._operations = operations
        self._preferences = preferences
        self.hands = Hands(qt, self, stopwatch=Stopwatch(clocks))
        self.hands.lock_requested.connect(departure.lock)
        self.hands.cover_requested.connect(departure.cover)
        self.idle_lock = IdleLock(window, shown, hands=self.hands, limit=self._limit, counts=self._counts)
        self.idle_lock.due.connect(departure.lock_idle)
        self._departure = departure
        self.clipboard = ClipboardKeeper(self)
        self.hands.about_to_paste.connect(self.clipboard.bring_back)
        self.session_lock = SessionLock(self)
        self.session_lock.gone.connect(self._on_gone)

    def listen(self) -> None:
        """Hear from now on what the system says; to load what that needs takes a moment."""
        self.session_lock.listen(self._window)

    def _on_gone(self) -> None:
        self._departure.lock_idle()
        if not self._departure.is_locking:
            self.session_lock.let_sleep()

    def _counts(self) -> bool:
        """Tell whether the last minute is counted down: not where that would promise a lock that does not come."""
        return not self._departure.only_covers

    def _limit(self) -> float:
        """Return after how many seconds without a key or the mouse the journal locks."""
        if not self._operations.is_open:
            return inf
        minutes = self._preferences.idle_minutes
        frame = self._shown.frame
        if frame is not None and frame.is_immersed:
            # Two people read and talk, and the adviser sits beside it.
            minutes = max(minutes, _TOGETHER_MINUTES)
        return minutes * 60.0
