"""What can be checked of a database with its key, from cheap to thorough; each answer is a number of problems."""

from collections.abc import Callable, Mapping

from vpjournal.errors import JournalDamaged
from vpjournal.storage.connection import Database

_MOST = 100


def pages(database: Database) -> int:
    """Count pages that are not as they were written (their HMAC), about 4 ms for each megabyte."""
    return len(database.query("PRAGMA cipher_integrity_check"))


def structure(database: Database) -> int:
    """Count what SQLite finds wrong in tables and indexes, at most a hundred, 12 to 20 ms for each megabyte."""
    rows = database.query(f"PRAGMA integrity_check({_MOST})")
    return 0 if rows == [("ok",)] else len(rows)


def references(database: Database) -> int:
    """Count rows that point to a row which is not there."""
    return len(database.query("PRAGMA foreign_key_check"))


def salt(database: Database) -> int:
    """Return 1 when the file does not begin with the derived salt; the next change to the journal heals that."""
    return 0 if database.begins_with_salt() else 1


CHECKS: Mapping[str, Callable[[Database], int]] = {
    "salt": salt,
    "pages": pages,
    "structure": structure,
    "references": references,
}


def count_problems(database: Database, check: Callable[[Database], int]) -> int:
    """Run a check; damage that stops it half way is a problem too."""
    try:
        return check(database)
    except JournalDamaged:
        return 1
