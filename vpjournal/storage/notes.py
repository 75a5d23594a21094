"""Notes and their history in rows, apart from the contacts because they can be long."""

from dataclasses import dataclass
from datetime import date

from vpjournal.domain.contact import NoteVersion
from vpjournal.domain.ids import ContactId
from vpjournal.storage.connection import Database
from vpjournal.storage.days import day_out
from vpjournal.storage.texts import check, digest

_READ = "SELECT text, edited_on, has_history, digest FROM note WHERE contact_id = ?"
_WRITE = """
INSERT INTO note (contact_id, text, edited_on, digest) VALUES (?, ?, ?, ?)
ON CONFLICT (contact_id) DO UPDATE SET text = excluded.text, edited_on = excluded.edited_on, digest = excluded.digest
"""
_KEEP = """
INSERT INTO note_version (contact_id, number, saved_on, text, digest)
SELECT contact_id, (SELECT coalesce(max(number), 0) + 1 FROM note_version AS v WHERE v.contact_id = n.contact_id),
       edited_on, text, digest
FROM note AS n WHERE contact_id = ?
"""
_HAS_HISTORY = "UPDATE note SET has_history = ? WHERE contact_id = ?"
_TRIM = """
DELETE FROM note_version WHERE contact_id = ?1 AND number NOT IN (
  SELECT number FROM note_version WHERE contact_id = ?1 ORDER BY number DESC LIMIT ?2)
"""
_HISTORY = "SELECT number, saved_on, text, digest FROM note_version WHERE contact_id = ? ORDER BY number DESC"
_END = "DELETE FROM note_version WHERE contact_id = ?"
_OLD = "SELECT contact_id FROM note WHERE has_history = 1 AND edited_on <= ?"


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note as it lies in its row."""

    text: str
    edited_on: date
    has_history: bool


def read(database: Database, contact: ContactId) -> StoredNote | None:
    """Return the note of a contact, if anything was ever written. Raises JournalDamaged("note")."""
    row = database.query_one(_READ, (contact,))
    if row is None:
        return None
    text, edited_on, has_history, expected = row
    check("note", expected, text)
    return StoredNote(text, day_out(edited_on), bool(has_history))


def write(database: Database, contact: ContactId, text: str, edited_on: date) -> None:
    """Keep a text as the note of a contact."""
    database.execute(_WRITE, (contact, text, edited_on.isoformat(), digest(text)))


def keep_version(database: Database, contact: ContactId, *, at_most: int) -> None:
    """Add the text that the note has now to its history, and let go of the oldest beyond ``at_most``."""
    database.execute(_KEEP, (contact,))
    database.execute(_TRIM, (contact, at_most))
    database.execute(_HAS_HISTORY, (1, contact))


def history(database: Database, contact: ContactId) -> tuple[NoteVersion, ...]:
    """Return earlier texts, newest first. Raises JournalDamaged("note")."""
    versions = []
    for number, saved_on, text, expected in database.query(_HISTORY, (contact,)):
        check("note", expected, text)
        versions.append(NoteVersion(number, day_out(saved_on), text))
    return tuple(versions)


def end_history(database: Database, contact: ContactId) -> None:
    """Destroy earlier texts."""
    database.execute(_END, (contact,))
    database.execute(_HAS_HISTORY, (0, contact))


def with_old_history(database: Database, edited_until: date) -> tuple[ContactId, ...]:
    """Return the contacts whose note has a history and was last edited on this day or before."""
    return tuple(ContactId(number) for (number,) in database.query(_OLD, (edited_until.isoformat(),)))
