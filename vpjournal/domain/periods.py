"""Reporting periods: what a yearly report is about. They follow each other without gap or overlap.

An organisation's year may begin in any month. When it changes, one shorter period bridges the two: figures over periods
that overlap could be taken from each other, and what is left could be one person.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from vpjournal.domain.language import Texts

FIRST_BLOCK: Final = 2026
BLOCK_YEARS: Final = 3


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of months of one organisation, named by the month it begins in (1 to 12)."""

    year: int
    month: int = 1
    months: int = 12

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.months <= 12):
            raise ValueError(self)

    @classmethod
    def containing(cls, year: int, month: int, year_starts: int) -> Self:
        """Return the whole reporting year in which a month lies."""
        return cls(year if month >= year_starts else year - 1, year_starts)

    @classmethod
    def from_key(cls, key: str) -> Self:
        """Read what ``key`` wrote."""
        start, months = key.split("+")
        year, month = start.split("-")
        return cls(int(year), int(month), int(months))

    @property
    def key(self) -> str:
        """Write it for a file: *2026-01+12*."""
        return f"{self.year:04}-{self.month:02}+{self.months}"

    @property
    def start(self) -> int:
        """Return its first month, counted from the year 0."""
        return self.year * 12 + self.month - 1

    @property
    def end(self) -> int:
        """Return the first month after it."""
        return self.start + self.months

    @property
    def ends_in(self) -> int:
        """Return the calendar year of its last month: the year whose picture of the practice it belongs to."""
        return (self.end - 1) // 12

    @property
    def block(self) -> int:
        """Return the first calendar year of its block of three: 2026, 2029, and so on; blocks never roll."""
        return block_of(self.ends_in)

    @property
    def whole_year(self) -> bool:
        """Whether it is a year and not a bridge between two kinds of year."""
        return self.months == 12

    def after(self, year_starts: int) -> Self:
        """Return the period that follows: a year, or the bridge to the month in which years begin from now on."""
        year, month = divmod(self.end, 12)
        bridge = (year_starts - 1 - month) % 12
        return type(self)(year, month + 1, bridge or 12)

    def overlaps(self, other: "Period") -> bool:
        """Whether any month lies in both."""
        return self.start < other.end and other.start < self.end

    def half(self, year: int, month: int) -> int:
        """Return 1 or 2: in which half of it a month lies; all that stays of a month once the period is fixed."""
        return 1 if (year * 12 + month - 1 - self.start) * 2 < self.months else 2

    def words(self, texts: Texts) -> str:
        """Write it: *2026*, *2026/2027*, or the two months that a bridge runs between."""
        if self.whole_year:
            return str(self.year) if self.month == 1 else f"{self.year}/{self.year + 1}"
        first, until = _month_words(self.start, texts), _month_words(self.end - 1, texts)
        return first if first == until else texts("{first} tot en met {until}", first=first, until=until)


def block_of(year: int) -> int:
    """Return the first year of the block of three that a calendar year lies in."""
    return FIRST_BLOCK + (year - FIRST_BLOCK) // BLOCK_YEARS * BLOCK_YEARS


def _month_words(month: int, texts: Texts) -> str:
    return texts.month(date(month // 12, month % 12 + 1, 1))
