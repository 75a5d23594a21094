"""The figures of one year of one organisation: how far each table of it may be opened, by itself."""

from collections.abc import Iterable, Sequence
from typing import Final

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import (
    Basis,
    Circle,
    Part,
    Release,
    ReportClass,
    Rules,
    Section,
    Sentence,
    Table,
    Told,
    Total,
    Why,
)
from vpjournal.statistics.counting import dimensions, lower, total
from vpjournal.statistics.cutting import Cut, cut, large_enough, sums, table
from vpjournal.statistics.trees import NOT_SAID, TREES, nodes_of


def class_for(basis: Basis, circle: Circle) -> ReportClass:
    """Return the class that a circle of readers gets to see."""
    return basis.report_class if circle is Circle.BOARD else lower(basis.report_class)


def need(basis: Basis, circle: Circle, dimension: Dimension, rules: Rules, releases: Iterable[Release] = ()) -> int:
    """Return how many cases every line must hold. What a reader knows already protects nobody, so it comes on top."""
    threshold = max(basis.threshold, rules.public_threshold) if circle is Circle.PUBLIC else basis.threshold
    told = released(basis, releases)
    return threshold + max(rules.known if dimension.sensitive else 0, told)


def released(basis: Basis, releases: Iterable[Release]) -> int:
    """Return how many cases at most are told apart with a reason."""
    return sum(basis.of(each.dimension).get(each.code, 0) for each in releases)


def without(basis: Basis, dimension: Dimension, releases: Iterable[Release]) -> dict[str, int]:
    """Return how many cases there are of each code that is not told apart."""
    apart = apart_in(releases, dimension)
    return {code: held for code, held in basis.of(dimension).items() if code not in apart}


def apart_in(releases: Iterable[Release], dimension: Dimension) -> frozenset[str]:
    """Return the codes of one table that are told apart."""
    return frozenset(each.code for each in releases if each.dimension is dimension)


def own_cut(
    basis: Basis, circle: Circle, dimension: Dimension, rules: Rules, releases: Sequence[Release] = ()
) -> Cut | None:
    """Return how far the own year opens a table, or None where its class has no such table."""
    if dimension not in dimensions(class_for(basis, circle)):
        return None
    root = TREES[dimension]
    held = sums(root, without(basis, dimension, releases))
    return cut(root, large_enough(held, need(basis, circle, dimension, rules, releases)))


def year_section(basis: Basis, circle: Circle, rules: Rules, releases: Sequence[Release] = ()) -> Section:
    """Return what the report says of its own year."""
    report_class = class_for(basis, circle)
    year = basis.period.ends_in
    apart = tuple(_apart(basis, each) for each in releases)
    if report_class is ReportClass.WORDS:
        return Section(year, year, Total(), told=(Told(Sentence.WORDS_ONLY),), released=apart)
    tables = tuple(_own_table(basis, circle, each, rules, releases) for each in TREES)
    return Section(
        year,
        year,
        total(basis, report_class, rules),
        tables,
        told_of(tables),
        apart,
        Why.BAND if report_class is ReportClass.CORE else None,
    )


def _own_table(basis: Basis, circle: Circle, dimension: Dimension, rules: Rules, releases: Sequence[Release]) -> Table:
    nodes = own_cut(basis, circle, dimension, rules, releases)
    if nodes is None:
        return Table(dimension, why=Why.NOT_IN_CLASS)
    return table(dimension, nodes, basis.of(dimension), apart=apart_in(releases, dimension))


def _apart(basis: Basis, release: Release) -> Part:
    node = nodes_of(release.dimension)[release.code]
    held = basis.of(release.dimension).get(release.code, 0)
    return Part(node.id, node.label, node.codes, held, released=release.reason, dimension=release.dimension)


_MOST_OFTEN: Final = {
    Dimension.CONTACT_KIND: Sentence.MOST_OFTEN_KIND,
    Dimension.SUBJECT: Sentence.MOST_OFTEN_SUBJECT,
    Dimension.RELATION: Sentence.MOST_OFTEN_RELATION,
    Dimension.STEP: Sentence.MOST_OFTEN_STEP,
}


def told_of(tables: Iterable[Table]) -> tuple[Told, ...]:
    """Return what the printed tables say in words: nothing that is not in them, and nothing of what has no name."""
    shown = [each for each in tables if each.parts]
    if not shown:
        return (Told(Sentence.NOT_DIVIDED),)
    told = []
    for each in shown:
        first, second = sorted(each.parts, key=lambda part: -part.cases)[:2]
        if first.cases > second.cases and NOT_SAID not in first.codes:
            told.append(Told(_MOST_OFTEN[each.dimension], first.label))
    return tuple(told)
