"""The goals of the reporter."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId
from vpjournal.journal.group import Group


class GoalsOfCases(Group):
    """The goals of the reporter."""

    def read(self, case: CaseId) -> Goals:
        """Return the goals; empty ones when none were recorded."""
        raise NotImplementedError

    def save(self, case: CaseId, goals: Goals) -> Changes:
        """Keep the goals."""
        raise NotImplementedError
