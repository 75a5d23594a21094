"""Whether something new may stand beside what was printed of a period before: a correction, or a figure told apart."""

from collections.abc import Sequence

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Basis, Circle, LedgerEntry, PracticeIssued, Release, ReportIssued, Rules, Section
from vpjournal.statistics.counting import total
from vpjournal.statistics.cutting import Cut, sums
from vpjournal.statistics.trees import TREES, nodes_of
from vpjournal.statistics.years import need, own_cut, released


def acceptable(old: Basis, new: Basis, rules: Rules) -> bool:
    """Whether corrected figures may be printed: no difference that shows is of fewer cases than a line must hold."""
    needed = max(old.threshold, new.threshold) + rules.known
    before, now = (total(each, each.report_class, rules) for each in (old, new))
    if before != now and abs(new.cases - old.cases) < needed:
        return False
    return all(_differs_enough(old, new, dimension, needed, rules) for dimension in TREES)


def _differs_enough(old: Basis, new: Basis, dimension: Dimension, needed: int, rules: Rules) -> bool:
    cuts = [own_cut(each, Circle.BOARD, dimension, rules) for each in (old, new)]
    if cuts[0] is None or cuts[1] is None:
        return True
    root = TREES[dimension]
    one, two = sums(root, old.of(dimension)), sums(root, new.of(dimension))
    return all(
        one[node] == two[node] or abs(one[node] - two[node]) >= needed
        for node in _both_tell(cuts[0], cuts[1], dimension)
    )


def _both_tell(one: Cut, two: Cut, dimension: Dimension) -> list[str]:
    """Return the nodes whose count follows from either table."""
    told = []
    for node in nodes_of(dimension).values():
        codes = set(node.codes)
        if all(all(codes >= set(part.codes) or codes.isdisjoint(part.codes) for part in nodes) for nodes in (one, two)):
            told.append(node.id)
    return told


def release_passes(ledger: Sequence[LedgerEntry], basis: Basis, releases: Sequence[Release], rules: Rules) -> bool:
    """Whether figures told apart leave enough in every line that was printed before and holds them."""
    key = basis.organisation, basis.period
    told = released(basis, releases)
    for entry in ledger:
        if isinstance(entry, ReportIssued) and (entry.basis.organisation, entry.basis.period) == key:
            if not _leaves_enough(entry.year, basis, told, rules):
                return False
        elif isinstance(entry, PracticeIssued) and key in entry.members:
            sections = [entry.picture, *(section for client, section in entry.blocks if client == key[0])]
            if not all(_leaves_enough(section, basis, told, rules) for section in sections):
                return False
    return True


def _leaves_enough(section: Section, basis: Basis, told: int, rules: Rules) -> bool:
    for table in section.tables:
        needed = need(basis, Circle.BOARD, table.dimension, rules) - (rules.known if table.dimension.sensitive else 0)
        for part in table.parts:
            if len(part.codes) > 1 and part.cases - told < needed:
                return False
    return True
