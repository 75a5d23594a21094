"""Words that are no names, in rows: said in one case, or once and for all."""

from vpjournal.domain.identifying import NotName
from vpjournal.domain.ids import CaseId, NotNameId
from vpjournal.domain.searching import fold_name
from vpjournal.storage.connection import Database

_LIST = """
SELECT n.id, n.word, n.case_id, coalesce(code, '') FROM not_name AS n LEFT JOIN guided_case AS c ON c.id = n.case_id
WHERE c.deleted_on IS NULL ORDER BY n.folded, code
"""
_IN_FORCE = "SELECT folded FROM not_name WHERE case_id IS NULL OR case_id = ?"
_SAID = "SELECT id FROM not_name WHERE folded = ? AND case_id IS ?"
_CASE = "SELECT case_id FROM not_name WHERE id = ?"
_INSERT = "INSERT INTO not_name (id, case_id, word, folded) VALUES (?, ?, ?, ?)"
_DELETE = "DELETE FROM not_name WHERE id = ?"


def items(database: Database) -> tuple[NotName, ...]:
    """Return all of them but those of cases in the bin, in the order of the alphabet."""
    return tuple(
        NotName(NotNameId(number), word, None if case is None else CaseId(case), code)
        for number, word, case, code in database.query(_LIST)
    )


def in_force(database: Database, case: CaseId | None) -> frozenset[str]:
    """Return the folded words that are no names in a case; without a case those that are none anywhere."""
    return frozenset(folded for (folded,) in database.query(_IN_FORCE, (case,)))


def said(database: Database, word: str, case: CaseId | None) -> NotNameId | None:
    """Return the row that says it of this word, however it is written, in just this case."""
    row = database.query_one(_SAID, (fold_name(word), case))
    return None if row is None else NotNameId(row[0])


def case_of(database: Database, number: NotNameId) -> tuple[bool, CaseId | None]:
    """Tell whether there is such a row, and its case if it has one."""
    row = database.query_one(_CASE, (number,))
    if row is None:
        return False, None
    return True, None if row[0] is None else CaseId(row[0])


def insert(database: Database, number: NotNameId, word: str, case: CaseId | None) -> None:
    """Add a word."""
    database.execute(_INSERT, (number, case, word, fold_name(word)))


def delete(database: Database, number: NotNameId) -> None:
    """Take a word off the list."""
    database.execute(_DELETE, (number,))
