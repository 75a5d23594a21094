"""Organisations and their wegwijzer in rows."""

from datetime import date

from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.organisation import (
    Organisation,
    OrganisationDraft,
    OrganisationRow,
    Presence,
    Route,
    RouteEntry,
    Sector,
)
from vpjournal.domain.searching import fold_name
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.texts import check, digest

_LIST = """
SELECT id, name, headcount,
       (SELECT count(*) FROM guided_case AS c
        WHERE c.organisation_id = o.id AND c.closed_on IS NULL AND c.deleted_on IS NULL),
       (SELECT count(*) FROM guided_case AS c WHERE c.organisation_id = o.id AND c.deleted_on IS NULL)
FROM organisation AS o WHERE deleted_on IS NULL ORDER BY folded_name
"""
_GET = """
SELECT name, headcount, sector, year_starts, recipients, substitute, remarks, digest
FROM organisation JOIN organisation_text ON organisation_id = id WHERE id = ?
"""
_NAME = "SELECT name FROM organisation WHERE id = ?"
_ROUTES = "SELECT route, presence, remark FROM organisation_route WHERE organisation_id = ? ORDER BY rank"
_NAMED = "SELECT id FROM organisation WHERE folded_name = ? AND deleted_on IS NULL"
_IN_BIN = "SELECT deleted_on IS NOT NULL FROM organisation WHERE id = ?"
_COUNT = "SELECT count(*) FROM organisation WHERE deleted_on IS NULL"
_INSERT = """
INSERT INTO organisation (name, folded_name, headcount, sector, year_starts, id) VALUES (?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE organisation SET name = ?, folded_name = ?, headcount = ?, sector = ?, year_starts = ? WHERE id = ?
"""
_DELETED = "UPDATE organisation SET deleted_on = ? WHERE id = ?"
_PUT_TEXT = """
INSERT OR REPLACE INTO organisation_text (organisation_id, recipients, substitute, remarks, digest)
VALUES (?, ?, ?, ?, ?)
"""
_CLEAR_ROUTES = "DELETE FROM organisation_route WHERE organisation_id = ?"
_PUT_ROUTE = """
INSERT INTO organisation_route (organisation_id, rank, route, presence, remark) VALUES (?, ?, ?, ?, ?)
"""


def rows(database: Database) -> tuple[OrganisationRow, ...]:
    """Return all organisations that are not in the bin, by name."""
    return tuple(
        OrganisationRow(OrganisationId(number), name, headcount, open_cases, cases)
        for number, name, headcount, open_cases, cases in database.query(_LIST)
    )


def get(database: Database, organisation: OrganisationId) -> Organisation | None:
    """Return an organisation, in the bin or not."""
    row = database.query_one(_GET, (organisation,))
    if row is None:
        return None
    routes = database.query(_ROUTES, (organisation,))
    return Organisation(organisation, _draft(row, routes))


def _draft(row: Row, routes: list[Row]) -> OrganisationDraft:
    name, headcount, sector, year_starts, recipients, substitute, remarks, expected = row
    check("organisation", expected, recipients, substitute, remarks)
    return OrganisationDraft(
        name=name,
        headcount=headcount,
        sector=Sector(sector),
        year_starts=year_starts,
        recipients=recipients,
        substitute=substitute,
        remarks=remarks,
        routes=tuple(RouteEntry(Route(route), Presence(presence), remark) for route, presence, remark in routes),
    )


def named(database: Database, name: str) -> OrganisationId | None:
    """Return the organisation of this name, however it is written."""
    row = database.query_one(_NAMED, (fold_name(name),))
    return None if row is None else OrganisationId(row[0])


def name_of(database: Database, organisation: OrganisationId) -> str:
    """Return the name of an organisation, in the bin or not."""
    row = database.query_one(_NAME, (organisation,))
    return "" if row is None else str(row[0])


def in_bin(database: Database, organisation: OrganisationId) -> bool | None:
    """Tell whether an organisation lies in the bin; None: there is no such organisation."""
    row = database.query_one(_IN_BIN, (organisation,))
    return None if row is None else bool(row[0])


def count(database: Database) -> int:
    """Count organisations that are not in the bin."""
    return int(database.query(_COUNT)[0][0])


def insert(database: Database, organisation: OrganisationId, draft: OrganisationDraft) -> None:
    """Add an organisation."""
    database.execute(_INSERT, _fields(organisation, draft))
    _put_parts(database, organisation, draft)


def update(database: Database, organisation: OrganisationId, draft: OrganisationDraft) -> None:
    """Replace an organisation."""
    database.execute(_UPDATE, _fields(organisation, draft))
    _put_parts(database, organisation, draft)


def set_deleted(database: Database, organisation: OrganisationId, day: date | None) -> None:
    """Put an organisation into the bin, or take it out."""
    database.execute(_DELETED, (None if day is None else day.isoformat(), organisation))


def _fields(organisation: OrganisationId, draft: OrganisationDraft) -> tuple[object, ...]:
    return draft.name, fold_name(draft.name), draft.headcount, draft.sector, draft.year_starts, organisation


def _put_parts(database: Database, organisation: OrganisationId, draft: OrganisationDraft) -> None:
    texts = (draft.recipients, draft.substitute, draft.remarks)
    database.execute(_PUT_TEXT, (organisation, *texts, digest(*texts)))
    database.execute(_CLEAR_ROUTES, (organisation,))
    database.execute_many(
        _PUT_ROUTE,
        [(organisation, rank, each.route, each.presence, each.remark) for rank, each in enumerate(draft.routes)],
    )
