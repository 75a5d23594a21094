"""A contact with the reporter, and the note that belongs to it: written, finished, or left out on purpose."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vpjournal.domain.case import CaseDraft, Channel, Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId, ContactId

HISTORY_DAYS = 14
"""Days after the last edit at which the history of a note ends; finishing ends it at once."""

QUARTER = 15
MOST_MINUTES = 24 * 60
"""A contact takes whole quarters of an hour, and at most a day."""


def in_quarters(minutes: int) -> int:
    """Round up to a quarter of an hour; nothing stays nothing."""
    return min(MOST_MINUTES, -(-max(0, minutes) // QUARTER) * QUARTER)


class NoteState(StrEnum):
    """How far the note of a contact is."""

    UNWRITTEN = "unwritten"
    WRITTEN = "written"
    FINISHED = "finished"
    LEFT_OUT = "left_out"  # *bewust geen aantekening*


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What is known of a contact apart from its note."""

    phase: Phase
    day: CoarseDay
    channel: Channel = Channel.UNKNOWN


@dataclass(frozen=True, slots=True)
class FirstContact:
    """A case and its first contact as one thing to type; no ``contact`` when the first one was removed.

    ``same_word`` says that another case may have this word of recognition too.
    """

    case: CaseDraft
    contact: ContactDraft | None
    same_word: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as it is stored; its note is read apart, because it can be long.

    ``minutes`` are quarters of an hour, for the count of hours; nobody has to say them.
    """

    id: ContactId
    case: CaseId
    details: ContactDraft
    note: NoteState
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a contact, exactly as typed, in canonical form."""

    contact: ContactId
    text: str
    state: NoteState
    edited_on: date | None

    def __repr__(self) -> str:
        return f"Note(contact={self.contact}, {len(self.text)} characters, {self.state})"


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """An earlier text of a note; ``number`` counts up from the oldest that is still kept."""

    number: int
    saved_on: date
    text: str

    def __repr__(self) -> str:
        return f"NoteVersion({self.number}, {len(self.text)} characters)"
