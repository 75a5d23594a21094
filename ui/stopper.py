"""Gives up work that takes seconds on another thread: at a click on *Stoppen*, and when the journal locks or closes."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from vpjournal.errors import Cancelled

if TYPE_CHECKING:
    from vpjournal.domain.progress import Progress


class Stopper:
    """Belongs to one piece of work. Hand ``stop`` to ``Operations`` as well, so that a lock need not wait for it."""

    def __init__(self) -> None:
        self._asked = Event()

    def stop(self) -> None:
        """Ask the work to end at its next step. May be called from any thread, also before the work began."""
        self._asked.set()

    def watched(self, tell: Progress) -> Progress:
        """Return progress that raises Cancelled once it was asked to stop."""

        def progress(done: int, of: int) -> None:
            if self._asked.is_set():
                raise Cancelled
            tell(done, of)

        return progress
