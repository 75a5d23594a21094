"""What the groups of use cases share: the database, the day it is, and how a change is made whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from vpjournal.domain.case import Phase, PhaseState, current_phase, phase_state
from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import CaseId
from vpjournal.domain.views import HitKind
from vpjournal.errors import DiskFull, Gone, JournalDamaged
from vpjournal.storage import Database, case_rows, cases, index, meta

LAST_CASE = "last_case"
EXAMPLE = "example"
"""The name under which a journal says of itself that all in it is fiction."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every group works with. ``make_room`` gives up the reserve of a full disk and tells whether it helped."""

    database: Database
    today: Callable[[], date]
    make_room: Callable[[], bool]


class Group:
    """A group of use cases of one subject."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._database = desk.database

    def _today(self) -> date:
        return self._desk.today()

    def _is_example(self) -> bool:
        """Tell whether all in this journal is fiction."""
        return meta.read(self._database, EXAMPLE) == "yes"

    def _require_case(self, case: CaseId) -> None:
        """Raise Gone when there is no such case; one in the bin still takes what is typed for it."""
        if cases.state(self._database, case) is None:
            raise Gone

    def _require_case_in_use(self, case: CaseId) -> None:
        """Raise Gone when there is no such case, or when it lies in the bin: nothing leaves from there."""
        state = cases.state(self._database, case)
        if state is None or state[0]:
            raise Gone

    def _phases(self, case: CaseId) -> tuple[tuple[Phase, PhaseState], ...]:
        return _phases_of(self._database, case)

    def _refresh_row(self, case: CaseId) -> None:
        refresh_row(self._database, case)

    def _refresh_index(self, kind: HitKind, record: int) -> None:
        index.refresh(self._database, kind, record, today=self._today())


def refresh_row(database: Database, case: CaseId) -> None:
    """Work out again what the list shows of a case."""
    case_rows.refresh(database, case, current_phase(_phases_of(database, case)))


def _phases_of(database: Database, case: CaseId) -> tuple[tuple[Phase, PhaseState], ...]:
    begun = cases.begun(database, case)
    marks = cases.marks(database, case)
    return tuple((phase, phase_state(marked=marks.get(phase), has_records=phase in begun)) for phase in Phase)


G = TypeVar("G", bound=Group)
P = ParamSpec("P")


def one_transaction(use_case: Callable[Concatenate[G, P], Changes]) -> Callable[Concatenate[G, P], Changes]:
    """Run a use case that changes something in one transaction, once more with the reserve when the disk is full.

    One that is a step of another is part of that one's transaction.
    """

    def run(group: G, /, *arguments: P.args, **keywords: P.kwargs) -> Changes:
        with group._database.transaction():  # noqa: SLF001 - groups are ours, and this is a part of them
            changes = use_case(group, *arguments, **keywords)
            _remember_case(group._database, changes)  # noqa: SLF001 - as above
        return changes

    @wraps(use_case)
    def changing(group: G, /, *arguments: P.args, **keywords: P.kwargs) -> Changes:
        if group._database.in_transaction:  # noqa: SLF001 - as above
            return use_case(group, *arguments, **keywords)
        try:
            return run(group, *arguments, **keywords)
        except DiskFull:
            if not group._desk.make_room():  # noqa: SLF001 - as above
                raise
        except JournalDamaged:
            # What met the damage may have been an earlier question: then this goes well on a fresh connection.
            pass
        return run(group, *arguments, **keywords)

    return changing


def _remember_case(database: Database, changes: Changes) -> None:
    for case in changes.cases:
        if meta.read(database, LAST_CASE) != str(case):
            meta.write(database, LAST_CASE, str(case))
