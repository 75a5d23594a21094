"""Watches how long the thread of the windows looks at nothing new, and what it does meanwhile: for the traced tour.

GLib asks for what came in through a function that can be replaced. Between two calls of it the thread is busy with one
turn: what was posted, or what the adviser did, until all of it is handled. Nothing else of Qt goes through Python for
this, for a filter on all events takes longer than what it would measure. Linux alone.
"""

import json
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, CFUNCTYPE, c_int, c_uint, c_void_p
from pathlib import Path
from time import monotonic, sleep, thread_time
from types import FrameType

LONGEST = 0.016
"""Seconds that a turn may take: one picture of a screen with sixty a second."""
_LOOK_AFTER = 0.004
_LOOK_EVERY = 0.002
_FRAMES = 4
_ROOT = f"{Path(__file__).parents[3]}/"
_Poll = CFUNCTYPE(c_int, c_void_p, c_uint, c_int)


class _Turns:
    """Writes each turn that took too long as a line of JSON: when, how long, and the stacks that were seen."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._glib = CDLL("libglib-2.0.so.0")
        self._glib.g_main_context_default.restype = c_void_p
        self._glib.g_main_context_set_poll_func.argtypes = [c_void_p, _Poll]
        self._glib.g_poll.argtypes = [c_void_p, c_uint, c_int]
        self._poll = _Poll(self._on_poll)
        self._thread = threading.get_ident()
        self._begun: float | None = None
        self._worked = self._apart = self._apart_worked = 0.0
        self._seen: Counter[tuple[str, ...]] = Counter()

    def begin(self) -> None:
        self._glib.g_main_context_set_poll_func(self._glib.g_main_context_default(), self._poll)
        threading.Thread(target=self._look, name="turns", daemon=True).start()

    @contextmanager
    def apart(self) -> Iterator[None]:
        begun, worked = monotonic(), thread_time()
        yield
        self._apart += monotonic() - begun
        self._apart_worked += thread_time() - worked

    def _on_poll(self, places: int, count: int, timeout: int) -> int:
        if self._begun is not None:
            self._end_turn(self._begun)
        self._begun = None
        found: int = self._glib.g_poll(places, count, timeout)
        self._apart = self._apart_worked = 0.0
        self._seen = Counter()
        self._worked = thread_time()
        self._begun = monotonic()
        return found

    def _end_turn(self, begun: float) -> None:
        took = monotonic() - begun - self._apart
        if took <= LONGEST:
            return
        worked = thread_time() - self._worked - self._apart_worked
        stacks = [[list(stack), times] for stack, times in self._seen.most_common(3)]
        with self._file.open("a", encoding="utf-8") as out:
            out.write(json.dumps({"at": begun, "took": took, "worked": worked, "stacks": stacks}) + "\n")

    def _look(self) -> None:
        while True:
            sleep(_LOOK_EVERY)
            begun = self._begun
            if begun is None or monotonic() - begun < _LOOK_AFTER:
                continue
            stack = _stack(sys._current_frames()[self._thread])
            if stack is not None:
                self._seen[stack] += 1


def _stack(frame: FrameType | None) -> tuple[str, ...] | None:
    """Return the innermost lines of the program, or None where a test looks; lines and names, never what they hold."""
    lines: list[str] = []
    while frame is not None and len(lines) < _FRAMES:
        name = frame.f_code.co_filename
        if name.startswith(f"{_ROOT}tests/"):
            return None
        if name.startswith(_ROOT) and "/.venv/" not in name:
            lines.append(f"{name.removeprefix(_ROOT)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return tuple(lines)


_watching: _Turns | None = None


def watch(file: str) -> None:
    """Begin to watch, on the thread that will be the one of the windows."""
    global _watching  # noqa: PLW0603 - one process, one thread of windows
    _watching = _Turns(Path(file))
    _watching.begin()


@contextmanager
def apart() -> Iterator[None]:
    """Leave out what a test itself does on that thread."""
    if _watching is None:
        yield
    else:
        with _watching.apart():
            yield
