"""The tasks of a case: they follow from the facts, so that nobody types them and nothing goes out of date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vpjournal.domain.case import Asked, Case, Phase, PhaseState, Task, TaskKind
from vpjournal.domain.contact import Contact, NoteState
from vpjournal.domain.guidance import Agreement

POINTS_TO_TELL = 8
"""Points that a reporter hears at the start."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the tasks of a case follow from; ``role_checks`` holds the phases in which one was done."""

    case: Case
    contacts: Sequence[Contact]
    agreements: Sequence[Agreement]
    has_goals: bool
    role_checks: frozenset[Phase]

    def begun(self, phase: Phase) -> bool:
        """Tell whether a phase is going on: enough for now, or not needed, asks for nothing more."""
        return dict(self.case.phases).get(phase) is PhaseState.BEGUN


def tasks(facts: Facts) -> tuple[Task, ...]:
    """Return the tasks of a case: first what was agreed, by day, then notes, then what guidance still asks for.

    A closed case keeps its open agreements and unwritten notes, and asks for nothing else.
    """
    found = [*_agreed(facts.agreements), *_unwritten(facts.contacts)]
    if facts.case.closed_on is None:
        found += _guidance(facts)
    return tuple(found)


def _agreed(agreements: Sequence[Agreement]) -> Iterator[Task]:
    open_ones = [agreement for agreement in agreements if agreement.done_on is None]
    for agreement in sorted(open_ones, key=lambda each: each.draft.due or date.max):
        draft = agreement.draft
        yield Task(TaskKind.AGREED, draft.phase, record=agreement.id, words=draft.what, due=draft.due)


def _unwritten(contacts: Sequence[Contact]) -> Iterator[Task]:
    for contact in contacts:
        if contact.note is NoteState.UNWRITTEN:
            yield Task(TaskKind.NOTE_UNWRITTEN, contact.details.phase, record=contact.id)


def _guidance(facts: Facts) -> Iterator[Task]:
    details = facts.case.details
    if details.hurry is Asked.YES and len(facts.contacts) <= 1:
        yield Task(TaskKind.HURRY, Phase.FIRST_CONTACT)
    if details.organisation is None:
        yield Task(TaskKind.ORGANISATION_UNKNOWN, Phase.FIRST_CONTACT)
    if facts.begun(Phase.FIRST_CONTACT) and not facts.role_checks:
        yield Task(TaskKind.ROLE_CHECK, Phase.FIRST_CONTACT)
    if facts.begun(Phase.FIRST_CONVERSATION) and len(facts.case.told_points) < POINTS_TO_TELL:
        yield Task(TaskKind.POINTS_LEFT, Phase.FIRST_CONVERSATION)
    if not facts.has_goals and any(each.details.phase is Phase.FIRST_CONVERSATION for each in facts.contacts):
        yield Task(TaskKind.NO_GOAL, Phase.FIRST_CONVERSATION)
    if facts.begun(Phase.SECOND_CONVERSATION) and Phase.SECOND_CONVERSATION not in facts.role_checks:
        yield Task(TaskKind.ROLE_CHECK, Phase.SECOND_CONVERSATION)
