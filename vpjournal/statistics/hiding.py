"""Whether a sum over several years or clients leaves open how each single one of them divides.

A reader sees how the sum divides, and of each single report the lines it prints. A line of a report that is coarser
than the sum is hidden: he may know how large it is, and what all hidden lines add up to. He knows the rules as well: a
hidden line of twelve is not six and six, for then it would have been printed as two. So a sum is divided only if, for
every hidden line and every class below it, there is another practice that prints exactly the same, in which none of the
line is of that class, and one in which at least the threshold is. The question is answered from printed numbers alone:
then its answer tells no more than they do. Lines that are too small to be divided, whatever they hold, can take up
anything; a larger one lies on one of its two sides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

_MOST_SIDES = 6
"""Beyond so many large lines we do not look; the sum stays closed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A hidden line: its size, and the classes below it as bits; ``sides`` when it could be divided by itself."""

    size: int
    classes: int
    sides: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Lump:
    """Clients or years whose size is not told: what they are together, and how large one of them may be."""

    together: int = 0
    largest: int = 0


def leaves_open(lines: Sequence[Line], lump: Lump, left: Sequence[int], threshold: int) -> bool:
    """Whether nothing certain follows of any hidden line; ``left`` is what they add up to, by class."""
    if sum(line.sides is not None for line in lines) > _MOST_SIDES:
        return False
    every = (1 << len(left)) - 1
    for line, others, rest in _targets(lines, lump, every):
        for index in range(len(left)):
            if not line.classes >> index & 1:
                continue
            if not _possible(_emptied(line, index), others, rest, left):
                return False
            if not _possible(_filled(line, index, threshold), others, rest, left):
                return False
    return True


def _targets(lines: Sequence[Line], lump: Lump, every: int) -> Iterator[tuple[Line, list[Line], int]]:
    """Yield each line to ask about, the other lines, and how much of the lump is left beside it."""
    for index, line in enumerate(lines):
        yield line, [*lines[:index], *lines[index + 1 :]], lump.together
    if lump.together:
        yield Line(lump.largest, every), list(lines), lump.together - lump.largest


_Placing = list[tuple[int, int]]
"""How much lies in which classes."""


def _emptied(line: Line, index: int) -> list[_Placing]:
    """Return the ways in which a line holds none of a class."""
    ways = (line.classes,) if line.sides is None else line.sides
    return [[(way & ~(1 << index), line.size)] for way in ways if way & ~(1 << index) or not line.size]


def _filled(line: Line, index: int, threshold: int) -> list[_Placing]:
    """Return the ways in which a line holds the threshold of a class, or is that class altogether."""
    enough = min(threshold, line.size)
    ways = (line.classes,) if line.sides is None else line.sides
    return [[(1 << index, enough), (way, line.size - enough)] for way in ways if way >> index & 1]


def _possible(ways: list[_Placing], others: Sequence[Line], rest: int, left: Sequence[int]) -> bool:
    """Whether the others can be placed so that all adds up, with a case of each class to spare for what is known."""
    large = [line for line in others if line.sides is not None]
    small: dict[int, int] = {(1 << len(left)) - 1: rest}
    for line in others:
        if line.sides is None:
            small[line.classes] = small.get(line.classes, 0) + line.size
    spare = [min(held, 1) for held in left]
    widest = max(small, key=lambda classes: small[classes])
    if small[widest] < sum(spare):
        return False
    small[widest] -= sum(spare)
    wanted = [held - one for held, one in zip(left, spare, strict=True)]
    for way in ways:
        for sides in product(*(line.sides or () for line in large)):
            placed = [(side, line.size) for side, line in zip(sides, large, strict=True)]
            if _fits([*way, *small.items(), *placed], wanted):
                return True
    return False


def _fits(placing: Sequence[tuple[int, int]], wanted: Sequence[int]) -> bool:
    """Whether what must lie within some classes never exceeds what these want: then all of it finds a place."""
    supply: dict[int, int] = {}
    for classes, size in placing:
        supply[classes] = supply.get(classes, 0) + size
    for within in range(1 << len(wanted)):
        room = sum(held for index, held in enumerate(wanted) if within >> index & 1)
        if sum(size for classes, size in supply.items() if not classes & ~within) > room:
            return False
    return True
