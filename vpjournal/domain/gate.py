"""What stands between a text and the world: the points in it that could give someone away, and what was decided.

A point is replaced, or left on purpose and with a reason. What was left is known again by a keyed mark of its words, so
that a name is not kept a second time, and only in the same record and for the same reader: what may stay in the
reporter's own paper is asked again before it goes to somebody else.
"""

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from vpjournal.domain.case import Phase
from vpjournal.domain.identifying import Certainty, Find, Known, ReportFind
from vpjournal.domain.ids import AcceptedId, CaseId, OptionId
from vpjournal.domain.language import mark
from vpjournal.domain.searching import fold_name


class Subject(StrEnum):
    """What leaves."""

    OPTIONS = "options"
    SUMMARY = "summary"
    HAND_OVER = "hand_over"
    REPORT = "report"


class Reason(StrEnum):
    """Why a point may stay as it is."""

    REPORTER_WANTS = "reporter_wants"
    RECIPIENT_KNOWS = "recipient_knows"
    POINTS_TO_NOBODY = "points_to_nobody"
    NEEDED = "needed"
    OTHER = "other"


REASON_NAMES: dict[Reason, str] = {
    Reason.REPORTER_WANTS: mark("De melder wil dit erin"),
    Reason.RECIPIENT_KNOWS: mark("Wie dit leest, weet het al"),
    Reason.POINTS_TO_NOBODY: mark("Dit wijst niemand aan"),
    Reason.NEEDED: mark("Zonder dit is de tekst niet te begrijpen"),
    Reason.OTHER: mark("Een andere reden"),
}


class Part(StrEnum):
    """Where on a paper a text stands."""

    TEXT = "text"
    RECIPIENT_WORDS = "recipient_words"
    PURPOSE = "purpose"
    TITLE = "title"
    WHO_KNOWS = "who_knows"
    WHO_DECIDES = "who_decides"
    REVERSIBLE = "reversible"
    PRO = "pro"
    CON = "con"
    CONSEQUENCE = "consequence"
    SAYS = "says"
    PRINTED = "printed"  # read back from the finished paper


@dataclass(frozen=True, slots=True)
class Leaving:
    """A text that would leave. ``option`` is the option that it belongs to, on a board; ``page`` counts from 1."""

    text: str = field(repr=False)
    part: Part = Part.TEXT
    option: OptionId | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Accepted:
    """One decision to leave a point as it is. ``words`` is the reason in the adviser's own words, if it was given."""

    id: AcceptedId
    kind: str
    mark: bytes = field(repr=False)
    reason: Reason
    words: str = field(repr=False)
    day: date


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was left on purpose in one record for one reader, and the key by which its words are known again."""

    key: bytes = field(repr=False)
    given: tuple[Accepted, ...] = ()

    def mark_of(self, words: str) -> bytes:
        """Return the mark of words, the same however they are written."""
        return hmac.new(self.key, _same_words(words).encode(), sha256).digest()

    def of(self, words: str) -> Accepted | None:
        """Return the decision about these words, if there is one."""
        wanted = self.mark_of(words)
        return next((each for each in self.given if each.mark == wanted), None)


def _same_words(words: str) -> str:
    return fold_name(words) or words


def acceptance_key(key: bytes, subject: Subject, case: CaseId, record: int, audience: str) -> bytes:
    """Return the key of the marks in one record for one reader, so that marks of two records tell nothing together."""
    parts = ("accepted", subject, str(int(case)), str(record), audience)
    return hmac.new(key, "\0".join(parts).encode(), sha256).digest()


@dataclass(frozen=True, slots=True)
class Gate:
    """All that has to be known to look at what leaves, without the journal.

    ``record`` is the summary, or the case for what belongs to it as a whole; ``audience`` for whom it is; ``small``
    says that in this organisation every role is one person; ``phase`` where in the case it stands. ``wording`` is
    what else is printed that nobody typed: lines of the library.
    """

    subject: Subject
    case: CaseId
    record: int
    audience: str = field(repr=False)
    texts: tuple[Leaving, ...]
    known: Known
    acceptance: Acceptance
    phase: Phase
    small: bool = False
    wording: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One find in something that would leave. ``accepted`` is why it may stay; without it the point is open."""

    leaving: Leaving
    find: Find | ReportFind
    accepted: Accepted | None = None

    @property
    def certain(self) -> Find | None:
        """What was found, if it identifies someone beyond doubt."""
        find = self.find
        return find if isinstance(find, Find) and find.certainty is Certainty.IDENTIFIES else None

    def around(self) -> tuple[str, str, str]:
        """Return the sentence that it stands in, as what is before it, the words themselves, and what follows."""
        return around(self.leaving.text, self.find.start, self.find.end)


@dataclass(frozen=True, slots=True)
class Same:
    """All points of the same words, which are decided together."""

    points: tuple[Point, ...]

    @property
    def first(self) -> Point:
        """The first of them."""
        return self.points[0]

    @property
    def find(self) -> Find | ReportFind:
        """What was found first."""
        return self.first.find

    @property
    def key(self) -> str:
        """What these words are the same by."""
        return _same_words(self.find.text)


def same_words(points: Iterable[Point]) -> tuple[Same, ...]:
    """Return points by their words, in the order of the first of each."""
    groups: dict[str, list[Point]] = {}
    for point in points:
        groups.setdefault(_same_words(point.find.text), []).append(point)
    return tuple(Same(tuple(each)) for each in groups.values())


@dataclass(frozen=True, slots=True)
class Looked:
    """What there was to see in what would leave."""

    gate: Gate
    points: tuple[Point, ...]

    @property
    def open(self) -> tuple[Point, ...]:
        """The points of which nothing was decided."""
        return tuple(point for point in self.points if point.accepted is None)


def points_of(gate: Gate, find: Callable[[str], Iterable[Find]]) -> tuple[Point, ...]:
    """Return the points of all texts of a gate, in order."""
    return tuple(
        Point(leaving, found, gate.acceptance.of(found.text)) for leaving in gate.texts for found in find(leaving.text)
    )


_BEFORE, _AFTER = 90, 70
_ENDS = ".!?\n"


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the sentence around a span, cut at words where it is long, and at the ends of lines."""
    first = max(text.rfind(each, max(0, start - _BEFORE), start) for each in _ENDS) + 1
    before = text[first:start] if first else text[max(0, start - _BEFORE) : start]
    if not first and start > _BEFORE:
        before = "… " + before.partition(" ")[2]
    stops = [place for each in _ENDS if (place := text.find(each, end, end + _AFTER)) >= 0]
    after = text[end : min(stops) + 1] if stops else text[end : end + _AFTER]
    if not stops and len(text) > end + _AFTER:
        after = after.rpartition(" ")[0] + " …"
    return before.lstrip(), text[start:end], after.rstrip()
