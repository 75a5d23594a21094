"""Runs use cases where they may take their time, and hands the results back in the thread of the windows.

One journal thread owns the journal and its connection; a second thread takes work that needs no journal. The
widget that asks gives a function for the result and one for a fault that the adviser should hear about.

What such functions hold may be the last hold on something of Qt, which must not be taken apart on another thread than
that of the windows (``ui.garbage`` tells why). So a task stays here until its outcome was handed back, and a working
thread is given its number alone: by the time that it says that a task has ended, it holds nothing of it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from vpjournal.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.journal.facade import Journal

T = TypeVar("T")
_TURN = 0.0005
"""Seconds after which a working thread lets that of the windows go first; Python's own 5 ms add up while one types.

With a paper of 91 pages being made the windows waited 10 ms at the 99th percentile, and wait 4 ms now; making it takes
no longer.
"""


@dataclass(slots=True, eq=False)
class _Task:
    """One piece of work, what came of it, and what is to happen with that."""

    work: Callable[[], Any]
    done: Callable[[Any], None] | None = None
    failed: Callable[[JournalError], None] | None = None
    initiator: object | None = None
    droppable: bool = False
    stop: Callable[[], None] | None = None
    awaited: bool = True
    future: Future[None] | None = None
    result: Any = None
    error: BaseException | None = None

    def drop(self) -> None:
        """Let it never begin, or end early if there is a way; what else runs goes on."""
        if self.droppable and self.future is not None:
            self.future.cancel()
        if self.stop is not None:
            self.stop()

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
    interrupted = Signal()
    """Whatever can be given up is to be given up, because saving and closing come first."""
    refused = Signal(object)
    """A use case ended in a ``JournalError``, whoever tells the adviser."""
    crashed = Signal(object)
    """Work ended in an exception that is not a ``JournalError``: a bug."""
    _returned = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._journal_thread: ThreadPoolExecutor | None = None
        self._computing_thread: ThreadPoolExecutor | None = None
        self._long_thread: ThreadPoolExecutor | None = None
        self._sealing_thread: ThreadPoolExecutor | None = None
        self._tasks: dict[int, _Task] = {}
        self._numbers = count()
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
        return any(task.awaited for task in self._tasks.values())

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
        stop: Callable[[], None] | None = None,
    ) -> None:
        """Run a use case on the journal thread, after those asked for before it.

        ``done`` gets its result and ``failed`` its ``JournalError``, both in the thread of the windows and only
        while the widgets they belong to, and the initiator, exist. Locking drops work that is ``interruptible``:
        say so of searches and other reading, never of saving. ``stop`` is called by locking and closing: it gives up
        work of seconds, which then ends in Cancelled (see ``ui.stopper``).
        """
        if self._leaving:
            # The last save makes pages read again; there is nothing to read from any more, and nobody to look.
            return
        task = _Task(
            (lambda: self._read(work)) if interruptible else (lambda: work(self._opened())),
            done=done,
            failed=failed,
            initiator=initiator,
            droppable=interruptible,
            stop=stop,
        )
        self._on_journal_thread(task)

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
        self._on_journal_thread(_Task(work, done=done, failed=failed))

    def close(self, *, done: Callable[[None], None], failed: Callable[[JournalError], None]) -> None:
        """Close the journal after all that was asked for before; closing nothing is done at once."""

        def work() -> None:
            journal, self._journal = self._journal, None
            if journal is not None:
                journal.close()

        self._leaving = True
        self._on_journal_thread(_Task(work, done=done, failed=failed))

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
        """Run work that needs no journal on a thread of its own, so that saving never waits for it.

        ``stop`` as in ``run``. Work that waits for a stick or takes many seconds is done ``at_length``, on a third
        thread, so that no paper waits for it.
        """
        if self._stopped:
            return
        task = _Task(work, done=done, failed=failed, initiator=initiator, droppable=True, stop=stop)
        if at_length:
            self._on_long_thread(task)
        else:
            self._on_computing_thread(task)

    def prepare(self, work: Callable[[], T], *, done: Callable[[T], None] | None = None) -> None:
        """Run work that nobody waits for, such as importing ahead: the program is not busy with it."""
        if self._stopped:
            # The window was closed before all was made ready.
            return
        self._on_computing_thread(_Task(work, done=done, awaited=False))

    def seal(
        self,
        texts: tuple[Unsaved, ...],
        *,
        done: Callable[[tuple[str, ...]], None],
        failed: Callable[[JournalError], None],
    ) -> None:
        """Keep texts outside the journal that could not be saved in it; ``done`` gets their names.

        A thread of its own does it, because that of the journal may be waiting for a disk that is gone.
        """
        if self._sealing_thread is None:
            self._sealing_thread = self._thread("sealing")
        self._begin(_Task(lambda: self._opened().drafts.seal(texts), done=done, failed=failed), self._sealing_thread)

    def interrupt(self) -> None:
        """Drop what waits or runs and may be dropped, so that saving and closing come first."""
        for task in self._tasks.values():
            task.drop()
        self.interrupted.emit()
        with self._gate:
            # Under the gate, so that never a save that came next is hit.
            if self._reading and self._journal is not None:
                self._journal.interrupt()

    def stop(self) -> None:
        """Let the threads end; for a window that closes in a process that lives on."""
        self._stopped = True
        for thread in (self._journal_thread, self._computing_thread, self._long_thread, self._sealing_thread):
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

    def _on_computing_thread(self, task: _Task) -> None:
        if self._computing_thread is None:
            self._computing_thread = self._thread("computing")
        self._begin(task, self._computing_thread)

    def _on_long_thread(self, task: _Task) -> None:
        if self._long_thread is None:
            self._long_thread = self._thread("long")
        self._begin(task, self._long_thread)

    def _on_journal_thread(self, task: _Task) -> None:
        if self._journal_thread is None:
            self._journal_thread = self._thread("journal")
        self._begin(task, self._journal_thread)

    def _thread(self, name: str) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before the first window is painted

        from PySide6.QtCore import Qt  # noqa: PLC0415 - see ``ui.widgets.named``

        if not self._hands_back:
            self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)
            self._hands_back = True
            sys.setswitchinterval(_TURN)
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def _begin(self, task: _Task, thread: ThreadPoolExecutor) -> None:
        was_busy, number = self.is_busy, next(self._numbers)
        self._tasks[number] = task
        task.future = future = thread.submit(self._perform, number)
        if task.awaited and not was_busy:
            self.busy_changed.emit(True)  # noqa: FBT003 - the arguments of a signal have no names
        future.add_done_callback(lambda _ended: self._returned.emit(number))

    def _perform(self, number: int) -> None:
        task = self._tasks[number]
        try:
            task.result = task.work()
        except BaseException as error:  # noqa: BLE001 - raised or told where it is handed back
            task.error = error

    @Slot(int)
    def _on_returned(self, number: int) -> None:
        task = self._tasks[number]
        try:
            if task.future is not None and not task.future.cancelled():
                self._hand_back(task)
        finally:
            del self._tasks[number]
            # An error holds on to the task by its traceback, and would leave both to be found as garbage.
            task.error = None
            if task.awaited and not self.is_busy:
                self.busy_changed.emit(False)  # noqa: FBT003 - the arguments of a signal have no names
                self.idle.emit()

    def _hand_back(self, task: _Task) -> None:
        error = task.error
        if error is None:
            self._publish(task)
        elif not isinstance(error, JournalError):
            self.crashed.emit(error)
        else:
            self._tell(task, error)

    def _tell(self, task: _Task, error: JournalError) -> None:
        if task.failed is None:
            # A fault that nobody is prepared to tell the adviser about is a bug in the page.
            self.crashed.emit(error)
        elif task.wanted():
            task.failed(error)
        self.refused.emit(error)

    def _publish(self, task: _Task) -> None:
        if task.done is not None and task.wanted():
            task.done(task.result)
        changes = _changes_of(task.result)
        if changes is not None:
            self.changed.emit(changes, task.initiator)


def _changes_of(result: object) -> object | None:
    from vpjournal.domain.changes import Changes  # noqa: PLC0415 - not needed before the first window is painted

    changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
    return changes if isinstance(changes, Changes) else None
