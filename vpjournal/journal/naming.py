"""Names with a day in them, for files and folders that are made beside what is there already."""

import contextlib
import re
from datetime import date

COPY = "kopie"
"""What the name of a copy of a journal has before the day."""
_MOST_OF_A_DAY = 99
ANY_DAY = r" (\d{4}-\d\d-\d\d)(?: \(\d+\))?"
"""What stands between stem and suffix in names of any day, as a pattern."""
_DAY = re.compile(ANY_DAY + r"\.")


def names_of_day(stem: str, day: date, suffix: str) -> tuple[str, ...]:
    """Return names to try, one after the other: that of the day, and those of the second to the last of that day."""
    first = f"{stem} {day.isoformat()}"
    return (f"{first}{suffix}", *(f"{first} ({number}){suffix}" for number in range(2, _MOST_OF_A_DAY + 1)))


def day_in_name(name: str) -> date | None:
    """Return the day in a name that was made here."""
    found = _DAY.search(name)
    with contextlib.suppress(ValueError):
        return date.fromisoformat(found[1]) if found else None
    return None
