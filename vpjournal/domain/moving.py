"""What the adviser compares after moving to another laptop, and what stays on the old one beside the journal."""

from dataclasses import dataclass, field
from datetime import date

from vpjournal.domain.backups import BackupItem
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.register import PaperKind


@dataclass(frozen=True, slots=True)
class Tally:
    """How much is in a journal: the same numbers on both laptops say that all has come along."""

    cases: int
    contacts: int
    organisations: int
    last_contact: CoarseDay | None
    """Of all cases; nothing in an empty journal."""


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A paper that was saved as a file and is not known to be removed."""

    kind: PaperKind
    day: date
    place: str = field(repr=False)
    protected: bool


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What the journal knows of that lies outside it.

    Papers and ``backups`` are the adviser's to wipe; those ``beside`` the journal the program put there itself.
    ``waiting`` texts were sealed outside and are in no backup. Where another journal ``shares`` all that, because one
    of the two was made of a backup of the other, it is the other's, and stays.
    """

    papers: tuple[SavedPaper, ...]
    backups: tuple[BackupItem, ...]
    beside: tuple[BackupItem, ...] = ()
    waiting: int = 0
    shares: bool = False
    journal_id: bytes = field(default=b"", repr=False)
