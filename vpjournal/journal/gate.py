"""The gate: nothing leaves with open points. Looking needs no journal and is done off its thread; the journal decides.

A paper passes twice: by the texts that it is made of, and by the words that can be read from the finished file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.gate import (
    Acceptance,
    Accepted,
    Gate,
    Leaving,
    Looked,
    Part,
    Point,
    Reason,
    Subject,
    acceptance_key,
    points_of,
)
from vpjournal.domain.identifying import SMALL, Find, Kind, Known, ReportFind
from vpjournal.domain.ids import AcceptedId, CaseId, SummaryId, new_id
from vpjournal.domain.printed import is_beyond, joined, words_in
from vpjournal.domain.searching import fold_name
from vpjournal.domain.summary import Recipient, SummaryDraft
from vpjournal.domain.text import several_lines
from vpjournal.errors import FieldMissing, Gone, OpenPoints, TextChanged
from vpjournal.journal import approved
from vpjournal.journal.group import Group, one_transaction
from vpjournal.journal.known import known
from vpjournal.storage import Database, accepted, own_words, summaries
from vpjournal.storage.accepted import Left

if TYPE_CHECKING:
    from vpjournal.journal.identifiers import Finder

__all__ = [
    "Gates",
    "look",
    "look_at_print",
    "look_at_report",
    "look_at_words",
    "of_board",
    "of_summary",
    "require",
    "require_looked",
    "require_still",
]


@dataclass(frozen=True, slots=True)
class _Record:
    """Where something is left on purpose, and for which reader."""

    subject: Subject
    case: CaseId
    record: int
    audience: str


def _finder(known: Known) -> Finder:
    # Nobody waits for what finds when a journal opens.
    from vpjournal.journal.identifiers import load_finder  # noqa: PLC0415 - see above

    return load_finder(known)


def _find(text: str, known: Known) -> tuple[Find, ...]:
    from vpjournal.journal.identifiers import find_across_lines  # noqa: PLC0415 - see above

    return find_across_lines(_finder(known), text)


def look(gate: Gate) -> Looked:
    """Look at the texts of a gate. Never on the journal thread: the first time it reads lists for some 0.3 s."""
    return Looked(gate, points_of(gate, lambda text: _find(text, gate.known)))


def look_at_words(text: str, known: Known) -> tuple[Point, ...]:
    """Return the points of a text that belongs to no record; nothing in it was decided."""
    return tuple(Point(Leaving(text), find) for find in _find(text, known))


def look_at_report(text: str, known: Known, client: str = "") -> tuple[Point, ...]:
    """Return the points of the text of a yearly report: what says more than its figures, and what identifies someone.

    ``client`` is the organisation whose report it is, which it may name.
    """
    from vpjournal.journal import identifiers  # noqa: PLC0415 - see ``_finder``

    own = fold_name(client)
    others = replace(
        known,
        clients=tuple(name for name in known.clients if fold_name(name) != own),
        not_names=known.not_names | {own},
    )
    # How large a unit is nobody knows here: what is on a list of one's own is small enough to look at.
    units = tuple(each.text for each in known.own if each.kind in (Kind.DEPARTMENT, Kind.PLACE))
    said = identifiers.look_at_report(text, others, units)
    named = (
        find
        for find in _find(text, others)
        if not any(find.start < each.end and each.start < find.end for each in said)
    )
    both: list[Find | ReportFind] = sorted([*said, *named], key=lambda find: find.start)
    return tuple(Point(Leaving(text), find) for find in both)


def look_at_print(gate: Gate, pages: Sequence[str], own_wording: Callable[[], Iterable[str]]) -> Looked:
    """Look at what can be read from a finished paper; ``own_wording`` gives what we print ourselves, asked if needed.

    What was looked at in its own sentence is not asked again because a line ends elsewhere on paper: points here are
    of words that stood in none of the texts.
    """
    finder = _finder(gate.known)
    seen = words_in([*(leaving.text for leaving in gate.texts), *gate.wording])
    found = [
        (Leaving(page, Part.PRINTED, page=number), find)
        for number, page in enumerate(map(joined, pages), 1)
        for find in finder.find(page)
        if is_beyond(find.text, seen)
    ]
    if found:
        seen |= words_in(map(joined, own_wording()))
    points = (
        Point(leaving, find, gate.acceptance.of(find.text)) for leaving, find in found if is_beyond(find.text, seen)
    )
    return Looked(gate, tuple(points))


def require(looked: Looked) -> None:
    """Raise OpenPoints when anything is open."""
    if looked.open:
        raise OpenPoints(len(looked.open))


def require_still(database: Database, looked: Looked) -> None:
    """Raise OpenPoints when anything is open by what the journal says now, however it was when it was looked at."""
    now = _acceptance(database, looked.gate)
    lacking = [point for point in looked.points if now.of(point.find.text) is None]
    if lacking:
        raise OpenPoints(len(lacking))


def of_board(database: Database, case: CaseId, texts: Iterable[Leaving], wording: Iterable[str]) -> Gate:
    """Return the gate for a paper of the board, which is the reporter's; ``wording`` are the lines of the library."""
    record = _Record(Subject.OPTIONS, case, int(case), "")
    found = _gate(database, record, texts, Phase.SECOND_CONVERSATION)
    return replace(found, wording=tuple(wording))


def of_summary(database: Database, summary: SummaryId, case: CaseId, draft: SummaryDraft, phase: Phase) -> Gate:
    """Return the gate for a summary: its text, and the words about the recipient and the purpose that are printed."""
    record = _Record(Subject.SUMMARY, case, int(summary), audience_of(draft))
    return _gate(database, record, _texts_of(draft), phase)


def audience_of(draft: SummaryDraft) -> str:
    """Return for whom a summary is, as far as that decides what may stay in it."""
    if draft.recipient is Recipient.OTHER:
        return f"{draft.recipient} {fold_name(draft.recipient_words)}"
    return str(draft.recipient)


def _texts_of(draft: SummaryDraft) -> Iterator[Leaving]:
    yield Leaving(draft.text)
    if draft.recipient is not Recipient.REPORTER:
        yield Leaving(draft.recipient_words, Part.RECIPIENT_WORDS)
    yield Leaving(draft.purpose, Part.PURPOSE)


def _gate(database: Database, of: _Record, texts: Iterable[Leaving], phase: Phase) -> Gate:
    return Gate(
        subject=of.subject,
        case=of.case,
        record=of.record,
        audience=of.audience,
        texts=tuple(each for each in texts if each.text.strip()),
        known=known(database, of.case),
        acceptance=_acceptance(database, of),
        phase=phase,
        small=_is_small(database, of.case),
    )


def _is_small(database: Database, case: CaseId) -> bool:
    people = own_words.headcount(database, case)
    return people is not None and people < SMALL


def _acceptance(database: Database, of: _Record | Gate) -> Acceptance:
    key = acceptance_key(approved.fingerprint_key(database), of.subject, of.case, of.record, of.audience)
    return Acceptance(key, accepted.of_record(database, of.case, of.subject, of.record))


def left_of(database: Database, case: CaseId, words: Iterable[str]) -> list[Left]:
    """Return every decision in a case that these words may stay, for whichever reader."""
    key, known_by = approved.fingerprint_key(database), tuple(words)

    def marks(left: Left) -> Iterator[bytes]:
        for audience in _audiences(database, left):
            found = Acceptance(acceptance_key(key, left.subject, case, left.record, audience))
            yield from map(found.mark_of, known_by)

    return [left for left in accepted.of_case(database, case) if left.decision.mark in set(marks(left))]


def _audiences(database: Database, left: Left) -> Iterator[str]:
    yield ""
    yield from map(str, Recipient)
    found = summaries.get(database, SummaryId(left.record)) if left.subject is Subject.SUMMARY else None
    if found is not None:
        yield audience_of(found.draft)


def require_looked(database: Database, looked: Looked, summary: SummaryId, draft: SummaryDraft) -> None:
    """Raise TextChanged when something else was looked at than this summary, OpenPoints when anything in it is open."""
    gate = looked.gate
    texts = tuple(each for each in _texts_of(draft) if each.text.strip())
    same = (gate.subject, gate.record, gate.audience, gate.texts) == (
        Subject.SUMMARY,
        int(summary),
        audience_of(draft),
        texts,
    )
    if not same:
        raise TextChanged
    require_still(database, looked)


class Gates(Group):
    """What is asked of a text before it leaves, and what was decided."""

    def summary(self, summary: SummaryId) -> Gate:
        """Return the gate for a summary as it is stored. Raises Gone."""
        found = summaries.get(self._database, summary)
        if found is None:
            raise Gone
        return of_summary(self._database, summary, found.case, found.draft, found.phase)

    @one_transaction
    def accept(self, point: Point, gate: Gate, reason: Reason, words: str = "") -> Changes:
        """Record that a point may stay, and why; the same words then may stay everywhere in this record.

        ``words`` is the reason in the adviser's own words; ``new`` is the decision. Raises Gone, and
        FieldMissing("words") for another reason without any.
        """
        self._require_case(gate.case)
        own = several_lines(words) if reason is Reason.OTHER else ""
        if reason is Reason.OTHER and not own.strip():
            raise FieldMissing("words")
        now = _acceptance(self._database, gate)
        mark = now.mark_of(point.find.text)
        decision = Accepted(AcceptedId(new_id()), point.find.kind, mark, reason, own, self._today())
        accepted.insert(
            self._database, decision, case=gate.case, subject=gate.subject, record=gate.record, phase=gate.phase
        )
        return changed(Area.ACCEPTED, Area.CASES, case=gate.case, new=decision.id)

    @one_transaction
    def take_back(self, decision: AcceptedId) -> Changes:
        """Let a point be open again; a summary that was looked over with it has to be looked over anew. Raises Gone."""
        found = accepted.record_of(self._database, decision)
        if found is None:
            raise Gone
        case, subject, record = found
        accepted.delete(self._database, decision)
        if subject is Subject.SUMMARY:
            summaries.set_checked(self._database, SummaryId(record), "")
        return changed(Area.ACCEPTED, Area.SUMMARIES, Area.CASES, case=case)
