"""Restoring from the side of the window: a backup is looked over and made into a journal, off the thread of windows.

What reads backups is heavy to import, so it is imported when it is first used, as in ``ui.door``.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.stopper import Stopper
from vpjournal.errors import JournalExists

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vpjournal.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a restored journal comes to lie; ``synced_by`` names the program that copies that place elsewhere."""

    folder: Path
    synced_by: str = ""


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup that is as it was written, and where its journal would come to lie."""

    file: Path
    made_on: date
    destination: Destination

    def at(self, destination: Destination) -> FoundBackup:
        """Return the same backup with another place for its journal."""
        return replace(self, destination=destination)


@dataclass(frozen=True, slots=True)
class Restored:
    """The journal that was made of a backup of that day; ``other`` is the one that was there before, if any."""

    folder: Path
    made_on: date
    other: Path | None


class Restorer:
    """Works for one page on the computing thread; ``stop`` may be called from any."""

    def __init__(self, beside: Path, *, cheapest: bool = False) -> None:
        self._beside = beside
        self._cheapest = cheapest
        self._stopper = Stopper()

    def begin(self) -> None:
        """Let what was stopped before be of no account, before work is asked for; in the thread of the windows."""
        self._stopper = Stopper()

    def look_over(self, file: Path, tell: Progress) -> FoundBackup:
        """Read every byte of a backup, without a key. Raises as ``describe_backup``, and Cancelled."""
        from vpjournal.journal import restoring

        described = restoring.describe_backup(file, progress=self._stopper.watched(tell))
        return FoundBackup(file, described.made_on, self.destination())

    def destination(self, chosen: Path | None = None) -> Destination:
        """Return a free place beside the present journal, or in the folder that was chosen.

        Raises JournalExists when that lies within a journal.
        """
        from vpjournal.domain.days import today
        from vpjournal.journal import opening, restoring

        if chosen is not None and restoring.within_a_journal(chosen):
            raise JournalExists
        beside = self._beside if chosen is None else chosen / opening.default_folder().name
        folder = restoring.folder_for_restored(today=today(), beside=beside)
        return Destination(folder, restoring.synced_by(folder.parent))

    def restore(self, found: FoundBackup, *, passphrase: str, code: str, tell: Progress) -> Restored:
        """Make the journal. Raises as ``restoring.restore`` does."""
        from vpjournal.journal import opening, restoring

        floor = opening.CHEAPEST if self._cheapest else opening.FLOOR
        folder = found.destination.folder
        restoring.restore(
            found.file, folder, passphrase=passphrase, code=code, floor=floor, progress=self._stopper.watched(tell)
        )
        other = self._beside if self._beside != folder and os.path.lexists(self._beside) else None
        return Restored(folder, found.made_on, other)

    def stop(self) -> None:
        """Give up what is under way; nothing is left behind."""
        self._stopper.stop()
