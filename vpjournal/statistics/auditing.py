"""Audits everything that was ever issued, as it was printed: what one report hides, another must not tell.

It reads the ledger, lays all tables side by side and looks for a line that is too small, a set that is no partition, a
difference between two releases that is too small, periods that overlap, and hidden figures of which no other practice
can be built that would have printed the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vpjournal.domain.counting import Dimension
from vpjournal.domain.figures import Basis, Circle, LedgerEntry, PracticeIssued, ReportIssued, Rules, Section, Table
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period, block_of
from vpjournal.statistics.counting import Key, dimensions
from vpjournal.statistics.practice import cuts_of
from vpjournal.statistics.sharing import Cell, cells_of, cut_is_safe, totals_open
from vpjournal.statistics.trees import TREES, codes_of, nodes_of
from vpjournal.statistics.years import class_for


class Kind(StrEnum):
    """What is wrong with what was issued."""

    SMALL_LINE = "small_line"
    NO_PARTITION = "no_partition"
    NOT_THE_TOTAL = "not_the_total"
    NOT_IN_CLASS = "not_in_class"
    SMALL_DIFFERENCE = "small_difference"
    OVERLAP = "overlap"
    HIDDEN_IS_TOLD = "hidden_is_told"
    TOTAL_IS_TOLD = "total_is_told"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that could be told from what was issued. ``where`` names entries and tables, never a count."""

    kind: Kind
    where: str


def audit(ledger: Sequence[LedgerEntry], rules: Rules) -> tuple[Finding, ...]:
    """Return everything that could be told and should not."""
    reports = [entry for entry in ledger if isinstance(entry, ReportIssued)]
    practices = [entry for entry in ledger if isinstance(entry, PracticeIssued)]
    return (
        *(each for report in reports for each in _report(report, rules)),
        *(each for practice in practices for each in _practice(practice, rules)),
        *_overlaps(reports, practices),
        *_differences(reports, rules),
        *_together(practices, reports, rules),
        *_crosswise(practices),
    )


def audit_beside(ledger: Sequence[LedgerEntry], report: ReportIssued, rules: Rules) -> tuple[Finding, ...]:
    """Return what could be told from one more report beside everything that was issued and found safe before."""
    key = report.basis.organisation, report.basis.period
    reports = [each for each in ledger if isinstance(each, ReportIssued)]
    practices = [each for each in ledger if isinstance(each, PracticeIssued)]
    same = [each for each in reports if (each.basis.organisation, each.basis.period) == key]
    client = [each for each in reports if each.basis.organisation == report.basis.organisation]
    return (
        *_report(report, rules),
        *_overlaps([*client, report], practices),
        *_differences([*same, report], rules),
        *(_together(practices, [*reports, report], rules) if report.releases else ()),
    )


def _report(report: ReportIssued, rules: Rules) -> Iterator[Finding]:
    where = f"report {report.number}"
    allowed = dimensions(class_for(report.basis, report.circle))
    apart = sum(part.cases for part in report.year.released)
    for table in report.year.tables:
        if not table.parts:
            continue
        if table.dimension not in allowed:
            yield Finding(Kind.NOT_IN_CLASS, f"{where}, {table.dimension}")
        needed = _threshold(report, rules) + max(rules.known if table.dimension.sensitive else 0, apart)
        gone = {release.code for release in report.releases if release.dimension is table.dimension}
        told = sum(part.cases for part in report.year.released if part.dimension is table.dimension)
        exact = report.year.total.exact
        yield from _lines(table, needed, gone, None if exact is None else exact - told, where)


def _threshold(report: ReportIssued, rules: Rules) -> int:
    return (
        report.basis.threshold if report.circle is Circle.BOARD else max(report.basis.threshold, rules.public_threshold)
    )


def _practice(practice: PracticeIssued, rules: Rules) -> Iterator[Finding]:
    where = f"practice {practice.number}"
    needed = max((basis.threshold for basis in practice.bases), default=rules.threshold) + rules.known
    for section in (practice.picture, *(section for _client, section in practice.blocks)):
        for table in section.tables:
            if table.parts:
                yield from _lines(table, needed, set(), section.total.exact, where)


def _lines(table: Table, needed: int, gone: set[str], whole: int | None, where: str) -> Iterator[Finding]:
    codes = [code for part in table.parts for code in part.codes]
    at = f"{where}, {table.dimension}"
    if len(codes) != len(set(codes)) or set(codes) != set(codes_of(table.dimension)) - gone:
        yield Finding(Kind.NO_PARTITION, at)
    if any(part.cases < needed for part in table.parts):
        yield Finding(Kind.SMALL_LINE, at)
    if sum(part.cases for part in table.parts) != whole:
        yield Finding(Kind.NOT_THE_TOTAL, at)


def _overlaps(reports: Sequence[ReportIssued], practices: Sequence[PracticeIssued]) -> Iterator[Finding]:
    periods: dict[OrganisationId, set[Period]] = {}
    bases = [*(each.basis for each in reports), *(basis for each in practices for basis in each.bases)]
    for basis in bases:
        periods.setdefault(basis.organisation, set()).add(basis.period)
    for mine in periods.values():
        ordered = sorted(mine)
        for index, one in enumerate(ordered):
            if any(one.overlaps(two) for two in ordered[index + 1 :]):
                yield Finding(Kind.OVERLAP, one.key)


def _differences(reports: Sequence[ReportIssued], rules: Rules) -> Iterator[Finding]:
    for at, one in enumerate(reports):
        for two in reports[at + 1 :]:
            if (one.basis.organisation, one.basis.period) != (two.basis.organisation, two.basis.period):
                continue
            needed = max(one.basis.threshold, two.basis.threshold) + rules.known
            where = f"reports {one.number} and {two.number}"
            if _total_differs(one, two, needed):
                yield Finding(Kind.SMALL_DIFFERENCE, where)
            for dimension in TREES:
                if _small_difference(one, two, dimension, needed):
                    yield Finding(Kind.SMALL_DIFFERENCE, f"{where}, {dimension}")


def _total_differs(one: ReportIssued, two: ReportIssued, needed: int) -> bool:
    before, now = one.year.total, two.year.total
    if before.exact is not None and now.exact is not None:
        return 0 < abs(before.exact - now.exact) < needed
    return one.basis.cases != two.basis.cases and before != now and abs(one.basis.cases - two.basis.cases) < needed


def _small_difference(one: ReportIssued, two: ReportIssued, dimension: Dimension, needed: int) -> bool:
    before, now = _told(one, dimension), _told(two, dimension)
    return any(0 < abs(before[codes] - now[codes]) < needed for codes in before.keys() & now.keys())


def _told(report: ReportIssued, dimension: Dimension) -> dict[frozenset[str], int]:
    """Return every set of codes along the tree whose number follows from one report."""
    table = report.year.table(dimension)
    parts = list(table.parts) if table else []
    parts += [part for part in report.year.released if part.dimension is dimension]
    told: dict[frozenset[str], int] = {}
    for node in nodes_of(dimension).values():
        inside = [part for part in parts if set(part.codes) <= set(node.codes)]
        if {code for part in inside for code in part.codes} == set(node.codes):
            told[frozenset(node.codes)] = sum(part.cases for part in inside)
    return told


def _together(practices: Sequence[PracticeIssued], reports: Sequence[ReportIssued], rules: Rules) -> Iterator[Finding]:
    """Look at each picture, and each block, beside the years it is the sum of."""
    releases = tuple(sorted({release for report in reports for release in report.releases}))
    bases: dict[Key, Basis] = {(b.organisation, b.period): b for each in practices for b in each.bases}
    pictured = {key for practice in practices for key in practice.members}
    for practice in practices:
        where = f"practice {practice.number}"
        yield from _shared(practice.picture, cells_of(bases, practice.members, releases), rules, where)
        for client, section in practice.blocks:
            keys = [key for key in sorted(bases) if key[0] == client and section.first_year <= key[1].ends_in]
            keys = [key for key in keys if key[1].ends_in <= section.last_year]
            cells = cells_of(bases, keys, releases)
            if any(not cell.exact and key in pictured for key, cell in zip(keys, cells, strict=True)):
                yield Finding(Kind.TOTAL_IS_TOLD, f"{where}, a block")
            yield from _shared(section, cells, rules, f"{where}, a block")


def _shared(section: Section, cells: Sequence[Cell], rules: Rules, where: str) -> Iterator[Finding]:
    if section.total.exact is not None and not totals_open(cells, rules):
        yield Finding(Kind.TOTAL_IS_TOLD, where)
    for dimension, nodes in cuts_of(section).items():
        if not cut_is_safe(dimension, nodes, cells, rules):
            yield Finding(Kind.HIDDEN_IS_TOLD, f"{where}, {dimension}")


def _crosswise(practices: Sequence[PracticeIssued]) -> Iterator[Finding]:
    """Notice pictures and blocks over the same years that divide by the same question."""
    pictured = {(block_of(each.year), dimension) for each in practices for dimension in cuts_of(each.picture)}
    for each in practices:
        for _client, section in each.blocks:
            for dimension in cuts_of(section):
                if (block_of(each.year), dimension) in pictured:
                    yield Finding(Kind.HIDDEN_IS_TOLD, f"practice {each.number}, {dimension}")
