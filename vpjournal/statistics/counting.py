"""Counts cases into the true figures of each period of each client, and says how much a report may show of them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from vpjournal.domain.counting import Counted, Dimension
from vpjournal.domain.figures import Basis, OrganisationFacts, ReportClass, Rules, Total, Why
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics.trees import TREES, code_of

Key = tuple[OrganisationId, Period]


def count(
    cases: Iterable[Counted], facts: Mapping[OrganisationId, OrganisationFacts], rules: Rules
) -> dict[Key, Basis]:
    """Return the true figures of every period that an organisation had, or has cases in."""
    tallies: dict[Key, tuple[Counter[str], ...]] = {
        (each.organisation, period): _empty() for each in facts.values() for period in each.periods
    }
    dimensions = tuple(TREES)
    for case in cases:
        if not case.counted or case.taken_over:
            continue
        tally = tallies.setdefault((case.organisation, case.period), _empty())
        for dimension, counter in zip(dimensions, tally, strict=True):
            counter[code_of(case, dimension)] += 1
    return {
        key: _basis(key, tally, facts.get(key[0], OrganisationFacts(key[0])), rules)
        for key, tally in sorted(tallies.items())
    }


def _empty() -> tuple[Counter[str], ...]:
    return tuple(Counter() for _ in TREES)


def _basis(key: Key, tally: tuple[Counter[str], ...], facts: OrganisationFacts, rules: Rules) -> Basis:
    cases = tally[0].total()
    report_class, why = classify(facts.headcount, cases, rules)
    counts = tuple((dimension, tuple(sorted(counter.items()))) for dimension, counter in zip(TREES, tally, strict=True))
    return Basis(*key, report_class, facts.threshold, cases, counts, why)


def classify(headcount: int | None, cases: int, rules: Rules) -> tuple[ReportClass, tuple[Why, ...]]:
    """Return the class of a year and the reasons, by the size of the organisation and the number of new cases."""
    if headcount is None or headcount < rules.small:
        return ReportClass.WORDS, (Why.SMALL_ORGANISATION,)
    if headcount < rules.middle:
        return ReportClass.CORE, (Why.MIDDLE_ORGANISATION,)
    if cases < rules.some_cases:
        return ReportClass.CORE, (Why.FEW_CASES,)
    if cases < rules.many_cases:
        return ReportClass.LINES, (Why.SOME_CASES,)
    return ReportClass.FULL, (Why.MANY_CASES,)


_LOWER = {
    ReportClass.FULL: ReportClass.LINES,
    ReportClass.LINES: ReportClass.CORE,
    ReportClass.CORE: ReportClass.WORDS,
    ReportClass.WORDS: ReportClass.WORDS,
}


def lower(report_class: ReportClass) -> ReportClass:
    """Return the class one step more careful, for what everybody can read."""
    return _LOWER[report_class]


def total(basis: Basis, report_class: ReportClass, rules: Rules) -> Total:
    """Return what a report of a class says of the number of cases."""
    if report_class is ReportClass.WORDS:
        return Total()
    if report_class is ReportClass.CORE:
        bottom = basis.cases // rules.band * rules.band
        return Total(band=(bottom, bottom + rules.band - 1))
    return Total(exact=basis.cases)


_PLAIN = (Dimension.CONTACT_KIND, Dimension.SUBJECT, Dimension.RELATION)


def dimensions(report_class: ReportClass) -> tuple[Dimension, ...]:
    """Return what a report of a class may divide its own year by."""
    if report_class is ReportClass.FULL:
        return tuple(TREES)
    return _PLAIN if report_class is ReportClass.LINES else ()
