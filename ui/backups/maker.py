"""Makes one backup at a time beside the work, tells how far it is, and puts it on the list.

There is one for an open journal, so that a page shows what another began. A lock gives it up: nothing half is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.backups.steps import STEPS, in_steps
from ui.stopper import Stopper
from vpjournal.errors import Cancelled, JournalError

if TYPE_CHECKING:
    from pathlib import Path

    from ui.operations import Operations
    from vpjournal.domain.changes import Changes
    from vpjournal.journal.backups import BackupJob, MadeBackup


class BackupMaker(QObject):
    """Makes a backup in a folder; ``busy_changed`` says that it began, and that it ended one way or the other."""

    busy_changed = Signal(bool)
    progressed = Signal(int)
    """How far it is, of ``STEPS``."""
    made = Signal(object)
    """A ``MadeBackup`` lies where it should, was read back, and is on the list."""
    failed = Signal(object)
    """A ``JournalError`` says why there is none; ``Cancelled`` when it was given up."""
    _stepped = Signal(int)

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._run: Stopper | None = None
        self._step = 0
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        operations.interrupted.connect(self.give_up)

    @property
    def is_busy(self) -> bool:
        """Tell whether a backup is being made."""
        return self._run is not None

    @property
    def step(self) -> int:
        """How far it is, of ``STEPS``."""
        return self._step

    def make(self, folder: Path) -> None:
        """Begin, unless one is being made already."""
        if self._run is not None:
            return
        run = self._run = Stopper()
        self._step = 0
        self.busy_changed.emit(True)  # noqa: FBT003 - the arguments of a signal have no names
        self._operations.run(
            lambda journal: journal.backups.prepare(folder),
            done=lambda job: self._begin(run, job),
            failed=lambda error: self._end(run, error),
        )

    def cancel(self) -> None:
        """Stop; what was written so far is removed, and ``failed`` says so once that was done."""
        if self._run is not None:
            self._run.stop()

    @Slot()
    def give_up(self) -> None:
        """Stop at once without waiting for the outcome, because the journal is about to be closed."""
        run = self._run
        if run is not None:
            run.stop()
            self._end(run, Cancelled())

    def _begin(self, run: Stopper, job: BackupJob) -> None:
        tell = run.watched(in_steps(self._stepped, STEPS))
        self._operations.compute(
            lambda: job.run(tell),
            done=lambda made: self._record(run, made),
            failed=lambda error: self._end(run, error),
            at_length=True,
        )

    def _record(self, run: Stopper, made: MadeBackup) -> None:
        def on_recorded(_changes: Changes) -> None:
            if self._run is run:
                self._set_idle()
                self.made.emit(made)

        self._operations.run(
            lambda journal: journal.backups.record(made),
            done=on_recorded,
            failed=lambda error: self._end(run, error),
        )

    def _end(self, run: Stopper, error: JournalError) -> None:
        if self._run is run:
            self._set_idle()
            self.failed.emit(error)

    def _set_idle(self) -> None:
        self._run = None
        self.busy_changed.emit(False)  # noqa: FBT003 - the arguments of a signal have no names

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        if self._run is not None:
            self._step = step
            self.progressed.emit(step)
