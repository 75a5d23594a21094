"""Cuts a tree into the finest table whose every line is large enough.

A branch is opened when both sides reach what is needed. Zero is not large enough: that nobody named something sensitive
is shown no more than that one did.
"""

from collections.abc import Callable, Container, Mapping

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Part, Table, Why
from vpjournal.statistics.trees import Node

Cut = tuple[Node, ...]


def sums(root: Node, counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many cases each node holds, by its id."""
    found: dict[str, int] = {}
    _sum(root, counts, found)
    return found


def _sum(node: Node, counts: Mapping[str, int], found: dict[str, int]) -> int:
    total = sum(_sum(side, counts, found) for side in node.sides) if node.sides else counts.get(node.id, 0)
    found[node.id] = total
    return total


def cut(root: Node, may_open: Callable[[Node], bool]) -> Cut:
    """Return the nodes at which opening stops, from left to right."""
    if root.sides and may_open(root):
        return tuple(node for side in root.sides for node in cut(side, may_open))
    return (root,)


def large_enough(held: Mapping[str, int], need: int) -> Callable[[Node], bool]:
    """Return the rule that both sides hold ``need`` cases."""
    return lambda node: all(held[side.id] >= need for side in node.sides)


def table(
    dimension: Dimension,
    nodes: Cut,
    counts: Mapping[str, int],
    *,
    apart: Container[str] = (),
    why: Why = Why.TABLE_TOO_SMALL,
) -> Table:
    """Return a cut as lines with their counts, without the codes that are told apart; ``why`` there is but one line."""
    if len(nodes) == 1:
        return Table(dimension, why=why)
    lines = (_line(node, counts, apart) for node in nodes)
    return Table(dimension, tuple(line for line in lines if line.codes))


def _line(node: Node, counts: Mapping[str, int], apart: Container[str]) -> Part:
    codes = tuple(code for code in node.codes if code not in apart)
    held = sum(counts.get(code, 0) for code in codes)
    return Part(node.id, node.label, codes, held, Why.MERGED if len(codes) > 1 else None)
