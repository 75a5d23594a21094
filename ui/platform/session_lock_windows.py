"""Windows tells a window that asked for it that the session was locked, and every window that the laptop will sleep."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 0x0004
_WM_WTSSESSION_CHANGE = 0x02B1
_WTS_CONSOLE_DISCONNECT = 0x2
_WTS_REMOTE_DISCONNECT = 0x4
_WTS_SESSION_LOGOFF = 0x6
_WTS_SESSION_LOCK = 0x7
_NOTIFY_FOR_THIS_SESSION = 0
_GONE = {
    _WM_POWERBROADCAST: {_PBT_APMSUSPEND},
    _WM_WTSSESSION_CHANGE: {_WTS_CONSOLE_DISCONNECT, _WTS_REMOTE_DISCONNECT, _WTS_SESSION_LOGOFF, _WTS_SESSION_LOCK},
}


def means_gone(message: int, detail: int) -> bool:
    """Tell whether a message of Windows (its number and ``wParam``) says that nobody is there any more."""
    return detail in _GONE.get(message, ())


class Filter(QAbstractNativeEventFilter):
    """Looks through the messages of every window of the program."""

    def __init__(self, gone: Callable[[], None]) -> None:
        super().__init__()
        self._gone = gone

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        if kind == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if means_gone(told.message, told.wParam):
                self._gone()
        return False, 0


def listen(gone: Callable[[], None], *, window: int) -> object:
    """Call ``gone`` from now on; return what has to be held on to."""
    made = Filter(gone)
    application = QCoreApplication.instance()
    if application is not None:
        application.installNativeEventFilter(made)
    terminal = getattr(ctypes, "windll").wtsapi32  # noqa: B009 - there on Windows alone
    terminal.WTSRegisterSessionNotification(wintypes.HWND(window), wintypes.DWORD(_NOTIFY_FOR_THIS_SESSION))
    return made
