"""A case with its first contact as one thing to type: a case begins at the first save, and is changed after that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vpjournal.domain.case import CaseDraft, Channel, Phase
from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import ContactDraft, FirstContact
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.views import BinKind, CaseView
from vpjournal.errors import AlreadyTaken

if TYPE_CHECKING:
    from vpjournal.domain.organisation import OrganisationRow
    from vpjournal.journal.facade import Journal


@dataclass(frozen=True, slots=True)
class FirstContactPicture:
    """What the fields show: the draft, and the organisations to choose from."""

    draft: FirstContact
    organisations: tuple[OrganisationRow, ...]
    organisation_name: str


class FirstContactRecord(QObject):
    """Keeps which rows belong to the fields. ``read``, ``save`` and ``throw_away`` run on the journal thread."""

    word_taken = Signal()
    """Another case has this word: all but the word was saved. Sent from the journal thread."""

    def __init__(self, parent: QObject, *, case: CaseId | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self._contact: ContactId | None = None
        self._saved: ContactDraft | None = None
        self._word = ""
        self.word_is_taken = False
        """Whether the last save left the word out, because another case has it."""

    def read(self, journal: Journal, *, day: CoarseDay) -> FirstContactPicture:
        """Read the case, or propose a code for a new one whose first contact is on ``day``."""
        organisations = journal.organisations.list()
        if self.case is None:
            contact = ContactDraft(Phase.FIRST_CONTACT, day, Channel.PHONE)
            return FirstContactPicture(
                FirstContact(CaseDraft(journal.cases.propose_code()), contact), organisations, ""
            )
        view = journal.cases.view(self.case)
        self._take_contact(view)
        self._word = view.case.details.word
        draft = FirstContact(view.case.details, self._saved)
        return FirstContactPicture(draft, organisations, view.case.organisation_name)

    def save(self, journal: Journal, draft: FirstContact) -> Changes:
        """Save the fields. A word that another case has is left as it was, and told."""
        self.word_is_taken = False
        try:
            return self._save(journal, draft)
        except AlreadyTaken as taken:
            if taken.field != "word":
                raise
        changes = self._save(journal, replace(draft, case=replace(draft.case, word=self._word)))
        self.word_is_taken = True
        self.word_taken.emit()
        return changes

    def throw_away(self, journal: Journal) -> Changes:
        """Destroy what was saved so far, if anything was."""
        case, self.case = self.case, None
        if case is None:
            return Changes(frozenset())
        removed = journal.cases.remove(case)
        destroyed = journal.bin.destroy(BinKind.CASE, case)
        return Changes(removed.areas | destroyed.areas)

    def _save(self, journal: Journal, draft: FirstContact) -> Changes:
        if self.case is None:
            changes = journal.cases.add(draft.case, draft.contact, same_word=draft.same_word)
            self.case = CaseId(changes.new or 0)
            self._take_contact(journal.cases.view(self.case))
        else:
            changes = journal.cases.change(self.case, draft.case, same_word=draft.same_word)
            changes = self._save_contact(journal, draft, changes)
        self._word = draft.case.word
        return changes

    def _save_contact(self, journal: Journal, draft: FirstContact, changes: Changes) -> Changes:
        if self._contact is None or draft.contact is None or draft.contact == self._saved:
            return changes
        contact = journal.contacts.change(self._contact, draft.contact)
        self._saved = draft.contact
        return Changes(changes.areas | contact.areas, changes.cases)

    def _take_contact(self, view: CaseView) -> None:
        first = next((each for each in view.contacts if each.details.phase is Phase.FIRST_CONTACT), None)
        self._contact = first.id if first is not None else None
        self._saved = first.details if first is not None else None
