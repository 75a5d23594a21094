"""Reporting periods follow each other without gap or overlap, whatever month the year begins in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.language import Language, Texts
from vpjournal.domain.periods import Period, block_of

STARTS = st.integers(1, 12)


@given(year=st.integers(2000, 2100), month=STARTS, starts=STARTS)
def test_a_month_lies_in_the_year_that_contains_it(year: int, month: int, starts: int) -> None:
    period = Period.containing(year, month, starts)
    assert period.month == starts
    assert period.start <= year * 12 + month - 1 < period.end


@given(first=STARTS, changes=st.lists(STARTS, max_size=8))
def test_what_follows_never_overlaps_and_leaves_no_gap(first: int, changes: list[int]) -> None:
    periods = [Period(2026, first)]
    for starts in changes:
        periods.append(periods[-1].after(starts))
    assert all(one.end == two.start for one, two in pairwise(periods))
    assert not any(a.overlaps(b) for a in periods for b in periods if a != b)


def test_a_changed_year_makes_one_named_bridge() -> None:
    calendar = Period(2026)
    bridge = calendar.after(8)
    assert (bridge.year, bridge.month, bridge.months) == (2027, 1, 7)
    assert bridge.after(8) == Period(2027, 8)
    texts = Texts(Language.DUTCH)
    assert [each.words(texts) for each in (calendar, bridge, bridge.after(8))] == [
        "2026",
        "januari 2027 tot en met juli 2027",
        "2027/2028",
    ]


@pytest.mark.parametrize(("month", "half"), [(1, 1), (6, 1), (7, 2), (12, 2)])
def test_halves(month: int, half: int) -> None:
    assert Period(2026).half(2026, month) == half


def test_blocks_are_fixed() -> None:
    assert [block_of(year) for year in (2023, 2025, 2026, 2028, 2029)] == [2023, 2023, 2026, 2026, 2029]
    assert Period(2025, 8).block == 2026, "a school year belongs to the block that it ends in"


@given(year=st.integers(1990, 2100), month=STARTS, months=STARTS)
def test_a_key_is_read_back(year: int, month: int, months: int) -> None:
    assert Period.from_key(Period(year, month, months).key) == Period(year, month, months)
