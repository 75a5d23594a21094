"""A new data key for a journal: what the old one opened is then history, and no paper has to be at hand for it.

The database is written anew under the next generation's name, checked and synced; replacing the header is the one
moment at which the journal changes over. Before it the old journal is whole, after it the new one.
"""

import contextlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vpjournal.errors import FieldMissing, JournalError
from vpjournal.vault import durable, header, header_files, slots
from vpjournal.vault.folder import Unlocked
from vpjournal.vault.header import Header
from vpjournal.vault.kdf import Profile
from vpjournal.vault.keys import Keys, derive_keys, new_data_key
from vpjournal.vault.noreplace import rename_new
from vpjournal.vault.recovery_code import RecoveryCode

CopyDatabase = Callable[[Path, str], None]
_DATABASE = re.compile(r"data-(\d{6})\.db")


def rotate(
    unlocked: Unlocked,
    *,
    passphrase: str,
    profile: Profile,
    code: RecoveryCode | None,
    copy_database: CopyDatabase,
    settle: Callable[[], None],
) -> None:
    """Give the journal a new data key and lock it with this passphrase; ``code`` takes the place of the recovery code.

    Without a ``code`` the recovery sheet keeps its use. ``copy_database`` fills and checks the empty file at a path
    for a raw key; ``settle`` is called once the change cannot be undone, when nobody may use the old database any more.
    Raises FieldMissing, DiskFull, ReadOnly, DeviceFailed, TooLittleMemory and what ``copy_database`` raises; the
    journal is then what it was.
    """
    if not passphrase:
        raise FieldMissing("passphrase")
    journal_id, data_key = unlocked.header.journal_id, new_data_key()
    keys = derive_keys(data_key, journal_id=journal_id)
    if code is None:
        recovery = unlocked.header.recovery.renewed(data_key, journal_id=journal_id)
    else:
        recovery = slots.make_recovery_slot(data_key, code=code, journal_id=journal_id)
    fresh = replace(
        unlocked.header,
        generation=_highest_generation(unlocked.folder) + 1,
        passphrase=slots.make_passphrase_slot(data_key, passphrase=passphrase, journal_id=journal_id, profile=profile),
        recovery=recovery,
    )
    _change_over(unlocked, fresh, keys, copy_database=copy_database, settle=settle)


def write_anew(unlocked: Unlocked, *, copy_database: CopyDatabase, settle: Callable[[], None]) -> None:
    """Put a database that was written anew in the place of the present one, under the same keys; else as ``rotate``."""
    fresh = replace(unlocked.header, generation=_highest_generation(unlocked.folder) + 1)
    _change_over(unlocked, fresh, unlocked.keys, copy_database=copy_database, settle=settle)


def _change_over(
    unlocked: Unlocked, fresh: Header, keys: Keys, *, copy_database: CopyDatabase, settle: Callable[[], None]
) -> None:
    sealed = header.parse(header.encode(fresh, header_key=keys.header_key))
    database = unlocked.folder / fresh.database
    _make_database(database, keys.keyspec(), copy_database)
    try:
        durable.replace_file(unlocked.folder / header_files.MAIN, sealed.data)
    except JournalError:
        if sealed.data != _present(unlocked.folder):
            with contextlib.suppress(OSError):
                database.unlink()
            raise
        # It changed over, but nobody says that this will last: both databases stay until the folder can be synced.
    unlocked.adopt(sealed, keys)
    settle()
    unlocked.repair(opened_now=False)


def _make_database(path: Path, keyspec: str, copy_database: CopyDatabase) -> None:
    making = path.with_name(path.name + ".new")
    with durable.os_errors_told():
        making.unlink(missing_ok=True)
        durable.create_file(making, b"")
        with durable.gone_when_it_fails(making):
            copy_database(making, keyspec)
            durable.sync_file(making)
            rename_new(making, path)
        durable.sync_folder(path.parent)


def _highest_generation(folder: Path) -> int:
    """Return the highest number that a database here has, of whatever origin: none is ever written over."""
    with durable.os_errors_told():
        names = [_DATABASE.fullmatch(path.name) for path in folder.iterdir()]
    return max(int(match[1]) for match in names if match)


def _present(folder: Path) -> bytes:
    try:
        return durable.read_file(folder / header_files.MAIN, limit=header.LIMIT)
    except JournalError:
        return b""
