"""The words of a closure in rows; a case without any has no row. The day of closing stands with the case."""

from vpjournal.domain.case import Asked
from vpjournal.domain.guidance import ClosureDraft, Leaving
from vpjournal.domain.ids import CaseId
from vpjournal.storage.connection import Database
from vpjournal.storage.texts import check, digest

_READ = """
SELECT leaving, words, left_undone, expects_procedure, card_destroyed, digest FROM closure WHERE case_id = ?
"""
_EXISTS = "SELECT 1 FROM closure WHERE case_id = ?"
_CLEAR = "DELETE FROM closure WHERE case_id = ?"
_WRITE = """
INSERT OR REPLACE INTO closure (case_id, leaving, words, left_undone, expects_procedure, card_destroyed, digest)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def read(database: Database, case: CaseId) -> ClosureDraft:
    """Return the words of a closure. Raises JournalDamaged("closure")."""
    row = database.query_one(_READ, (case,))
    if row is None:
        return ClosureDraft()
    leaving, words, left_undone, procedure, card, expected = row
    check("closure", expected, words, left_undone)
    said = None if leaving is None else Leaving(leaving)
    return ClosureDraft(said, words, left_undone, Asked(procedure), Asked(card))


def exists(database: Database, case: CaseId) -> bool:
    """Tell whether anything was recorded."""
    return database.query_one(_EXISTS, (case,)) is not None


def write(database: Database, case: CaseId, draft: ClosureDraft) -> None:
    """Keep the words."""
    if draft == ClosureDraft():
        database.execute(_CLEAR, (case,))
        return
    fields = (draft.leaving, draft.words, draft.left_undone, draft.expects_procedure, draft.card_destroyed)
    database.execute(_WRITE, (case, *fields, digest(draft.words, draft.left_undone)))
