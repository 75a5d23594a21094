"""Asks the system to leave this program's windows out of screenshots, recordings and shared screens, where it can.

Windows does it. macOS is asked, and newer versions of it may record all the same. Linux cannot be asked.
"""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.preferences import Preferences

# ruff: noqa: PLC0415 - what only one system has is imported there

_WDA_NONE, _WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x00, 0x01, 0x11
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


class Reach(Enum):
    """What a shield can do on this system: hide the windows, ask for it without a promise, or nothing."""

    HIDES = auto()
    ASKS = auto()
    NOTHING = auto()


class Screen(Protocol):
    """The seam to the system: tests put one of their own here."""

    reach: Reach

    def shield(self, window: int, *, on: bool) -> None:
        """Leave this native window (Qt's ``winId``) out of what is captured, or no longer."""


class Shield(QObject):
    """Holds every window of this program to what the adviser chose, from before it is first shown.

    ``lift`` makes an exception of one window, so that a reporter in a video call can look along; ``restore`` ends it.
    """

    def __init__(
        self, qt: QApplication, *, preferences: Preferences, screen: Screen | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._qt = qt
        self._preferences = preferences
        self._screen = screen or this_screen()
        self._lifted: QWidget | None = None
        if self.reach is not Reach.NOTHING:
            qt.installEventFilter(self)
            preferences.shield_changed.connect(self._apply_to_all)

    @property
    def reach(self) -> Reach:
        """What can be done on this system."""
        return self._screen.reach

    @property
    def is_on(self) -> bool:
        """Tell whether windows are left out now, apart from one that was lifted."""
        return self.reach is not Reach.NOTHING and self._preferences.shield

    @property
    def is_lifted(self) -> bool:
        """Tell whether one window is shown to others."""
        return self._lifted is not None

    def lift(self, widget: QWidget) -> None:
        """Let the window that this is in be seen by others, until ``restore``."""
        self._lifted = widget.window()
        self._apply(self._lifted)

    def restore(self) -> None:
        """Shield the window that was lifted, if any."""
        lifted, self._lifted = self._lifted, None
        if lifted is not None:
            self._apply(lifted)

    def on_immersed(self, on: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Shield what was lifted when the looking together ends, whatever way."""
        if not on:
            self.restore()

    def _apply_to_all(self) -> None:
        for window in self._qt.topLevelWidgets():
            if window.isVisible():
                self._apply(window)

    def _apply(self, window: QWidget) -> None:
        self._screen.shield(int(window.winId()), on=self.is_on and window is not self._lifted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt tells of the showing before the system shows the window. A window may be given another handle later.
        if event.type() in (QEvent.Type.Show, QEvent.Type.WinIdChange) and watched.isWidgetType():
            window: Any = watched
            if window.isWindow() and window.internalWinId():
                self._apply(window)
        return False


class NoScreen:
    """Linux: neither X11 nor Wayland knows such a wish."""

    reach = Reach.NOTHING

    def shield(self, window: int, *, on: bool) -> None:
        """Do nothing."""


class WindowsScreen:
    """Windows 10 of 2020 and later leaves the window out; earlier ones show it black."""

    reach = Reach.HIDES

    def __init__(self, user32: Any = None) -> None:
        if user32 is None:
            import ctypes

            user32 = vars(ctypes)["windll"].user32
            user32.SetWindowDisplayAffinity.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
        self._user32 = user32

    def shield(self, window: int, *, on: bool) -> None:
        """Set what captures get of this window."""
        set_affinity = self._user32.SetWindowDisplayAffinity
        if not on:
            set_affinity(window, _WDA_NONE)
        elif not set_affinity(window, _WDA_EXCLUDEFROMCAPTURE):
            set_affinity(window, _WDA_MONITOR)


class MacScreen:
    """macOS: the window's sharing type; what records by ScreenCaptureKit may not keep to it."""

    reach = Reach.ASKS

    def __init__(self, objective_c: Any = None) -> None:
        import ctypes

        self._library = objective_c or ctypes.CDLL("/usr/lib/libobjc.A.dylib")
        self._library.sel_registerName.restype = ctypes.c_void_p
        self._library.sel_registerName.argtypes = [ctypes.c_char_p]
        address: Any = ctypes.cast(self._library.objc_msgSend, ctypes.c_void_p).value
        # The one function is called in the form of the method it stands for.
        ask, tell = (
            ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p),
            ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong),
        )
        self._ask, self._tell = ask(address), tell(address)

    def shield(self, window: int, *, on: bool) -> None:
        """Set the sharing type of the window that Qt's view is in."""
        native = self._ask(window, self._library.sel_registerName(b"window"))
        if native:
            wish = _SHARING_NONE if on else _SHARING_READ_ONLY
            self._tell(native, self._library.sel_registerName(b"setSharingType:"), wish)


def this_screen() -> Screen:
    """Return the way to ask this system."""
    if sys.platform == "win32":
        return WindowsScreen()
    return MacScreen() if sys.platform == "darwin" else NoScreen()
