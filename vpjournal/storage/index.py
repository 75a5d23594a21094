"""The search index: one home for what can be found, kept up in the transaction of every change.

An entry is made from the rows themselves, so that whoever changes a record only says which one. The index holds
folded words and no texts; the number of an entry begins with its day, so that the newest come first by themselves.
A note that is being typed is saved every few seconds: the save only writes down that its words are to be done, and
they are before the next search.
"""

import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.searching import fold
from vpjournal.domain.views import HitKind
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import maybe_day

# Each gives rows of: record, case, name of what holds it, phase, day, texts. Nothing for what lies in the bin.
_CASE = """
SELECT id, id, code, 'first_contact', NULL, code, word, about, hurry_words, hopes, reach
FROM guided_case JOIN case_text ON case_id = id WHERE id IN (SELECT value FROM json_each(?)) AND deleted_on IS NULL
"""
_ORGANISATION = """
SELECT id, NULL, name, NULL, NULL, name, recipients, substitute, remarks,
  (SELECT group_concat(remark, char(10)) FROM organisation_route AS r WHERE r.organisation_id = o.id)
FROM organisation AS o JOIN organisation_text AS t ON t.organisation_id = id
WHERE id IN (SELECT value FROM json_each(?)) AND deleted_on IS NULL
"""
_NOTE = """
SELECT contact_id, case_id, code, phase, coalesce(day, edited_on), text
FROM note JOIN contact AS a ON a.id = contact_id JOIN guided_case AS c ON c.id = case_id
WHERE contact_id IN (SELECT value FROM json_each(?)) AND a.deleted_on IS NULL
"""
_BOARD = """
SELECT o.id, case_id, code, 'second_conversation', NULL,
  (SELECT group_concat(text, char(10) ORDER BY rank) FROM board_text WHERE option_id = o.id)
FROM board_option AS o JOIN guided_case AS c ON c.id = case_id
WHERE o.id IN (SELECT value FROM json_each(?)) AND o.deleted_on IS NULL
"""
_CHOICE = """
SELECT k.id, case_id, code, 'choice', day,
  words, reason, may_know, may_not_know, good_sign, stop_sign
FROM choice AS k JOIN choice_text ON choice_id = k.id JOIN guided_case AS c ON c.id = case_id
WHERE k.id IN (SELECT value FROM json_each(?)) AND k.deleted_on IS NULL
"""
_AGREEMENT = """
SELECT a.id, case_id, code, phase, NULL, what, may_know
FROM agreement AS a JOIN agreement_text ON agreement_id = a.id JOIN guided_case AS c ON c.id = case_id
WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_on IS NULL
"""
_GOALS = """
SELECT case_id, case_id, code, 'first_conversation', NULL, needs, good_enough, never
FROM goals JOIN guided_case ON id = case_id WHERE case_id IN (SELECT value FROM json_each(?))
"""
_FOLLOW_UP = """
SELECT case_id, case_id, code, 'follow_up', NULL, how
FROM follow_up JOIN guided_case ON id = case_id WHERE case_id IN (SELECT value FROM json_each(?))
"""
_ROLE_CHECK = """
SELECT r.id, case_id, code, phase, day, words
FROM role_check AS r JOIN role_check_text ON role_check_id = r.id JOIN guided_case AS c ON c.id = case_id
WHERE r.id IN (SELECT value FROM json_each(?))
"""
_CLOSURE = """
SELECT case_id, case_id, code, 'closure', closed_on, words, left_undone
FROM closure JOIN guided_case ON id = case_id WHERE case_id IN (SELECT value FROM json_each(?))
"""
_SUMMARY = """
SELECT s.id, case_id, code, phase, NULL, text, recipient_words, purpose, why_not_self
FROM summary AS s JOIN summary_text ON summary_id = s.id JOIN guided_case AS c ON c.id = case_id
WHERE s.id IN (SELECT value FROM json_each(?)) AND s.deleted_on IS NULL
"""
_SOURCES = {
    HitKind.CASE: _CASE,
    HitKind.ORGANISATION: _ORGANISATION,
    HitKind.NOTE: _NOTE,
    HitKind.BOARD: _BOARD,
    HitKind.CHOICE: _CHOICE,
    HitKind.AGREEMENT: _AGREEMENT,
    HitKind.GOALS: _GOALS,
    HitKind.FOLLOW_UP: _FOLLOW_UP,
    HitKind.ROLE_CHECK: _ROLE_CHECK,
    HitKind.CLOSURE: _CLOSURE,
    HitKind.SUMMARY: _SUMMARY,
}
_ENTRY = "SELECT id FROM search_entry WHERE kind = ? AND record = ?"
_ENTRIES_OF_CASE = "SELECT id FROM search_entry WHERE case_id = ?"
_INSERT = "INSERT INTO search_entry (id, kind, record, case_id) VALUES (?, ?, ?, ?)"
_DELETE = "DELETE FROM search_entry WHERE id = ?"
_INSERT_WORDS = "INSERT INTO search_word (rowid, words) VALUES (?, ?)"
_DELETE_WORDS = "DELETE FROM search_word WHERE rowid = ?"
_UNKNOWN = """
SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE word = value)
"""
_LEARN = "INSERT INTO search_vocabulary (word) VALUES (?)"
_OPTIMIZE = "INSERT INTO search_word (search_word) VALUES ('optimize')"
_FORGET = "DELETE FROM search_vocabulary WHERE word NOT IN (SELECT term FROM search_term)"
_PUT_OFF = "INSERT OR IGNORE INTO search_pending (contact_id) VALUES (?)"
_PENDING = "SELECT contact_id FROM search_pending"
_NOTHING_PENDING = "DELETE FROM search_pending"
_NO_ENTRIES = "DELETE FROM search_entry"
_NO_VOCABULARY = "DELETE FROM search_vocabulary"
_NO_WORDS = "INSERT INTO search_word (search_word) VALUES ('delete-all')"
_RANDOM_BITS = 40

Record = tuple[HitKind, int]


@dataclass(frozen=True, slots=True)
class Source:
    """What an entry is made of, and what a hit shows: ``name`` is a code, or the name of an organisation."""

    case: CaseId | None
    name: str
    phase: Phase | None
    day: date | None
    texts: tuple[str, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """All texts that there are, one below the other."""
        return "\n".join(filter(None, self.texts))

    def text_at(self, place: int) -> tuple[int, int]:
        """Return which of the texts has this place of ``text``, and where that one begins."""
        begin = 0
        for number, text in enumerate(self.texts):
            if text and place <= begin + len(text):
                return number, begin
            begin += len(text) + 1 if text else 0
        return 0, 0


def sources(database: Database, records: Iterable[Record]) -> Iterator[tuple[Record, Source]]:
    """Give the texts of records that can be found, in that order; none for what is gone, or lies in the bin."""
    wanted = list(records)
    found: dict[Record, Source] = {}
    for kind in dict.fromkeys(kind for kind, _ in wanted):
        numbers = [record for each, record in wanted if each is kind]
        for row in database.query(_SOURCES[kind], (json.dumps(numbers),)):
            found[kind, row[0]] = _source(row)
    return ((record, found[record]) for record in wanted if record in found)


def _source(row: Row) -> Source:
    _, case, name, phase, day, *texts = row
    return Source(
        case=None if case is None else CaseId(case),
        name=name,
        phase=None if phase is None else Phase(phase),
        day=maybe_day(day),
        texts=tuple(text or "" for text in texts),
    )


def refresh(database: Database, kind: HitKind, record: int, *, today: date) -> None:
    """Make the entry of a record again from its rows, or take it out of the index."""
    found = next((source for _, source in sources(database, [(kind, record)])), None)
    words = () if found is None else tuple(dict.fromkeys(fold(found.text).split()))
    if found is None or not words:
        remove(database, kind, record)
        return
    entry = _entry(database, kind, record, found.case, found.day or today)
    database.execute(_INSERT_WORDS, (entry, " ".join(words)))
    # In the order of the alphabet, which says nothing of what was written.
    database.execute_many(_LEARN, sorted(database.query(_UNKNOWN, (json.dumps(words),))))


def _entry(database: Database, kind: HitKind, record: int, case: CaseId | None, day: date) -> int:
    """Return the number of an entry without words: the one it has, as long as that begins with the right day."""
    fresh = _entry_number(kind, day)
    for (entry,) in database.query(_ENTRY, (kind, record)):
        if entry >> _RANDOM_BITS == fresh >> _RANDOM_BITS:
            _remove_words(database, entry)
            return int(entry)
    remove(database, kind, record)
    database.execute(_INSERT, (fresh, kind, record, case))
    return fresh


def remove(database: Database, kind: HitKind, record: int) -> None:
    """Take a record out of the index. What is left of its words goes with ``optimize``."""
    _remove_entries(database, database.query(_ENTRY, (kind, record)))


def remove_case(database: Database, case: CaseId) -> None:
    """Take everything of a case out of the index."""
    _remove_entries(database, database.query(_ENTRIES_OF_CASE, (case,)))


def put_off(database: Database, contact: ContactId) -> None:
    """Write down that the words of a note are to be done by ``catch_up``."""
    database.execute(_PUT_OFF, (contact,))


def pending(database: Database) -> list[ContactId]:
    """Return the contacts whose notes wait for ``catch_up``."""
    return [ContactId(contact) for (contact,) in database.query(_PENDING)]


def catch_up(database: Database, *, today: date) -> None:
    """Do what was put off."""
    for contact in pending(database):
        refresh(database, HitKind.NOTE, contact, today=today)
    database.execute(_NOTHING_PENDING)


def make_anew(database: Database, records: Iterable[Record], *, today: date) -> None:
    """Make the whole index of these records, about 1 ms for each; what stood in it is gone."""
    for sql in (_NOTHING_PENDING, _NO_ENTRIES, _NO_VOCABULARY, _NO_WORDS):
        database.execute(sql)
    for kind, record in records:
        refresh(database, kind, record, today=today)


def optimize(database: Database, *, today: date) -> None:
    """Write the index anew, so that no byte of what was taken out is left. Takes seconds in a large journal."""
    catch_up(database, today=today)
    database.execute(_OPTIMIZE)
    database.execute(_FORGET)


def _entry_number(kind: HitKind, day: date) -> int:
    # Cases and organisations come before what was written in them.
    first = kind in (HitKind.CASE, HitKind.ORGANISATION)
    return (date.max if first else day).toordinal() << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)


def _remove_entries(database: Database, entries: Iterable[tuple[int, ...]]) -> None:
    for (entry,) in entries:
        _remove_words(database, entry)
        database.execute(_DELETE, (entry,))


def _remove_words(database: Database, entry: int) -> None:
    database.execute(_DELETE_WORDS, (entry,))
