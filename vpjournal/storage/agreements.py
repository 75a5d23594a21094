"""Agreements in rows."""

from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import Agreement, AgreementDraft, AgreementKind, Doer
from vpjournal.domain.ids import AgreementId, CaseId
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_in, maybe_day
from vpjournal.storage.texts import check, digest

_LIST = """
SELECT id, kind, doer, due, phase, confirmed, done_on, what, may_know, digest
FROM agreement JOIN agreement_text ON agreement_id = id
WHERE case_id = ? AND deleted_on IS NULL
ORDER BY done_on IS NOT NULL, done_on DESC, due IS NULL, due, rank
"""
_CASE = "SELECT case_id FROM agreement WHERE id = ?"
_INSERT = """
INSERT INTO agreement (id, case_id, rank, kind, doer, due, phase, confirmed)
VALUES (?1, ?2, (SELECT coalesce(max(rank), 0) + 1 FROM agreement WHERE case_id = ?2), ?3, ?4, ?5, ?6, ?7)
"""
_UPDATE = "UPDATE agreement SET kind = ?, doer = ?, due = ?, phase = ?, confirmed = ? WHERE id = ?"
_PUT_TEXT = "INSERT OR REPLACE INTO agreement_text (agreement_id, what, may_know, digest) VALUES (?, ?, ?, ?)"
_DONE = "UPDATE agreement SET done_on = ? WHERE id = ?"
_DELETED = "UPDATE agreement SET deleted_on = ? WHERE id = ?"


def of_case(database: Database, case: CaseId) -> tuple[Agreement, ...]:
    """Return the agreements of a case: open ones by day, then what was done. Raises JournalDamaged("agreement")."""
    return tuple(_agreement(case, row) for row in database.query(_LIST, (case,)))


def case_of(database: Database, agreement: AgreementId) -> CaseId | None:
    """Return the case of an agreement, in the bin or not."""
    row = database.query_one(_CASE, (agreement,))
    return None if row is None else CaseId(row[0])


def insert(database: Database, agreement: AgreementId, case: CaseId, draft: AgreementDraft) -> None:
    """Add an agreement."""
    database.execute(_INSERT, (agreement, case, *_fields(draft)))
    _put_text(database, agreement, draft)


def update(database: Database, agreement: AgreementId, draft: AgreementDraft) -> None:
    """Replace an agreement."""
    database.execute(_UPDATE, (*_fields(draft), agreement))
    _put_text(database, agreement, draft)


def set_done(database: Database, agreement: AgreementId, day: date | None) -> None:
    """Tick an agreement, or untick it."""
    database.execute(_DONE, (day_in(day), agreement))


def set_deleted(database: Database, agreement: AgreementId, day: date | None) -> None:
    """Put an agreement into the bin, or take it out."""
    database.execute(_DELETED, (day_in(day), agreement))


def _fields(draft: AgreementDraft) -> tuple[object, ...]:
    return draft.kind, draft.doer, day_in(draft.due), draft.phase, int(draft.confirmed)


def _put_text(database: Database, agreement: AgreementId, draft: AgreementDraft) -> None:
    texts = (draft.what, draft.may_know)
    database.execute(_PUT_TEXT, (agreement, *texts, digest(*texts)))


def _agreement(case: CaseId, row: Row) -> Agreement:
    number, kind, doer, due, phase, confirmed, done_on, what, may_know, expected = row
    check("agreement", expected, what, may_know)
    draft = AgreementDraft(
        kind=AgreementKind(kind),
        doer=Doer(doer),
        what=what,
        due=maybe_day(due),
        may_know=may_know,
        phase=Phase(phase),
        confirmed=bool(confirmed),
    )
    return Agreement(AgreementId(number), case, draft, maybe_day(done_on))
