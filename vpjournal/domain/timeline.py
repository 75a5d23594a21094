"""What the timeline of a case shows: what happened, by day, in the order in which it happened."""

from dataclasses import dataclass
from enum import StrEnum

from vpjournal.domain.case import Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import ContactId
from vpjournal.domain.register import PaperKind


class EventKind(StrEnum):
    """What happened."""

    CONTACT = "contact"
    ROLE_CHECK = "role_check"
    CHOICE = "choice"
    PAPER = "paper"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    LEFT_STANDING = "left_standing"  # something that could give someone away was left in a paper, on purpose
    AGREEMENT_DONE = "agreement_done"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. ``contact`` says which contact it was, ``paper`` which paper left."""

    kind: EventKind
    day: CoarseDay
    phase: Phase
    contact: ContactId | None = None
    paper: PaperKind | None = None
