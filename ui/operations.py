"""Runs use cases where they may take their time, and hands the results back in the thread of the windows.

One journal thread owns the journal and its connection; a second thread takes work that needs no journal. The
widget that asks gives a function for the result and one for a fault that the adviser should hear about.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from vpjournal.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

    from vpjournal.journal.facade import Journal

T = TypeVar("T")
_TURN = 0.0005
"""Seconds after which a working thread lets that of the windows go first; Python's own 5 ms add up while one types.

With a paper of 91 pages being made the windows waited 10 ms at the 99th percentile, and wait 4 ms now; making it takes
no longer.
"""


@dataclass(frozen=True, slots=True, eq=False)
class _Call:
    """What is to happen with the outcome of one piece of work."""

    done: Callable[[Any], None] | None
    failed: Callable[[JournalError], None] | None
    initiator: object | None

    def wanted(self) -> bool:
        """Tell whether the widgets that asked for this are still there."""
        owners = (
            self.initiator,
            getattr(self.done, "__self__", None),
            getattr(self.failed, "__self__", None),
        )
        return all(isValid(owner) for owner in owners if isinstance(owner, QObject))


class Operations(QObject):
    """The one way to run a use case: ``operations.run(lambda j: j.cases.list(), done=…, failed=…)``."""

    changed = Signal(object, object)
    """A use case changed records: ``(Changes, initiator)``; the initiator may ignore its own echo."""
    busy_changed = Signal(bool)
    idle = Signal()
    """Nothing runs or waits any more, and every result has been handed back."""
    crashed = Signal(object)
    """Work ended in an exception that is not a ``JournalError``: a bug."""
    _returned = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._journal_thread: ThreadPoolExecutor | None = None
        self._computing_thread: ThreadPoolExecutor | None = None
        self._pending: set[Future[Any]] = set()
        self._droppable: set[Future[Any]] = set()
        self._gate = Lock()
        self._hands_back = False
        self._reading = False
        self._leaving = False
        self._stopped = False

    @property
    def is_open(self) -> bool:
        """Tell whether a journal is open."""
        return self._journal is not None

    @property
    def is_busy(self) -> bool:
        """Tell whether anything runs, waits, or has a result that was not handed back yet."""
        return bool(self._pending)

    @property
    def outliving(self) -> Operations:
        """Operations for work that is followed to its end whatever is shown by then."""
        return self

    def still(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """Return what tells a result of such work as long as it belongs on the screen."""
        return tell

    def run(
        self,
        work: Callable[[Journal], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
        initiator: object | None = None,
        interruptible: bool = False,
    ) -> None:
        """Run a use case on the journal thread, after those asked for before it.

        ``done`` gets its result and ``failed`` its ``JournalError``, both in the thread of the windows and only
        while the widgets they belong to, and the initiator, exist. Locking drops work that is ``interruptible``:
        say so of searches and other reading, never of saving.
        """
        if self._leaving:
            # The last save makes pages read again; there is nothing to read from any more, and nobody to look.
            return
        call = _Call(done=done, failed=failed, initiator=initiator)
        if interruptible:
            self._droppable.add(self._on_journal_thread(lambda: self._read(work), call))
        else:
            self._on_journal_thread(lambda: work(self._opened()), call)

    def open(
        self,
        opener: Callable[[], tuple[T, Journal]],
        *,
        done: Callable[[T], None],
        failed: Callable[[JournalError], None],
    ) -> None:
        """Make or open the journal on the journal thread, where its connection has to live from then on."""

        def work() -> T:
            extra, self._journal = opener()
            return extra

        self._leaving = False
        self._on_journal_thread(work, _Call(done=done, failed=failed, initiator=None))

    def close(self, *, done: Callable[[None], None], failed: Callable[[JournalError], None]) -> None:
        """Close the journal after all that was asked for before; closing nothing is done at once."""

        def work() -> None:
            journal, self._journal = self._journal, None
            if journal is not None:
                journal.close()

        self._leaving = True
        self._on_journal_thread(work, _Call(done=done, failed=failed, initiator=None))

    def compute(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
        initiator: object | None = None,
    ) -> None:
        """Run work that needs no journal on a thread of its own, so that saving never waits for it."""
        if self._stopped:
            return
        future = self._on_computing_thread(work)
        self._follow(future, _Call(done=done, failed=failed, initiator=initiator))
        self._droppable.add(future)

    def prepare(self, work: Callable[[], T], *, done: Callable[[T], None] | None = None) -> None:
        """Run work that nobody waits for, such as importing ahead: the program is not busy with it."""
        if self._stopped:
            # The window was closed before all was made ready.
            return
        call = _Call(done=done, failed=None, initiator=None)
        self._on_computing_thread(work).add_done_callback(lambda ended: self._returned.emit(ended, call))

    def interrupt(self) -> None:
        """Drop what waits or runs and may be dropped, so that saving and closing come first."""
        for future in tuple(self._droppable):
            future.cancel()
        with self._gate:
            # Under the gate, so that never a save that came next is hit.
            if self._reading and self._journal is not None:
                self._journal.interrupt()

    def stop(self) -> None:
        """Let the threads end; for a window that closes in a process that lives on."""
        self._stopped = True
        for thread in (self._journal_thread, self._computing_thread):
            if thread is not None:
                thread.shutdown(wait=True, cancel_futures=True)

    def _read(self, work: Callable[[Journal], T]) -> T:
        journal = self._opened()
        with self._gate:
            self._reading = True
        try:
            return work(journal)
        finally:
            with self._gate:
                self._reading = False

    def _opened(self) -> Journal:
        if self._journal is None:
            raise RuntimeError("no journal is open")
        return self._journal

    def _on_computing_thread(self, work: Callable[[], T]) -> Future[T]:
        if self._computing_thread is None:
            self._computing_thread = self._thread("computing")
        return self._computing_thread.submit(work)

    def _on_journal_thread(self, work: Callable[[], Any], call: _Call) -> Future[Any]:
        if self._journal_thread is None:
            self._journal_thread = self._thread("journal")
        future = self._journal_thread.submit(work)
        self._follow(future, call)
        return future

    def _thread(self, name: str) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before the first window is painted

        from PySide6.QtCore import Qt  # noqa: PLC0415 - see ``ui.widgets.named``

        if not self._hands_back:
            self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)
            self._hands_back = True
            sys.setswitchinterval(_TURN)
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def _follow(self, future: Future[Any], call: _Call) -> None:
        self._pending.add(future)
        if len(self._pending) == 1:
            self.busy_changed.emit(True)  # noqa: FBT003 - the arguments of a signal have no names
        future.add_done_callback(lambda ended: self._returned.emit(ended, call))

    @Slot(object, object)
    def _on_returned(self, future: Future[Any], call: _Call) -> None:
        try:
            if not future.cancelled():
                self._hand_back(future, call)
        finally:
            self._droppable.discard(future)
            self._pending.discard(future)
            if not self._pending:
                self.busy_changed.emit(False)  # noqa: FBT003 - the arguments of a signal have no names
                self.idle.emit()

    def _hand_back(self, future: Future[Any], call: _Call) -> None:
        error = future.exception()
        if error is None:
            self._publish(future.result(), call)
        elif not isinstance(error, JournalError):
            self.crashed.emit(error)
        elif call.failed is None:
            # A fault that nobody is prepared to tell the adviser about is a bug in the page.
            self.crashed.emit(error)
        elif call.wanted():
            call.failed(error)

    def _publish(self, result: object, call: _Call) -> None:
        if call.done is not None and call.wanted():
            call.done(result)
        changes = _changes_of(result)
        if changes is not None:
            self.changed.emit(changes, call.initiator)


def _changes_of(result: object) -> object | None:
    from vpjournal.domain.changes import Changes  # noqa: PLC0415 - not needed before the first window is painted

    changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
    return changes if isinstance(changes, Changes) else None
