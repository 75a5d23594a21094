"""Looks for garbage in the thread of the windows, and nowhere else.

Python's own collector runs in whichever thread happens to ask for memory, and takes apart right there what it finds. A
timer of Qt that dies on the journal thread stays in the list of the event loop, which then calls into memory that is
gone: the program ends on the spot. So that collector is off for as long as the program lives.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
"""Often enough that little has come together, seldom enough to cost a laptop nothing.

On a journal of 5,000 cases the young garbage takes 1 ms, and all of it 11 ms: the latter at most once a minute.
"""


class GarbageRounds(QObject):
    """Looks at every turn of a timer whether enough was made to be worth looking through."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)

    def begin(self) -> None:
        """Go round from now on, but never through what was loaded by now: 12 ms, each time."""
        if not gc.get_freeze_count():
            gc.freeze()
        self._timer.start()


def collect_what_is_due() -> None:
    """Collect as much as Python's own collector would by now."""
    ages = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (made, limit) in enumerate(ages) if made > limit]
    if due:
        gc.collect(max(due))
