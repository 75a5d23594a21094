"""Notices that a whole older journal was put back, by a counter that the journal and this computer both keep.

The journal counts first and the witness after it, so whatever interrupts this leaves the journal ahead, which is no
reason to say anything. A journal that stands behind its witness does not count on until the adviser has answered.
"""

import contextlib
from datetime import date
from pathlib import Path

from vpjournal.domain.older_state import OlderState
from vpjournal.errors import JournalError
from vpjournal.journal.approved import fingerprint_key
from vpjournal.journal.group import Desk, Group
from vpjournal.journal.health import CHECKED_ON
from vpjournal.journal.places import own_folder
from vpjournal.storage import Database, meta, schema_version
from vpjournal.vault import Unlocked
from vpjournal.vault.witness import Mark, Witness

_COUNT = "opened_and_closed"
_DAY = "counted_on"
_IN_USE = "in_use"
_SINCE = 2
"""The schema that gave journals the key which a witness is kept under."""


class Witnessing(Group):
    """Counts how often the journal is opened and closed. Nothing here ever keeps anyone from working."""

    def __init__(self, desk: Desk, unlocked: Unlocked) -> None:
        super().__init__(desk)
        self._unlocked = unlocked
        self._counts = False
        self._forgotten = False

    def older(self) -> OlderState | None:
        """Tell whether this journal is older than the one that was last open at this place; 1 ms."""
        seen = None if self._is_example() else self._witness().read()
        count = self._count()
        if seen is None or seen.count <= count:
            return None
        day = meta.read(self._database, _DAY)
        return OlderState(count, date.fromisoformat(day) if day else None, seen.count, seen.day)

    def begin(self) -> None:
        """Count that the journal was opened, and from now on that it is closed; takes a save and a small file."""
        self._counts = not self._is_example() and not self._forgotten
        self._mark(in_use=True)

    def end(self) -> None:
        """Count that the journal is closed, if ``begin`` was called; once."""
        self._mark(in_use=False)
        self._counts = False

    def forget(self) -> None:
        """Know nothing of this journal any more, and count no further: it is about to be removed."""
        self._counts, self._forgotten = False, True
        self._witness().forget()

    def accept(self) -> None:
        """Take this journal for the present one, because the adviser says so."""
        seen = self._witness().read()
        self._count_to(max(self._count(), seen.count if seen else 0) + 1, in_use=True)

    def _mark(self, *, in_use: bool) -> None:
        with contextlib.suppress(JournalError):
            if self._counts and self.older() is None:
                self._count_to(self._count() + 1, in_use=in_use)

    def _count_to(self, count: int, *, in_use: bool) -> None:
        mark = Mark(count, self._today())
        # Not as other use cases do: the reserve of a full disk is for what the adviser typed.
        with self._database.transaction():
            if in_use and meta.read(self._database, _IN_USE) == "yes":
                # It was never closed: whatever interrupted that may have left more than the pages tell.
                meta.write(self._database, CHECKED_ON, "")
            meta.write(self._database, _IN_USE, "yes" if in_use else "no")
            meta.write(self._database, _COUNT, str(mark.count))
            meta.write(self._database, _DAY, mark.day.isoformat())
        self._witness().write(mark)

    def _count(self) -> int:
        return int(meta.read(self._database, _COUNT) or "0")

    def _witness(self) -> Witness:
        return _witness_of(self._database, journal=self._unlocked.folder, journal_id=self._unlocked.header.journal_id)


def forget(database: Database, *, journal: Path, journal_id: bytes) -> None:
    """Know nothing of the journal that was at this place: the program itself puts a backup there."""
    if schema_version(database) >= _SINCE:
        _witness_of(database, journal=journal, journal_id=journal_id).forget()


def _witness_of(database: Database, *, journal: Path, journal_id: bytes) -> Witness:
    return Witness(own_folder(), journal=journal, journal_id=journal_id, material=fingerprint_key(database))
