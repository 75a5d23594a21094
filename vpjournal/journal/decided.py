"""What was decided about a name in a case: that it is none, that it may leave, that it may stay in a note.

Replacing the name everywhere forgets all of it, and undoing that puts it back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vpjournal.domain.changes import Area
from vpjournal.domain.identifying import NotName
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.left_alone import LeftAlone, left_alone_key
from vpjournal.journal.approved import fingerprint_key
from vpjournal.journal.gate import left_of
from vpjournal.journal.rewriting import Rewriter
from vpjournal.storage import Database, accepted, contacts, left_alone, not_names
from vpjournal.storage.accepted import Left


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions about one name; ``alone`` are marks of the notes in which it was left."""

    not_names: tuple[NotName, ...] = field(default=(), repr=False)
    leaving: tuple[Left, ...] = field(default=(), repr=False)
    alone: tuple[tuple[ContactId, bytes], ...] = field(default=(), repr=False)

    @property
    def areas(self) -> set[Area]:
        """What changes when they are forgotten."""
        areas = {Area.IDENTIFIERS} if self.not_names or self.alone else set[Area]()
        return areas | {Area.ACCEPTED} if self.leaving else areas


def about(database: Database, case: CaseId, notes: Iterable[ContactId], rewriter: Rewriter) -> Decided:
    """Return what was decided about a name in a case, whose notes these are, and what holds everywhere."""
    return Decided(
        tuple(no_names(database, case, rewriter)),
        tuple(left_of(database, case, rewriter.names)),
        tuple(_alone(database, notes, rewriter)),
    )


def no_names(database: Database, case: CaseId, rewriter: Rewriter) -> list[NotName]:
    """Return the words that are no names, here or everywhere, in which the name stands after all."""
    known = (each for each in not_names.items(database) if each.case in (None, case))
    return [each for each in known if rewriter.counted(each.word)[1]]


def forget(database: Database, decided: Decided) -> None:
    """Forget these decisions."""
    for said in decided.not_names:
        not_names.delete(database, said.id)
    for left in decided.leaving:
        accepted.delete(database, left.decision.id)
    for contact, mark in decided.alone:
        left_alone.remove(database, contact, (mark,))


def put_back(database: Database, decided: Decided) -> None:
    """Let them hold again, where there is something that they can hold of."""
    for said in decided.not_names:
        if not_names.said(database, said.word, said.case) is None:
            not_names.insert(database, said.id, said.word, said.case)
    for each in decided.leaving:
        accepted.insert(
            database, each.decision, case=each.case, subject=each.subject, record=each.record, phase=each.phase
        )
    for contact, mark in decided.alone:
        if contacts.get(database, contact) is not None:
            left_alone.add(database, contact, mark)


def _alone(database: Database, notes: Iterable[ContactId], rewriter: Rewriter) -> Iterator[tuple[ContactId, bytes]]:
    key = fingerprint_key(database)
    for contact in notes:
        marks = left_alone.marks(database, contact)
        left = LeftAlone(left_alone_key(key, contact), marks)
        yield from ((contact, mark) for mark in map(left.mark_of, rewriter.names) if mark in marks)
