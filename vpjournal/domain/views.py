"""Read-only pictures for screens that put several kinds of record together."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vpjournal.domain.backups import BackupAsk
from vpjournal.domain.case import Case, Phase, Task
from vpjournal.domain.contact import Contact
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import Agreement
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.language import mark
from vpjournal.domain.timeline import Event


@dataclass(frozen=True, slots=True)
class CaseView:
    """All that the frame of the case workspace shows: no long texts."""

    case: Case
    contacts: tuple[Contact, ...]
    agreements: tuple[Agreement, ...]
    events: tuple[Event, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class AgreedDay:
    """A line of the card *Afgesproken*: codes and phases only, never themes."""

    case: CaseId
    code: str
    phase: Phase
    due: date
    appointment: bool


@dataclass(frozen=True, slots=True)
class UnwrittenNote:
    """A contact of which nothing was written yet."""

    case: CaseId
    code: str
    contact: ContactId
    phase: Phase
    day: CoarseDay


@dataclass(frozen=True, slots=True)
class SilentCase:
    """An open case without contact for a long time."""

    case: CaseId
    code: str
    last_contact: CoarseDay


@dataclass(frozen=True, slots=True)
class Today:
    """What *Vandaag* shows."""

    agreed: tuple[AgreedDay, ...]
    unwritten: tuple[UnwrittenNote, ...]
    silent: tuple[SilentCase, ...]
    last_case: tuple[CaseId, str] | None
    cases: int
    organisations: int
    backups: BackupAsk | None = None
    last_backup: date | None = None


class HitKind(StrEnum):
    """Where a search found its words."""

    CASE = "case"
    ORGANISATION = "organisation"
    NOTE = "note"
    BOARD = "board"
    CHOICE = "choice"
    AGREEMENT = "agreement"
    GOALS = "goals"
    FOLLOW_UP = "follow_up"
    ROLE_CHECK = "role_check"
    CLOSURE = "closure"
    SUMMARY = "summary"


HIT_KINDS = {
    HitKind.CASE: mark("eerste contact"),
    HitKind.ORGANISATION: mark("organisatie"),
    HitKind.NOTE: mark("aantekening"),
    HitKind.BOARD: mark("mogelijkheden"),
    HitKind.CHOICE: mark("keuze"),
    HitKind.AGREEMENT: mark("afspraak"),
    HitKind.GOALS: mark("doel van de melder"),
    HitKind.FOLLOW_UP: mark("vervolg en nazorg"),
    HitKind.ROLE_CHECK: mark("rolcheck"),
    HitKind.CLOSURE: mark("afsluiting"),
    HitKind.SUMMARY: mark("samenvatting"),
}
"""What each of them is called on the screen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a record the first found word stands: which of its texts, and the code points in that one."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found by a search: the case or organisation, the record, and a snippet with its marked spans."""

    kind: HitKind
    case: CaseId | None
    code: str
    record: int | None
    phase: Phase | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    spot: Spot | None = None

    def __repr__(self) -> str:
        return f"Hit({self.kind}, case={self.case}, record={self.record})"


class BinKind(StrEnum):
    """What can lie in the recycle bin."""

    CASE = "case"
    CONTACT = "contact"
    OPTION = "option"
    CHOICE = "choice"
    AGREEMENT = "agreement"
    SUMMARY = "summary"
    ORGANISATION = "organisation"


BIN_DAYS = 7
"""Days that a deleted record lies in the recycle bin."""


@dataclass(frozen=True, slots=True)
class BinItem:
    """Something in the recycle bin: its kind, the case's code or the organisation's name, and when it was deleted."""

    kind: BinKind
    record: int
    code: str
    phase: Phase | None
    deleted_on: date


@dataclass(frozen=True, slots=True)
class PaperWishes:
    """How the adviser wants a paper."""

    language: str
    contact_line: str = ""
    room_for_notes: bool = True
    show_says: bool = False


@dataclass(frozen=True, slots=True)
class SheetWishes:
    """What the reporter reads on *Wat schrijf ik op?* of this adviser; empty: a line to write on."""

    language: str
    contact_line: str = ""
    complaints: str = ""
    destroyed: str = ""


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """Settings that belong in the journal because they say something of the adviser or of the work.

    ``complaints`` is where a complaint about the adviser goes, ``destroyed`` when notes are destroyed at the latest:
    both stand on the sheet *Wat schrijf ik op?*.
    """

    contact_line: str = ""
    complaints: str = ""
    destroyed: str = ""
    recovery_confirmed: bool = False
    recovery_later_used: bool = False
