"""After-care as agreed, and referrals."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import FollowUp
from vpjournal.domain.ids import CaseId
from vpjournal.journal.group import Group


class FollowUps(Group):
    """After-care as agreed, and referrals."""

    def read(self, case: CaseId) -> FollowUp:
        """Return the follow-up of a case; an empty one when none was recorded."""
        raise NotImplementedError

    def save(self, case: CaseId, follow_up: FollowUp) -> Changes:
        """Keep the follow-up."""
        raise NotImplementedError
