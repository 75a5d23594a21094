"""Names with a day in them, for files and folders that are made beside what is there already."""

from datetime import date

_MOST_OF_A_DAY = 99


def names_of_day(stem: str, day: date, suffix: str) -> tuple[str, ...]:
    """Return names to try, one after the other: that of the day, and those of the second to the last of that day."""
    first = f"{stem} {day.isoformat()}"
    return (f"{first}{suffix}", *(f"{first} ({number}){suffix}" for number in range(2, _MOST_OF_A_DAY + 1)))
