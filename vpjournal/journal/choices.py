"""Choices of the reporter, of which the newest holds: use cases."""

from dataclasses import replace

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.guidance import Choice, ChoiceDraft
from vpjournal.domain.ids import CaseId, ChoiceId, new_id
from vpjournal.domain.text import several_lines
from vpjournal.domain.views import HitKind
from vpjournal.errors import Gone
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import choices


class Choices(Group):
    """Choices of the reporter."""

    def list(self, case: CaseId) -> tuple[Choice, ...]:
        """Return the choices of a case, newest first."""
        return choices.of_case(self._database, case)

    @one_transaction
    def add(self, case: CaseId, draft: ChoiceDraft) -> Changes:
        """Record a choice. ``new`` is the choice."""
        self._require_case(case)
        choice = ChoiceId(new_id())
        choices.insert(self._database, choice, case, _canonical(draft))
        self._refresh_row(case)
        self._refresh_index(HitKind.CHOICE, choice)
        return changed(Area.CHOICES, Area.COUNTING, Area.CASES, case=case, new=choice)

    @one_transaction
    def change(self, choice: ChoiceId, draft: ChoiceDraft) -> Changes:
        """Replace a choice."""
        case = self._case_of(choice)
        choices.update(self._database, choice, _canonical(draft))
        self._refresh_index(HitKind.CHOICE, choice)
        return changed(Area.CHOICES, Area.COUNTING, case=case)

    @one_transaction
    def remove(self, choice: ChoiceId) -> Changes:
        """Put a choice into the bin."""
        case = self._case_of(choice)
        choices.set_deleted(self._database, choice, self._today())
        self._refresh_index(HitKind.CHOICE, choice)
        self._refresh_row(case)
        return changed(Area.CHOICES, Area.COUNTING, Area.CASES, Area.BIN, case=case)

    def _case_of(self, choice: ChoiceId) -> CaseId:
        case = choices.case_of(self._database, choice)
        if case is None:
            raise Gone
        return case


def _canonical(draft: ChoiceDraft) -> ChoiceDraft:
    return replace(
        draft,
        words=several_lines(draft.words),
        reason=several_lines(draft.reason),
        may_know=several_lines(draft.may_know),
        may_not_know=several_lines(draft.may_not_know),
        good_sign=several_lines(draft.good_sign),
        stop_sign=several_lines(draft.stop_sign),
    )
