"""The adviser's own lists in rows: for each organisation the people, departments and sites that identify someone."""

from collections.abc import Iterable

from vpjournal.domain.identifying import Kind, OwnWord
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.domain.searching import fold_name
from vpjournal.storage.connection import Database, Row

_OF_ONE = "SELECT word, kind FROM own_word WHERE organisation_id = ? ORDER BY folded"
_ALL = """
SELECT word, kind FROM own_word JOIN organisation AS o ON o.id = organisation_id
WHERE deleted_on IS NULL OR o.id = (SELECT c.organisation_id FROM guided_case AS c WHERE c.id = ?) ORDER BY folded
"""
_CLIENTS = """
SELECT name FROM organisation AS o
WHERE deleted_on IS NULL OR o.id = (SELECT c.organisation_id FROM guided_case AS c WHERE c.id = ?) ORDER BY folded_name
"""
_HEADCOUNT = "SELECT headcount FROM organisation AS o JOIN guided_case AS c ON c.organisation_id = o.id WHERE c.id = ?"
_CLEAR = "DELETE FROM own_word WHERE organisation_id = ?"
_PUT = "INSERT INTO own_word (organisation_id, word, folded, kind) VALUES (?, ?, ?, ?)"


def of_organisation(database: Database, organisation: OrganisationId) -> tuple[OwnWord, ...]:
    """Return the list of one organisation, in the order of the alphabet."""
    return _words(database.query(_OF_ONE, (organisation,)))


def of_all(database: Database, case: CaseId | None) -> tuple[OwnWord, ...]:
    """Return the lists of all organisations outside the bin, and of that of a case wherever it lies."""
    return _words(database.query(_ALL, (case,)))


def clients(database: Database, case: CaseId | None) -> tuple[str, ...]:
    """Return the names of those organisations."""
    return tuple(name for (name,) in database.query(_CLIENTS, (case,)))


def headcount(database: Database, case: CaseId) -> int | None:
    """Return how many people work where a case plays; None: unknown."""
    row = database.query_one(_HEADCOUNT, (case,))
    return None if row is None else row[0]


def replace(database: Database, organisation: OrganisationId, words: Iterable[OwnWord]) -> None:
    """Make this the list of an organisation; no two words in it may be the same when folded."""
    database.execute(_CLEAR, (organisation,))
    database.execute_many(_PUT, [(organisation, each.text, fold_name(each.text), each.kind) for each in words])


def _words(rows: Iterable[Row]) -> tuple[OwnWord, ...]:
    return tuple(OwnWord(word, Kind(kind)) for word, kind in rows)
