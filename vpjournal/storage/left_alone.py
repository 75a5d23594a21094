"""What is left in a note although it may point to someone, in rows of marks."""

from collections.abc import Iterable

from vpjournal.domain.ids import ContactId
from vpjournal.storage.connection import Database

_MARKS = "SELECT mark FROM left_alone WHERE contact_id = ?"
_INSERT = "INSERT INTO left_alone (contact_id, mark) VALUES (?, ?) ON CONFLICT DO NOTHING"
_DELETE = "DELETE FROM left_alone WHERE contact_id = ? AND mark = ?"


def marks(database: Database, contact: ContactId) -> frozenset[bytes]:
    """Return the marks of a note."""
    return frozenset(mark for (mark,) in database.query(_MARKS, (contact,)))


def add(database: Database, contact: ContactId, mark: bytes) -> None:
    """Leave the words of this mark in a note."""
    database.execute(_INSERT, (contact, mark))


def remove(database: Database, contact: ContactId, gone: Iterable[bytes]) -> None:
    """Leave the words of these marks no longer."""
    for mark in gone:
        database.execute(_DELETE, (contact, mark))
