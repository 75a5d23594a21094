"""Agreements: who does what, when, and who may know. Use cases."""

from dataclasses import replace

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.guidance import Agreement, AgreementDraft, AgreementKind
from vpjournal.domain.ids import AgreementId, CaseId, new_id
from vpjournal.domain.text import one_line
from vpjournal.domain.views import HitKind
from vpjournal.errors import FieldMissing, Gone
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import agreements


class Agreements(Group):
    """What was agreed."""

    def list(self, case: CaseId) -> tuple[Agreement, ...]:
        """Return the agreements of a case: open ones by day, then those that were done, the last one first."""
        return agreements.of_case(self._database, case)

    @one_transaction
    def add(self, case: CaseId, draft: AgreementDraft) -> Changes:
        """Record an agreement. ``new`` is the agreement. Raises FieldMissing("what") for an action without words."""
        self._require_case(case)
        agreement = AgreementId(new_id())
        agreements.insert(self._database, agreement, case, _checked(draft))
        return self._changed(agreement, case, new=agreement)

    @one_transaction
    def change(self, agreement: AgreementId, draft: AgreementDraft) -> Changes:
        """Replace an agreement. Raises as ``add`` does."""
        case = self._case_of(agreement)
        agreements.update(self._database, agreement, _checked(draft))
        return self._changed(agreement, case)

    @one_transaction
    def set_done(self, agreement: AgreementId, *, done: bool) -> Changes:
        """Tick an agreement, as of today, or untick it."""
        case = self._case_of(agreement)
        agreements.set_done(self._database, agreement, self._today() if done else None)
        self._refresh_row(case)
        return changed(Area.AGREEMENTS, Area.CASES, case=case)

    @one_transaction
    def remove(self, agreement: AgreementId) -> Changes:
        """Put an agreement into the bin."""
        case = self._case_of(agreement)
        agreements.set_deleted(self._database, agreement, self._today())
        changes = self._changed(agreement, case)
        return replace(changes, areas=changes.areas | {Area.BIN})

    def _changed(self, agreement: AgreementId, case: CaseId, new: int | None = None) -> Changes:
        self._refresh_index(HitKind.AGREEMENT, agreement)
        self._refresh_row(case)
        return changed(Area.AGREEMENTS, Area.CASES, case=case, new=new)

    def _case_of(self, agreement: AgreementId) -> CaseId:
        case = agreements.case_of(self._database, agreement)
        if case is None:
            raise Gone
        return case


def _checked(draft: AgreementDraft) -> AgreementDraft:
    clean = replace(draft, what=one_line(draft.what), may_know=one_line(draft.may_know))
    if draft.kind is AgreementKind.ACTION and not clean.what:
        raise FieldMissing("what")
    return clean
