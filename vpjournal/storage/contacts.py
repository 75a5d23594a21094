"""Contacts in rows."""

from datetime import date

from vpjournal.domain.case import Channel, Phase
from vpjournal.domain.contact import Contact, ContactDraft, NoteState
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import coarse_day, day_in

_LIST = """
SELECT id, case_id, phase, precision, day, channel, note_state, minutes FROM contact
WHERE case_id = ? AND deleted_on IS NULL ORDER BY day IS NULL, day, rank
"""
_GET = "SELECT id, case_id, phase, precision, day, channel, note_state, minutes FROM contact WHERE id = ?"
_INSERT = """
INSERT INTO contact (id, case_id, rank, phase, precision, day, channel, note_state)
VALUES (?1, ?2, (SELECT coalesce(max(rank), 0) + 1 FROM contact WHERE case_id = ?2), ?3, ?4, ?5, ?6, 'unwritten')
"""
_UPDATE = "UPDATE contact SET phase = ?, precision = ?, day = ?, channel = ? WHERE id = ?"
_NOTE_STATE = "UPDATE contact SET note_state = ? WHERE id = ?"
_MINUTES = "UPDATE contact SET minutes = ? WHERE id = ?"
_DELETED = "UPDATE contact SET deleted_on = ? WHERE id = ?"


def of_case(database: Database, case: CaseId) -> tuple[Contact, ...]:
    """Return the contacts of a case, oldest first, those of an unknown day last."""
    return tuple(map(_contact, database.query(_LIST, (case,))))


def get(database: Database, contact: ContactId) -> Contact | None:
    """Return a contact, in the bin or not."""
    row = database.query_one(_GET, (contact,))
    return None if row is None else _contact(row)


def insert(database: Database, contact: ContactId, case: CaseId, draft: ContactDraft) -> None:
    """Add a contact whose note is unwritten."""
    database.execute(_INSERT, (contact, case, *_fields(draft)))


def update(database: Database, contact: ContactId, draft: ContactDraft) -> None:
    """Replace a contact, its note aside."""
    database.execute(_UPDATE, (*_fields(draft), contact))


def set_note_state(database: Database, contact: ContactId, state: NoteState) -> None:
    """Keep how far the note is."""
    database.execute(_NOTE_STATE, (state, contact))


def set_minutes(database: Database, contact: ContactId, minutes: int | None) -> None:
    """Keep how long a contact took, in whole quarters."""
    database.execute(_MINUTES, (minutes, contact))


def set_deleted(database: Database, contact: ContactId, day: date | None) -> None:
    """Put a contact into the bin, or take it out."""
    database.execute(_DELETED, (day_in(day), contact))


def _fields(draft: ContactDraft) -> tuple[object, ...]:
    return draft.phase, draft.day.precision, day_in(draft.day.day), draft.channel


def _contact(row: Row) -> Contact:
    number, case, phase, precision, day, channel, state, minutes = row
    details = ContactDraft(Phase(phase), coarse_day(precision, day), Channel(channel))
    return Contact(ContactId(number), CaseId(case), details, NoteState(state), minutes)
