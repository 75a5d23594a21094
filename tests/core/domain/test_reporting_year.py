from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.periods import Period
from vpjournal.domain.reporting_year import period_of


def month(year: int, number: int) -> int:
    return year * 12 + number - 1


def test_years_begin_where_the_organisation_says() -> None:
    assert period_of(month(2026, 8), 9) == Period(2025, 9)
    assert period_of(month(2026, 9), 9) == Period(2026, 9)


def test_a_year_that_begins_elsewhere_is_reached_over_one_bridge() -> None:
    fixed = [(month(2026, 1), 12)]
    assert period_of(month(2026, 12), 9, fixed) == Period(2026, 1)
    assert period_of(month(2027, 1), 9, fixed) == Period(2027, 1, 8)
    assert period_of(month(2027, 8), 9, fixed) == Period(2027, 1, 8)
    assert period_of(month(2027, 9), 9, fixed) == Period(2027, 9)
    assert period_of(month(2025, 3), 9, fixed) == Period(2025, 1)


@given(
    st.integers(1, 12),
    st.lists(st.integers(1, 12), min_size=1, max_size=4),
    st.integers(month(2024, 1), month(2034, 12)),
    st.integers(month(2024, 1), month(2034, 12)),
)
def test_periods_hold_their_month_and_never_overlap(first: int, changes: list[int], one: int, other: int) -> None:
    fixed, period = [], Period(2026, first)
    for starts in changes:
        fixed.append((period.start, period.months))
        period = period.after(starts)
    found = [period_of(each, changes[-1], fixed) for each in (one, other)]
    assert found[0].start <= one < found[0].end
    assert found[0] == found[1] or not found[0].overlaps(found[1])
