"""Gives up work that takes seconds on another thread: at a click on *Stoppen*, and when the journal locks or closes."""

from __future__ import annotations

from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from vpjournal.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.domain.progress import Progress
    from vpjournal.journal.facade import Journal

T = TypeVar("T")


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


class Interrupter:
    """Belongs to one use case that has no steps of its own: stopping it stops the statement that runs just then."""

    def __init__(self) -> None:
        self._gate = Lock()
        self._asked = False
        self._journal: Journal | None = None

    def stop(self) -> None:
        """Stop the use case, which then raises Cancelled unless it was done; harmless before it began and after it.

        To be asked again until it ended: between two statements nothing is stopped.
        """
        with self._gate:
            self._asked = True
            # Under the gate, so that never a save that comes next is hit.
            if self._journal is not None:
                self._journal.interrupt()

    def watched(self, work: Callable[[Journal], T]) -> Callable[[Journal], T]:
        """Return a use case that can be stopped."""

        def run(journal: Journal) -> T:
            with self._gate:
                if self._asked:
                    raise Cancelled
                self._journal = journal
            try:
                return work(journal)
            finally:
                with self._gate:
                    self._journal = None

        return run
