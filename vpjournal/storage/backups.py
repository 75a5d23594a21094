"""The list of backups in rows."""

from collections.abc import Iterable
from datetime import date

from vpjournal.domain.backups import BackupItem
from vpjournal.domain.ids import BackupId
from vpjournal.storage import meta
from vpjournal.storage.connection import Database
from vpjournal.storage.days import day_in, day_out

_DESTROYED = "destroyed_times"
_CHANGES = "passphrase_changes"
_LIST = "SELECT id, folder, name, made_on, to_renew, passphrase FROM backup ORDER BY made_on DESC, id DESC"
_INSERT = """
INSERT INTO backup (folder, name, made_on, to_renew, passphrase) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (folder, name) DO UPDATE
SET made_on = excluded.made_on, to_renew = excluded.to_renew, passphrase = excluded.passphrase
"""
_FOUND = """
INSERT INTO backup (folder, name, made_on, to_renew, passphrase) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (folder, name) DO NOTHING
"""
_MOVE = "UPDATE OR IGNORE backup SET folder = ? WHERE id = ?"
_TO_RENEW = "UPDATE backup SET to_renew = 1"
_DELETE = "DELETE FROM backup WHERE id = ?"


def items(database: Database) -> tuple[BackupItem, ...]:
    """Return the backups that are not known to be gone, newest first."""
    present = passphrase_changes(database)
    return tuple(
        BackupItem(BackupId(number), folder, name, day_out(day), bool(to_renew), older_passphrase=passphrase < present)
        for number, folder, name, day, to_renew, passphrase in database.query(_LIST)
    )


def add(database: Database, *, folder: str, name: str, made_on: date, destroyed: int, passphrase: int) -> None:
    """Add a backup that was begun when so much had been destroyed, and the passphrase changed so often."""
    to_renew = destroyed < destroyed_times(database)
    database.insert(_INSERT, (folder, name, day_in(made_on), int(to_renew), passphrase))


def add_found(database: Database, *, folder: str, name: str, made_on: date, to_renew: bool = False) -> None:
    """Add a backup that nobody put on the list when it was made, unless it stands there."""
    database.execute(_FOUND, (folder, name, day_in(made_on), int(to_renew), passphrase_changes(database)))


def destroyed_times(database: Database) -> int:
    """Return how often something was destroyed that backups hold."""
    return int(meta.read(database, _DESTROYED) or 0)


def mark_to_renew(database: Database) -> None:
    """Mark all there are, and those in the making: each holds something that is being destroyed."""
    meta.write(database, _DESTROYED, str(destroyed_times(database) + 1))
    database.execute(_TO_RENEW)


def passphrase_changes(database: Database) -> int:
    """Return how often the passphrase was changed: a backup of before opens with another one."""
    return int(meta.read(database, _CHANGES) or 0)


def count_passphrase_change(database: Database) -> None:
    """Note that the passphrase is another one from now on."""
    meta.write(database, _CHANGES, str(passphrase_changes(database) + 1))


def move(database: Database, numbers: Iterable[BackupId], *, folder: str) -> None:
    """Note that backups lie in another folder now; one that is known there already stays as it is."""
    database.execute_many(_MOVE, [(folder, number) for number in numbers])


def remove(database: Database, numbers: Iterable[BackupId]) -> None:
    """Take backups off the list."""
    database.execute_many(_DELETE, [(number,) for number in numbers])
