"""Making a journal, opening one, and looking it over: where the folder, its keys and its database come together."""

import contextlib
import os
import sys
from pathlib import Path

from vpjournal import vault
from vpjournal.journal.facade import Journal
from vpjournal.storage import Database, migrate
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
)

__all__ = [
    "CHEAPEST",
    "FLOOR",
    "STANDARD",
    "Description",
    "Profile",
    "RecoveryCode",
    "calibrate",
    "create_journal",
    "default_folder",
    "describe",
    "group_is_sound",
    "open_journal",
]

_NAME = "VP-journaal.vpjournal"
_APPLICATION = "VP-journaal"


def default_folder() -> Path:
    """Return where the journal lies when nobody chose a place: with the app's own data, out of sync folders."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
        # The specification of these folders says to ignore a relative one.
        base = chosen if chosen.is_absolute() else Path.home() / ".local" / "share"
    return base / _APPLICATION / _NAME


def create_journal(folder: Path, passphrase: str, *, profile: Profile = STANDARD) -> tuple[RecoveryCode, Journal]:
    """Make a journal where nothing is yet and open it; the code, in ``groups``, is not kept anywhere.

    Takes about a second. Raises JournalExists, FieldMissing, DiskFull, ReadOnly, DeviceFailed, TooLittleMemory.
    """
    created = vault.create(folder, passphrase=passphrase, profile=profile, make_database=_make_database)
    return created.recovery_code, _opened(created.unlocked)


def open_journal(folder: Path, passphrase: str, *, floor: Profile = FLOOR) -> Journal:
    """Open a journal on this thread. ``floor`` is the cheapest key derivation believed: tests hand in CHEAPEST.

    Takes about a second. Raises WrongPassphrase, JournalInUse, JournalNotFound, NotAJournal, JournalDamaged,
    JournalTooNew, ReadOnly, DeviceFailed, TooLittleMemory; then nothing on disk has changed.
    """
    return _opened(vault.unlock(folder, passphrase, floor=floor))


def _opened(unlocked: vault.Unlocked) -> Journal:
    with contextlib.ExitStack() as undo:
        undo.callback(unlocked.close)
        database = Database(unlocked.database_path, unlocked.keyspec())
        undo.callback(database.close)
        migrate(database)
        undo.pop_all()
    return Journal(database, unlocked)


def _make_database(path: Path, keyspec: str) -> None:
    with contextlib.closing(Database(path, keyspec, new=True)) as database:
        migrate(database)
