"""How the reporter leaves a case, and closing it."""

from datetime import date

from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import ClosureDraft
from vpjournal.domain.ids import CaseId
from vpjournal.journal.group import Group


class Closures(Group):
    """How the reporter leaves a case, and closing it."""

    def read(self, case: CaseId) -> ClosureDraft:
        """Return the words of the closure; empty ones when none were recorded."""
        raise NotImplementedError

    def save(self, case: CaseId, draft: ClosureDraft) -> Changes:
        """Keep the words, before or after closing."""
        raise NotImplementedError

    def close(self, case: CaseId, day: date) -> Changes:
        """Close the case on a day."""
        raise NotImplementedError

    def reopen(self, case: CaseId) -> Changes:
        """Open a closed case again."""
        raise NotImplementedError
