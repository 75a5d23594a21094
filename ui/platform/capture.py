"""Asks the system to leave this program's windows out of screenshots, recordings and shared screens, where it can.

Windows does it. macOS is asked, and newer versions of it may record all the same. Linux cannot be asked.
"""

from __future__ import annotations

import sys
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QChildEvent, SignalInstance
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.preferences import Preferences

# ruff: noqa: PLC0415 - what only one system has is imported there

_WDA_NONE, _WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x00, 0x01, 0x11
_EVENT_OBJECT_SHOW, _OBJID_WINDOW, _GA_ROOT, _WINEVENT_OUTOFCONTEXT = 0x8002, 0, 2, 0
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

    def follow(self, shown: Callable[[int], None]) -> None:
        """Call ``shown`` with each native window of this program that appears, if this system tells of them."""


class Shield(QObject):
    """Holds every window of this program to what the adviser chose.

    The main window and what stands above it are shielded before they are first shown. Menus, tips and windows that the
    system makes itself are shielded when the system tells of them, or when the keyboard goes to them: asking Qt to tell
    of every showing would take each event of each widget through Python.

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
            self._screen.follow(self._on_shown)
            qt.focusWindowChanged.connect(self._apply_to_all)
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

    def watch(self, window: QWidget) -> None:
        """Shield a window from before it is shown, and what will stand above it."""
        if self.reach is not Reach.NOTHING:
            window.installEventFilter(self)
            self._apply(window)

    def lift(self, widget: QWidget) -> None:
        """Let the window that this is in be seen by others, until ``restore``."""
        self._lifted = widget.window()
        self._apply(self._lifted)

    def restore(self) -> None:
        """Shield the window that was lifted, if any."""
        lifted, self._lifted = self._lifted, None
        if lifted is not None:
            self._apply(lifted)

    def end_with(self, looking: SignalInstance) -> None:
        """Shield what is lifted now, and later when this signal says that the looking together ends, whatever way."""
        self.restore()
        looking.connect(self._on_looking)

    def _on_looking(self, on: bool) -> None:  # noqa: FBT001 - a slot of a signal
        if not on:
            self.restore()

    def _apply_to_all(self) -> None:
        for window in self._qt.topLevelWidgets():
            if window.isVisible():
                self._apply(window)

    def _apply(self, window: QWidget) -> None:
        # Asking a widget for its handle would make one.
        if window.internalWinId():
            self._on_shown(int(window.winId()))

    def _on_shown(self, window: int) -> None:
        lifted = self._lifted is not None and window == int(self._lifted.winId())
        self._screen.shield(window, on=self.is_on and not lifted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ChildPolished:
            # A window above this one is about to be shown.
            child = cast("QChildEvent", event).child()
            if child.isWidgetType() and cast("QWidget", child).isWindow():
                self.watch(cast("QWidget", child))
        elif kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
            # Qt tells of the showing before the system shows the window; one that comes back may have another handle.
            self._apply(cast("QWidget", watched))
        return False


class NoScreen:
    """Linux: neither X11 nor Wayland knows such a wish."""

    reach = Reach.NOTHING

    def shield(self, window: int, *, on: bool) -> None:
        """Do nothing."""

    def follow(self, shown: Callable[[int], None]) -> None:
        """Do nothing."""


class WindowsScreen:
    """Windows 10 of 2020 and later leaves the window out; earlier ones show it black."""

    reach = Reach.HIDES

    def __init__(self, user32: Any = None) -> None:
        self._user32 = user32 or _user32()
        self._hook: object = None

    def shield(self, window: int, *, on: bool) -> None:
        """Set what captures get of this window."""
        set_affinity = self._user32.SetWindowDisplayAffinity
        if not on:
            set_affinity(window, _WDA_NONE)
        elif not set_affinity(window, _WDA_EXCLUDEFROMCAPTURE):
            set_affinity(window, _WDA_MONITOR)

    def follow(self, shown: Callable[[int], None]) -> None:
        """Hear of the windows of this process, the system's own dialogs in it too, while messages are handled."""
        import ctypes
        import os

        def on_event(_hook: int, _event: int, window: int | None, thing: int, *_more: int) -> None:
            # The window itself and not a part of it, and not a control within a window.
            if window and thing == _OBJID_WINDOW and self._user32.GetAncestor(window, _GA_ROOT) == window:
                shown(window)

        number, handle = ctypes.c_uint32, ctypes.c_void_p
        form = vars(ctypes).get("WINFUNCTYPE", ctypes.CFUNCTYPE)
        # Kept, because the system calls it as long as the program runs.
        self._hook = form(None, handle, number, handle, ctypes.c_long, ctypes.c_long, number, number)(on_event)
        self._user32.SetWinEventHook(
            _EVENT_OBJECT_SHOW, _EVENT_OBJECT_SHOW, None, self._hook, os.getpid(), 0, _WINEVENT_OUTOFCONTEXT
        )


def _user32() -> Any:
    import ctypes

    user32 = vars(ctypes)["windll"].user32
    number, handle = ctypes.c_uint32, ctypes.c_void_p
    user32.SetWindowDisplayAffinity.argtypes = [handle, number]
    user32.GetAncestor.argtypes, user32.GetAncestor.restype = [handle, number], handle
    user32.SetWinEventHook.argtypes = [number, number, handle, handle, number, number, number]
    user32.SetWinEventHook.restype = handle
    return user32


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

    def follow(self, shown: Callable[[int], None]) -> None:
        """Do nothing: what is not told when it appears is found when the keyboard goes to it."""


def this_screen() -> Screen:
    """Return the way to ask this system."""
    if sys.platform == "win32":
        return WindowsScreen()
    return MacScreen() if sys.platform == "darwin" else NoScreen()
