"""The search index: one home for what can be found, kept up in the transaction of every change.

An entry is made from the rows themselves, so that whoever changes a record only says which one. The index holds
folded words and no texts; the number of an entry begins with its day, so that the newest come first by themselves.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId
from vpjournal.domain.searching import fold
from vpjournal.domain.views import HitKind
from vpjournal.storage.connection import Database
from vpjournal.storage.days import maybe_day

# Each gives a row of: case, name of what holds it, phase, day, texts. Nothing for what lies in the bin.
_CASE = """
SELECT id, code, 'first_contact', NULL, code, word, about, hurry_words, hopes, reach
FROM guided_case JOIN case_text ON case_id = id WHERE id = ? AND deleted_on IS NULL
"""
_ORGANISATION = """
SELECT NULL, name, NULL, NULL, name, recipients, substitute, remarks,
  (SELECT group_concat(remark, char(10)) FROM organisation_route AS r WHERE r.organisation_id = o.id)
FROM organisation AS o JOIN organisation_text AS t ON t.organisation_id = id WHERE id = ? AND deleted_on IS NULL
"""
_NOTE = """
SELECT case_id, code, phase, coalesce(day, edited_on), text
FROM note JOIN contact AS a ON a.id = contact_id JOIN guided_case AS c ON c.id = case_id
WHERE contact_id = ? AND a.deleted_on IS NULL
"""
_BOARD = """
SELECT case_id, code, 'second_conversation', NULL,
  (SELECT group_concat(text, char(10) ORDER BY rank) FROM board_text WHERE option_id = o.id)
FROM board_option AS o JOIN guided_case AS c ON c.id = case_id WHERE o.id = ? AND o.deleted_on IS NULL
"""
_CHOICE = """
SELECT case_id, code, 'choice', day,
  words, reason, may_know, may_not_know, good_sign, stop_sign
FROM choice AS k JOIN choice_text ON choice_id = k.id JOIN guided_case AS c ON c.id = case_id
WHERE k.id = ? AND k.deleted_on IS NULL
"""
_AGREEMENT = """
SELECT case_id, code, phase, NULL, what, may_know
FROM agreement AS a JOIN agreement_text ON agreement_id = a.id JOIN guided_case AS c ON c.id = case_id
WHERE a.id = ? AND a.deleted_on IS NULL
"""
_GOALS = """
SELECT case_id, code, 'first_conversation', NULL, needs, good_enough, never
FROM goals JOIN guided_case ON id = case_id WHERE case_id = ?
"""
_FOLLOW_UP = """
SELECT case_id, code, 'follow_up', NULL, how FROM follow_up JOIN guided_case ON id = case_id WHERE case_id = ?
"""
_ROLE_CHECK = """
SELECT case_id, code, phase, day, words
FROM role_check AS r JOIN role_check_text ON role_check_id = r.id JOIN guided_case AS c ON c.id = case_id
WHERE r.id = ?
"""
_CLOSURE = """
SELECT case_id, code, 'closure', closed_on, words, left_undone
FROM closure JOIN guided_case ON id = case_id WHERE case_id = ?
"""
_SUMMARY = """
SELECT case_id, code, phase, NULL, text, recipient_words, purpose, why_not_self
FROM summary AS s JOIN summary_text ON summary_id = s.id JOIN guided_case AS c ON c.id = case_id
WHERE s.id = ? AND s.deleted_on IS NULL
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
_INSERT_PARTS = "INSERT INTO search_part (rowid, words) VALUES (?, ?)"
_INSERT_WORDS = "INSERT INTO search_word (rowid, words) VALUES (?, ?)"
_DELETE_PARTS = "DELETE FROM search_part WHERE rowid = ?"
_DELETE_WORDS = "DELETE FROM search_word WHERE rowid = ?"
_OPTIMIZE_PARTS = "INSERT INTO search_part (search_part) VALUES ('optimize')"
_OPTIMIZE_WORDS = "INSERT INTO search_word (search_word) VALUES ('optimize')"
_MATCH_PARTS = """
SELECT kind, record FROM search_part AS i CROSS JOIN search_entry AS e ON e.id = i.rowid
LEFT JOIN guided_case AS c ON c.id = e.case_id
WHERE search_part MATCH ? AND c.deleted_on IS NULL ORDER BY i.rowid DESC LIMIT ?
"""
_MATCH_WORDS = """
SELECT kind, record FROM search_word AS i CROSS JOIN search_entry AS e ON e.id = i.rowid
LEFT JOIN guided_case AS c ON c.id = e.case_id
WHERE search_word MATCH ? AND c.deleted_on IS NULL ORDER BY i.rowid DESC LIMIT ?
"""
_RANDOM_BITS = 40
MOST_TERMS = 8
"""Words of a query that the index looks for, the longest ones; whoever asks compares the others with the text."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an entry is made of, and what a hit shows: ``name`` is a code, or the name of an organisation."""

    case: CaseId | None
    name: str
    phase: Phase | None
    day: date | None
    text: str = field(repr=False)


def source(database: Database, kind: HitKind, record: int) -> Source | None:
    """Return the text of a record that can be found; None: it is gone, or lies in the bin."""
    row = database.query_one(_SOURCES[kind], (record,))
    if row is None:
        return None
    case, name, phase, day, *texts = row
    return Source(
        case=None if case is None else CaseId(case),
        name=name,
        phase=None if phase is None else Phase(phase),
        day=maybe_day(day),
        text="\n".join(filter(None, texts)),
    )


def refresh(database: Database, kind: HitKind, record: int, *, today: date) -> None:
    """Make the entry of a record again from its rows, or take it out of the index."""
    found = source(database, kind, record)
    words = "" if found is None else " ".join(fold(found.text).split())
    if found is None or not words:
        remove(database, kind, record)
        return
    entry = _entry(database, kind, record, found.case, found.day or today)
    database.execute(_INSERT_PARTS, (entry, f" {words} "))
    database.execute(_INSERT_WORDS, (entry, words))


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


def optimize(database: Database) -> None:
    """Write the index anew, so that no byte of what was taken out is left. Takes seconds in a large journal."""
    database.execute(_OPTIMIZE_PARTS)
    database.execute(_OPTIMIZE_WORDS)


def match(database: Database, terms: Iterable[str], *, whole_words: bool, limit: int) -> list[tuple[HitKind, int]]:
    """Return the records that hold all of the folded ``terms``, newest first.

    A part of one or two letters is found as the beginning of a word, with the space before it, and one of a single
    letter only as a whole word: the index knows three characters at a time.
    """
    wanted = sorted(terms, key=len, reverse=True)[:MOST_TERMS]
    if not wanted:
        return []
    if whole_words:
        rows = database.query(_MATCH_WORDS, (" ".join(f'"{term}"' for term in wanted), limit))
    else:
        rows = database.query(_MATCH_PARTS, (" ".join(map(_part, wanted)), limit))
    return [(HitKind(kind), record) for kind, record in rows]


def _part(term: str) -> str:
    return f'"{term}"' if len(term) >= 3 else f'" {term}"' if len(term) == 2 else f'" {term} "'


def _entry_number(kind: HitKind, day: date) -> int:
    # Cases and organisations come before what was written in them.
    first = kind in (HitKind.CASE, HitKind.ORGANISATION)
    return (date.max if first else day).toordinal() << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)


def _remove_entries(database: Database, entries: Iterable[tuple[int, ...]]) -> None:
    for (entry,) in entries:
        _remove_words(database, entry)
        database.execute(_DELETE, (entry,))


def _remove_words(database: Database, entry: int) -> None:
    database.execute(_DELETE_PARTS, (entry,))
    database.execute(_DELETE_WORDS, (entry,))
