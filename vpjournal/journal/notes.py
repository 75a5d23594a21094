"""Notes of contacts, exactly as typed, with a history that serves undo and ends."""

from collections.abc import Callable
from datetime import timedelta

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.contact import HISTORY_DAYS, Contact, Note, NoteState, NoteVersion
from vpjournal.domain.ids import ContactId
from vpjournal.domain.text import note_text
from vpjournal.errors import Gone, NoteFinished
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.storage import contacts, index, notes

VERSIONS = 50
"""Earlier texts of a note that are kept at most."""
_APART_SECONDS = 120.0
_MOST_PENDING = 16
_LARGE_CHANGE = 200


class Notes(Group):
    """Notes. When a version was last kept is remembered here and nowhere else: the journal knows no time of day."""

    def __init__(self, desk: Desk, ticks: Callable[[], float]) -> None:
        super().__init__(desk)
        self._ticks = ticks
        self._kept_at: dict[ContactId, float] = {}

    def read(self, contact: ContactId) -> Note:
        """Return the note of a contact. Raises JournalDamaged("note") when it is not what was written."""
        state = self._contact(contact).note
        stored = notes.read(self._database, contact)
        if stored is None:
            return Note(contact, "", state, None)
        return Note(contact, stored.text, state, stored.edited_on)

    @one_transaction
    def save(self, contact: ContactId, text: str) -> Changes:
        """Keep a text as the note. Raises TextTooLong, NoteFinished."""
        clean = note_text(text)
        found = self._contact(contact)
        if found.note is NoteState.FINISHED:
            raise NoteFinished
        stored = notes.read(self._database, contact)
        before = "" if stored is None else stored.text
        if clean == before:
            return Changes(frozenset())
        if before and self._worth_keeping(contact, before, clean):
            notes.keep_version(self._database, contact, at_most=VERSIONS)
            self._kept_at[contact] = self._ticks()
        notes.write(self._database, contact, clean, self._today())
        self._put_off_index(contact)
        return self._set_state(found, NoteState.WRITTEN if clean.strip() else NoteState.UNWRITTEN)

    @one_transaction
    def finish(self, contact: ContactId) -> Changes:
        """Finish a note: its history ends, and it is not written to until it is reopened."""
        found = self._contact(contact)
        notes.end_history(self._database, contact)
        self._kept_at.pop(contact, None)
        return self._set_state(found, NoteState.FINISHED if found.note is NoteState.WRITTEN else found.note)

    @one_transaction
    def reopen(self, contact: ContactId) -> Changes:
        """Undo ``finish``; the history that ended does not come back."""
        found = self._contact(contact)
        return self._set_state(found, NoteState.WRITTEN if found.note is NoteState.FINISHED else found.note)

    def history(self, contact: ContactId) -> tuple[NoteVersion, ...]:
        """Return earlier texts of a note, newest first."""
        return notes.history(self._database, contact)

    @one_transaction
    def sweep(self) -> Changes:
        """End the history of notes that were not edited for ``HISTORY_DAYS``."""
        ended = notes.with_old_history(self._database, self._today() - timedelta(days=HISTORY_DAYS))
        for contact in ended:
            notes.end_history(self._database, contact)
        return changed(Area.NOTES) if ended else Changes(frozenset())

    def _worth_keeping(self, contact: ContactId, before: str, after: str) -> bool:
        kept_at = self._kept_at.get(contact)
        if kept_at is None or self._ticks() - kept_at >= _APART_SECONDS:
            return True
        return _changed_characters(before, after) >= _LARGE_CHANGE

    def _put_off_index(self, contact: ContactId) -> None:
        """Leave the words to the next search, or do them all once so many notes wait that it would notice."""
        index.put_off(self._database, contact)
        if len(index.pending(self._database)) >= _MOST_PENDING:
            index.catch_up(self._database, today=self._today())

    def _set_state(self, contact: Contact, state: NoteState) -> Changes:
        if contact.note is state:
            return changed(Area.NOTES, case=contact.case)
        contacts.set_note_state(self._database, contact.id, state)
        return changed(Area.NOTES, Area.CONTACTS, Area.CASES, case=contact.case)

    def _contact(self, contact: ContactId) -> Contact:
        found = contacts.get(self._database, contact)
        if found is None:
            raise Gone
        return found


def _changed_characters(before: str, after: str) -> int:
    """Return how many characters of the longer text lie between the beginning and the end that both share."""
    head = _shared(before, after)
    tail = min(_shared(before[::-1], after[::-1]), min(len(before), len(after)) - head)
    return max(len(before), len(after)) - head - tail


def _shared(one: str, other: str) -> int:
    """Return the length of the common beginning; halving, because texts can be millions of characters long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
