"""Closes a calendar year of the whole practice: the picture that goes beside every report, and blocks of three years.

A year is closed once, before the first report of that year is fixed. From then on everything is worked out from the
counts as they were, so that what is printed for one client can never be taken from what is printed for all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import (
    Basis,
    PracticeIssued,
    Release,
    ReportClass,
    Rules,
    Section,
    Table,
    Total,
    Why,
)
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import BLOCK_YEARS, block_of
from vpjournal.statistics.counting import Key
from vpjournal.statistics.cutting import Cut, coarser, cut, depth, shallower, sums, table
from vpjournal.statistics.grids import Block, Column, exact, known, proved, remainder, totals_proved
from vpjournal.statistics.trees import TREES, Node, nodes_of
from vpjournal.statistics.years import told_of

PICTURED: Sequence[Dimension] = (Dimension.SUBJECT, Dimension.RELATION)
"""What a picture may divide by: the first of these that can be opened, and no other."""

PICTURE_LEVELS = 2
"""How far a picture is opened. Finer would leave the blocks of the clients less room, which are about themselves."""

BLOCKED: Sequence[Dimension] = (Dimension.RELATION, Dimension.SUBJECT)
"""What the block of a client may divide by; where a picture divides by the same, each narrows the other."""


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
    mine = [each for each in earlier if block_of(each.year) == block_of(year) and each.year != year]
    cells = {(basis.organisation, basis.period): basis for each in mine for basis in each.bases} | dict(bases)
    block = Block(cells, {each.year: column_of(each) for each in mine}, {}, rules, releases)
    members = _members(year, bases, rules)
    if members:
        block = _with_cuts(replace(block, columns={**block.columns, year: Column(members)}), year)
    picture = _picture(block, year) if members else Section(year, year, Total(), why=Why.PICTURE_TOO_SMALL)
    last = year == block_of(year) + BLOCK_YEARS - 1
    return PracticeIssued(
        number,
        year,
        tuple(bases[key] for key in sorted(bases)),
        tuple(sorted(members)),
        picture,
        tuple(_blocks(_with_rows(block))) if last else (),
    )


def column_of(issued: PracticeIssued) -> Column:
    """Return how far a picture that was issued opened each table."""
    return Column(frozenset(issued.members), cuts_of(issued.picture))


def cuts_of(section: Section) -> dict[Dimension, Cut]:
    """Return how far the tables of a section are opened."""
    return {
        each.dimension: tuple(nodes_of(each.dimension)[part.node] for part in each.parts)
        for each in section.tables
        if each.parts
    }


def _members(year: int, bases: Mapping[Key, Basis], rules: Rules) -> frozenset[Key]:
    """Return who is in the picture: all, or those whose total is printed anyway, or nobody."""
    for keys in (frozenset(bases), frozenset(key for key in bases if exact(bases[key]))):
        block = Block({key: bases[key] for key in keys}, {year: Column(keys)}, {}, rules)
        if _broad([bases[key] for key in sorted(keys)], rules) and _hides_totals(block, keys):
            return keys
    return frozenset()


def _broad(bases: Sequence[Basis], rules: Rules) -> bool:
    by_client: dict[OrganisationId, int] = {}
    for each in bases:
        by_client[each.organisation] = by_client.get(each.organisation, 0) + each.cases
    cases = sum(by_client.values())
    return (
        sum(held > 0 for held in by_client.values()) >= rules.picture_organisations
        and cases >= rules.picture_cases
        and max(by_client.values()) * 100 <= rules.picture_share * cases
    )


def _hides_totals(block: Block, keys: Iterable[Key]) -> bool:
    hidden = [block.bases[key].cases for key in keys if not exact(block.bases[key])]
    return (not hidden or sum(hidden) >= block.need(keys)) and totals_proved(block)


def _with_cuts(block: Block, year: int) -> Block:
    """Open one table of a picture as far as nothing hidden can be told from it: the first of them that opens at all."""
    column = block.columns[year]
    for dimension in PICTURED:
        nodes = shallower(TREES[dimension], _opened(block, dimension, column.members), PICTURE_LEVELS)
        while len(nodes) > 1:
            tried = replace(block, columns={**block.columns, year: replace(column, cuts={dimension: nodes})})
            if proved(tried, dimension):
                return tried
            nodes = coarser(TREES[dimension], nodes)
    return block


def _opened(block: Block, dimension: Dimension, keys: Iterable[Key]) -> Cut:
    keys = sorted(keys)
    needed = block.need(keys)
    root = TREES[dimension]
    held = sums(root, _added(block, dimension, keys))

    def large(node: Node) -> bool:
        left = remainder(block, dimension, node, keys)
        return held[node.id] >= needed and (left is None or left >= needed)

    return cut(root, lambda node: all(large(side) for side in node.sides))


def _added(block: Block, dimension: Dimension, keys: Iterable[Key]) -> dict[str, int]:
    added: dict[str, int] = {}
    for key in keys:
        for code, held in block.counts(key, dimension).items():
            added[code] = added.get(code, 0) + held
    return added


def _picture(block: Block, year: int) -> Section:
    column = block.columns[year]
    tables = _tables(block, column.cuts, column.members, PICTURED)
    cases = sum(block.bases[key].cases for key in column.members)
    clients = len({organisation for organisation, _period in column.members})
    return Section(year, year, Total(exact=cases), tables, told_of(tables), organisations=clients)


def _tables(
    block: Block, cuts: Mapping[Dimension, Cut], keys: Iterable[Key], dimensions: Sequence[Dimension]
) -> tuple[Table, ...]:
    keys = sorted(keys)
    return tuple(
        table(
            dimension,
            cuts.get(dimension, (TREES[dimension],)),
            _all(block, dimension, keys),
            why=Why.OTHER_RELEASES,
        )
        for dimension in dimensions
    )


def _all(block: Block, dimension: Dimension, keys: Iterable[Key]) -> dict[str, int]:
    added: dict[str, int] = {}
    for key in keys:
        for code, held in block.bases[key].of(dimension).items():
            added[code] = added.get(code, 0) + held
    return added


def _with_rows(block: Block) -> Block:
    """Open the blocks of the clients, the largest first and those first that have no table of their own years."""
    wanted = dict(_candidates(block))
    order = sorted(wanted, key=lambda client: (_has_own(block, client), -_cases(block, client), client))
    for dimension in BLOCKED:
        for client in order:
            if dimension in wanted[client]:
                block = _with_row(block, client, dimension, wanted[client][dimension])
    return block


def _has_own(block: Block, client: OrganisationId) -> bool:
    cuts = (block.own(key, dimension) for key in cells_of(block, client) for dimension in BLOCKED)
    return any(nodes is not None and len(nodes) > 1 for nodes in cuts)


def _candidates(block: Block) -> Iterator[tuple[OrganisationId, dict[Dimension, Cut]]]:
    for client in sorted({organisation for organisation, _period in block.bases}):
        keys = cells_of(block, client)
        if len(keys) < 2 or any(block.bases[key].report_class is ReportClass.WORDS for key in keys):
            continue
        opened = {dimension: _opened(block, dimension, keys) for dimension in BLOCKED}
        yield client, {dimension: nodes for dimension, nodes in opened.items() if len(nodes) > 1}


def cells_of(block: Block, client: OrganisationId) -> list[Key]:
    """Return the years of one client."""
    return sorted(key for key in block.bases if key[0] == client)


def _cases(block: Block, client: OrganisationId) -> int:
    return sum(block.bases[key].cases for key in cells_of(block, client))


def _with_row(block: Block, client: OrganisationId, dimension: Dimension, nodes: Cut) -> Block:
    """Open one table of one block level by level, until something hidden would be told."""
    for levels in range(1, depth(TREES[dimension], nodes) + 1):
        row = {**block.rows.get(client, {}), dimension: shallower(TREES[dimension], nodes, levels)}
        tried = replace(block, rows={**block.rows, client: row})
        if not block_safe(tried, (dimension,)):
            break
        block = tried
    return block


def block_safe(block: Block, dimensions: Sequence[Dimension] = BLOCKED) -> bool:
    """Whether nothing hidden can be told from pictures, blocks and years together."""
    return totals_proved(block) and all(
        outside_large(block, dimension) and proved(block, dimension) for dimension in dimensions
    )


def outside_large(block: Block, dimension: Dimension) -> bool:
    """Whether what is left of all pictures when the blocks of clients are taken off is large enough."""
    columns = list(block.columns.values())
    members = frozenset(key for column in columns for key in column.members)
    inside = [client for client in block.rows if members.issuperset(cells_of(block, client))]
    for node in TREES[dimension].walk():
        if not all(known(column.cuts.get(dimension, (TREES[dimension],)), node) for column in columns):
            continue
        taken = {client for client in inside if known(block.rows[client].get(dimension, (TREES[dimension],)), node)}
        if not taken or node is TREES[dimension]:
            continue
        left = remainder(block, dimension, node, [key for key in members if key[0] not in taken])
        if left is not None and left < block.need(members):
            return False
    return True


def _blocks(block: Block) -> Iterator[tuple[OrganisationId, Section]]:
    for client, cuts in sorted(block.rows.items()):
        keys = cells_of(block, client)
        tables = _tables(block, cuts, keys, BLOCKED)
        years = [period.ends_in for _client, period in keys]
        yield client, Section(min(years), max(years), Total(exact=_cases(block, client)), tables, told_of(tables))
