"""Contacts with the reporter."""

from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import Contact, ContactDraft
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.journal.group import Group


class Contacts(Group):
    """Contacts with the reporter."""

    def list(self, case: CaseId, phase: Phase | None = None) -> tuple[Contact, ...]:
        """Return the contacts of a case, or of one of its phases, oldest first."""
        raise NotImplementedError

    def add(self, case: CaseId, draft: ContactDraft) -> Changes:
        """Record a contact. ``new`` is the contact."""
        raise NotImplementedError

    def change(self, contact: ContactId, draft: ContactDraft) -> Changes:
        """Replace phase, day and channel."""
        raise NotImplementedError

    def remove(self, contact: ContactId) -> Changes:
        """Put a contact and its note into the bin."""
        raise NotImplementedError

    def leave_note_out(self, contact: ContactId) -> Changes:
        """Say that there is deliberately no note. Raises NoteWritten when there is text."""
        raise NotImplementedError

    def take_back(self, contact: ContactId) -> Changes:
        """Undo ``leave_note_out``."""
        raise NotImplementedError
