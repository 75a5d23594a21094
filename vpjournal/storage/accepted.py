"""What was knowingly left in something that leaves, in rows: codes and a mark; the adviser's own reason apart."""

from dataclasses import dataclass

from vpjournal.domain.case import Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.gate import Accepted, Reason, Subject
from vpjournal.domain.ids import AcceptedId, CaseId
from vpjournal.domain.timeline import Event, EventKind
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_out
from vpjournal.storage.texts import check, digest

_OF_RECORD = """
SELECT id, kind, mark, reason, day, coalesce(words, ''), digest
FROM accepted LEFT JOIN accepted_text ON accepted_id = id
WHERE case_id = ? AND subject = ? AND record = ? ORDER BY day, id
"""
_OF_CASE = """
SELECT id, kind, mark, reason, day, coalesce(words, ''), digest, subject, record, phase
FROM accepted LEFT JOIN accepted_text ON accepted_id = id WHERE case_id = ?
"""
_RECORD = "SELECT case_id, subject, record FROM accepted WHERE id = ?"
_EVENTS = "SELECT DISTINCT day, phase FROM accepted WHERE case_id = ? ORDER BY day"
_INSERT = """
INSERT INTO accepted (id, case_id, subject, record, phase, kind, mark, reason, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_TEXT = "INSERT INTO accepted_text (accepted_id, words, digest) VALUES (?, ?, ?)"
_DELETE = "DELETE FROM accepted WHERE id = ?"
_DELETE_MARK = "DELETE FROM accepted WHERE case_id = ? AND subject = ? AND record = ? AND mark = ?"


def of_record(database: Database, case: CaseId, subject: Subject, record: int) -> tuple[Accepted, ...]:
    """Return what was left in one record, for whichever reader. Raises JournalDamaged("accepted")."""
    return tuple(map(_accepted, database.query(_OF_RECORD, (case, subject, record))))


@dataclass(frozen=True, slots=True)
class Left:
    """A decision and where it stands, to be put back as it was."""

    decision: Accepted
    case: CaseId
    subject: Subject
    record: int
    phase: Phase


def of_case(database: Database, case: CaseId) -> tuple[Left, ...]:
    """Return everything that was left in a case. Raises JournalDamaged("accepted")."""
    return tuple(
        Left(_accepted((*row,)), case, Subject(subject), record, Phase(phase))
        for *row, subject, record, phase in database.query(_OF_CASE, (case,))
    )


def record_of(database: Database, accepted: AcceptedId) -> tuple[CaseId, Subject, int] | None:
    """Return where something was left."""
    row = database.query_one(_RECORD, (accepted,))
    return None if row is None else (CaseId(row[0]), Subject(row[1]), row[2])


def events(database: Database, case: CaseId) -> list[Event]:
    """Return the days on which something was left, for the timeline; never what."""
    return [
        Event(EventKind.LEFT_STANDING, CoarseDay.exactly(day_out(day)), Phase(phase))
        for day, phase in database.query(_EVENTS, (case,))
    ]


def insert(
    database: Database, decision: Accepted, *, case: CaseId, subject: Subject, record: int, phase: Phase
) -> None:
    """Keep that something was left, in place of an earlier decision about the same words."""
    database.execute(_DELETE_MARK, (case, subject, record, decision.mark))
    row = (decision.id, case, subject, record, phase, decision.kind, decision.mark, decision.reason)
    database.execute(_INSERT, (*row, decision.day.isoformat()))
    if decision.words:
        database.execute(_INSERT_TEXT, (decision.id, decision.words, digest(decision.words)))


def delete(database: Database, accepted: AcceptedId) -> None:
    """Forget that something was left."""
    database.execute(_DELETE, (accepted,))


def _accepted(row: Row) -> Accepted:
    number, kind, mark, reason, day, words, expected = row
    if expected is not None:
        check("accepted", expected, words)
    return Accepted(AcceptedId(number), kind, mark, Reason(reason), words, day_out(day))
