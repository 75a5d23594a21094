"""Role checks, asked more than once."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import RoleCheck, RoleCheckDraft
from vpjournal.domain.ids import CaseId
from vpjournal.journal.group import Group


class RoleChecks(Group):
    """Role checks, asked more than once."""

    def list(self, case: CaseId) -> tuple[RoleCheck, ...]:
        """Return the role checks of a case, newest first."""
        raise NotImplementedError

    def record(self, case: CaseId, draft: RoleCheckDraft) -> Changes:
        """Record a role check. ``new`` is the check."""
        raise NotImplementedError
