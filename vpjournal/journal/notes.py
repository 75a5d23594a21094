"""Notes of contacts, with a history that serves undo."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import Note, NoteVersion
from vpjournal.domain.ids import ContactId
from vpjournal.journal.group import Group


class Notes(Group):
    """Notes of contacts, with a history that serves undo."""

    def read(self, contact: ContactId) -> Note:
        """Return the note of a contact. Raises JournalDamaged("note") when it is not what was written."""
        raise NotImplementedError

    def save(self, contact: ContactId, text: str) -> Changes:
        """Keep a text as the note. Raises TextTooLong, NoteFinished."""
        raise NotImplementedError

    def finish(self, contact: ContactId) -> Changes:
        """Finish a note: its history ends, and it is not written to until it is reopened."""
        raise NotImplementedError

    def reopen(self, contact: ContactId) -> Changes:
        """Undo ``finish``; the history that ended does not come back."""
        raise NotImplementedError

    def history(self, contact: ContactId) -> tuple[NoteVersion, ...]:
        """Return earlier texts of a note, newest first."""
        raise NotImplementedError

    def sweep(self) -> Changes:
        """End the history of notes that were not edited for ``HISTORY_DAYS``."""
        raise NotImplementedError
