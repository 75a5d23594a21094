"""Tells the progress of work on another thread to the thread of the windows, in few enough steps for it to listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from vpjournal.domain.progress import Progress

STEPS = 100
"""How many steps the whole is."""


def in_steps(stepped: SignalInstance, steps: int = STEPS) -> Progress:
    """Return what emits a signal with each step that is reached; connect it by a queue."""
    last = -1

    def tell(done: int, of: int) -> None:
        nonlocal last
        step = done * steps // max(of, 1)
        if step != last:
            last = step
            stepped.emit(step)

    return tell
