"""The case that a page shows now, and operations that never bring anything of one case into another.

The parts of a case are made once and show one case after the other, while the journal works on a thread of its own.
Two things follow. A use case that was asked for in one case is done in that case, also when another is shown by then.
And what it finds is handed back only as long as its case is still the one on the screen.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.domain.ids import CaseId
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

T = TypeVar("T")

_asked_for: ContextVar[CaseId | None] = ContextVar("_asked_for", default=None)
"""The case in which the use case was asked for that runs now on the journal thread."""


class CaseInHand:
    """Which case is shown, or none; ``turn`` is another one each time that changes."""

    def __init__(self, case: CaseId | None = None) -> None:
        self._shown = case
        self.turn = 0

    @property
    def case(self) -> CaseId:
        """The case; within a use case the one in which it was asked for, whatever is shown by then."""
        case = _asked_for.get() or self._shown
        if case is None:
            raise RuntimeError("no case is shown")
        return case

    def take(self, case: CaseId | None) -> None:
        """Show another case from now on, or none."""
        self._shown = case
        self.turn += 1

    def bound(self, work: Callable[[Journal], T]) -> Callable[[Journal], T]:
        """Return a use case that stays in the case that is shown now."""
        case = self._shown

        def done_there(journal: Journal) -> T:
            before = _asked_for.set(case)
            try:
                return work(journal)
            finally:
                _asked_for.reset(before)

        return done_there

    def still(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """Return what tells a result as long as the case that is shown now still is."""
        turn, owner = self.turn, getattr(tell, "__self__", None)

        def tell_if_wanted(result: T) -> None:
            if turn == self.turn and not (isinstance(owner, QObject) and not isValid(owner)):
                tell(result)

        return tell_if_wanted


class CaseOperations(Operations):
    """Operations as the parts of a case get them: the same threads and signals, for the case in hand."""

    def __init__(self, operations: Operations, in_hand: CaseInHand) -> None:
        super().__init__()
        self._operations = operations
        self._in_hand = in_hand
        for theirs, ours in (
            (operations.changed, self.changed),
            (operations.busy_changed, self.busy_changed),
            (operations.idle, self.idle),
        ):
            theirs.connect(ours)

    @property
    def is_open(self) -> bool:
        """Tell whether a journal is open."""
        return self._operations.is_open

    @property
    def is_busy(self) -> bool:
        """Tell whether anything runs, waits, or has a result that was not handed back yet."""
        return self._operations.is_busy

    @property
    def outliving(self) -> Operations:
        """Operations for work that is followed to its end, also when another case is shown by then."""
        return self._operations

    def still(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """Return what tells a result of such work as long as the case that is shown now still is."""
        return self._in_hand.still(tell)

    def run(
        self,
        work: Callable[[Journal], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
        initiator: object | None = None,
        interruptible: bool = False,
        stop: Callable[[], None] | None = None,
    ) -> None:
        """Run a use case in the case that is shown now; tell what came of it only while that case is shown."""
        still = self._in_hand.still
        self._operations.run(
            self._in_hand.bound(work),
            done=None if done is None else still(done),
            failed=None if failed is None else still(failed),
            initiator=initiator,
            interruptible=interruptible,
            stop=stop,
        )

    def compute(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
        initiator: object | None = None,
        stop: Callable[[], None] | None = None,
        at_length: bool = False,
    ) -> None:
        """Compute for the case that is shown now; tell what came of it only while that case is shown."""
        still = self._in_hand.still
        self._operations.compute(
            work,
            done=None if done is None else still(done),
            failed=None if failed is None else still(failed),
            initiator=initiator,
            stop=stop,
            at_length=at_length,
        )
