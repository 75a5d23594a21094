"""Choices in rows."""

from datetime import date

from vpjournal.domain.guidance import Choice, ChoiceDraft, ChoiceKind
from vpjournal.domain.ids import CaseId, ChoiceId
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_in, day_out
from vpjournal.storage.texts import check, digest

_LIST = """
SELECT id, kind, day, words, reason, may_know, may_not_know, good_sign, stop_sign, digest
FROM choice JOIN choice_text ON choice_id = id
WHERE case_id = ? AND deleted_on IS NULL ORDER BY day DESC, rank DESC
"""
_CASE = "SELECT case_id FROM choice WHERE id = ?"
_DAYS = "SELECT day FROM choice WHERE case_id = ? AND deleted_on IS NULL"
_INSERT = """
INSERT INTO choice (id, case_id, rank, kind, day)
VALUES (?1, ?2, (SELECT coalesce(max(rank), 0) + 1 FROM choice WHERE case_id = ?2), ?3, ?4)
"""
_UPDATE = "UPDATE choice SET kind = ?, day = ? WHERE id = ?"
_PUT_TEXT = """
INSERT OR REPLACE INTO choice_text
  (choice_id, words, reason, may_know, may_not_know, good_sign, stop_sign, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_DELETED = "UPDATE choice SET deleted_on = ? WHERE id = ?"


def of_case(database: Database, case: CaseId) -> tuple[Choice, ...]:
    """Return the choices of a case, newest first. Raises JournalDamaged("choice")."""
    return tuple(_choice(case, row) for row in database.query(_LIST, (case,)))


def case_of(database: Database, choice: ChoiceId) -> CaseId | None:
    """Return the case of a choice, in the bin or not."""
    row = database.query_one(_CASE, (choice,))
    return None if row is None else CaseId(row[0])


def days(database: Database, case: CaseId) -> tuple[date, ...]:
    """Return the days of the choices of a case."""
    return tuple(day_out(day) for (day,) in database.query(_DAYS, (case,)))


def insert(database: Database, choice: ChoiceId, case: CaseId, draft: ChoiceDraft) -> None:
    """Add a choice."""
    database.execute(_INSERT, (choice, case, draft.kind, draft.day.isoformat()))
    _put_text(database, choice, draft)


def update(database: Database, choice: ChoiceId, draft: ChoiceDraft) -> None:
    """Replace a choice."""
    database.execute(_UPDATE, (draft.kind, draft.day.isoformat(), choice))
    _put_text(database, choice, draft)


def set_deleted(database: Database, choice: ChoiceId, day: date | None) -> None:
    """Put a choice into the bin, or take it out."""
    database.execute(_DELETED, (day_in(day), choice))


def _put_text(database: Database, choice: ChoiceId, draft: ChoiceDraft) -> None:
    texts = (draft.words, draft.reason, draft.may_know, draft.may_not_know, draft.good_sign, draft.stop_sign)
    database.execute(_PUT_TEXT, (choice, *texts, digest(*texts)))


def _choice(case: CaseId, row: Row) -> Choice:
    number, kind, day, *texts, expected = row
    check("choice", expected, *texts)
    return Choice(ChoiceId(number), case, ChoiceDraft(ChoiceKind(kind), day_out(day), *texts))
