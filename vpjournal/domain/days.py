"""Days as coarse as the adviser wants them: a precise day beside a telephone bill gives a caller away."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vpjournal.domain.language import Texts


def today() -> date:
    """Return the adviser's own calendar day."""
    return date.today()  # noqa: DTZ011 - a day on the wall, not a moment in a time zone


class Precision(StrEnum):
    """How exactly a day is known, or wanted."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CoarseDay:
    """A day, a month (its first day stands for it) or no day at all."""

    precision: Precision
    day: date | None

    def __post_init__(self) -> None:
        if (self.day is None) != (self.precision is Precision.UNKNOWN):
            raise ValueError(self.precision)
        if self.day is not None and self.precision is Precision.MONTH and self.day.day != 1:
            raise ValueError(self.precision)

    @classmethod
    def exactly(cls, day: date) -> "CoarseDay":
        """Return this very day."""
        return cls(Precision.DAY, day)

    @classmethod
    def in_month_of(cls, day: date) -> "CoarseDay":
        """Return the month in which a day lies."""
        return cls(Precision.MONTH, day.replace(day=1))

    @classmethod
    def unknown(cls) -> "CoarseDay":
        """Return no day."""
        return cls(Precision.UNKNOWN, None)

    def words(self, texts: Texts, *, today: date) -> str:
        """Write it: *12 november*, *november 2026*, or *dag onbekend*."""
        if self.day is None:
            return texts("dag onbekend")
        if self.precision is Precision.MONTH:
            return texts.month(self.day)
        return texts.day(self.day, today=today)
