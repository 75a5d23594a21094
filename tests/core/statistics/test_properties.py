"""What holds of every practice: partitions of enough cases, the same for the same, coarser for more care."""

import random
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.statistics.practices import HARBOUR, KINDS, RELATIONS, STEPS, SUBJECTS, clients, facts, issue_all
from vpjournal.domain.counting import ContactKind, Counted, Dimension
from vpjournal.domain.figures import Basis, PracticeIssued, ReportIssued, Rules, Section, Table
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics import Practice, audit
from vpjournal.statistics.trees import codes_of

YEARS = (2026, 2027, 2028)
CASE = st.builds(
    Counted,
    st.integers(0, 5).map(OrganisationId),
    st.sampled_from([Period(year) for year in YEARS]),
    st.sampled_from(list(KINDS)).map(ContactKind),
    st.sets(st.sampled_from(list(SUBJECTS)), max_size=3).map(tuple),
    st.just(()),
    st.sampled_from(list(RELATIONS)),
    st.sets(st.sampled_from(list(STEPS)), max_size=2).map(tuple),
    counted=st.sampled_from([True, True, True, False]),
    taken_over=st.sampled_from([False, False, False, True]),
)
PRACTICES = st.tuples(st.lists(CASE, max_size=25), st.integers(1, 6)).map(lambda drawn: drawn[0] * drawn[1])
HEADCOUNTS = st.lists(st.sampled_from([None, 20, 100, 400]), min_size=6, max_size=6)
_SUBJECT_ORDER = (
    *("sexual_harassment", "discrimination", "aggression", "threat", "intimidation", "bullying", "integrity"),
    *("work_conflict", "other"),
)
_STEP_ORDER = (
    *("police", "outside_body", "complaint", "report", "left", "mediation", "manager_or_hr", "signal", "supported"),
    *("spoke", "told", "nothing"),
)


def plain_code(case: Counted, dimension: Dimension) -> str:
    """Say what a case counts with, written anew and as simply as can be."""
    if dimension is Dimension.RELATION:
        return case.relation
    if dimension is Dimension.CONTACT_KIND:
        return case.kind
    order, named = (_SUBJECT_ORDER, case.subjects) if dimension is Dimension.SUBJECT else (_STEP_ORDER, case.steps)
    first = next((code for code in order if code in named), "not_said")
    return "integrity_unsaid" if first == "integrity" and dimension is Dimension.SUBJECT else first


def plain_count(counted: list[Counted], table: Table, keys: set[tuple[int, Period]]) -> list[int]:
    mine = [
        case for case in counted if case.counted and not case.taken_over and (case.organisation, case.period) in keys
    ]
    return [sum(plain_code(case, table.dimension) in part.codes for case in mine) for part in table.parts]


def tables(section: Section | None) -> Iterator[Table]:
    yield from (table for table in (section.tables if section else ()) if table.parts)


@given(counted=PRACTICES, headcounts=HEADCOUNTS)
@settings(max_examples=60, deadline=None)
def test_all_that_is_printed_is_a_partition_of_enough_cases_and_counted_right(
    counted: list[Counted], headcounts: list[int | None]
) -> None:
    ledger, _reports = issue_all(counted, clients(YEARS, headcounts), YEARS)
    assert audit(ledger, Rules()) == ()
    sections: list[tuple[Section, set[tuple[int, Period]]]] = []
    for entry in ledger:
        if isinstance(entry, ReportIssued):
            sections.append((entry.year, {key(entry.basis)}))
        else:
            sections.append((entry.picture, set(entry.members)))
            for client, block in entry.blocks:
                sections.append((block, {(client, Period(year)) for year in YEARS}))
    for section, keys in sections:
        for table in tables(section):
            codes = [code for part in table.parts for code in part.codes]
            assert sorted(codes) == sorted(codes_of(table.dimension))
            assert min(part.cases for part in table.parts) >= (6 if table.dimension.sensitive else 5)
            assert [part.cases for part in table.parts] == plain_count(counted, table, keys)
            assert section.total.exact == sum(part.cases for part in table.parts)


def key(basis: Basis) -> tuple[int, Period]:
    return basis.organisation, basis.period


@given(counted=PRACTICES, seed=st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_the_same_cases_in_any_order_give_the_same(counted: list[Counted], seed: int) -> None:
    shuffled = list(counted)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    assert issue_all(counted, clients(YEARS)[:6]) == issue_all(shuffled, clients(YEARS)[:6][::-1][::-1])


@given(counted=PRACTICES, threshold=st.integers(3, 9))
@settings(max_examples=40, deadline=None)
def test_more_care_only_merges(counted: list[Counted], threshold: int) -> None:
    mine = [case for case in counted if case.period == Period(2026)]
    fine, coarse = (
        Practice(mine, [facts(threshold=each)]).report(HARBOUR, Period(2026)) for each in (threshold, threshold + 1)
    )
    for table in tables(coarse.year):
        finer = fine.year.table(table.dimension)
        assert finer is not None
        assert all(any(set(part.codes) <= set(line.codes) for line in table.parts) for part in finer.parts)


@given(counted=PRACTICES)
@settings(max_examples=30, deadline=None)
def test_a_report_of_a_year_does_not_depend_on_other_clients(counted: list[Counted]) -> None:
    alone = [case for case in counted if case.organisation == HARBOUR]
    one, two = (Practice(each, [facts()]).report(HARBOUR, Period(2026)) for each in (alone, counted))
    assert one == two


def test_a_closed_year_stays_as_it_was_whatever_changes_later() -> None:
    counted = [
        Counted(OrganisationId(client), Period(2026), relation="manager") for client in range(6) for _ in range(8)
    ]
    closed = Practice(counted, clients([2026])[:6]).close(2026)
    moved = [Counted(OrganisationId(1), Period(2026)) for _ in range(3)] + counted[5:]
    again = Practice(moved, clients([2026])[:6], [closed])
    assert again.close(2026) is closed
    assert isinstance(closed, PracticeIssued)
    before = Practice(counted, clients([2026])[:6], [closed]).report(HARBOUR, Period(2026))
    after = again.report(HARBOUR, Period(2026))
    assert (after.year, after.picture) == (before.year, before.picture)
    assert after.kept is not None
