"""Follow-up: after-care as agreed, and referrals. Use cases."""

from dataclasses import replace

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.guidance import FollowUp
from vpjournal.domain.ids import CaseId
from vpjournal.domain.text import several_lines
from vpjournal.domain.views import HitKind
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import follow_up as stored


class FollowUps(Group):
    """After-care as agreed, and referrals."""

    def read(self, case: CaseId) -> FollowUp:
        """Return the follow-up of a case; an empty one when none was recorded."""
        return stored.read(self._database, case)

    @one_transaction
    def save(self, case: CaseId, follow_up: FollowUp) -> Changes:
        """Keep the follow-up."""
        self._require_case(case)
        there = stored.exists(self._database, case)
        stored.write(self._database, case, replace(follow_up, how=several_lines(follow_up.how)))
        self._refresh_index(HitKind.FOLLOW_UP, case)
        if stored.exists(self._database, case) == there:
            return changed(Area.FOLLOW_UP, Area.COUNTING, case=case)
        self._refresh_row(case)
        return changed(Area.FOLLOW_UP, Area.COUNTING, Area.CASES, case=case)
