"""Contacts with the reporter: use cases."""

from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.contact import Contact, ContactDraft, NoteState, in_quarters
from vpjournal.domain.ids import CaseId, ContactId, new_id
from vpjournal.domain.views import HitKind
from vpjournal.errors import Gone, NoteWritten
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import contacts


class Contacts(Group):
    """Contacts, which hold the notes."""

    def list(self, case: CaseId, phase: Phase | None = None) -> tuple[Contact, ...]:
        """Return the contacts of a case, or of one of its phases, oldest first, those of an unknown day last."""
        found = contacts.of_case(self._database, case)
        return tuple(each for each in found if phase is None or each.details.phase is phase)

    @one_transaction
    def add(self, case: CaseId, draft: ContactDraft) -> Changes:
        """Record a contact. ``new`` is the contact."""
        self._require_case(case)
        contact = ContactId(new_id())
        contacts.insert(self._database, contact, case, draft)
        self._refresh_row(case)
        return changed(Area.CONTACTS, Area.COUNTING, Area.CASES, case=case, new=contact)

    @one_transaction
    def change(self, contact: ContactId, draft: ContactDraft) -> Changes:
        """Replace phase, day and channel."""
        before = self._get(contact)
        contacts.update(self._database, contact, draft)
        if before.details.day != draft.day:
            self._refresh_index(HitKind.NOTE, contact)
        self._refresh_row(before.case)
        return changed(Area.CONTACTS, Area.COUNTING, Area.CASES, case=before.case)

    @one_transaction
    def set_minutes(self, contact: ContactId, minutes: int | None) -> Changes:
        """Keep how long a contact took, rounded up to a quarter; ``None``: not said."""
        case = self._get(contact).case
        contacts.set_minutes(self._database, contact, None if minutes is None else in_quarters(minutes))
        return changed(Area.CONTACTS, Area.COUNTING, case=case)

    @one_transaction
    def remove(self, contact: ContactId) -> Changes:
        """Put a contact and its note into the bin."""
        case = self._get(contact).case
        contacts.set_deleted(self._database, contact, self._today())
        self._refresh_index(HitKind.NOTE, contact)
        self._refresh_row(case)
        return changed(Area.CONTACTS, Area.COUNTING, Area.CASES, Area.NOTES, Area.BIN, case=case)

    @one_transaction
    def leave_note_out(self, contact: ContactId) -> Changes:
        """Say that there is deliberately no note. Raises NoteWritten when there is text."""
        found = self._get(contact)
        if found.note in (NoteState.WRITTEN, NoteState.FINISHED):
            raise NoteWritten
        return self._set_note_state(found, NoteState.LEFT_OUT)

    @one_transaction
    def take_back(self, contact: ContactId) -> Changes:
        """Undo ``leave_note_out``."""
        found = self._get(contact)
        if found.note is not NoteState.LEFT_OUT:
            return Changes(frozenset())
        return self._set_note_state(found, NoteState.UNWRITTEN)

    def _set_note_state(self, contact: Contact, state: NoteState) -> Changes:
        contacts.set_note_state(self._database, contact.id, state)
        return changed(Area.CONTACTS, Area.NOTES, Area.CASES, case=contact.case)

    def _get(self, contact: ContactId) -> Contact:
        found = contacts.get(self._database, contact)
        if found is None:
            raise Gone
        return found
