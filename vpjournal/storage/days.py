"""Days in rows: ISO texts, read by the thousand in lists and therefore remembered."""

from datetime import date
from functools import lru_cache

from vpjournal.domain.days import CoarseDay, Precision


def day_in(day: date | None) -> str | None:
    """Return a day as it is stored."""
    return None if day is None else day.isoformat()


@lru_cache(maxsize=4096)
def day_out(stored: str) -> date:
    """Return a stored day."""
    return date.fromisoformat(stored)


def maybe_day(stored: str | None) -> date | None:
    """Return a stored day, if there is one."""
    return None if stored is None else day_out(stored)


@lru_cache(maxsize=4096)
def coarse_day(precision: str, stored: str | None) -> CoarseDay:
    """Return a stored day of some precision."""
    return CoarseDay(Precision(precision), maybe_day(stored))
