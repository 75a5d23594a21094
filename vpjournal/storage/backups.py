"""The list of backups in rows."""

from collections.abc import Iterable
from datetime import date

from vpjournal.domain.backups import BackupItem
from vpjournal.domain.ids import BackupId
from vpjournal.storage.connection import Database
from vpjournal.storage.days import day_in, day_out

_LIST = "SELECT id, folder, name, made_on, to_renew FROM backup ORDER BY made_on DESC, id DESC"
_INSERT = """
INSERT INTO backup (folder, name, made_on) VALUES (?, ?, ?)
ON CONFLICT (folder, name) DO UPDATE SET made_on = excluded.made_on, to_renew = 0
"""
_TO_RENEW = "UPDATE backup SET to_renew = 1"
_DELETE = "DELETE FROM backup WHERE id = ?"


def items(database: Database) -> tuple[BackupItem, ...]:
    """Return the backups that are not known to be gone, newest first."""
    return tuple(
        BackupItem(BackupId(number), folder, name, day_out(day), bool(to_renew))
        for number, folder, name, day, to_renew in database.query(_LIST)
    )


def add(database: Database, *, folder: str, name: str, made_on: date) -> None:
    """Add a backup that was made."""
    database.insert(_INSERT, (folder, name, day_in(made_on)))


def mark_to_renew(database: Database) -> None:
    """Mark all there are: each holds something that is being destroyed."""
    database.execute(_TO_RENEW)


def remove(database: Database, numbers: Iterable[BackupId]) -> None:
    """Take backups off the list."""
    database.execute_many(_DELETE, [(number,) for number in numbers])
