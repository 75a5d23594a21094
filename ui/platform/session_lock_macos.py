"""macOS tells everyone who listens that the screen was locked or the screen saver began.

It tells of sleep in another way that needs more of its own language; a Mac that sleeps locks its screen as a rule, and
after waking the clock that ran meanwhile has the last word.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF_8 = 0x08000100
_DELIVER_AT_ONCE = 4
_NAMES = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
_Callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


def listen(gone: Callable[[], None]) -> object:
    """Call ``gone`` from now on, in the thread of the windows; return what has to be held on to."""
    foundation = ctypes.CDLL(_FRAMEWORK)
    foundation.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
    foundation.CFNotificationCenterAddObserver.restype = None
    foundation.CFNotificationCenterAddObserver.argtypes = (
        ctypes.c_void_p,
        ctypes.c_void_p,
        _Callback,
        ctypes.c_void_p,
        ctypes.c_void_p,
        ctypes.c_long,
    )
    told = _Callback(lambda *_about: gone())
    centre = foundation.CFNotificationCenterGetDistributedCenter()
    for name in _NAMES:
        written = foundation.CFStringCreateWithCString(None, name, _UTF_8)
        foundation.CFNotificationCenterAddObserver(centre, None, told, written, None, _DELIVER_AT_ONCE)
    return told
