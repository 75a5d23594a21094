"""How the reporter leaves a case, in words that are kept from the first one on, and closing it."""

from dataclasses import replace
from datetime import date

from vpjournal.domain.case import Phase, PhaseState
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.guidance import ClosureDraft
from vpjournal.domain.ids import CaseId
from vpjournal.domain.text import several_lines
from vpjournal.domain.timeline import EventKind
from vpjournal.domain.views import HitKind
from vpjournal.errors import Gone
from vpjournal.journal.counting import opened_again
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import cases, events
from vpjournal.storage import closure as stored


class Closures(Group):
    """Closing a case, and opening it again."""

    def read(self, case: CaseId) -> ClosureDraft:
        """Return the words of the closure; empty ones when none were recorded."""
        return stored.read(self._database, case)

    @one_transaction
    def save(self, case: CaseId, draft: ClosureDraft) -> Changes:
        """Keep the words, before or after closing."""
        self._require_case(case)
        there = stored.exists(self._database, case)
        words, left_undone = several_lines(draft.words), several_lines(draft.left_undone)
        stored.write(self._database, case, replace(draft, words=words, left_undone=left_undone))
        self._refresh_index(HitKind.CLOSURE, case)
        if stored.exists(self._database, case) == there:
            return changed(Area.CLOSURE, Area.COUNTING, case=case)
        self._refresh_row(case)
        return changed(Area.CLOSURE, Area.CASES, Area.COUNTING, case=case)

    @one_transaction
    def close(self, case: CaseId, day: date) -> Changes:
        """Close the case on a day; closing a closed case does nothing."""
        if self._closed_on(case) is not None:
            return Changes(frozenset())
        return self._set_closed(case, day, EventKind.CLOSED, day)

    @one_transaction
    def reopen(self, case: CaseId) -> Changes:
        """Open a closed case again, as of today; an open one stays open."""
        closed_on = self._closed_on(case)
        if closed_on is None:
            return Changes(frozenset())
        opened_again(self._database, case, closed_on=closed_on, today=self._today())
        return self._set_closed(case, None, EventKind.REOPENED, self._today())

    def _closed_on(self, case: CaseId) -> date | None:
        state = cases.state(self._database, case)
        if state is None:
            raise Gone
        return state[1]

    def _set_closed(self, case: CaseId, closed_on: date | None, event: EventKind, day: date) -> Changes:
        cases.set_closed(self._database, case, closed_on)
        cases.set_mark(self._database, case, Phase.CLOSURE, PhaseState.ENOUGH if closed_on is not None else None)
        events.insert(self._database, case, event, Phase.CLOSURE, day)
        self._refresh_row(case)
        return changed(Area.CLOSURE, Area.CASES, Area.COUNTING, case=case)
