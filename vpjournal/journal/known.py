"""What a journal adds to *Herkenbaarheid*: the adviser's own lists, and the words that are no names."""

from collections.abc import Iterable
from dataclasses import replace

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.identifying import OWN_KINDS, SMALL, Known, NotName, OwnList, OwnWord
from vpjournal.domain.ids import CaseId, ContactId, NotNameId, OrganisationId, new_id
from vpjournal.domain.left_alone import LeftAlone, left_alone_key
from vpjournal.domain.searching import fold_name
from vpjournal.domain.text import one_line
from vpjournal.errors import FieldMissing, Gone, TextTooLong, TooMany
from vpjournal.journal.approved import fingerprint_key
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import Database, case_texts, contacts, left_alone, not_names, organisations, own_words

WORD_LIMIT = 200
"""Characters of a word, or of a few that belong together, on a list."""
MOST_WORDS = 2_000
"""Words on the list of one organisation."""


def known(database: Database, case: CaseId | None = None) -> Known:
    """Return what to read with in a case, or outside any.

    The lists and names of all organisations count in every case: those of other clients identify someone, too.
    """
    return Known(
        own=own_words.of_all(database, case),
        clients=own_words.clients(database, case),
        not_names=not_names.in_force(database, case),
    )


class Identifiers(Group):
    """Own lists and words that are no names. What they are for is told by ``known``."""

    def known(self, case: CaseId | None = None) -> Known:
        """Return what to read with in a case, or outside any."""
        return known(self._database, case)

    def is_small(self, case: CaseId) -> bool:
        """Tell whether the organisation of a case is so small that each role in it is one person."""
        people = own_words.headcount(self._database, case)
        return people is not None and people < SMALL

    def roles(self, case: CaseId) -> frozenset[str]:
        """Return the roles that stand in a case already (*collega A*), so that a new person gets a letter of her own.

        Raises JournalDamaged("text").
        """
        # The lists of words that it needs are no part of opening a journal.
        from vpjournal.identifiers.instead.proposing import roles_in  # noqa: PLC0415 - see above

        texts = (text for row in case_texts.of_case(self._database, case) for text in row.texts)
        return frozenset().union(*map(roles_in, texts))

    def left_alone(self, contact: ContactId) -> LeftAlone:
        """Return what the adviser leaves in a note although it may point to someone."""
        key = left_alone_key(fingerprint_key(self._database), contact)
        return LeftAlone(key, left_alone.marks(self._database, contact))

    @one_transaction
    def leave_alone(self, contact: ContactId, words: str) -> Changes:
        """Leave words in a note, which are then no longer pointed out there; what leaves the house is another matter.

        Raises Gone.
        """
        found = self._require_note(contact)
        left_alone.add(self._database, contact, self.left_alone(contact).mark_of(words))
        return changed(Area.IDENTIFIERS, case=found)

    @one_transaction
    def look_again(self, contact: ContactId, *words: str) -> Changes:
        """Point these words out again in a note, or without any all that were left. Raises Gone."""
        found, left = self._require_note(contact), self.left_alone(contact)
        left_alone.remove(self._database, contact, map(left.mark_of, words) if words else left.marks)
        return changed(Area.IDENTIFIERS, case=found)

    def _require_note(self, contact: ContactId) -> CaseId:
        found = contacts.get(self._database, contact)
        if found is None:
            raise Gone
        return found.case

    def own_words(self, organisation: OrganisationId) -> tuple[OwnWord, ...]:
        """Return the adviser's own list for an organisation."""
        return own_words.of_organisation(self._database, organisation)

    def own_list(self, organisation: OrganisationId) -> OwnList:
        """Return that list as it is typed."""
        return OwnList.of(self.own_words(organisation))

    def save_own_list(self, organisation: OrganisationId, typed: OwnList) -> Changes:
        """Keep the list as it was typed. Raises as ``set_own_words`` does."""
        return self.set_own_words(organisation, typed.words())

    @one_transaction
    def set_own_words(self, organisation: OrganisationId, words: Iterable[OwnWord]) -> Changes:
        """Make this the list of an organisation; empty words and the second of two that are the same are left out.

        Raises Gone, TextTooLong, TooMany.
        """
        if organisations.in_bin(self._database, organisation) is not False:
            raise Gone
        clean: dict[str, OwnWord] = {}
        for each in words:
            if each.kind not in OWN_KINDS:
                raise ValueError(each.kind)
            text = _word(each.text)
            if fold_name(text):
                clean.setdefault(fold_name(text), replace(each, text=text))
        if len(clean) > MOST_WORDS:
            raise TooMany(MOST_WORDS)
        own_words.replace(self._database, organisation, clean.values())
        return changed(Area.IDENTIFIERS)

    def not_names(self) -> tuple[NotName, ...]:
        """Return all words of which was said that they are no names, in the order of the alphabet."""
        return not_names.items(self._database)

    @one_transaction
    def say_not_a_name(self, word: str, case: CaseId | None = None) -> Changes:
        """Remember that a word is no name, in one case or everywhere. ``new`` is what ``take_back`` takes.

        Raises FieldMissing("word") when there is no letter or digit in it, TextTooLong, Gone.
        """
        if case is not None:
            self._require_case(case)
        clean = _word(word)
        if not fold_name(clean):
            raise FieldMissing("word")
        there = not_names.said(self._database, clean, case)
        if there is not None:
            return Changes(frozenset(), new=there)
        number = NotNameId(new_id())
        not_names.insert(self._database, number, clean, case)
        return changed(Area.IDENTIFIERS, case=case, new=number)

    @one_transaction
    def take_back(self, number: NotNameId) -> Changes:
        """Let a word be a name again. Raises Gone."""
        there, case = not_names.case_of(self._database, number)
        if not there:
            raise Gone
        not_names.delete(self._database, number)
        return changed(Area.IDENTIFIERS, case=case)


def _word(typed: str) -> str:
    clean = one_line(typed)
    if len(clean) > WORD_LIMIT:
        raise TextTooLong(WORD_LIMIT)
    return clean
