"""Makes the protected report of one organisation and period, and fixes it: the only door for the journal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from vpjournal.domain.counting import Counted
from vpjournal.domain.figures import (
    SEAL,
    Basis,
    Circle,
    LedgerEntry,
    OrganisationFacts,
    PracticeIssued,
    ProtectedReport,
    Release,
    ReportIssued,
    Rules,
    Section,
    Sentence,
    Table,
    Told,
    Why,
)
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period, block_of
from vpjournal.errors import FiguresUnsafe, PeriodsOverlap
from vpjournal.statistics.auditing import audit_beside
from vpjournal.statistics.correcting import acceptable, release_passes
from vpjournal.statistics.counting import Key, classify, count
from vpjournal.statistics.cutting import cut, large_enough, sums, table
from vpjournal.statistics.practice import close_year
from vpjournal.statistics.trees import TREES
from vpjournal.statistics.years import class_for, told_of, year_section

_RULES = Rules()


class Practice:
    """The cases of one adviser, the organisations, and everything that was ever issued about them."""

    def __init__(
        self,
        cases: Iterable[Counted],
        organisations: Iterable[OrganisationFacts],
        ledger: Sequence[LedgerEntry] = (),
        rules: Rules = _RULES,
    ) -> None:
        self._facts = {each.organisation: each for each in organisations}
        self._cases = tuple(cases)
        self.ledger = tuple(ledger)
        self.rules = rules

    @cached_property
    def _live(self) -> Mapping[Key, Basis]:
        return count(self._cases, self._facts, self.rules)

    @cached_property
    def _closed(self) -> Mapping[Key, Basis]:
        return {
            (basis.organisation, basis.period): basis
            for entry in self.ledger
            if isinstance(entry, PracticeIssued)
            for basis in entry.bases
        }

    def closed(self, year: int) -> PracticeIssued | None:
        """Return a closed calendar year of the practice."""
        years = (entry for entry in self.ledger if isinstance(entry, PracticeIssued))
        return next((entry for entry in years if entry.year == year), None)

    def issued(self, organisation: OrganisationId, period: Period) -> tuple[ReportIssued, ...]:
        """Return the reports that were fixed for a period, the oldest first."""
        reports = (entry for entry in self.ledger if isinstance(entry, ReportIssued))
        return tuple(each for each in reports if (each.basis.organisation, each.basis.period) == (organisation, period))

    def true_figures(self, organisation: OrganisationId, period: Period) -> Basis:
        """Return the true counts, for the adviser's own eyes. Nothing that writes a paper or a file takes them."""
        key = organisation, period
        if key in self._live:
            return self._live[key]
        facts = self._facts.get(organisation, OrganisationFacts(organisation))
        report_class, why = classify(facts.headcount, 0, self.rules)
        return Basis(organisation, period, report_class, facts.threshold, 0, class_why=why)

    def close(self, year: int) -> PracticeIssued:
        """Return the closed calendar year to add to the ledger, before the first report of that year is fixed.

        Raise PeriodsOverlap when two periods of one organisation share a month.
        """
        if (already := self.closed(year)) is not None:
            return already
        bases = {}
        for key in self._live:
            if key[1].ends_in == year:
                self._refuse_overlap(key)
                bases[key] = self._basis(key)[0]
        earlier = [entry for entry in self.ledger if isinstance(entry, PracticeIssued)]
        return close_year(year, bases, earlier, self.rules, releases=self._told_apart(), number=self._next())

    def ahead(self, year: int) -> "Practice":
        """Return the practice as if a calendar year, and those before it in its block, had been closed: to look at."""
        ledger = list(self.ledger)
        for each in range(block_of(year), year + 1):
            practice = Practice(self._cases, self._facts.values(), ledger, self.rules)
            if practice.closed(each) is None:
                ledger.append(practice.close(each))
        return Practice(self._cases, self._facts.values(), ledger, self.rules)

    def report(
        self,
        organisation: OrganisationId,
        period: Period,
        *,
        circle: Circle = Circle.BOARD,
        releases: Sequence[Release] = (),
    ) -> ProtectedReport:
        """Return what the report of a period may say. The same ledger and cases always give the same.

        Raise PeriodsOverlap when the period shares months with another that was issued or has cases.
        """
        key = organisation, period
        self._refuse_overlap(key)
        basis, kept = self._basis(key)
        passed, refused = self._sorted_out(basis, releases)
        year = year_section(basis, circle, self.rules, passed)
        told = [Told(Sentence.MORE_TALKS), *self._compared(year, key, circle)]
        if any(each.circle is circle for each in self.issued(organisation, period)):
            told.append(Told(Sentence.SMALL_CORRECTIONS))
        practice = self.closed(period.ends_in)
        return ProtectedReport(
            organisation,
            period,
            circle,
            class_for(basis, circle),
            (*basis.class_why, Why.PUBLIC) if circle is Circle.PUBLIC else basis.class_why,
            year,
            self._block(practice, organisation, circle),
            self._picture(practice, circle),
            tuple(told),
            kept,
            refused,
            seal=SEAL,
        )

    def issue(self, report: ProtectedReport) -> ReportIssued:
        """Return the ledger entry that fixes a report.

        Raise FiguresUnsafe when the report is not what these cases and this ledger give, or when the audit over
        everything ever issued finds something that could be told from it.
        """
        releases = self._releases_of(report)
        again = self.report(report.organisation, report.period, circle=report.circle, releases=releases)
        if replace(again, refused=report.refused) != report:
            raise FiguresUnsafe
        basis, _kept = self._basis((report.organisation, report.period))
        entry = ReportIssued(self._next(), report.circle, basis, report.year, releases, report.told)
        if audit_beside(self.ledger, entry, self.rules):
            raise FiguresUnsafe
        return entry

    def _releases_of(self, report: ProtectedReport) -> tuple[Release, ...]:
        return tuple(
            Release(report.organisation, report.period, part.dimension, part.node, part.released)
            for part in report.year.released
            if part.released is not None and part.dimension is not None
        )

    def _next(self) -> int:
        return max((entry.number for entry in self.ledger), default=0) + 1

    def _told_apart(self) -> tuple[Release, ...]:
        found = {release for each in self.ledger if isinstance(each, ReportIssued) for release in each.releases}
        return tuple(sorted(found))

    def _refuse_overlap(self, key: Key) -> None:
        others = {other for other in (*self._live, *self._closed) if other[0] == key[0]}
        others |= {
            (each.basis.organisation, each.basis.period) for each in self.ledger if isinstance(each, ReportIssued)
        }
        if any(period != key[1] and period.overlaps(key[1]) for client, period in others if client == key[0]):
            raise PeriodsOverlap

    def _basis(self, key: Key) -> tuple[Basis, Why | None]:
        """Return the counts to work from: as they are, or as they were when something of them was first issued."""
        live = self.true_figures(*key)
        earlier = self.issued(*key)
        frozen = earlier[-1].basis if earlier else self._closed.get(key)
        if frozen is None or (frozen.cases, frozen.counts) == (live.cases, live.counts):
            return frozen or live, None
        if key in self._closed or not acceptable(frozen, live, self.rules):
            return frozen, Why.CORRECTION_TOO_SMALL
        return live, None

    def _sorted_out(self, basis: Basis, releases: Sequence[Release]) -> tuple[tuple[Release, ...], tuple[Release, ...]]:
        """Part what may be told apart from what may not, beside what was issued before."""
        key = basis.organisation, basis.period
        earlier = self.issued(*key)
        before = {release for each in earlier for release in each.releases}
        asked = sorted({*before, *(each for each in releases if (each.organisation, each.period) == key)})
        asked = [each for each in asked if basis.of(each.dimension).get(each.code, 0) > 0]
        passed: list[Release] = []
        for each in asked:
            if each in before or release_passes(self.ledger, basis, [*passed, each], self.rules):
                passed.append(each)
        return tuple(passed), tuple(each for each in asked if each not in passed)

    def _block(self, practice: PracticeIssued | None, client: OrganisationId, circle: Circle) -> Section | None:
        if practice is None or circle is Circle.PUBLIC:
            return None
        return dict(practice.blocks).get(client)

    def _picture(self, practice: PracticeIssued | None, circle: Circle) -> Section | None:
        if practice is None or practice.picture.total.exact is None:
            return None
        return practice.picture if circle is Circle.BOARD else self._for_all(practice.picture)

    def _for_all(self, picture: Section) -> Section:
        """Return the picture as everybody may read it: the same tables, in larger groups."""
        needed = self.rules.public_threshold + self.rules.known
        tables = tuple(_in_larger_groups(each, needed) if each.parts else each for each in picture.tables)
        return replace(picture, tables=tables, told=told_of(tables))

    def _compared(self, year: Section, key: Key, circle: Circle) -> tuple[Told, ...]:
        """Say in words how the number compares with the year before, when both are printed."""
        before = [
            each
            for each in self.ledger
            if isinstance(each, ReportIssued)
            and each.circle is circle
            and each.basis.organisation == key[0]
            and each.basis.period.end == key[1].start
            and each.basis.period.months == key[1].months
        ]
        if not before or before[-1].year.total.exact is None or year.total.exact is None:
            return ()
        return (Told(_compare(before[-1].year.total.exact, year.total.exact, self.rules)),)


def _compare(before: int, now: int, rules: Rules) -> Sentence:
    small = max(before, now) < rules.many_cases
    noise = rules.some_cases if small else max(rules.some_cases, round(2 * (before + now) ** 0.5))
    if abs(now - before) < noise:
        return Sentence.ABOUT_EQUAL
    return Sentence.MORE if now > before else Sentence.FEWER


def _in_larger_groups(printed: Table, needed: int) -> Table:
    """Return a table closed as far as every line needs, opened no further than it was."""
    root = TREES[printed.dimension]
    counts = {part.codes[0]: part.cases for part in printed.parts}
    enough = large_enough(sums(root, counts), needed)
    ends = {part.node for part in printed.parts}
    nodes = cut(root, lambda node: node.id not in ends and enough(node))
    return table(printed.dimension, nodes, counts)
