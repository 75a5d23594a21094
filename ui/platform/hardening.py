"""Keeps the memory of this process, where opened notes are, from being written to disk or read by other programs."""

import os
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Make new files private and switch core dumps off."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - this module exists on Unix only

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def refuse_onlookers() -> None:
    """Refuse other programs of the same user a look inside; before anything is typed, but not before the window."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only Linux has prctl

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def why_not_to_start(*, pyside: tuple[int, int], python: tuple[int, int]) -> str | None:
    """Return why these versions may not run together, or ``None``; in English, for whoever installed them."""
    if pyside >= (6, 12) and python < (3, 12):
        return "PySide6 6.12 and later abort under Python 3.11 after some thousands of calls; install 6.11.3."
    return None
