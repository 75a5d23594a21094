"""Closes a calendar year of the whole practice: the picture that goes beside every report, and blocks of three years.

A year is closed once, before the first report of that year is fixed. From then on everything is worked out from the
counts as they were, so that what is printed for one client can never be taken from what is printed for all. A picture
divides by one question and the blocks of clients by another: sums over the same years and clients, crosswise and by the
same question, would have to leave open together what each leaves open alone.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Basis, PracticeIssued, Release, ReportClass, Rules, Section, Table, Total, Why
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import BLOCK_YEARS, block_of
from vpjournal.statistics.counting import Key
from vpjournal.statistics.cutting import Cut, table
from vpjournal.statistics.sharing import Cell, cells_of, shared_cut, totals_open
from vpjournal.statistics.trees import nodes_of
from vpjournal.statistics.years import told_of

PICTURED: Final = Dimension.SUBJECT
"""What a picture divides by."""

BLOCKED: Final = Dimension.RELATION
"""What the block of a client divides by."""


def close_year(
    year: int,
    bases: Mapping[Key, Basis],
    earlier: Sequence[PracticeIssued],
    rules: Rules,
    *,
    releases: Sequence[Release] = (),
    number: int = 1,
) -> PracticeIssued:
    """Return a closed year: ``bases`` are its cells, ``earlier`` what was closed before."""
    members = _members(bases, rules, releases)
    last = year == block_of(year) + BLOCK_YEARS - 1
    mine = [each for each in earlier if block_of(each.year) == block_of(year) and each.year != year]
    cells = {(basis.organisation, basis.period): basis for each in mine for basis in each.bases} | dict(bases)
    pictured = {*members, *(key for each in mine for key in each.members)}
    return PracticeIssued(
        number,
        year,
        tuple(bases[key] for key in sorted(bases)),
        tuple(members),
        _picture(year, cells_of(bases, members, releases), rules),
        tuple(_blocks(cells, pictured, rules, releases)) if last else (),
    )


def _members(bases: Mapping[Key, Basis], rules: Rules, releases: Sequence[Release]) -> list[Key]:
    """Return who is in the picture, or nobody.

    Without clients of middle size where enough others are left: these may have a block of their own. Else all, or those
    whose total is printed anyway.
    """
    every = sorted(bases)
    without_middle = [key for key in every if Why.MIDDLE_ORGANISATION not in bases[key].class_why]
    for keys in (without_middle, every, [key for key in every if Cell(bases[key]).exact]):
        cells = cells_of(bases, keys, releases)
        if _broad(cells, rules) and totals_open(cells, rules):
            return keys
    return []


def _broad(cells: Sequence[Cell], rules: Rules) -> bool:
    by_client: dict[OrganisationId, int] = {}
    for cell in cells:
        client = cell.basis.organisation
        by_client[client] = by_client.get(client, 0) + cell.basis.cases
    cases = sum(by_client.values())
    return (
        sum(held > 0 for held in by_client.values()) >= rules.picture_organisations
        and cases >= rules.picture_cases
        and max(by_client.values()) * 100 <= rules.picture_share * cases
    )


def _picture(year: int, cells: Sequence[Cell], rules: Rules) -> Section:
    if not cells:
        return Section(year, year, Total(), why=Why.PICTURE_TOO_SMALL)
    nodes = shared_cut(PICTURED, cells, rules)
    tables = (_shared_table(PICTURED, nodes, cells),)
    clients = len({cell.basis.organisation for cell in cells})
    return Section(year, year, _total(cells), tables, told_of(tables), organisations=clients)


def _total(cells: Sequence[Cell]) -> Total:
    return Total(exact=sum(cell.basis.cases for cell in cells))


def _shared_table(dimension: Dimension, nodes: Cut, cells: Sequence[Cell]) -> Table:
    added: dict[str, int] = {}
    for cell in cells:
        for code, held in cell.basis.of(dimension).items():
            added[code] = added.get(code, 0) + held
    return table(dimension, nodes, added, why=Why.OTHER_RELEASES)


def _blocks(
    bases: Mapping[Key, Basis], pictured: Container[Key], rules: Rules, releases: Sequence[Release]
) -> Iterator[tuple[OrganisationId, Section]]:
    """Yield the block of each client of whom more than one year was closed, where it can be divided.

    Not of a client with a year whose total is not printed but is in a picture: both would add up to it, crosswise.
    """
    for client in sorted({organisation for organisation, _period in bases}):
        keys = [key for key in sorted(bases) if key[0] == client]
        cells = cells_of(bases, keys, releases)
        if len(cells) < 2 or any(cell.basis.report_class is ReportClass.WORDS for cell in cells):
            continue
        if any(not cell.exact and key in pictured for key, cell in zip(keys, cells, strict=True)):
            continue
        nodes = shared_cut(BLOCKED, cells, rules)
        if len(nodes) > 1 and totals_open(cells, rules):
            tables = (_shared_table(BLOCKED, nodes, cells),)
            years = [cell.basis.period.ends_in for cell in cells]
            yield client, Section(min(years), max(years), _total(cells), tables, told_of(tables))


def cuts_of(section: Section) -> dict[Dimension, Cut]:
    """Return how far the tables of a section are divided."""
    return {
        each.dimension: tuple(nodes_of(each.dimension)[part.node] for part in each.parts)
        for each in section.tables
        if each.parts
    }
