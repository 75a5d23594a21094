"""Clocks that go on while the laptop sleeps, because someone who closes the lid has been away all that time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


def since_start() -> float:
    """Return the seconds since the laptop was started, those it slept included; nobody can set this clock."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - the other systems do without it

        kernel = ctypes.windll.kernel32
        kernel.GetTickCount64.restype = ctypes.c_ulonglong
        return float(kernel.GetTickCount64()) / 1000
    if sys.platform == "darwin":
        # Unlike ``time.monotonic``, which stands still while a Mac sleeps.
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    return time.clock_gettime(time.CLOCK_BOOTTIME)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two clocks to compare, in seconds: one that runs during sleep, and the time of day."""

    running: Callable[[], float] = since_start
    of_day: Callable[[], float] = time.time


class Stopwatch:
    """Says how long ago it was begun, and rather too long than too short.

    The time of day counts where it went forward by more, for a system whose other clock sleeps after all. Set back,
    it says nothing; and it knows of no summer time.
    """

    def __init__(self, clocks: Clocks | None = None) -> None:
        self._clocks = clocks or Clocks()
        self.begin()

    def begin(self) -> None:
        """Begin anew."""
        self._running, self._of_day = self._clocks.running(), self._clocks.of_day()

    @property
    def elapsed(self) -> float:
        """Seconds since it was begun."""
        return max(self._clocks.running() - self._running, self._clocks.of_day() - self._of_day)
