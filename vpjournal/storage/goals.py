"""Goals in rows; a case without goals has no row."""

from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId
from vpjournal.storage.connection import Database
from vpjournal.storage.texts import check, digest

_READ = "SELECT needs, good_enough, never, digest FROM goals WHERE case_id = ?"
_EXIST = "SELECT 1 FROM goals WHERE case_id = ?"
_WRITE = "INSERT OR REPLACE INTO goals (case_id, needs, good_enough, never, digest) VALUES (?, ?, ?, ?, ?)"
_CLEAR = "DELETE FROM goals WHERE case_id = ?"


def read(database: Database, case: CaseId) -> Goals:
    """Return the goals of a case. Raises JournalDamaged("goals")."""
    row = database.query_one(_READ, (case,))
    if row is None:
        return Goals()
    *texts, expected = row
    check("goals", expected, *texts)
    return Goals(*texts)


def exist(database: Database, case: CaseId) -> bool:
    """Tell whether any goal was recorded."""
    return database.query_one(_EXIST, (case,)) is not None


def write(database: Database, case: CaseId, goals: Goals) -> None:
    """Keep the goals."""
    texts = (goals.needs, goals.good_enough, goals.never)
    if goals == Goals():
        database.execute(_CLEAR, (case,))
    else:
        database.execute(_WRITE, (case, *texts, digest(*texts)))
