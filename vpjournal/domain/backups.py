"""What is known of backups: where they are made, which there are, and when the next is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vpjournal.domain.ids import BackupId

KEPT_DAYS = 90
"""How old a backup gets: what was destroyed in the journal is gone from all that can be reached by then."""
LATE = timedelta(days=7)
"""How long after its day a backup that could not be made is spoken of."""


class Interval(StrEnum):
    """How often a backup is made without being asked for."""

    DAILY = "daily"
    WEEKLY = "weekly"
    BY_HAND = "by_hand"


_DAYS = {Interval.DAILY: 1, Interval.WEEKLY: 7}


class BackupAsk(StrEnum):
    """What the adviser hears of backups without asking, the most pressing first."""

    RENEW = "renew"  # something was destroyed that a backup still holds
    LATE = "late"  # the last one is of too long ago
    FIRST = "first"  # there is a place, and no backup yet
    PLACE = "place"  # nobody said yet where they are to be


@dataclass(frozen=True, slots=True)
class PlaceLook:
    """What was seen of a folder for backups. ``synced_by`` names the program that copies it elsewhere, if one does.

    ``moved`` are backups of the list that lie here now, and no longer where they were made: a stick has another letter.
    """

    folder: str
    there: bool
    synced_by: str = ""
    same_disk: bool = False
    inside_journal: bool = False
    moved: tuple[BackupId, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupItem:
    """A backup that was made. ``to_renew``: something was destroyed since that it still holds.

    ``older_passphrase``: the passphrase was changed since, so that it opens with the one of before alone.
    """

    id: BackupId
    folder: str
    name: str
    made_on: date
    to_renew: bool
    older_passphrase: bool = False


@dataclass(frozen=True, slots=True)
class BackupState:
    """Where and how often backups are made, and those that are not known to be gone, newest first.

    ``home`` is where the journal lies: the program itself puts a backup beside it before an upgrade. Whatever happens
    to the laptop happens to that one too, so it counts for nothing unless the adviser chose that place.
    """

    folder: str
    interval: Interval
    items: tuple[BackupItem, ...]
    home: str = ""

    @property
    def counting(self) -> tuple[BackupItem, ...]:
        """Return those that count."""
        return tuple(item for item in self.items if item.folder != self.home or self.home == self.folder)

    def last(self, today: date) -> date | None:
        """Return the day of the newest backup.

        One of a day that is still to come does not count: the clock was wrong, and until then it would be the newest.
        """
        return max((item.made_on for item in self.counting if item.made_on <= today), default=None)

    @property
    def to_renew(self) -> tuple[BackupItem, ...]:
        """Those that hold something which was destroyed since."""
        return tuple(item for item in self.items if item.to_renew)

    @property
    def is_renewed(self) -> bool:
        """Tell whether there is one that holds nothing of what was destroyed."""
        return any(not item.to_renew for item in self.counting)

    def is_due(self, today: date) -> bool:
        """Tell whether a backup is to be made by itself; what was destroyed asks for one however often that is."""
        if not self.folder:
            return False
        if self.to_renew and not self.is_renewed:
            return True
        if self.interval is Interval.BY_HAND:
            return False
        last = self.last(today)
        return last is None or today - last >= timedelta(days=_DAYS[self.interval])

    def is_late(self, today: date) -> bool:
        """Tell whether the adviser should hear that no backup was made for a while, however often one is wanted."""
        most, last = _DAYS.get(self.interval, KEPT_DAYS), self.last(today)
        return last is not None and today - last >= timedelta(days=most) + LATE

    def ask(self, today: date) -> BackupAsk | None:
        """Tell what the adviser should hear of without asking."""
        if self.to_renew:
            return BackupAsk.RENEW
        if self.is_late(today):
            return BackupAsk.LATE
        if self.last(today) is None:
            return BackupAsk.FIRST if self.folder else BackupAsk.PLACE
        return None

    def expired(self, today: date) -> tuple[BackupItem, ...]:
        """Return what is older than backups get, as long as a younger one is there."""
        oldest = today - timedelta(days=KEPT_DAYS)
        if all(item.made_on < oldest for item in self.counting):
            return ()
        return tuple(item for item in self.items if item.made_on < oldest)
