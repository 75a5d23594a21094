"""Looks for garbage in the thread of the windows, and nowhere else.

Python's own collector runs in whichever thread happens to ask for memory, and takes apart right there what it finds. A
timer of Qt that dies on the journal thread stays in the list of the event loop, which then calls into memory that is
gone: the program ends on the spot. So that collector is off for as long as the program lives.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.operations import Operations

_EVERY_MS = 500
"""Often enough that little has come together, seldom enough to cost a laptop nothing.

On a journal of 5,000 cases what is young takes 2 ms, and all of it 11 ms: the latter at most once a minute.
"""
_MUCH = 100_000
"""Things that work under way may make before they are looked through all the same, for 50 ms.

Making a paper of 160,000 characters has 41,000 at once. Looking for garbage meanwhile took 22 ms, for which the windows
would wait, and found 31: what work makes goes when it ends.
"""


class GarbageRounds(QObject):
    """Looks at every turn of a timer whether enough was made to be worth looking through."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        gc.disable()
        self._operations = operations
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._go_round)

    def begin(self) -> None:
        """Go round from now on, but never through what was loaded by now: 12 ms, each time."""
        if not gc.get_freeze_count():
            gc.freeze()
        self._timer.start()

    def _go_round(self) -> None:
        if not self._operations.is_busy:
            collect_what_is_due()
        elif gc.get_count()[0] > _MUCH:
            gc.collect(0)


def collect_what_is_due() -> None:
    """Collect as much as Python's own collector would by now."""
    ages = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (made, limit) in enumerate(ages) if made > limit]
    if due:
        gc.collect(max(due))
