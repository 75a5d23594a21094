"""Counting data in rows: what was chosen for the count of a case, and what the records of the case say anyway.

Views and triggers of the schema say what follows from the records, and freeze it when the words of a case go.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from vpjournal.domain.case_counting import own_key, own_number
from vpjournal.domain.counting import Dimension
from vpjournal.domain.ids import CaseId, CountingId, OrganisationId
from vpjournal.storage.connection import Database

_ROW = "SELECT id, persons, situation, counted, taken_over, since FROM counting WHERE case_id = ? AND frozen = 0"
_SAYS = "SELECT organisation_id, month, closed FROM counting_case WHERE case_id = ?"
_CHOSEN = """
SELECT d.dimension, d.code, d.own, o.organisation_id FROM counting_code AS d
LEFT JOIN own_code AS o ON o.id = d.own WHERE d.counting_id = ? ORDER BY d.dimension, d.rank
"""
_SAID = """
SELECT dimension, code FROM counting_said WHERE case_id = ? AND code IS NOT NULL AND code <> 'unknown'
"""
_CONTACTS = "SELECT count(*), coalesce(sum(minutes), 0) FROM contact WHERE case_id = ? AND deleted_on IS NULL"
_INSERT = "INSERT INTO counting (id, case_id, since) VALUES (?, ?, ?)"
_PERSONS = "UPDATE counting SET persons = ? WHERE id = ?"
_COUNTED = "UPDATE counting SET counted = ? WHERE case_id = ?"
_TAKEN_OVER = "UPDATE counting SET taken_over = ? WHERE id = ?"
_SITUATION = "UPDATE counting SET situation = ? WHERE id = ?"
_CLEAR_CODES = "DELETE FROM counting_code WHERE counting_id = ? AND dimension = ?"
_INSERT_CODE = """
INSERT INTO counting_code (counting_id, dimension, rank, code, own)
SELECT ?1, ?2, ?3, coalesce((SELECT parent FROM own_code WHERE id = ?5), ?4), (SELECT id FROM own_code WHERE id = ?5)
"""
_FREEZE = """
UPDATE counting SET
  organisation_id = (SELECT organisation_id FROM counting_case AS k WHERE k.case_id = counting.case_id),
  month = (SELECT month FROM counting_case AS k WHERE k.case_id = counting.case_id),
  closed = ?2, since = NULL, frozen = 1
WHERE id = ?1
"""
_LINKED = """
SELECT c.code FROM counting AS n JOIN guided_case AS c ON c.id = n.case_id
WHERE n.situation = ? AND n.case_id <> ? AND n.frozen = 0 AND c.deleted_on IS NULL ORDER BY c.code
"""
_MOVE = "UPDATE counting SET organisation_id = ?2 WHERE case_id = ?1 AND frozen = 1 AND organisation_id IS NOT ?2"
_ALL_ROWS = """
SELECT k.case_id, n.id, k.organisation_id, k.month, NULL, NULL, n.persons, n.situation, n.counted, n.taken_over
FROM counting_case AS k LEFT JOIN counting AS n ON n.id = k.counting_id WHERE NOT k.mistake
UNION ALL
SELECT NULL, id, organisation_id, month, period_start, period_months, persons, situation, counted, taken_over
FROM counting WHERE frozen = 1
"""
_ALL_CODES = """
SELECT counting_id, dimension, code FROM counting_code
WHERE dimension IN ('contact_kind', 'subject', 'integrity', 'relation', 'step', 'position')
ORDER BY counting_id, dimension, rank
"""
_ALL_SAID = """
SELECT case_id, dimension, code FROM counting_said
WHERE dimension IN ('contact_kind', 'subject', 'step', 'position') AND code <> 'unknown'
"""
_FIXED = "SELECT organisation_id, start, months FROM fixed_period ORDER BY organisation_id, start"
_FIX = "INSERT INTO fixed_period (organisation_id, start, months) VALUES (?, ?, ?)"
_YEARS = "SELECT id, year_starts FROM organisation"
_HOURS = """
SELECT organisation_id, month, sum(minutes), count(*), count(DISTINCT who) FROM (
  SELECT c.organisation_id, CAST(substr(t.day, 1, 4) AS INTEGER) * 12 + CAST(substr(t.day, 6, 2) AS INTEGER) - 1
    AS month, coalesce(t.minutes, 0) AS minutes, c.id AS who
  FROM contact AS t JOIN guided_case AS c ON c.id = t.case_id
  WHERE t.deleted_on IS NULL AND t.day IS NOT NULL AND NOT (c.deleted_on IS NOT NULL AND c.closed_on IS NULL)
  UNION ALL SELECT n.organisation_id, t.month, coalesce(t.minutes, 0), n.id
  FROM counted_contact AS t JOIN counting AS n ON n.id = t.counting_id WHERE t.month IS NOT NULL)
WHERE organisation_id IS NOT NULL GROUP BY organisation_id, month ORDER BY organisation_id, month
"""

Codes = dict[Dimension, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """What was set for the count of a case; ``number`` is empty while nothing was."""

    number: CountingId | None = None
    persons: int = 1
    situation: int | None = None
    counted: bool = True
    taken_over: bool = False
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A row for the count. ``month`` counts from the year 0; frozen in a fixed period, it has that instead."""

    organisation: OrganisationId | None
    month: int | None
    period: tuple[int, int] | None
    codes: Codes
    row: Row


def of_case(database: Database, case: CaseId) -> Row:
    """Return what was set for a case."""
    found = database.query_one(_ROW, (case,))
    if found is None:
        return Row()
    number, persons, situation, counted, taken_over, since = found
    return Row(CountingId(number), persons, situation, bool(counted), bool(taken_over), since)


def records_say(database: Database, case: CaseId) -> tuple[OrganisationId | None, int | None, int | None]:
    """Return the organisation of a case, the month of its first contact and that of its closing."""
    row = database.query_one(_SAYS, (case,)) or (None, None, None)
    return None if row[0] is None else OrganisationId(row[0]), row[1], row[2]


def chosen(database: Database, number: CountingId, organisation: OrganisationId | None) -> Codes:
    """Return the codes that were chosen; those of another organisation as what they are counted as."""
    found: dict[Dimension, list[str]] = defaultdict(list)
    for dimension, code, own, owner in database.query(_CHOSEN, (number,)):
        key = own_key(own) if own is not None and owner == organisation else code
        if key not in found[Dimension(dimension)]:
            found[Dimension(dimension)].append(key)
    return {dimension: tuple(keys) for dimension, keys in found.items()}


def said(database: Database, case: CaseId) -> Codes:
    """Return the codes that follow from what was recorded of a case."""
    return _grouped((Dimension(dimension), code) for dimension, code in database.query(_SAID, (case,)))


def contacts(database: Database, case: CaseId) -> tuple[int, int]:
    """Return how many contacts a case has, and how many minutes they took as far as that was said."""
    number, minutes = database.query(_CONTACTS, (case,))[0]
    return int(number), int(minutes)


def require_row(database: Database, case: CaseId, new_id: Callable[[], int], *, since: int | None = None) -> CountingId:
    """Return the row of a case, made now if there was none."""
    there = of_case(database, case).number
    if there is not None:
        return there
    number = CountingId(new_id())
    database.execute(_INSERT, (number, case, since))
    return number


def choose(database: Database, number: CountingId, dimension: Dimension, keys: Iterable[str]) -> None:
    """Replace what was chosen in one dimension."""
    database.execute(_CLEAR_CODES, (number, dimension))
    for rank, key in enumerate(keys, 1):
        database.execute(_INSERT_CODE, (number, dimension, rank, key, own_number(key)))


def set_persons(database: Database, number: CountingId, persons: int) -> None:
    """Keep how many people came together."""
    database.execute(_PERSONS, (persons, number))


def set_counted(database: Database, case: CaseId, *, counted: bool) -> None:
    """Keep whether a case counts, in every year in which it did."""
    database.execute(_COUNTED, (counted, case))


def set_taken_over(database: Database, number: CountingId, *, taken_over: bool) -> None:
    """Keep whether another adviser counted the case before."""
    database.execute(_TAKEN_OVER, (taken_over, number))


def set_situation(database: Database, number: CountingId, situation: int | None) -> None:
    """Keep which situation a case is about."""
    database.execute(_SITUATION, (situation, number))


def linked(database: Database, situation: int, case: CaseId) -> tuple[str, ...]:
    """Return the codes of the other cases of a situation."""
    return tuple(code for (code,) in database.query(_LINKED, (situation, case)))


def freeze(database: Database, number: CountingId, *, closed: int | None) -> None:
    """Let a row be as the records say now, for good; the case can then count anew."""
    database.execute(_FREEZE, (number, closed))


def move(database: Database, case: CaseId, organisation: OrganisationId | None) -> None:
    """Let all that was counted of a case belong to another organisation."""
    database.execute(_MOVE, (case, organisation))


def facts(database: Database) -> list[Fact]:
    """Return all that counts or would count, in any order: 10,000 cases in about 0.3 s."""
    codes, said_of = _all(database, _ALL_CODES), _all(database, _ALL_SAID)
    found = []
    for case, number, organisation, month, start, months, persons, situation, counted, taken_over in database.query(
        _ALL_ROWS
    ):
        row = Row() if number is None else Row(number, persons, situation, bool(counted), bool(taken_over))
        said_here, chosen_here = said_of.get(case, {}), codes.get(number, {})
        of_here = OrganisationId(organisation) if organisation is not None else None
        found.append(
            Fact(of_here, month, None if start is None else (start, months), {**said_here, **chosen_here}, row)
        )
    return found


def fixed(database: Database) -> dict[OrganisationId, list[tuple[int, int]]]:
    """Return the periods of which a report was fixed, as first month and number of months, in order."""
    found: dict[OrganisationId, list[tuple[int, int]]] = defaultdict(list)
    for organisation, start, months in database.query(_FIXED):
        found[OrganisationId(organisation)].append((start, months))
    return found


def fix(database: Database, organisation: OrganisationId, start: int, months: int) -> None:
    """Fix a period: of what was frozen in it, the month goes."""
    database.execute(_FIX, (organisation, start, months))


def year_starts(database: Database) -> dict[OrganisationId, int]:
    """Return the month in which the reporting year of each organisation begins."""
    return {OrganisationId(number): month for number, month in database.query(_YEARS)}


def hours(database: Database) -> list[tuple[OrganisationId, date, int, int, int]]:
    """Return for each organisation and month the minutes, contacts and cases, as far as months are still known."""
    return [
        (OrganisationId(organisation), date(month // 12, month % 12 + 1, 1), minutes, number, cases)
        for organisation, month, minutes, number, cases in database.query(_HOURS)
    ]


def _all(database: Database, sql: str) -> dict[int, Codes]:
    found: dict[int, Codes] = {}
    for record, dimension, code in database.query(sql):
        of_record = found.setdefault(record, {})
        codes = of_record.get(_DIMENSIONS[dimension], ())
        if code not in codes:
            of_record[_DIMENSIONS[dimension]] = (*codes, code)
    return found


_DIMENSIONS = {str(dimension): dimension for dimension in Dimension}


def _grouped(pairs: Iterable[tuple[Dimension, str]]) -> Codes:
    found: Codes = {}
    for dimension, code in pairs:
        if code not in found.get(dimension, ()):
            found[dimension] = (*found.get(dimension, ()), code)
    return found
