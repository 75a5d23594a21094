"""A journal is made of a backup: in a folder of its own, whole or not at all, and never over anything."""

from collections.abc import Callable
from pathlib import Path

from vpjournal.domain.progress import Progress
from vpjournal.errors import JournalDamaged
from vpjournal.vault import durable, folder, reserve
from vpjournal.vault.backup_file import BackupFile
from vpjournal.vault.kdf import FLOOR, Profile
from vpjournal.vault.keys import Keys, derive_keys
from vpjournal.vault.recovery_code import parse_recovery_code

CheckDatabase = Callable[[Path, str], None]


def keys_by_passphrase(found: BackupFile, passphrase: str, *, floor: Profile = FLOOR) -> Keys:
    """Return the keys of a backup, which prove it. Raises WrongPassphrase, JournalDamaged, TooLittleMemory."""
    header = found.sealed.header
    header.passphrase.profile.check(floor=floor)
    data_key = header.passphrase.open(passphrase, journal_id=header.journal_id)
    return _proving(found, derive_keys(data_key, journal_id=header.journal_id))


def keys_by_code(found: BackupFile, typed: str) -> Keys:
    """Return the keys of a backup by the recovery code of its day. Raises also RecoveryCodeMistyped."""
    header = found.sealed.header
    data_key = header.recovery.open(parse_recovery_code(typed), journal_id=header.journal_id)
    return _proving(found, derive_keys(data_key, journal_id=header.journal_id))


def _proving(found: BackupFile, keys: Keys) -> Keys:
    found.prove(keys)
    return keys


def restore(
    found: BackupFile, target: Path, *, keys: Keys, check_database: CheckDatabase, progress: Progress | None = None
) -> None:
    """Make a journal of a proven backup where nothing is yet, or leave nothing behind.

    ``check_database`` is given the path and the raw key of the database before the journal gets its name. Raises
    JournalExists, JournalDamaged, DiskFull, ReadOnly, DeviceFailed, and what the two callables raise.
    """

    def fill(workshop: Path) -> None:
        database = workshop / found.sealed.header.database
        _extract(found, database, progress)
        check_database(database, keys.keyspec())
        reserve.restore(workshop)

    folder.build(target.absolute(), found.sealed, fill)


def check_extracted(
    found: BackupFile, aside: Path, *, keys: Keys, check_database: CheckDatabase, progress: Progress | None = None
) -> None:
    """Take the database of a proven backup out into a new file, have it checked, and remove it again."""
    with durable.os_errors_told():
        aside.unlink(missing_ok=True)
        try:
            _extract(found, aside, progress)
            check_database(aside, keys.keyspec())
        finally:
            aside.unlink(missing_ok=True)


def _extract(found: BackupFile, path: Path, progress: Progress | None) -> None:
    done = 0
    with durable.new_file(path) as file, found.open_database() as pieces:
        for piece in pieces:
            file.write(piece)
            done += len(piece)
            if progress is not None:
                progress(done, found.database_bytes)
    if done != found.database_bytes:
        raise JournalDamaged("backup")
