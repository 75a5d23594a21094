"""Proves that what is hidden could be otherwise: builds another practice that would have the same figures printed.

Years of organisations lie in a grid: a row is the three years of one client, a column one year of the whole practice.
Of a cell that did not print how it divides, a reader may know what its row and its column add up to. Whether a hidden
figure could be none is asked by trading cases: this cell gives one case of code A for one of code B, another cell of
the same row gives it back, and so on round the grid until every sum that was printed is what it was. Each trade is a
path in a small graph; each world it leads to exists, so that a proof that is found cannot be wrong. What cannot be
proved is not printed.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Line = int | None
"""A row or a column that constrains a trade, by its number; none where nothing was printed that does."""


@dataclass(slots=True)
class GridCell:
    """One period of one organisation: how many cases of each class of codes, and which classes it shows as one."""

    counts: dict[int, int]
    part: dict[int, int]
    row: Line = None
    column: Line = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells, and of each row and column which classes its printed table takes together."""

    cells: Sequence[GridCell]
    rows: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    columns: Mapping[int, Mapping[int, int]] = field(default_factory=dict)

    def emptied(self, cell: int, away: int) -> bool:
        """Whether the cell might have none of a class, also when a reader knows one case."""
        world = [dict(each.counts) for each in self.cells]
        here = self.cells[cell]
        others = [each for each in here.counts if each != away and here.part[each] == here.part[away]]
        return self._moved(world, cell, [(away, other) for other in others], here.counts[away])

    def filled(self, cell: int, into: int, until: int) -> bool:
        """Whether the cell might have at least ``until`` of a class, also when a reader knows one case."""
        world = [dict(each.counts) for each in self.cells]
        here = self.cells[cell]
        others = [each for each in here.counts if each != into and here.part[each] == here.part[into]]
        return self._moved(world, cell, [(other, into) for other in others], until - here.counts[into])

    def _moved(self, world: list[dict[int, int]], cell: int, trades: list[tuple[int, int]], wanted: int) -> bool:
        """Trade until ``wanted`` cases changed. A path must be left over, in case one that was used cannot be."""
        if wanted <= 0:
            return True
        for away, into in trades:
            trade = _Trade(self, world, cell, away, into)
            if trade.unhindered:
                wanted -= min(wanted, world[cell][away])
            while wanted > 0 and world[cell][away] > 0 and (path := trade.path()):
                wanted -= trade.take(path, wanted)
            if wanted <= 0:
                return trade.unhindered or trade.path() is not None
        return False


class _Trade:
    """Trading one class for another in one cell, and back again elsewhere."""

    def __init__(self, grid: Grid, world: list[dict[int, int]], cell: int, away: int, into: int) -> None:
        self._world, self._cell, self._away, self._into = world, cell, away, into
        self._from: dict[tuple[str, int], list[tuple[int, tuple[str, int]]]] = {}
        self._ends: dict[int, tuple[tuple[str, int], tuple[str, int]]] = {}
        for index, each in enumerate(grid.cells):
            if away not in each.counts or into not in each.counts or each.part[away] != each.part[into]:
                continue
            row = _line("row", each.row, grid.rows, away, into)
            column = _line("column", each.column, grid.columns, away, into)
            self._ends[index] = row, column
            if index != cell and row != column:
                self._from.setdefault(row, []).append((index, column))
                self._from.setdefault(column, []).append((index, row))
        self._start, self._goal = self._ends[cell]
        self.unhindered = self._start == self._goal

    def path(self) -> list[tuple[int, int]] | None:
        """Return cells to trade in with the class that each gives, from the row of the cell to its column."""
        came: dict[tuple[str, int], tuple[tuple[str, int], int, int] | None] = {self._start: None}
        queue = deque([self._start])
        while queue:
            at = queue.popleft()
            if at == self._goal:
                return self._back(came)
            for index, other in self._from.get(at, ()):
                gives = self._into if self._ends[index][0] == at else self._away
                if other not in came and self._world[index][gives] > 0:
                    came[other] = at, index, gives
                    queue.append(other)
        return None

    def _back(self, came: dict[tuple[str, int], tuple[tuple[str, int], int, int] | None]) -> list[tuple[int, int]]:
        path: list[tuple[int, int]] = []
        at = self._goal
        while (step := came[at]) is not None:
            at, index, gives = step
            path.append((index, gives))
        return path

    def take(self, path: list[tuple[int, int]], wanted: int) -> int:
        """Trade along a path as much as it bears, and return how much that was."""
        much = min(wanted, self._world[self._cell][self._away], *(self._world[index][gives] for index, gives in path))
        for index, gives in [*path, (self._cell, self._away)]:
            self._world[index][gives] -= much
            self._world[index][self._into if gives == self._away else self._away] += much
        return much


def _line(kind: str, line: Line, tables: Mapping[int, Mapping[int, int]], away: int, into: int) -> tuple[str, int]:
    """Return the row or column as a node of the graph; one that takes both classes together hinders nothing."""
    if line is None or (together := tables.get(line)) is None or together[away] == together[into]:
        return "free", 0
    return kind, line
