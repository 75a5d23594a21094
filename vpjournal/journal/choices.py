"""Choices of the reporter; the newest holds."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import Choice, ChoiceDraft
from vpjournal.domain.ids import CaseId, ChoiceId
from vpjournal.journal.group import Group


class Choices(Group):
    """Choices of the reporter; the newest holds."""

    def list(self, case: CaseId) -> tuple[Choice, ...]:
        """Return the choices of a case, newest first."""
        raise NotImplementedError

    def add(self, case: CaseId, draft: ChoiceDraft) -> Changes:
        """Record a choice. ``new`` is the choice."""
        raise NotImplementedError

    def change(self, choice: ChoiceId, draft: ChoiceDraft) -> Changes:
        """Replace a choice."""
        raise NotImplementedError

    def remove(self, choice: ChoiceId) -> Changes:
        """Put a choice into the bin."""
        raise NotImplementedError
