"""A screen of its own for a test, with the hands in front of it: pointer and keyboard as real X events.

Characters that no key of the keyboard carries are put on spare keys before they are typed, and stay there: a
program looks a key up when it handles the event, so a key that changes its meaning in between is typed wrongly.
"""

import ctypes
import os
import subprocess
from collections.abc import Iterable
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_KEYS = {
    "ctrl": "Control_L",
    "shift": "Shift_L",
    "alt": "Alt_L",
    "enter": "Return",
    "esc": "Escape",
    "space": "space",
    "tab": "Tab",
    "backspace": "BackSpace",
    "pgup": "Page_Up",
    "pgdn": "Page_Down",
}
_CONTROL_CHARACTERS = {"\n": "Return", "\t": "Tab"}
_OFTEN_TYPED = "éëèêïíöóüúáàäçñÉËÏÖÜ‘’“”€–…·ĳşłćőž"
_FIRST_MEDIA_KEY = 0x10080000  # Volume, brightness and their like, which nobody presses here.
_SHIFT = 50  # The keycode of the left shift key in every evdev keymap.
_CLIENT_MESSAGE, _REVERT_TO_PARENT = 33, 2


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("room", c_ubyte * 96),
    )


def _libraries() -> tuple[Any, Any]:
    x11, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = c_void_p
    x11.XOpenDisplay.argtypes = [c_char_p]
    x11.XStringToKeysym.restype = c_ulong
    x11.XInternAtom.restype = c_ulong
    x11.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x11.XGetKeyboardMapping.restype = POINTER(c_ulong)
    x11.XGetKeyboardMapping.argtypes = [c_void_p, c_ubyte, c_int, POINTER(c_int)]
    x11.XChangeKeyboardMapping.argtypes = [c_void_p, c_int, c_int, POINTER(c_ulong), c_int]
    x11.XDisplayKeycodes.argtypes = [c_void_p, POINTER(c_int), POINTER(c_int)]
    x11.XSetInputFocus.argtypes = [c_void_p, c_ulong, c_int, c_ulong]
    x11.XGetInputFocus.argtypes = [c_void_p, POINTER(c_ulong), POINTER(c_int)]
    x11.XMoveResizeWindow.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint]
    x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, c_void_p]
    x11.XSync.argtypes = [c_void_p, c_int]
    x11.XFree.argtypes = [c_void_p]
    x11.XCloseDisplay.argtypes = [c_void_p]
    xtst.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    xtst.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    xtst.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
    return x11, xtst


# A window may go while it is being spoken to; Xlib's own handler would end the test run for that.
_ignore_error = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _event: 0)


class Display:
    """A virtual screen of ``width`` × ``height``; a context manager that ends it."""

    def __init__(self, *, width: int = 1366, height: int = 768) -> None:
        self.width, self.height = width, height
        self._server, self.name = _start_server(width, height)
        self._x11, self._xtst = _libraries()
        self._x11.XSetErrorHandler(_ignore_error)
        self._display = self._x11.XOpenDisplay(self.name.encode())
        assert self._display, "the virtual screen does not answer"
        self._keys: dict[int, tuple[int, bool]] = {}
        self._spare: list[int] = []
        self._read_keyboard()
        self.know(_OFTEN_TYPED)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._x11.XCloseDisplay(self._display)
        self._server.terminate()
        self._server.wait(10)

    def move_to(self, x: int, y: int) -> None:
        self._xtst.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._sync()

    def click(self, x: int, y: int, *, button: int = 1, times: int = 1) -> None:
        self.move_to(x, y)
        for _ in range(times):
            self.press(button=button)
            self.release(button=button)

    def press(self, *, button: int = 1) -> None:
        self._xtst.XTestFakeButtonEvent(self._display, button, 1, 0)
        self._sync()

    def release(self, *, button: int = 1) -> None:
        self._xtst.XTestFakeButtonEvent(self._display, button, 0, 0)
        self._sync()

    def key(self, combination: str) -> None:
        """Press keys together: ``ctrl+l``, ``ctrl+shift+h``, ``F1``, ``enter``, ``ctrl+plus``."""
        codes: list[int] = []
        for part in combination.split("+"):
            code, shifted = self._code(_keysym_of_key(part))
            codes += [_SHIFT, code] if shifted else [code]
        for code in codes:
            self._xtst.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._xtst.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._sync()

    def know(self, characters: Iterable[str]) -> bool:
        """Put characters on spare keys; False when there was no room and what was typed must be handled first."""
        missing = [symbol for symbol in map(_keysym_of_character, characters) if symbol not in self._keys]
        for symbol in dict.fromkeys(missing):
            if not self._spare:
                return False
            code = self._spare.pop()
            self._put_on_key(code, symbol)
        self._sync()
        return True

    def forget(self) -> None:
        """Free the spare keys; only when everything typed has been handled."""
        extra = [(symbol, code) for symbol, (code, _) in self._keys.items() if code in self._extra]
        for symbol, code in extra:
            del self._keys[symbol]
            self._spare.append(code)

    def type_text(self, text: str) -> None:
        """Type characters that ``know`` has been given."""
        for character in text:
            code, shifted = self._code(_keysym_of_character(character))
            for key in (_SHIFT, code) if shifted else (code,):
                self._xtst.XTestFakeKeyEvent(self._display, key, 1, 0)
            for key in (code, _SHIFT) if shifted else (code,):
                self._xtst.XTestFakeKeyEvent(self._display, key, 0, 0)
        self._sync()

    def focus(self, window: int) -> None:
        self._x11.XSetInputFocus(self._display, window, _REVERT_TO_PARENT, 0)
        self._sync()

    def focused(self) -> int:
        """Return the window that has the keyboard; 0 and 1 stand for none."""
        window, revert = c_ulong(), c_int()
        self._x11.XGetInputFocus(self._display, byref(window), byref(revert))
        return window.value

    def place(self, window: int, *, x: int, y: int, width: int, height: int) -> None:
        self._x11.XMoveResizeWindow(self._display, window, x, y, width, height)
        self._sync()

    def ask_to_close(self, window: int) -> None:
        """Do what the cross in the title bar does."""
        atom = self._x11.XInternAtom
        message = _ClientMessage(type=_CLIENT_MESSAGE, send_event=1, window=window, format=32)
        message.message_type = atom(self._display, b"WM_PROTOCOLS", 0)
        message.data[0] = atom(self._display, b"WM_DELETE_WINDOW", 0)
        self._x11.XSendEvent(self._display, window, 0, 0, byref(message))
        self._sync()

    def _sync(self) -> None:
        self._x11.XSync(self._display, 0)

    def _code(self, symbol: int) -> tuple[int, bool]:
        assert symbol in self._keys, f"no key for symbol {symbol:#x}"
        return self._keys[symbol]

    def _read_keyboard(self) -> None:
        first, last, width = c_int(), c_int(), c_int()
        self._x11.XDisplayKeycodes(self._display, byref(first), byref(last))
        count = last.value - first.value + 1
        table = self._x11.XGetKeyboardMapping(self._display, first.value, count, byref(width))
        for row in range(count):
            code = first.value + row
            symbols = [table[row * width.value + column] for column in range(width.value)]
            if all(symbol == 0 or symbol >= _FIRST_MEDIA_KEY for symbol in symbols):
                self._spare.append(code)
                continue
            for symbol, shifted in ((symbols[0], False), (symbols[1], True)):
                self._keys.setdefault(symbol, (code, shifted))
        self._extra = frozenset(self._spare)
        self._x11.XFree(table)

    def _put_on_key(self, code: int, symbol: int) -> None:
        symbols = (c_ulong * 2)(symbol, symbol)
        self._x11.XChangeKeyboardMapping(self._display, code, 2, symbols, 1)
        self._keys[symbol] = (code, False)


def _start_server(width: int, height: int) -> tuple[subprocess.Popen[bytes], str]:
    reader, writer = os.pipe()
    screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    with Path(os.devnull).open("wb") as nowhere:
        server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), *screen], pass_fds=[writer], stderr=nowhere)
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    return server, f":{number}"


def _keysym_of_character(character: str) -> int:
    if character in _CONTROL_CHARACTERS:
        return _keysym_of_key(_CONTROL_CHARACTERS[character])
    return ord(character) if ord(character) < 0x100 else 0x1000000 | ord(character)


def _keysym_of_key(name: str) -> int:
    symbol = ctypes.CDLL("libX11.so.6").XStringToKeysym(_KEYS.get(name.lower(), name).encode())
    assert symbol, f"there is no key called {name}"
    return int(symbol)
