"""How far the sum over some periods may be divided: the picture of a year, or the block of a client."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Basis, Circle, Release, ReportClass, Rules
from vpjournal.statistics.counting import Key, total
from vpjournal.statistics.cutting import Cut, sums
from vpjournal.statistics.hiding import Line, Lump, leaves_open
from vpjournal.statistics.trees import TREES, Node
from vpjournal.statistics.years import need, own_cut, released, without

_MANY = 10**6


@dataclass(frozen=True, slots=True)
class Cell:
    """One period in the sum: its true figures, and what of it is told apart with a reason."""

    basis: Basis
    releases: tuple[Release, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether its own report prints how many cases there were."""
        return self.basis.report_class in {ReportClass.LINES, ReportClass.FULL}

    def own(self, dimension: Dimension, rules: Rules) -> Cut | None:
        """Return how its own report divides it; none where not even its total is printed."""
        if not self.exact:
            return None
        return own_cut(self.basis, Circle.BOARD, dimension, rules, self.releases) or (TREES[dimension],)


def cells_of(bases: Mapping[Key, Basis], keys: Sequence[Key], releases: Sequence[Release]) -> list[Cell]:
    """Return cells with what is told apart of each."""
    return [
        Cell(bases[key], tuple(each for each in releases if (each.organisation, each.period) == key)) for key in keys
    ]


def needed(cells: Sequence[Cell], rules: Rules) -> int:
    """Return how many cases every line over some cells must hold."""
    threshold = max((cell.basis.threshold for cell in cells), default=rules.threshold)
    told = max((released(cell.basis, cell.releases) for cell in cells), default=0)
    return threshold + max(rules.known, told)


def totals_open(cells: Sequence[Cell], rules: Rules) -> bool:
    """Whether the total over the cells leaves open how many cases there were where a report does not say."""
    hidden = [cell for cell in cells if not cell.exact]
    left = sum(cell.basis.cases for cell in hidden)
    bands = [total(cell.basis, cell.basis.report_class, rules).band for cell in hidden]
    if hidden and left < needed(cells, rules):
        return False
    for index, band in enumerate(bands):
        others = [each for at, each in enumerate(bands) if at != index]
        least = left - sum(_MANY if other is None else other[1] for other in others)
        most = left - sum(0 if other is None else other[0] for other in others)
        bottom, top = band or (0, hidden[index].basis.threshold)
        if least + rules.known > bottom or most - rules.known < top:
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Sum:
    """The cells of a sum for one question, counted once."""

    root: Node
    held: Mapping[str, int]
    each: Sequence[tuple[Cell, Cut | None, Mapping[str, int]]]
    need: int
    threshold: int
    rules: Rules
    dimension: Dimension


def shared_cut(dimension: Dimension, cells: Sequence[Cell], rules: Rules) -> Cut:
    """Return how far a sum may be divided, from the top down and every branch by itself."""
    root = TREES[dimension]
    each = [
        (cell, cell.own(dimension, rules), sums(root, without(cell.basis, dimension, cell.releases))) for cell in cells
    ]
    held = {node.id: sum(counts[node.id] for _cell, _own, counts in each) for node in root.walk()}
    threshold = max((cell.basis.threshold for cell in cells), default=rules.threshold)
    the_sum = _Sum(root, held, each, needed(cells, rules), threshold, rules, dimension)
    nodes: Cut = (root,)
    queue = deque([root])
    while queue:
        node = queue.popleft()
        if not node.sides or not all(_large(the_sum, side) for side in node.sides):
            continue
        tried = tuple(other for each_ in nodes for other in (each_.sides if each_ is node else (each_,)))
        if _open(the_sum, tried):
            nodes = tried
            queue.extend(node.sides)
    return nodes


def cut_is_safe(dimension: Dimension, nodes: Cut, cells: Sequence[Cell], rules: Rules) -> bool:
    """Whether a division that was printed is none that ``shared_cut`` would have refused."""
    allowed = shared_cut(dimension, cells, rules)
    return all(any(part.among <= node.among for part in allowed) for node in nodes)


def _large(the_sum: _Sum, node: Node) -> bool:
    """Whether a line, and what of it is left when all that is known is taken off, holds enough."""
    if the_sum.held[node.id] < the_sum.need:
        return False
    hidden = [counts for _cell, own, counts in the_sum.each if not known(own, node)]
    return not hidden or sum(counts[node.id] for counts in hidden) >= the_sum.need


def known(own: Cut | None, node: Node) -> bool:
    """Whether what a cell adds to a line can be read in its own report."""
    return own is not None and all(part.among <= node.among or part.among.isdisjoint(node.among) for part in own)


def _open(the_sum: _Sum, nodes: Cut) -> bool:
    lines, lump, left = [], 0, [0] * len(nodes)
    largest = 0
    unknown = sum(cell.basis.cases for cell, own, _counts in the_sum.each if own is None)
    for cell, own, counts in the_sum.each:
        for index, node in enumerate(nodes):
            if not known(own, node):
                left[index] += counts[node.id]
        if own is None:
            lump += counts[the_sum.root.id]
            largest = max(largest, min(_top(cell, the_sum.rules), unknown))
            continue
        lines += [line for part in own if (line := _line(the_sum, cell, part, counts, nodes)) is not None]
    return leaves_open(lines, Lump(lump, min(largest, lump)), left, the_sum.threshold)


def _top(cell: Cell, rules: Rules) -> int:
    band = total(cell.basis, cell.basis.report_class, rules).band
    return _MANY if band is None else band[1]


def _line(the_sum: _Sum, cell: Cell, part: Node, counts: Mapping[str, int], nodes: Cut) -> Line | None:
    """Return a line of a report that the sum divides further."""
    classes = _bits(part, nodes)
    if not classes & (classes - 1):
        return None
    least = need(cell.basis, Circle.BOARD, the_sum.dimension, the_sum.rules, cell.releases)
    could_divide = own_cut(cell.basis, Circle.BOARD, the_sum.dimension, the_sum.rules, cell.releases) is not None
    sides = None
    if could_divide and counts[part.id] >= 2 * least and len(part.sides) == 2:
        one, two = (_bits(side, nodes) for side in part.sides)
        sides = one, two
    return Line(counts[part.id], classes, sides)


def _bits(node: Node, nodes: Cut) -> int:
    return sum(1 << index for index, other in enumerate(nodes) if other.among <= node.among)
