"""Making a journal, opening one, and looking it over: where the folder, its keys and its database come together."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from vpjournal import vault
from vpjournal.domain.progress import Progress
from vpjournal.errors import JournalDamaged, PartsDoNotMatch, WrongLength
from vpjournal.journal.backups import Backups
from vpjournal.journal.facade import Journal
from vpjournal.journal.findings import Finding, checked
from vpjournal.journal.group import Desk
from vpjournal.journal.places import default_folder
from vpjournal.storage import Database, checks, migrate, schema_version, shipped
from vpjournal.vault import (
    CHEAPEST,
    FLOOR,
    STANDARD,
    Description,
    Profile,
    RecoveryCode,
    calibrate,
    describe,
    group_is_sound,
    write_new_file,
)

__all__ = [
    "CHEAPEST",
    "FLOOR",
    "STANDARD",
    "Description",
    "Finding",
    "Profile",
    "RecoveryCode",
    "calibrate",
    "create_journal",
    "default_folder",
    "describe",
    "group_is_sound",
    "open_journal",
    "open_journal_with_code",
    "verify",
    "warm_up",
    "write_new_file",
]

_BEFORE = 3
"""Checks that are made before those inside the database."""


def create_journal(
    folder: Path, passphrase: str, *, profile: Profile = STANDARD, fill: Callable[[Database], None] | None = None
) -> tuple[RecoveryCode, Journal]:
    """Make a journal where nothing is yet and open it; the code, in ``groups``, is not kept anywhere.

    What ``fill`` writes into the new database stands in it from the first moment; when it raises, nothing is left.
    Takes about a second. Raises JournalExists, FieldMissing, DiskFull, ReadOnly, DeviceFailed, TooLittleMemory.
    """

    def make_database(path: Path, keyspec: str) -> None:
        with contextlib.closing(Database(path, keyspec, new=True)) as database:
            migrate(database)
            if fill is not None:
                fill(database)

    created = vault.create(folder, passphrase=passphrase, profile=profile, make_database=make_database)
    return created.recovery_code, _opened(created.unlocked)


def open_journal(folder: Path, passphrase: str, *, floor: Profile = FLOOR) -> Journal:
    """Open a journal on this thread. ``floor`` is the cheapest key derivation believed: tests hand in CHEAPEST.

    Takes about a second. Raises WrongPassphrase, JournalInUse, JournalNotFound, NotAJournal, JournalDamaged,
    JournalTooNew, ReadOnly, DeviceFailed, TooLittleMemory; then nothing on disk has changed.
    """
    return _opened(vault.unlock(folder, passphrase, floor=floor))


def open_journal_with_code(folder: Path, typed: str, *, floor: Profile = FLOOR) -> Journal:
    """Open a journal with its recovery code. Raises RecoveryCodeMistyped, and what ``open_journal`` does."""
    return _opened(vault.unlock_with_code(folder, typed, floor=floor))


def warm_up() -> None:
    """Read once what every opening needs and no journal holds, so that the first one need not wait for it."""
    shipped()


def _database(unlocked: vault.Unlocked) -> Database:
    try:
        return Database(unlocked.database_path, unlocked.keyspec())
    except (PartsDoNotMatch, WrongLength):
        raise
    except JournalDamaged as error:
        # SQLite says of a file that was cut off no more than that it is malformed.
        if not vault.has_its_length(unlocked.database_path, unlocked.keys):
            raise WrongLength from error
        raise


def _opened(unlocked: vault.Unlocked) -> Journal:
    with contextlib.ExitStack() as undo:
        undo.callback(unlocked.close)
        database = _database(unlocked)
        undo.callback(database.close)
        _bring_up_to_date(database, unlocked)
        journal = Journal(database, unlocked)
        undo.pop_all()
    return journal


def _bring_up_to_date(database: Database, unlocked: vault.Unlocked) -> None:
    """Make a backup beside a journal of an earlier schema, and change it then; without a backup it is not changed."""
    if not 0 < schema_version(database) < len(shipped()):
        migrate(database)
        return
    backups = Backups(Desk(database, date.today, unlocked.release_reserve), unlocked)
    made = backups.prepare(unlocked.folder.parent).run()
    migrate(database, in_the_last=lambda: backups.record_beside(made))


def verify(
    folder: Path, passphrase: str, *, floor: Profile = FLOOR, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Make every check there is, changing nothing; the proof of the header comes first and raises as opening does.

    ``progress`` is told after each check, and may raise Cancelled.
    """
    unlocked = vault.unlock(folder, passphrase, floor=floor, repair=False)
    findings: list[Finding] = []
    with contextlib.closing(unlocked):
        for finding in _findings(unlocked):
            findings.append(finding)
            if progress is not None:
                progress(len(findings), _BEFORE + len(checks.CHECKS))
    return tuple(findings)


def _findings(unlocked: vault.Unlocked) -> Iterator[Finding]:
    unlike = unlocked.unlike_headers()
    yield Finding("header", int(vault.MAIN in unlike))
    yield Finding("copy", int(vault.COPY in unlike))
    try:
        database = Database(unlocked.database_path, unlocked.keyspec())
    except JournalDamaged:
        yield Finding("database", 1)
        return
    yield Finding("database", 0)
    with contextlib.closing(database):
        yield from checked(database)
