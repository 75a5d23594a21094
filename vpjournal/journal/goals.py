"""The goals of the reporter: use cases."""

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId
from vpjournal.domain.text import several_lines
from vpjournal.domain.views import HitKind
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import goals as stored


class GoalsOfCases(Group):
    """The goals of the reporter."""

    def read(self, case: CaseId) -> Goals:
        """Return the goals; empty ones when none were recorded."""
        return stored.read(self._database, case)

    @one_transaction
    def save(self, case: CaseId, goals: Goals) -> Changes:
        """Keep the goals."""
        self._require_case(case)
        there = stored.exist(self._database, case)
        clean = Goals(several_lines(goals.needs), several_lines(goals.good_enough), several_lines(goals.never))
        stored.write(self._database, case, clean)
        self._refresh_index(HitKind.GOALS, case)
        if stored.exist(self._database, case) == there:
            return changed(Area.GOALS, case=case)
        self._refresh_row(case)
        return changed(Area.GOALS, Area.CASES, case=case)
