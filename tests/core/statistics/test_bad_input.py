"""What goes otherwise than planned: nobody came, a client left or merged, a year moved, a clock was set back."""

from dataclasses import replace

import pytest

from tests.core.statistics.practices import HARBOUR, cases, clients, facts, issue_all, portfolio, usual
from vpjournal.domain.counting import Counted, Dimension
from vpjournal.domain.figures import Circle, LedgerEntry, PracticeIssued, Rules, Total, Why
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.periods import Period
from vpjournal.statistics import Kind, Practice, audit

RULES = Rules()


@pytest.mark.parametrize("held", [0, 1])
def test_nobody_or_one(held: int) -> None:
    practice = Practice(cases({"bullying": held}), [facts()])
    report = practice.report(HARBOUR, Period(2026))
    assert report.year.total == Total(band=(0, 4))
    assert report == Practice(cases({"bullying": 1 - held}), [facts()]).report(HARBOUR, Period(2026))
    assert audit([practice.close(2026), practice.issue(report)], RULES) == ()


def test_no_client_at_all() -> None:
    closed = Practice([], []).close(2026)
    assert closed.picture.why is Why.PICTURE_TOO_SMALL
    assert Practice([], [], [closed]).report(HARBOUR, Period(2026)).picture is None


def test_a_client_that_nobody_described_is_one_of_unknown_size() -> None:
    assert Practice(cases({"bullying": 20}), []).report(HARBOUR, Period(2026)).year.total == Total()


def test_a_year_that_begins_in_another_month_is_bridged_and_adds_up() -> None:
    calendar = Period(2026)
    bridge = calendar.after(8)
    periods = [calendar, bridge, bridge.after(8)]
    counted = [Counted(HARBOUR, period, relation=each) for period in periods for each in ("manager", "colleague") * 7]
    ledger: list[LedgerEntry] = []
    for period in periods:
        practice = Practice(counted, [facts(periods=periods)], ledger)
        if practice.closed(period.ends_in) is None:
            ledger.append(practice.close(period.ends_in))
        practice = Practice(counted, [facts(periods=periods)], ledger)
        ledger.append(practice.issue(practice.report(HARBOUR, period)))
    assert audit(ledger, RULES) == ()
    last = Practice(counted, [facts(periods=periods)], ledger).report(HARBOUR, periods[-1])
    assert (last.year.total.exact, last.block is not None and last.block.total.exact) == (14, 42)


def test_a_client_that_left_and_one_that_was_taken_up_by_another() -> None:
    """From the year of the merger cases count with the client that stays; what was closed stays where it was."""
    gone, stays = OrganisationId(1), OrganisationId(2)
    before = [
        Counted(who, Period(2026), relation=each) for who in (gone, stays) for each in ("manager", "colleague") * 8
    ]
    after = [Counted(stays, Period(2027), relation=each) for each in ("manager", "colleague") * 8]
    everyone = [facts(1, periods=[Period(2026)]), facts(2, periods=[Period(2026), Period(2027)])]
    first = Practice(before, everyone)
    ledger: list[LedgerEntry] = [first.close(2026)]
    moved = [Counted(stays, case.period, relation=case.relation) for case in before] + after
    for organisation, period in ((gone, Period(2026)), (stays, Period(2026)), (stays, Period(2027))):
        if Practice(moved, everyone, ledger).closed(period.ends_in) is None:
            ledger.append(Practice(moved, everyone, ledger).close(period.ends_in))
        practice = Practice(moved, everyone, ledger)
        report = practice.report(organisation, period)
        assert report.year.total.exact == 16
        ledger.append(practice.issue(report))
    assert audit(ledger, RULES) == ()


def test_reports_that_are_fixed_in_another_order() -> None:
    """A clock that was set back, or a report that was forgotten: what counts is the number in the ledger, not a day."""
    ledger: list[LedgerEntry] = []
    for year in (2028, 2026, 2027):
        ledger.append(Practice(usual(), clients(), ledger).close(year))
        practice = Practice(usual(), clients(), ledger)
        ledger.append(practice.issue(practice.report(HARBOUR, Period(year))))
    assert [entry.number for entry in ledger] == [1, 2, 3, 4, 5, 6]
    assert audit(ledger, RULES) == ()


def test_one_period_for_two_circles() -> None:
    counted = cases({"bullying": 20, "integrity": 20})
    board = Practice(counted, [facts()])
    ledger: list[LedgerEntry] = [board.issue(board.report(HARBOUR, Period(2026)))]
    public = Practice(counted, [facts()], ledger)
    ledger.append(public.issue(public.report(HARBOUR, Period(2026), circle=Circle.PUBLIC)))
    assert audit(ledger, RULES) == ()


def test_ten_thousand_cases_are_divided_as_fine_as_can_be() -> None:
    counted = portfolio(1, [2026], (10_000,))
    table = (
        Practice(counted, clients([2026], [4000]))
        .report(OrganisationId(0), Period(2026))
        .year.table(Dimension.RELATION)
    )
    assert table is not None
    assert sum(part.cases for part in table.parts) == 10_000
    assert all(len(part.codes) == 1 for part in table.parts)


def middle(sizes: tuple[int, ...], many: int = 1) -> tuple[list[LedgerEntry], list[PracticeIssued]]:
    """A practice whose clients after the first have a hundred employees, and then four hundred again."""
    headcounts = [400, *[100] * many, *[400] * (len(sizes) - 1 - many)]
    ledger, _reports = issue_all(usual(sizes=sizes), clients(headcounts=headcounts))
    return ledger, [entry for entry in ledger if isinstance(entry, PracticeIssued)]


def test_a_client_of_middle_size_has_a_block_where_the_picture_does_without_it() -> None:
    ledger, practices = middle((22, 7, 10, 8, 9, 8))
    assert all(client != 1 for practice in practices for client, _period in practice.members)
    assert 1 in dict(practices[-1].blocks)
    assert audit(ledger, RULES) == ()


def test_a_client_of_middle_size_that_the_picture_needs_has_none() -> None:
    ledger, practices = middle((9, 7, 7, 7, 9), 3)
    assert all(any(client == 1 for client, _period in practice.members) for practice in practices)
    assert 1 not in dict(practices[-1].blocks)
    assert audit(ledger, RULES) == ()
    without, _same = middle((22, 7, 10, 8, 9, 8))
    blocks = next(entry.blocks for entry in without if isinstance(entry, PracticeIssued) and entry.blocks)
    mine = tuple(each for each in blocks if each[0] == 1)
    bad = [replace(entry, blocks=mine) if entry is practices[-1] else entry for entry in ledger]
    assert Kind.TOTAL_IS_TOLD in {finding.kind for finding in audit(bad, RULES)}
