"""Ctrl+C in the middle of long work: it is given up where that is safe, so that nothing half is left."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from vpjournal.cli.console import Console
from vpjournal.domain.progress import Progress
from vpjournal.errors import Cancelled

_TENTHS = 10
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name))


@contextlib.contextmanager
def telling(console: Console) -> Iterator[Progress]:
    """Hand out what tells each tenth of a long work once, and raises Cancelled after an interruption.

    The second interruption ends the work on the spot, as without this.
    """
    told, asked = [0], threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    def tell(done: int, of: int) -> None:
        if asked.is_set():
            raise Cancelled
        tenth = _TENTHS * done // max(of, 1)
        if tenth > told[0]:
            told[0] = tenth
            console.remark(console.t.percent(tenth / _TENTHS))

    before = {number: signal.signal(number, on_signal) for number in _SIGNALS}
    try:
        yield tell
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
