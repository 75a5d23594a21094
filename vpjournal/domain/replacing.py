"""*Overal vervangen*: what replacing a name in a whole case would touch, told beforehand, and what came of it.

The name is in these values for as long as the question lasts, and never in what they show of themselves.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from vpjournal.domain.changes import Changes
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId, SummaryId
from vpjournal.domain.summary import Recipient


class Where(StrEnum):
    """What kind of text a name stands in."""

    FIRST_CONTACT = "first_contact"
    NOTES = "notes"
    EARLIER_NOTES = "earlier_notes"
    ROLE_CHECKS = "role_checks"
    GOALS = "goals"
    OPTIONS = "options"
    CHOICES = "choices"
    AGREEMENTS = "agreements"
    FOLLOW_UP = "follow_up"
    SUMMARIES = "summaries"
    APPROVED = "approved"
    CLOSURE = "closure"
    REGISTER = "register"
    ACCEPTED = "accepted"
    NOT_NAMES = "not_names"
    WAITING = "waiting"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Found:
    """In how many texts of one kind a name stands, and how often."""

    where: Where
    texts: int
    times: int


@dataclass(frozen=True, slots=True)
class Lapsing:
    """An approval that would no longer hold: of which summary, for whom, and of which day."""

    summary: SummaryId
    recipient: Recipient
    day: CoarseDay


@dataclass(frozen=True, slots=True)
class ReplacePlan:
    """What replacing would do in a case. ``names`` are the ways to say one name, the longest first.

    ``finished`` counts the finished notes that get a line, ``backups`` those that still hold the name afterwards.
    ``in_word`` and ``in_code``: the word of recognition or the code of the case holds it, and stays as it is;
    ``on_list``: it stands on the adviser's own list, which stays; ``in_file_names``: so many files that left carry it
    in their own names, which only the adviser can change.
    """

    case: CaseId
    names: tuple[str, ...] = field(repr=False)
    replacement: str = field(repr=False)
    found: tuple[Found, ...] = ()
    lapsing: tuple[Lapsing, ...] = ()
    finished: int = 0
    backups: int = 0
    in_word: bool = False
    in_code: bool = False
    on_list: bool = False
    in_file_names: int = 0

    @property
    def texts(self) -> int:
        """In how many texts something would be replaced; words on a list are no texts, and go as a whole."""
        return sum(each.texts for each in self.found if each.where is not Where.NOT_NAMES)

    @property
    def times(self) -> int:
        """How often the name stands in all of them."""
        return sum(each.times for each in self.found if each.where is not Where.NOT_NAMES)


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was replaced: in how many texts, and how many backups still hold the name."""

    changes: Changes
    texts: int
    backups: int = 0


@dataclass(frozen=True, slots=True)
class PutBack:
    """What undoing gave back: so many texts say again what they said; so many had been changed since, and stay."""

    changes: Changes
    texts: int
    left: int = 0
