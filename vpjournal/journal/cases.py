"""Cases: codes, words of recognition, phase marks, lists."""

from vpjournal.domain.case import CaseDraft, CaseFilter, CaseRow, Phase, PhaseState
from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.ids import CaseId
from vpjournal.domain.views import CaseView
from vpjournal.journal.group import Group


class Cases(Group):
    """Cases: codes, words of recognition, phase marks, lists."""

    def propose_code(self) -> str:
        """Return a random code that no case has."""
        raise NotImplementedError

    def list(self, wanted: CaseFilter | None = None) -> tuple[CaseRow, ...]:
        """Return the cases that the filter wants (without one: open cases), newest contact first."""
        raise NotImplementedError

    def view(self, case: CaseId) -> CaseView:
        """Return what the frame of the case workspace shows."""
        raise NotImplementedError

    def find(self, word_or_code: str) -> tuple[CaseRow, ...]:
        """Return cases by code or word of recognition, closed ones too, exact ones first; accents do not matter."""
        raise NotImplementedError

    def add(self, draft: CaseDraft, first: ContactDraft | None = None, *, same_word: bool = False) -> Changes:
        """Begin a case, and record its first contact if given. ``new`` is the case.

        Raises FieldMissing("code"), AlreadyTaken("code"), and AlreadyTaken("word") unless ``same_word`` says
        that another case with this word is meant to be there.
        """
        raise NotImplementedError

    def change(self, case: CaseId, draft: CaseDraft, *, same_word: bool = False) -> Changes:
        """Replace what is known of a case. Raises as ``add`` does."""
        raise NotImplementedError

    def mark_phase(self, case: CaseId, phase: Phase, state: PhaseState | None) -> Changes:
        """Mark a phase as enough or not needed; None: back to what the records say."""
        raise NotImplementedError

    def remove(self, case: CaseId) -> Changes:
        """Put a case into the bin."""
        raise NotImplementedError
