"""Which journals lie where journals lie: after restoring there are two, and the adviser may want the other one back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vpjournal.errors import JournalError
from vpjournal.journal.places import default_folder
from vpjournal.vault import describe

_PATTERN = "*.vpjournal"


@dataclass(frozen=True, slots=True)
class NearbyJournal:
    """A journal that is there, and the day on which anything in it changed last."""

    folder: Path
    changed_on: date


def journals_nearby(present: Path, *, but: tuple[Path, ...] = ()) -> tuple[NearbyJournal, ...]:
    """Return the other journals in the usual place and beside this one, the latest first; ``but`` not these."""
    places = dict.fromkeys((default_folder().parent, present.absolute().parent))
    found = {
        folder: day
        for place in places
        for folder in place.glob(_PATTERN)
        if folder not in (present.absolute(), *but) and (day := _changed_on(folder)) is not None
    }
    latest_first = sorted(found.items(), key=lambda item: (item[1], item[0].name), reverse=True)
    return tuple(NearbyJournal(folder, day) for folder, day in latest_first)


def _changed_on(folder: Path) -> date | None:
    """Return the day of the last change; nothing when there is no journal that says what it is."""
    try:
        describe(folder)
        moments = [path.stat().st_mtime for path in folder.glob("data-*.db")]
    except (JournalError, OSError):
        return None
    # The adviser's own calendar day, as everywhere.
    return date.fromtimestamp(max(moments)) if moments else None  # noqa: DTZ012
