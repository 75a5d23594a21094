"""Cases: their codes and words of recognition, the marks on their phases, and lists of them."""

from collections.abc import Sequence
from dataclasses import replace

from vpjournal.domain import case as domain
from vpjournal.domain.case import CaseDraft, CaseFilter, CaseRow, Phase, PhaseState
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.ids import CaseId, ContactId, new_id
from vpjournal.domain.searching import fold_name
from vpjournal.domain.text import one_line, several_lines
from vpjournal.domain.views import CaseView, HitKind
from vpjournal.errors import AlreadyTaken, FieldMissing, Gone
from vpjournal.journal.case_view import case_view
from vpjournal.journal.counting import moved
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import case_rows, cases, contacts


class Cases(Group):
    """Cases."""

    def propose_code(self) -> str:
        """Return a random code that no case has."""
        # Imported here: nobody needs the texts of the guide to look at a list.
        from vpjournal.domain.guide import case_words  # noqa: PLC0415

        return domain.propose_code(case_words(), cases.codes(self._database))

    def list(self, wanted: CaseFilter | None = None) -> tuple[CaseRow, ...]:
        """Return the cases that the filter wants (without one: open cases), newest contact first."""
        wanted = wanted or CaseFilter()
        words = fold_name(wanted.words).split()
        rows = case_rows.rows(
            self._database,
            status=wanted.status,
            organisation=wanted.organisation,
            phase=wanted.phase,
            word=max(words, key=len, default=""),
        )
        return tuple(row for row in rows if _holds(row, words)) if len(words) > 1 else rows

    def view(self, case: CaseId) -> CaseView:
        """Return what the frame of the case workspace shows. Raises Gone for a case in the bin too."""
        return case_view(self._database, case, self._phases)

    def find(self, word_or_code: str, *, limit: int = 50) -> tuple[CaseRow, ...]:
        """Return cases by code or word of recognition, closed ones too, exact ones first; accents do not matter."""
        wanted = fold_name(word_or_code)
        return case_rows.named(self._database, wanted, limit=limit) if wanted else ()

    @one_transaction
    def add(self, draft: CaseDraft, first: ContactDraft | None = None, *, same_word: bool = False) -> Changes:
        """Begin a case, and record its first contact if given. ``new`` is the case.

        Raises FieldMissing("code"), AlreadyTaken("code"), and AlreadyTaken("word") unless ``same_word`` says
        that another case with this word is meant to be there.
        """
        case = CaseId(new_id())
        cases.insert(self._database, case, self._checked(draft, same_word=same_word))
        if first is not None:
            draft_of_first = replace(first, phase=Phase.FIRST_CONTACT)
            contacts.insert(self._database, ContactId(new_id()), case, draft_of_first)
        self._refresh_row(case)
        self._refresh_index(HitKind.CASE, case)
        return changed(Area.CASES, Area.CONTACTS, Area.COUNTING, case=case, new=case)

    @one_transaction
    def change(self, case: CaseId, draft: CaseDraft, *, same_word: bool = False) -> Changes:
        """Replace what is known of a case. Raises as ``add`` does."""
        self._require_case(case)
        cases.update(self._database, case, self._checked(draft, same_word=same_word, of=case))
        moved(self._database, case, draft.organisation)
        self._refresh_index(HitKind.CASE, case)
        return changed(Area.CASES, Area.COUNTING, case=case)

    @one_transaction
    def mark_phase(self, case: CaseId, phase: Phase, state: PhaseState | None) -> Changes:
        """Mark a phase as enough or not needed; None, or any other state: back to what the records say."""
        self._require_case(case)
        marked = state if state in (PhaseState.ENOUGH, PhaseState.NOT_NEEDED) else None
        cases.set_mark(self._database, case, phase, marked)
        self._refresh_row(case)
        return changed(Area.CASES, case=case)

    @one_transaction
    def remove(self, case: CaseId) -> Changes:
        """Put a case into the bin."""
        state = cases.state(self._database, case)
        if state is None or state[0]:
            raise Gone
        cases.set_deleted(self._database, case, self._today())
        return changed(Area.CASES, Area.BIN, case=case)

    def _checked(self, draft: CaseDraft, *, same_word: bool, of: CaseId | None = None) -> CaseDraft:
        clean = _canonical(draft)
        if not fold_name(clean.code):
            raise FieldMissing("code")
        if cases.coded(self._database, clean.code) not in (None, of):
            raise AlreadyTaken("code")
        others = cases.worded(self._database, clean.word)
        # A word that was let in beside another one is not asked about again at every change of something else.
        if others and of not in others and not same_word:
            raise AlreadyTaken("word")
        return clean


def _holds(row: CaseRow, words: Sequence[str]) -> bool:
    text = fold_name(f"{row.code} {row.word} {row.organisation_name}")
    return all(word in text for word in words)


def _canonical(draft: CaseDraft) -> CaseDraft:
    return replace(
        draft,
        code=one_line(draft.code),
        word=one_line(draft.word),
        about=one_line(draft.about),
        hurry_words=several_lines(draft.hurry_words),
        hopes=several_lines(draft.hopes),
        reach=several_lines(draft.reach),
    )
