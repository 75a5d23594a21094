"""Makes a backup by itself when one is due and nobody is typing, and removes those that got too old.

There is one for an open journal. A place that is not there now is looked for again and again, without a word: that the
last backup is of long ago is said on *Vandaag*. Locking gives up what runs; nothing is begun on the way there.
"""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from ui.backups.maker import BackupMaker
from ui.backups.removing import remove_backups
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.operations import Operations
    from vpjournal.domain.backups import BackupState, PlaceLook
    from vpjournal.domain.changes import Changes
    from vpjournal.errors import JournalError

REST = 120.0
"""Seconds without a key or the mouse after which a backup that is due is begun."""
_ROUND_MS = 15_000
_UNTIL_THERE = 60.0
"""Seconds until a place that was not there is looked for again."""
_UNTIL_AGAIN = 1_800.0
"""Seconds until a backup that failed, or was stopped, is tried again."""


class Hands(Protocol):
    """Whoever knows for how long nobody stirred, in seconds."""

    @property
    def idle(self) -> float: ...


class BackupKeeper(QObject):
    """Looks every quarter of a minute whether there is anything to do."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._maker = BackupMaker(operations, self)
        self._hands: Hands | None = None
        self._state: BackupState | None = None
        self._not_before = 0.0
        self._locks = 0
        self._cleaned_on: date | None = None
        self._rounds = QTimer(self)
        self._rounds.setInterval(_ROUND_MS)
        self._rounds.timeout.connect(self.go_round)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        operations.changed.connect(self._on_operations_changed)
        operations.interrupted.connect(self._on_interrupted)

    def begin(self, hands: Hands) -> None:
        """Begin to look after the journal that is open; without it backups are made when one asks for them."""
        self._hands = hands
        self._read()
        self._rounds.start()

    @property
    def maker(self) -> BackupMaker:
        """Whoever makes them, also for the pages."""
        return self._maker

    @property
    def is_due(self) -> bool:
        """Tell whether a backup is to be made."""
        return self._state is not None and self._state.is_due(today())

    def make_if_there(self, otherwise: Callable[[], None]) -> None:
        """Make one now if its place is there, or do something else."""
        locks = self._locks

        def on_looked(look: PlaceLook) -> None:
            if look.there and locks == self._locks:
                self._maker.make(Path(look.folder))
            else:
                self._not_before = monotonic() + _UNTIL_THERE
                otherwise()

        folder = Path(self._state.folder if self._state is not None else "")
        self._operations.run(
            lambda journal: journal.backups.look_at(folder),
            done=lambda looking: self._operations.compute(
                looking, done=on_looked, failed=lambda _error: otherwise(), initiator=self, at_length=True
            ),
            failed=lambda _error: otherwise(),
            initiator=self,
        )

    def go_round(self) -> None:
        """Make one that is due if nobody is at work, and remove those that are too old whoever is."""
        if self._maker.is_busy or self._operations.is_busy:
            return
        rests = self._hands is not None and self._hands.idle >= REST
        if rests and self.is_due and monotonic() >= self._not_before:
            self.make_if_there(_nothing)
        else:
            self._clean()

    def _clean(self) -> None:
        """Remove what is older than backups get; once a day, because what cannot be reached stays on the list."""
        now = today()
        old = self._state.expired(now) if self._state is not None else ()
        if old and self._cleaned_on != now:
            self._cleaned_on = now
            remove_backups(old, operations=self._operations, done=_nothing_with, failed=_nothing_with)

    def _read(self) -> None:
        self._operations.run(
            # A damaged one is only looked at; a copy of it is no backup.
            lambda journal: journal.backups.state() if journal.damage is None else None,
            done=self._on_read,
            failed=_nothing_with,
            initiator=self,
        )

    def _on_read(self, state: BackupState | None) -> None:
        if self._state is not None and state is not None and state.folder != self._state.folder:
            self._not_before = 0.0
        self._state = state

    def _on_operations_changed(self, changes: Changes, _initiator: object) -> None:
        if self._rounds.isActive() and changes.touches(Area.BACKUPS):
            self._read()

    def _on_interrupted(self) -> None:
        # What was looked for is no longer begun.
        self._locks += 1

    def _on_made(self, _made: object) -> None:
        self._not_before = 0.0
        # The place is there now, and with it perhaps some that are too old.
        self._cleaned_on = None

    def _on_failed(self, _error: JournalError) -> None:
        self._not_before = monotonic() + _UNTIL_AGAIN


def _nothing() -> None:
    """Leave it at that."""


def _nothing_with(_outcome: object) -> None:
    """Leave it at that, whatever came of it."""
