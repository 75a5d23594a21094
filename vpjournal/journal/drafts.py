"""Texts that could not be saved when the journal had to close: sealed beside it, and taken in when it opens again.

A text goes in as if it had been saved where its record still says what it said before; beside it as a note of its own
where the record says something else; and it waits for the adviser where there is no place for it any more.
"""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vpjournal.domain import unsaved
from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Texts
from vpjournal.domain.unsaved import KIND_NAMES, Home, TakenIn, Unsaved, Waiting
from vpjournal.errors import (
    AlreadyTaken,
    DiskFull,
    FieldMissing,
    Gone,
    JournalDamaged,
    JournalError,
    JournalTooNew,
    NoteFinished,
    TextTooLong,
    WrongPassphrase,
)
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.journal.homes import Homes
from vpjournal.journal.notes import Notes
from vpjournal.storage import Database, IntegrityError, meta
from vpjournal.vault import DraftKey, SealedDrafts, Unlocked
from vpjournal.vault.keys import Secret

_TAKEN = "drafts_taken_in"
_KEYS_BEFORE = "draft_keys_before"
_KEYS_KEPT = 3
_NO_PLACE = (AlreadyTaken, FieldMissing, Gone, IntegrityError, NoteFinished, TextTooLong)
"""Why a record does not take a text: no later moment makes that better.

A text can name another record that is gone, such as the organisation of a case.
"""
_UNREADABLE = (JournalDamaged, JournalTooNew, WrongPassphrase, ValueError)


def remember_key(database: Database, before: DraftKey) -> None:
    """Let a journal that is about to get another data key open what this one seals, however near the change that is.

    The process may end between that moment and sealing anew, and a lock may seal a text at that very moment.
    """
    kept = (before.key.reveal().hex(), *meta.read(database, _KEYS_BEFORE).split())[:_KEYS_KEPT]
    meta.write(database, _KEYS_BEFORE, " ".join(kept))


class Drafts(Group):
    """Sealed texts of this journal. ``seal`` alone may be called from another thread than the journal's."""

    def __init__(self, desk: Desk, unlocked: Unlocked, notes: Notes, folder: Path) -> None:
        super().__init__(desk)
        self._unlocked = unlocked
        self._homes = Homes(desk, notes)
        self._sealed = SealedDrafts(folder)

    def stamp(self, home: Home) -> str:
        """Return what tells whether the record still says what it says now; nothing when there is no record."""
        found = self._homes.read(home)
        return "" if found is None else unsaved.stamp(found)

    def seal(self, texts: Iterable[Unsaved]) -> tuple[str, ...]:
        """Keep texts outside the journal; all of them, or none when it raises. Return their names.

        Needs nothing of the journal's own folder. Raises DiskFull, ReadOnly, DeviceFailed.
        """
        names: list[str] = []
        try:
            for each in texts:
                name = self._seal_one(unsaved.written(each))
                names.append(name)
        except BaseException:
            for name in names:
                self._sealed.remove(name)
            raise
        return tuple(names)

    def _seal_one(self, data: bytes) -> str:
        try:
            return self._sealed.seal(data, self._unlocked.draft_key)
        except DiskFull:
            # Where both lie on one disk the journal's reserve is room for this, too.
            if not self._desk.make_room():
                raise
        return self._sealed.seal(data, self._unlocked.draft_key)

    def take_in(self, texts: Texts) -> TakenIn:
        """Put every sealed text where it belongs, and only then remove what was sealed.

        ``texts`` is the language in which a note says where its words come from.
        """
        saved: list[Home] = []
        as_notes: list[Home] = []
        changes, waiting, fault = Changes(frozenset()), 0, None
        for name in self._names():
            try:
                found = self._read(name)
                done = None if found is None else self._take_in(name, found, texts)
            except JournalError as error:
                fault = error
                continue
            if found is None or done is None:
                waiting += 1
                continue
            into, became = done
            if into:
                saved.append(found.home)
            elif became.areas:
                as_notes.append(found.home)
            changes = Changes(changes.areas | became.areas, changes.cases | became.cases)
        return TakenIn(tuple(saved), tuple(as_notes), waiting, fault, changes)

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what could not be taken in, the oldest first."""
        return tuple(self._waiting(name) for name in self._names())

    def discard(self, name: str) -> None:
        """Throw a sealed text away. Raises ReadOnly, DeviceFailed."""
        if name in self._names():
            self._sealed.remove(name)

    def forget_cases(self, cases: Collection[CaseId]) -> None:
        """Throw away what waits for a case that was destroyed; what cannot be removed is still told as waiting."""
        for name in self._names():
            with suppress(JournalError):
                found = self._read(name)
                if found is not None and found.home.case in cases:
                    self._sealed.remove(name)

    def of_case(self, case: CaseId) -> tuple[Unsaved, ...]:
        """Return what waits for a case, as far as it can be read."""
        return tuple(found for _, found, _ in self._of_case(case))

    def reword(self, case: CaseId, change: Callable[[str], str]) -> tuple[tuple[str, bytes], ...]:
        """Change every word of what waits for a case; return what ``put_back`` takes.

        All of it is changed or, when this raises, none. Raises DiskFull, ReadOnly, DeviceFailed.
        """
        before: list[tuple[str, bytes]] = []
        try:
            for name, found, data in self._of_case(case):
                changed = self._reworded(found, change)
                if changed != found:
                    before.append((name, data))
                    self._sealed.seal_anew(name, unsaved.written(changed), self._unlocked.draft_key)
        except BaseException:
            self.put_back(before)
            raise
        return tuple(before)

    def put_back(self, before: Iterable[tuple[str, bytes]]) -> None:
        """Let what waits say again what it said before ``reword``; what was taken in since stays away."""
        still = self._names()
        for name, data in before:
            if name in still:
                with suppress(JournalError):
                    self._sealed.seal_anew(name, data, self._unlocked.draft_key)

    def _of_case(self, case: CaseId) -> list[tuple[str, Unsaved, bytes]]:
        found = []
        for name in self._names():
            with suppress(*_UNREADABLE):
                data = self._open(name)
                text = unsaved.read(data)
                if text.home.case == case:
                    found.append((name, text, data))
        return found

    def _reworded(self, found: Unsaved, change: Callable[[str], str]) -> Unsaved:
        """Change what waits, and what it says of its record, which is changed in the same way."""
        present, stamp = self._homes.read(found.home), found.before
        if present is not None and unsaved.stamp(present) == stamp:
            stamp = unsaved.stamp(unsaved.reworded(present, change))
        return replace(found, draft=unsaved.reworded(found.draft, change), before=stamp)

    def seal_anew(self) -> None:
        """Seal what waits once more, now that the journal has another data key; what fails opens all the same."""
        for name in self._names():
            try:
                self._sealed.seal_anew(name, self._open(name), self._unlocked.draft_key)
            except JournalError:
                continue

    def _names(self) -> tuple[str, ...]:
        return self._sealed.of_journal(self._unlocked.header.journal_id)

    def _read(self, name: str) -> Unsaved | None:
        """Return what was sealed, or None when nothing can be made of it."""
        try:
            return unsaved.read(self._open(name))
        except _UNREADABLE:
            return None

    def _open(self, name: str) -> bytes:
        """Return what was sealed, also before the last change of keys. Raises as ``SealedDrafts.open``."""
        try:
            return self._sealed.open(name, self._unlocked.draft_key)
        except WrongPassphrase:
            for before in meta.read(self._database, _KEYS_BEFORE).split():
                key = DraftKey(Secret(bytes.fromhex(before)), self._unlocked.header.journal_id)
                with suppress(WrongPassphrase):
                    return self._sealed.open(name, key)
            raise

    def _take_in(self, name: str, found: Unsaved, texts: Texts) -> tuple[bool, Changes] | None:
        """Return whether it went in as if saved, and what changed; None when it has to wait."""
        for into, take_in in ((True, self._into_record), (False, self._beside)):
            try:
                changes = take_in(name, found, texts)
            except _NO_PLACE:
                continue
            self._sealed.remove(name)
            return into, changes
        return None

    @one_transaction
    def _into_record(self, name: str, found: Unsaved, _texts: Texts) -> Changes:
        if self._was_taken(name):
            return Changes(frozenset())
        home = found.home
        if unsaved.is_new(home):
            changes = self._homes.write(home, found.draft)
        else:
            present = self._homes.read(home)
            if present is None:
                raise Gone
            says = unsaved.stamp(present)
            if says == unsaved.stamp(found.draft):
                changes = Changes(frozenset())
            elif says == found.before:
                changes = self._homes.write(home, found.draft)
            else:
                raise Gone
        self._remember(name)
        return changes

    @one_transaction
    def _beside(self, name: str, found: Unsaved, texts: Texts) -> Changes:
        words, changes = unsaved.words(found.draft), Changes(frozenset())
        if words:
            if not self._homes.has_case(found.home):
                raise Gone
            origin = texts(
                "Deze tekst kon niet terug op zijn eigen plek ({place}). Daarom staat hij hier.",
                place=texts(KIND_NAMES[found.home.kind]),
            )
            changes = self._homes.add_note(found.home, found.draft, "\n\n".join((origin, *words)))
        self._remember(name)
        return changes

    def _was_taken(self, name: str) -> bool:
        return name in meta.read(self._database, _TAKEN).split()

    def _remember(self, name: str) -> None:
        """Keep in the same transaction that it was taken in, in case the sealed file outlives it; forget older ones."""
        still = [each for each in meta.read(self._database, _TAKEN).split() if each in self._names()]
        meta.write(self._database, _TAKEN, " ".join((*still, name)))

    def _waiting(self, name: str) -> Waiting:
        try:
            data = self._open(name)
            words = unsaved.read_words(data)
        except (JournalError, ValueError):
            return Waiting(name, readable=False)
        found = self._read(name)
        if found is None:
            return Waiting(name, words=words)
        return Waiting(name, found.home.kind, self._homes.code(found.home), words)
