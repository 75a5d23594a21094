"""Role checks, at any time and more than once: use cases."""

from dataclasses import replace

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.guidance import RoleCheck, RoleCheckDraft
from vpjournal.domain.ids import CaseId, RoleCheckId, new_id
from vpjournal.domain.text import several_lines
from vpjournal.domain.views import HitKind
from vpjournal.errors import Gone
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import role_checks


class RoleChecks(Group):
    """Role checks."""

    def list(self, case: CaseId) -> tuple[RoleCheck, ...]:
        """Return the role checks of a case, newest first."""
        return role_checks.of_case(self._database, case)

    @one_transaction
    def record(self, case: CaseId, draft: RoleCheckDraft) -> Changes:
        """Record a role check. ``new`` is the check."""
        self._require_case(case)
        number = RoleCheckId(new_id())
        role_checks.insert(self._database, number, case, replace(draft, words=several_lines(draft.words)))
        self._refresh_row(case)
        self._refresh_index(HitKind.ROLE_CHECK, number)
        return changed(Area.ROLE_CHECKS, Area.CASES, case=case, new=number)

    @one_transaction
    def change(self, role_check: RoleCheckId, draft: RoleCheckDraft) -> Changes:
        """Replace a role check: it is filled in bit by bit."""
        case = role_checks.case_of(self._database, role_check)
        if case is None:
            raise Gone
        role_checks.update(self._database, role_check, replace(draft, words=several_lines(draft.words)))
        self._refresh_row(case)
        self._refresh_index(HitKind.ROLE_CHECK, role_check)
        return changed(Area.ROLE_CHECKS, Area.CASES, case=case)
