"""Lays years, blocks of clients and pictures of the practice side by side: is anything hidden told by all of them?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Basis, Circle, Release, ReportClass, Rules
from vpjournal.domain.ids import OrganisationId
from vpjournal.statistics.counting import Key, total
from vpjournal.statistics.cutting import Cut
from vpjournal.statistics.trees import TREES, Node
from vpjournal.statistics.worlds import Grid, GridCell, Line
from vpjournal.statistics.years import own_cut, without

_MANY = 10**6


@dataclass(frozen=True, slots=True)
class Column:
    """The picture of one calendar year: who is in it, and how far it opens each table."""

    members: frozenset[Key]
    cuts: Mapping[Dimension, Cut] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """Three calendar years: the cells, the pictures of the years, the blocks of clients, and what is told apart."""

    bases: Mapping[Key, Basis]
    columns: Mapping[int, Column]
    rows: Mapping[OrganisationId, Mapping[Dimension, Cut]]
    rules: Rules
    releases: Sequence[Release] = ()

    def of(self, key: Key) -> tuple[Release, ...]:
        """Return what is told apart of one cell."""
        return tuple(each for each in self.releases if (each.organisation, each.period) == key)

    def counts(self, key: Key, dimension: Dimension) -> dict[str, int]:
        """Return what of a cell is not told apart."""
        return without(self.bases[key], dimension, self.of(key))

    def own(self, key: Key, dimension: Dimension) -> Cut | None:
        """Return how the cell divides in its own report; none where not even its total is printed."""
        basis = self.bases[key]
        if not exact(basis):
            return None
        own = own_cut(basis, Circle.BOARD, dimension, self.rules, self.of(key))
        return own or (TREES[dimension],)

    def need(self, keys: Iterable[Key]) -> int:
        """Return how many cases each line over some cells must hold."""
        threshold = max((self.bases[key].threshold for key in keys), default=self.rules.threshold)
        known = max(
            (sum(self.bases[_key(e)].of(e.dimension).get(e.code, 0) for e in self.of(key)) for key in keys), default=0
        )
        return threshold + max(self.rules.known, known)


def _key(release: Release) -> Key:
    return release.organisation, release.period


def exact(basis: Basis) -> bool:
    """Whether the report of the year prints how many cases there were."""
    return basis.report_class in {ReportClass.LINES, ReportClass.FULL}


def known(own: Cut | None, node: Node) -> bool:
    """Whether what a cell adds to a line can be read in its own report."""
    return own is not None and all(
        part is node or set(part.codes) <= set(node.codes) for part in own if _meet(part, node)
    )


def _meet(one: Node, two: Node) -> bool:
    return not set(one.codes).isdisjoint(two.codes)


def remainder(block: Block, dimension: Dimension, node: Node, keys: Iterable[Key]) -> int | None:
    """Return how many cases of a line are left when what is known is taken off; None when no cell is left."""
    left = [key for key in keys if not known(block.own(key, dimension), node)]
    if not left:
        return None
    return sum(block.counts(key, dimension).get(code, 0) for key in left for code in node.codes)


def proved(block: Block, dimension: Dimension) -> bool:
    """Whether every hidden figure of a table may be none, and may be many, whatever is printed."""
    return all(_proved(each, dimension) for each in _apart(block, dimension))


def _apart(block: Block, dimension: Dimension) -> Iterator[Block]:
    """Yield what can be looked at by itself: where only pictures, or only blocks of clients, divide, each of them."""
    rows = {client: cuts for client, cuts in block.rows.items() if dimension in cuts}
    columns = {year: column for year, column in block.columns.items() if dimension in column.cuts}
    if rows and columns:
        yield replace(block, rows=rows, columns=columns)
        return
    for client, cuts in rows.items():
        bases = {key: basis for key, basis in block.bases.items() if key[0] == client}
        yield replace(block, bases=bases, rows={client: cuts}, columns={})
    for year, column in columns.items():
        bases = {key: basis for key, basis in block.bases.items() if key in column.members}
        yield replace(block, bases=bases, rows={}, columns={year: column})


def _proved(block: Block, dimension: Dimension) -> bool:
    grid, keys, needs = _grid(block, dimension)
    return all(_free(grid, index, needs[key]) for index, key in enumerate(keys))


def _free(grid: Grid, index: int, threshold: int) -> bool:
    cell = grid.cells[index]
    for each, part in cell.part.items():
        held = [cell.counts[other] for other, same in cell.part.items() if same == part]
        if len(held) == 1:
            continue
        if not grid.emptied(index, each) or not grid.filled(index, each, min(threshold, sum(held))):
            return False
    return True


def _grid(block: Block, dimension: Dimension) -> tuple[Grid, list[Key], dict[Key, int]]:
    rows = {org: cuts[dimension] for org, cuts in block.rows.items() if dimension in cuts}
    columns = {year: column.cuts[dimension] for year, column in block.columns.items() if dimension in column.cuts}
    classes = _classes(TREES[dimension], [*rows.values(), *columns.values()])
    lines = {org: index for index, org in enumerate(sorted(rows))}
    keys = sorted(block.bases)
    cells = [_cell(block, dimension, key, classes, _lines(block, key, lines)) for key in keys]
    grid = Grid(
        cells,
        {lines[org]: _together(nodes, classes) for org, nodes in rows.items()},
        {year: _together(nodes, classes) for year, nodes in columns.items()},
    )
    return grid, keys, {key: block.bases[key].threshold for key in keys}


def _lines(block: Block, key: Key, lines: Mapping[OrganisationId, int]) -> tuple[Line, Line]:
    year = key[1].ends_in
    column = block.columns.get(year)
    return lines.get(key[0]), year if column is not None and key in column.members else None


def _classes(root: Node, cuts: Sequence[Cut]) -> list[frozenset[str]]:
    """Return the codes that no printed line separates."""
    found: dict[tuple[str, ...], set[str]] = {}
    for code in root.codes:
        found.setdefault(tuple(_holding(nodes, code) for nodes in cuts), set()).add(code)
    return [frozenset(codes) for codes in found.values()]


def _holding(nodes: Cut, code: str) -> str:
    return next(node.id for node in nodes if code in node.among)


def _together(nodes: Cut, classes: Sequence[frozenset[str]]) -> dict[int, int]:
    return {
        index: next(place for place, node in enumerate(nodes) if codes <= node.among)
        for index, codes in enumerate(classes)
    }


def _cell(
    block: Block, dimension: Dimension, key: Key, classes: Sequence[frozenset[str]], lines: tuple[Line, Line]
) -> GridCell:
    counts = block.counts(key, dimension)
    own = block.own(key, dimension) or (TREES[dimension],)
    part = {}
    for index, codes in enumerate(classes):
        # A class that the own report divides further, or prints as it is, is known and has no other beside it.
        part[index] = next((place for place, node in enumerate(own) if codes < node.among), -1 - index)
    held = {index: sum(counts.get(code, 0) for code in codes) for index, codes in enumerate(classes)}
    return GridCell(held, part, *lines)


def totals_proved(block: Block) -> bool:
    """Whether how many cases there were stays as unknown as the report of the year left it."""
    lines = {org: index for index, org in enumerate(sorted(block.rows))}
    keys = sorted(block.bases)
    cells = [_counted(block, key, _lines(block, key, lines)) for key in keys]
    apart = {0: 0, 1: 1}
    grid = Grid(cells, dict.fromkeys(lines.values(), apart), dict.fromkeys(block.columns, apart))
    return all(_total_free(grid, index, block.bases[key], block.rules) for index, key in enumerate(keys))


def _counted(block: Block, key: Key, lines: tuple[Line, Line]) -> GridCell:
    """Return a cell of two classes: cases there might be less of, and room for more."""
    basis = block.bases[key]
    if exact(basis):
        return GridCell({0: basis.cases, 1: 0}, {0: 0, 1: 1}, *lines)
    bottom, top = total(basis, basis.report_class, block.rules).band or (0, _MANY)
    return GridCell({0: basis.cases - bottom, 1: top - basis.cases}, {0: 0, 1: 0}, *lines)


def _total_free(grid: Grid, index: int, basis: Basis, rules: Rules) -> bool:
    if exact(basis) or (grid.cells[index].row is None and grid.cells[index].column is None):
        return True
    band = total(basis, basis.report_class, rules).band
    until = basis.threshold if band is None else band[1] - band[0]
    return grid.emptied(index, 0) and grid.filled(index, 0, until)
