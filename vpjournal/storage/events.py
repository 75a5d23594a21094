"""What happened and stands nowhere else: closing, opening again."""

from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId, new_id
from vpjournal.domain.timeline import Event, EventKind
from vpjournal.storage.connection import Database
from vpjournal.storage.days import day_out

_LIST = "SELECT kind, day, phase FROM event WHERE case_id = ? ORDER BY rank"
_INSERT = """
INSERT INTO event (id, case_id, rank, kind, day, phase)
VALUES (?1, ?2, (SELECT coalesce(max(rank), 0) + 1 FROM event WHERE case_id = ?2), ?3, ?4, ?5)
"""


def of_case(database: Database, case: CaseId) -> tuple[Event, ...]:
    """Return what happened, in the order of recording."""
    return tuple(
        Event(EventKind(kind), CoarseDay.exactly(day_out(day)), Phase(phase))
        for kind, day, phase in database.query(_LIST, (case,))
    )


def insert(database: Database, case: CaseId, kind: EventKind, phase: Phase, day: date) -> None:
    """Add something that happened."""
    database.execute(_INSERT, (new_id(), case, kind, day.isoformat(), phase))
