"""A case: one reporter's guidance through its phases, found by a code and a word, never by a name."""

import re
import secrets
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.domain.language import mark


class Phase(StrEnum):
    """A phase of the guidance, in the order of the phase bar. Any phase opens at any time."""

    FIRST_CONTACT = "first_contact"
    FIRST_CONVERSATION = "first_conversation"
    SECOND_CONVERSATION = "second_conversation"
    CHOICE = "choice"
    FOLLOW_UP = "follow_up"
    CLOSURE = "closure"


PHASE_NAMES: dict[Phase, str] = {
    Phase.FIRST_CONTACT: mark("Eerste contact"),
    Phase.FIRST_CONVERSATION: mark("Eerste gesprek"),
    Phase.SECOND_CONVERSATION: mark("Tweede gesprek"),
    Phase.CHOICE: mark("Keuze"),
    Phase.FOLLOW_UP: mark("Vervolg en nazorg"),
    Phase.CLOSURE: mark("Afsluiting"),
}


class PhaseState(StrEnum):
    """What the phase bar says of a phase, in words."""

    NOT_YET = "not_yet"
    BEGUN = "begun"
    ENOUGH = "enough"
    NOT_NEEDED = "not_needed"


PHASE_STATE_NAMES: dict[PhaseState, str] = {
    PhaseState.NOT_YET: mark("nog niet"),
    PhaseState.BEGUN: mark("begonnen"),
    PhaseState.ENOUGH: mark("genoeg voor nu"),
    PhaseState.NOT_NEEDED: mark("niet nodig"),
}


def phase_state(*, marked: PhaseState | None, has_records: bool) -> PhaseState:
    """Return the state of a phase: what the adviser marked, else *begun* as soon as something was recorded."""
    if marked in (PhaseState.ENOUGH, PhaseState.NOT_NEEDED):
        return marked
    return PhaseState.BEGUN if has_records else PhaseState.NOT_YET


def current_phase(phases: Sequence[tuple[Phase, PhaseState]]) -> Phase:
    """Return how far a case is: the last phase in which anything was recorded or that is enough for now."""
    reached = [phase for phase, state in phases if state in (PhaseState.BEGUN, PhaseState.ENOUGH)]
    return max(reached, key=list(Phase).index, default=Phase.FIRST_CONTACT)


class Track(StrEnum):
    """The two worlds of options; integrity has its own point of no return."""

    BEHAVIOUR = "behaviour"
    INTEGRITY = "integrity"


class Channel(StrEnum):
    """How a contact took place."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    VIDEO = "video"
    EMAIL = "email"
    MESSAGE = "message"
    LETTER = "letter"
    UNKNOWN = "unknown"


CHANNEL_NAMES: dict[Channel, str] = {
    Channel.PHONE: mark("telefoon"),
    Channel.IN_PERSON: mark("persoonlijk"),
    Channel.VIDEO: mark("video"),
    Channel.EMAIL: mark("e-mail"),
    Channel.MESSAGE: mark("bericht"),
    Channel.LETTER: mark("brief"),
    Channel.UNKNOWN: mark("onbekend"),
}


class Position(StrEnum):
    """Where the reporter stands in what they tell."""

    UNKNOWN = "unknown"
    EXPERIENCED = "experienced"
    WITNESS = "witness"
    MANAGER = "manager"
    ACCUSED = "accused"


POSITION_NAMES: dict[Position, str] = {
    Position.UNKNOWN: mark("nog niet bekend"),
    Position.EXPERIENCED: mark("maakte het zelf mee"),
    Position.WITNESS: mark("zag of hoorde het"),
    Position.MANAGER: mark("leidinggevende met een vraag"),
    Position.ACCUSED: mark("degene over wie het gaat"),
}


class Asked(StrEnum):
    """The answer to a question that may not have been asked."""

    NOT_ASKED = "not_asked"
    NO = "no"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What is known of a case from its first contact on. Nothing here is required.

    ``code`` is proposed by the program; ``word`` is the word of recognition that reporter and adviser agreed on.
    """

    code: str
    word: str = ""
    organisation: OrganisationId | None = None
    about: str = ""
    track: Track = Track.BEHAVIOUR
    position: Position = Position.UNKNOWN
    danger: Asked = Asked.NOT_ASKED
    hurry: Asked = Asked.NOT_ASKED
    hurry_words: str = ""
    hopes: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it is stored, with what its header and phase bar show."""

    id: CaseId
    details: CaseDraft
    organisation_name: str
    phases: tuple[tuple[Phase, PhaseState], ...]
    last_contact: CoarseDay | None
    closed_on: date | None
    told_points: frozenset[str]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list: codes only, no themes."""

    id: CaseId
    code: str
    word: str
    organisation: OrganisationId | None
    organisation_name: str
    phase: Phase
    last_contact: CoarseDay | None
    next_step: str
    next_day: date | None
    closed_on: date | None


class CaseStatus(StrEnum):
    """The filter above the list of cases."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases a list shows; ``words`` looks in code, word of recognition and organisation."""

    status: CaseStatus = CaseStatus.OPEN
    organisation: OrganisationId | None = None
    phase: Phase | None = None
    words: str = ""


class TaskKind(StrEnum):
    """A task that appears and vanishes with the facts; nobody types or ticks it away by hand, agreements aside."""

    AGREED = "agreed"
    NOTE_UNWRITTEN = "note_unwritten"
    POINTS_LEFT = "points_left"
    ROLE_CHECK = "role_check"
    ORGANISATION_UNKNOWN = "organisation_unknown"
    HURRY = "hurry"
    NO_GOAL = "no_goal"


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a case: what kind, in which phase it is done, the record it is about, what was agreed and for when."""

    kind: TaskKind
    phase: Phase
    record: int | None = None
    words: str = ""
    due: date | None = None


_CODE = re.compile(r"[A-Z][a-z]{2,11}-\d{2}")


def is_code(text: str) -> bool:
    """Tell whether a text has the form of a case code: a neutral word and two digits, *Merel-47*."""
    return _CODE.fullmatch(text) is not None


def propose_code(words: Sequence[str], taken: Container[str]) -> str:
    """Return a random code that is not ``taken``; no initials, no year, no sequence.

    With many cases the digits of one word may all be in use; another word is drawn until one is free.
    """
    while True:
        code = f"{secrets.choice(words)}-{secrets.randbelow(90) + 10}"
        if code not in taken:
            return code
