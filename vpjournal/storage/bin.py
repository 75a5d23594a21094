"""The recycle bin in rows: what lies in it, and destroying it row by row; texts go with their row by cascade."""

from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId
from vpjournal.domain.views import BinItem, BinKind
from vpjournal.storage.connection import Database
from vpjournal.storage.days import day_out

_LIST = """
SELECT 'case', id, code, NULL, deleted_on FROM guided_case WHERE deleted_on IS NOT NULL
UNION ALL SELECT 'organisation', id, name, NULL, deleted_on FROM organisation WHERE deleted_on IS NOT NULL
UNION ALL SELECT 'contact', r.id, code, phase, r.deleted_on
  FROM contact AS r JOIN guided_case AS c ON c.id = case_id
  WHERE r.deleted_on IS NOT NULL AND c.deleted_on IS NULL
UNION ALL SELECT 'option', r.id, code, 'second_conversation', r.deleted_on
  FROM board_option AS r JOIN guided_case AS c ON c.id = case_id
  WHERE r.deleted_on IS NOT NULL AND c.deleted_on IS NULL
UNION ALL SELECT 'choice', r.id, code, 'choice', r.deleted_on
  FROM choice AS r JOIN guided_case AS c ON c.id = case_id
  WHERE r.deleted_on IS NOT NULL AND c.deleted_on IS NULL
UNION ALL SELECT 'agreement', r.id, code, phase, r.deleted_on
  FROM agreement AS r JOIN guided_case AS c ON c.id = case_id
  WHERE r.deleted_on IS NOT NULL AND c.deleted_on IS NULL
UNION ALL SELECT 'summary', r.id, code, phase, r.deleted_on
  FROM summary AS r JOIN guided_case AS c ON c.id = case_id
  WHERE r.deleted_on IS NOT NULL AND c.deleted_on IS NULL
ORDER BY 5 DESC, 3, 1
"""
_CASE = "SELECT id FROM guided_case WHERE id = ? AND deleted_on IS NOT NULL"
_ORGANISATION = "SELECT NULL FROM organisation WHERE id = ? AND deleted_on IS NOT NULL"
_CONTACT = "SELECT case_id FROM contact WHERE id = ? AND deleted_on IS NOT NULL"
_OPTION = "SELECT case_id FROM board_option WHERE id = ? AND deleted_on IS NOT NULL"
_CHOICE = "SELECT case_id FROM choice WHERE id = ? AND deleted_on IS NOT NULL"
_AGREEMENT = "SELECT case_id FROM agreement WHERE id = ? AND deleted_on IS NOT NULL"
_SUMMARY = "SELECT case_id FROM summary WHERE id = ? AND deleted_on IS NOT NULL"
_FIND = {
    BinKind.CASE: _CASE,
    BinKind.ORGANISATION: _ORGANISATION,
    BinKind.CONTACT: _CONTACT,
    BinKind.OPTION: _OPTION,
    BinKind.CHOICE: _CHOICE,
    BinKind.AGREEMENT: _AGREEMENT,
    BinKind.SUMMARY: _SUMMARY,
}
_DESTROY_CASE = "DELETE FROM guided_case WHERE id = ?"
_DESTROY_ORGANISATION = "DELETE FROM organisation WHERE id = ?"
_DESTROY_CONTACT = "DELETE FROM contact WHERE id = ?"
_DESTROY_OPTION = "DELETE FROM board_option WHERE id = ?"
_DESTROY_CHOICE = "DELETE FROM choice WHERE id = ?"
_DESTROY_AGREEMENT = "DELETE FROM agreement WHERE id = ?"
_DESTROY_SUMMARY = "DELETE FROM summary WHERE id = ?"
_DESTROY = {
    BinKind.CASE: _DESTROY_CASE,
    BinKind.ORGANISATION: _DESTROY_ORGANISATION,
    BinKind.CONTACT: _DESTROY_CONTACT,
    BinKind.OPTION: _DESTROY_OPTION,
    BinKind.CHOICE: _DESTROY_CHOICE,
    BinKind.AGREEMENT: _DESTROY_AGREEMENT,
    BinKind.SUMMARY: _DESTROY_SUMMARY,
}


def items(database: Database) -> tuple[BinItem, ...]:
    """Return what lies in the bin, newest first; what lies there with its whole case is not told apart."""
    return tuple(
        BinItem(BinKind(kind), record, name, None if phase is None else Phase(phase), day_out(day))
        for kind, record, name, phase, day in database.query(_LIST)
    )


def find(database: Database, kind: BinKind, record: int) -> tuple[bool, CaseId | None]:
    """Tell whether a record lies in the bin, and the case it belongs to."""
    row = database.query_one(_FIND[kind], (record,))
    if row is None:
        return False, None
    return True, None if row[0] is None else CaseId(row[0])


def destroy(database: Database, kind: BinKind, record: int) -> None:
    """Delete a record with all that hangs on it; it has been taken out of the search index before."""
    database.execute(_DESTROY[kind], (record,))


def older_than(found: tuple[BinItem, ...], day: date) -> tuple[BinItem, ...]:
    """Return the items that were deleted before a day."""
    return tuple(item for item in found if item.deleted_on < day)
