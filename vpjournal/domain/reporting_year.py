"""Which reporting period a month belongs to, so that periods of one organisation never overlap what was reported.

Without a report that was fixed, years simply begin in the organisation's month. What was fixed stays; the periods after
it follow one by one, and where the year now begins in another month the first of them is the bridge.
"""

from collections.abc import Sequence

from vpjournal.domain.periods import Period


def period_of(month: int, year_starts: int, fixed: Sequence[tuple[int, int]] = ()) -> Period:
    """Return the period of a month that is counted from the year 0. ``fixed``: first months and lengths, in order."""
    before: Period | None = None
    after: Period | None = None
    for start, months in fixed:
        period = as_period(start, months)
        if period.start <= month < period.end:
            return period
        if period.end <= month:
            before = period
        elif after is None:
            after = period
    begins = after.month if after is not None else year_starts
    if before is None:
        return Period.containing(month // 12, month % 12 + 1, begins)
    found = before
    while found.end <= month:
        found = found.after(begins)
    return found


def as_period(start: int, months: int) -> Period:
    """Return the period that begins in a month counted from the year 0."""
    return Period(start // 12, start % 12 + 1, months)
