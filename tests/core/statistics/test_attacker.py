"""An attacker who knows the rules: tries every practice there could be, and keeps those that print the very same.

Small practices with a small threshold are few enough to try all of. What all practices with the same papers share is
what the papers tell. Of each figure that is not printed there must be one with none of it, and one with at least the
threshold, also for a reader who knows one case.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import pytest

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Basis, Circle, PracticeIssued, ReportClass, Rules, Section
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics.practice import close_year
from vpjournal.statistics.years import year_section


def rules(threshold: int, *, picture: bool) -> Rules:
    return Rules(
        threshold=threshold,
        some_cases=0,
        many_cases=99,
        picture_organisations=2 if picture else 99,
        picture_cases=2,
        picture_share=100,
    )


CODES = {
    Dimension.RELATION: ("manager", "colleague", "not_said"),
    Dimension.SUBJECT: ("bullying", "intimidation", "integrity_unsaid"),
}
GROUPED = {Dimension.RELATION: (1, 2), Dimension.SUBJECT: (0, 1)}
"""Which two of these codes are one branch."""

Counts = tuple[int, ...]
World = tuple[Counts, ...]
"""Of each cell (an organisation and a year) how many cases there are of each code."""


def compositions(held: int, codes: int) -> Iterator[Counts]:
    if codes == 1:
        yield (held,)
        return
    for first in range(held + 1):
        for rest in compositions(held - first, codes - 1):
            yield (first, *rest)


def basis(cell: tuple[int, int], counts: Counts, dimension: Dimension, threshold: int) -> Basis:
    held = tuple((code, count) for code, count in zip(CODES[dimension], counts, strict=True) if count)
    return Basis(
        OrganisationId(cell[0]), Period(cell[1]), ReportClass.LINES, threshold, sum(counts), ((dimension, held),)
    )


@dataclass(frozen=True)
class Attack:
    """The cells of a practice and their sizes, one question, and how careful the program is."""

    cells: Sequence[tuple[int, int]]
    sizes: Sequence[int]
    dimension: Dimension
    rules: Rules

    def found(self) -> list[str]:
        """Return each figure that the papers of some practice tell although they do not print it."""
        alike: dict[tuple[str, ...], list[World]] = defaultdict(list)
        for world in product(*(list(compositions(size, 3)) for size in self.sizes)):
            alike[self.papers(world)].append(world)
        return [told for worlds in alike.values() for told in self.told(worlds)]

    def bases(self, world: World) -> list[Basis]:
        pairs = zip(self.cells, world, strict=True)
        return [basis(cell, counts, self.dimension, self.rules.threshold) for cell, counts in pairs]

    def papers(self, world: World) -> tuple[str, ...]:
        """Return everything that would be printed of a practice."""
        bases = self.bases(world)
        printed: list[object] = [year_section(each, Circle.BOARD, self.rules).tables for each in bases]
        earlier: list[PracticeIssued] = []
        for year in sorted({year for _client, year in self.cells}):
            mine = {(each.organisation, each.period): each for each in bases if each.period.year == year}
            earlier.append(close_year(year, mine, earlier, self.rules))
            printed += [shown(earlier[-1].picture), [(client, shown(each)) for client, each in earlier[-1].blocks]]
        return tuple(map(repr, printed))

    def told(self, worlds: Sequence[World]) -> Iterator[str]:
        for index, cell in enumerate(self.cells):
            for codes in self.hidden(worlds[0], index):
                for known in self.known(worlds):
                    least, most = bounds(worlds, index, codes, known)
                    enough = min(self.rules.threshold, self.sizes[index] - (known is not None and known[0] == index))
                    if least > 0 or most < enough:
                        yield f"{cell} {codes}, known {known}: {least}-{most} in {worlds[0]}"

    def hidden(self, world: World, cell: int) -> Iterator[tuple[int, ...]]:
        """Yield every set of codes along the tree that the report of a cell does not tell."""
        section = year_section(self.bases(world)[cell], Circle.BOARD, self.rules)
        table = section.table(self.dimension)
        names = CODES[self.dimension]
        parts = (
            [{names.index(code) for code in part.codes if code in names} for part in table.parts]
            if table
            else [{0, 1, 2}]
        )
        for codes in ((0,), (1,), (2,), GROUPED[self.dimension]):
            if not all(part <= set(codes) or part.isdisjoint(codes) for part in parts):
                yield codes

    def known(self, worlds: Sequence[World]) -> Iterator[tuple[int, int] | None]:
        """Yield no case, and every case that a reader might know: its cell and its code."""
        yield None
        for cell in range(len(self.cells)):
            for code in range(3):
                if any(world[cell][code] for world in worlds):
                    yield cell, code


def shown(section: Section) -> object:
    return section.total, section.tables


def bounds(
    worlds: Sequence[World], cell: int, codes: tuple[int, ...], known: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the least and the most that a cell can hold of some codes beside the case that is known."""
    if known is None:
        held = [sum(world[cell][code] for code in codes) for world in worlds]
        return min(held), max(held)
    mine = known[0] == cell and known[1] in codes
    held = [sum(world[cell][code] for code in codes) - mine for world in worlds if world[known[0]][known[1]]]
    return min(held), max(held)


@pytest.mark.parametrize("dimension", list(CODES))
@pytest.mark.parametrize(
    ("threshold", "size"), [(1, size) for size in range(1, 9)] + [(2, size) for size in range(1, 12)]
)
def test_one_year_of_one_client(dimension: Dimension, threshold: int, size: int) -> None:
    assert Attack([(1, 2026)], [size], dimension, rules(threshold, picture=False)).found() == []


@pytest.mark.parametrize("sizes", [(2, 2, 2), (3, 3, 3), (4, 4, 1), (5, 2, 2), (4, 3, 2)])
def test_three_years_of_one_client(sizes: tuple[int, ...]) -> None:
    cells = [(1, year) for year in (2026, 2027, 2028)]
    assert Attack(cells, sizes, Dimension.RELATION, rules(1, picture=False)).found() == []


@pytest.mark.parametrize("sizes", [(2, 2, 2), (4, 2, 1), (3, 3, 2), (5, 2, 2), (4, 4, 2), (2, 2, 2, 2)])
def test_one_year_of_a_practice(sizes: tuple[int, ...]) -> None:
    cells = [(client, 2026) for client in range(len(sizes))]
    assert Attack(cells, sizes, Dimension.SUBJECT, rules(1, picture=True)).found() == []
