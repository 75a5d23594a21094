"""Looking a backup over, trying it, and making a journal of it beside the one there is."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vpjournal import vault
from vpjournal.domain.progress import Progress, part
from vpjournal.errors import JournalDamaged, JournalExists, JournalTooNew
from vpjournal.journal import witnessing
from vpjournal.journal.backups import WHOLE, add_to_list
from vpjournal.journal.findings import Finding, checked
from vpjournal.journal.naming import names_of_day
from vpjournal.journal.places import TRIED, default_folder, own_folder
from vpjournal.storage import Database, checks, shipped
from vpjournal.vault import FLOOR, Profile, backup_file, durable, restoring, synced_by
from vpjournal.vault.backup_file import BackupFile

__all__ = ["BackupDescription", "describe_backup", "folder_for_restored", "restore", "synced_by", "verify_backup"]

_READ, _OPENED, _TAKEN_OUT = 200, 300, 600
"""Where in the whole the phases of restoring end; checking the database is the last."""


@dataclass(frozen=True, slots=True)
class BackupDescription:
    """What a backup says of itself to anybody, every byte of it being as it was written."""

    made_on: date
    generation: int
    schema: int
    profile: Profile
    database_bytes: int


def describe_backup(file: Path, *, progress: Progress | None = None) -> BackupDescription:
    """Look a backup over without a key. Raises JournalNotFound, NotAJournal, JournalTooNew, JournalDamaged."""
    found = backup_file.read(file, progress=progress)
    header = found.sealed.header
    return BackupDescription(
        found.made_on, header.generation, found.schema, header.passphrase.profile, found.database_bytes
    )


def restore(
    file: Path,
    folder: Path,
    *,
    passphrase: str = "",
    code: str = "",
    floor: Profile = FLOOR,
    progress: Progress | None = None,
) -> None:
    """Make a journal of a backup in a new folder, with the passphrase or the recovery code of its day.

    ``progress`` is told how far of ``WHOLE`` it is and may raise Cancelled; nothing is left then. It is told nothing
    while the key is derived, which takes a second and cannot be broken off. Raises WrongPassphrase,
    RecoveryCodeMistyped, JournalExists, JournalNotFound, NotAJournal, JournalDamaged, JournalTooNew, DiskFull,
    ReadOnly, DeviceFailed, TooLittleMemory.
    """
    if os.path.lexists(folder) or within_a_journal(folder):
        raise JournalExists
    found = _known(file, part(progress, 0, _READ, of=WHOLE))
    keys = restoring.keys_by_code(found, code) if code else restoring.keys_by_passphrase(found, passphrase, floor=floor)
    checking = part(progress, _TAKEN_OUT, WHOLE, of=WHOLE)

    def require_whole(path: Path, keyspec: str) -> None:
        if any(finding.problems for finding in _checked(path, keyspec, checking)):
            raise JournalDamaged("backup")
        with contextlib.closing(Database(path, keyspec)) as database:
            witnessing.forget(database, journal=folder, journal_id=found.sealed.header.journal_id)
            # It was made before it could be on the list that is in it; what is on no list is never removed.
            add_to_list(database, file.absolute(), made_on=found.made_on)

    restoring.restore(found, folder, keys=keys, check_database=require_whole, progress=_opened_first(progress))


def verify_backup(
    file: Path, passphrase: str, *, floor: Profile = FLOOR, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Open a backup as restoring would and make every check; the database lies in the app's own folder meanwhile.

    Raises as ``restore`` does.
    """
    found = _known(file, part(progress, 0, _READ, of=WHOLE))
    keys = restoring.keys_by_passphrase(found, passphrase, floor=floor)
    checking = part(progress, _TAKEN_OUT, WHOLE, of=WHOLE)
    findings: list[Finding] = []

    def check_database(path: Path, keyspec: str) -> None:
        findings.extend(_checked(path, keyspec, checking))

    with _aside() as aside:
        restoring.check_extracted(
            found, aside, keys=keys, check_database=check_database, progress=_opened_first(progress)
        )
    return tuple(findings)


def folder_for_restored(*, today: date, beside: Path | None = None) -> Path:
    """Return a free place for a restored journal: where a journal lies by default, else beside the one there is."""
    usual = beside or default_folder()
    if not os.path.lexists(usual):
        return usual
    for name in names_of_day(usual.stem, today, usual.suffix):
        place = usual.with_name(name)
        if not os.path.lexists(place):
            return place
    raise JournalExists


def within_a_journal(place: Path) -> bool:
    """Tell whether a place is a journal or lies in one, where it would be taken for a part of that."""
    real = place.resolve()
    return any(os.path.lexists(part / name) for part in (real, *real.parents) for name in (vault.MAIN, vault.COPY))


def _known(file: Path, progress: Progress | None) -> BackupFile:
    found = backup_file.read(file, progress=progress)
    if found.schema > len(shipped()):
        raise JournalTooNew
    return found


def _opened_first(progress: Progress | None) -> Progress | None:
    """Return what tells how far taking out is, having told that the key fits: who stopped meanwhile is heard here."""
    if progress is not None:
        progress(_OPENED, WHOLE)
    return part(progress, _OPENED, _TAKEN_OUT, of=WHOLE)


def _checked(path: Path, keyspec: str, progress: Progress | None) -> Iterator[Finding]:
    """Make every check of a database that was taken out, and tell after each how far it is."""
    with contextlib.closing(Database(path, keyspec, read_only=True)) as database:
        for done, finding in enumerate(checked(database), 1):
            yield finding
            if progress is not None:
                progress(done, len(checks.CHECKS))


@contextlib.contextmanager
def _aside() -> Iterator[Path]:
    """Hand out a name in the app's own folder, gone again afterwards, with what an interruption left there before."""
    folder = own_folder()
    with durable.os_errors_told():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(f"{TRIED}*"):
            left.unlink(missing_ok=True)
        path = folder / f"{TRIED}{secrets.token_hex(4)}.db"
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)
