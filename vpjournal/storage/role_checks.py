"""Role checks in rows."""

from datetime import date

from vpjournal.domain.case import Asked, Phase, Position
from vpjournal.domain.guidance import RoleCheck, RoleCheckDraft, RoleDecision
from vpjournal.domain.ids import CaseId, RoleCheckId
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_out
from vpjournal.storage.texts import check, digest

_LIST = """
SELECT id, phase, day, position, decision, words, digest FROM role_check JOIN role_check_text ON role_check_id = id
WHERE case_id = ? ORDER BY rank DESC
"""
_ANSWERS = "SELECT question, answer FROM role_answer WHERE role_check_id = ? ORDER BY rank"
_PHASES = "SELECT DISTINCT phase FROM role_check WHERE case_id = ?"
_DAYS = "SELECT phase, day FROM role_check WHERE case_id = ? ORDER BY rank"
_INSERT = """
INSERT INTO role_check (id, case_id, rank, phase, day, position, decision)
VALUES (?1, ?2, (SELECT coalesce(max(rank), 0) + 1 FROM role_check WHERE case_id = ?2), ?3, ?4, ?5, ?6)
"""
_CASE = "SELECT case_id FROM role_check WHERE id = ?"
_UPDATE = "UPDATE role_check SET phase = ?, day = ?, position = ?, decision = ? WHERE id = ?"
_UPDATE_TEXT = "UPDATE role_check_text SET words = ?, digest = ? WHERE role_check_id = ?"
_FORGET_ANSWERS = "DELETE FROM role_answer WHERE role_check_id = ?"
_PUT_TEXT = "INSERT INTO role_check_text (role_check_id, words, digest) VALUES (?, ?, ?)"
_PUT_ANSWER = "INSERT INTO role_answer (role_check_id, rank, question, answer) VALUES (?, ?, ?, ?)"


def of_case(database: Database, case: CaseId) -> tuple[RoleCheck, ...]:
    """Return the role checks of a case, the one recorded last first."""
    return tuple(_role_check(database, case, row) for row in database.query(_LIST, (case,)))


def phases(database: Database, case: CaseId) -> frozenset[Phase]:
    """Return the phases in which a role check was done."""
    return frozenset(Phase(phase) for (phase,) in database.query(_PHASES, (case,)))


def days(database: Database, case: CaseId) -> tuple[tuple[Phase, date], ...]:
    """Return phase and day of each role check, in the order of recording."""
    return tuple((Phase(phase), day_out(day)) for phase, day in database.query(_DAYS, (case,)))


def insert(database: Database, role_check: RoleCheckId, case: CaseId, draft: RoleCheckDraft) -> None:
    """Add a role check."""
    fields = (draft.phase, draft.day.isoformat(), draft.position, draft.decision)
    database.execute(_INSERT, (role_check, case, *fields))
    database.execute(_PUT_TEXT, (role_check, draft.words, digest(draft.words)))
    _put_answers(database, role_check, draft)


def case_of(database: Database, role_check: RoleCheckId) -> CaseId | None:
    """Return the case of a role check, or ``None`` when there is no such check."""
    rows = database.query(_CASE, (role_check,))
    return CaseId(rows[0][0]) if rows else None


def update(database: Database, role_check: RoleCheckId, draft: RoleCheckDraft) -> None:
    """Replace a role check."""
    database.execute(_UPDATE, (draft.phase, draft.day.isoformat(), draft.position, draft.decision, role_check))
    database.execute(_UPDATE_TEXT, (draft.words, digest(draft.words), role_check))
    database.execute(_FORGET_ANSWERS, (role_check,))
    _put_answers(database, role_check, draft)


def _put_answers(database: Database, role_check: RoleCheckId, draft: RoleCheckDraft) -> None:
    answers = [(role_check, rank, question, answer) for rank, (question, answer) in enumerate(draft.answers)]
    database.execute_many(_PUT_ANSWER, answers)


def _role_check(database: Database, case: CaseId, row: Row) -> RoleCheck:
    number, phase, day, position, decision, words, expected = row
    check("role_check", expected, words)
    answers = tuple((question, Asked(answer)) for question, answer in database.query(_ANSWERS, (number,)))
    draft = RoleCheckDraft(
        phase=Phase(phase),
        day=day_out(day),
        answers=answers,
        position=Position(position),
        decision=None if decision is None else RoleDecision(decision),
        words=words,
    )
    return RoleCheck(RoleCheckId(number), case, draft)
