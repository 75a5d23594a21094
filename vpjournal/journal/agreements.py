"""Agreements: who does what, when, and who may know."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import Agreement, AgreementDraft
from vpjournal.domain.ids import AgreementId, CaseId
from vpjournal.journal.group import Group


class Agreements(Group):
    """Agreements: who does what, when, and who may know."""

    def list(self, case: CaseId) -> tuple[Agreement, ...]:
        """Return the agreements of a case: open ones first, by day."""
        raise NotImplementedError

    def add(self, case: CaseId, draft: AgreementDraft) -> Changes:
        """Record an agreement. Raises FieldMissing("what") for an action without words."""
        raise NotImplementedError

    def change(self, agreement: AgreementId, draft: AgreementDraft) -> Changes:
        """Replace an agreement. Raises as ``add`` does."""
        raise NotImplementedError

    def set_done(self, agreement: AgreementId, *, done: bool) -> Changes:
        """Tick an agreement, as of today, or untick it."""
        raise NotImplementedError

    def remove(self, agreement: AgreementId) -> Changes:
        """Put an agreement into the bin."""
        raise NotImplementedError
