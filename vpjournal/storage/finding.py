"""Finds records in the search index: whole words as they stand there, parts of words by way of the words they are in.

Everything comes newest first and in growing pieces, so that whoever has enough stops. What is given may hold the
words, and whoever asks compares it with the text; what is not given does not hold them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from vpjournal.domain.views import HitKind
from vpjournal.storage.connection import Database
from vpjournal.storage.index import Record

_MATCH = """
SELECT i.rowid, kind, record FROM search_word AS i CROSS JOIN search_entry AS e ON e.id = i.rowid
LEFT JOIN guided_case AS c ON c.id = e.case_id
WHERE search_word MATCH ? AND i.rowid < ? AND c.deleted_on IS NULL ORDER BY i.rowid DESC LIMIT ?
"""
_ALL = """
SELECT e.id, kind, record FROM search_entry AS e LEFT JOIN guided_case AS c ON c.id = e.case_id
WHERE e.id < ? AND c.deleted_on IS NULL ORDER BY e.id DESC LIMIT ?
"""
_NEW_WORDS = """
SELECT max(id), group_concat(word, char(10)) FROM (SELECT id, word FROM search_vocabulary WHERE id > ? ORDER BY id)
"""
_AFTER_THE_NEWEST = 2**62
_FIRST_PIECE, _LARGEST_PIECE = 64, 512
_MOST_TERMS = 32
"""Words of a query that are looked up, the longest ones; the others are only compared with the text."""
_MOST_WORDS = 256
"""Words that one question to the index names. A part of more words than these stands in nearly every text."""


class Finder:
    """Finds records in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = _Vocabulary(database)

    def whole_words(self, terms: Sequence[str]) -> Iterator[list[Record]]:
        """Give the records that hold these folded words, all of them as whole words."""
        return self._matching(" ".join(map(_quoted, _longest(terms))))

    def parts(self, terms: Sequence[str]) -> Iterator[list[Record]]:
        """Give the records that hold these folded words, all of them as words or parts of words.

        A part of two letters is looked for at the beginning of words only, and a single letter only as a word.
        """
        if not terms:
            return iter(())
        holding = sorted((self._vocabulary.holding(term) for term in _longest(terms)), key=len)
        if not all(holding):
            return iter(())
        asked = list(_within(holding, _MOST_WORDS))
        return self._matching(" AND ".join(map(_any_of, asked))) if asked else self._pieces(_ALL)

    def _matching(self, expression: str) -> Iterator[list[Record]]:
        return self._pieces(_MATCH, expression) if expression else iter(())

    def _pieces(self, sql: str, *parameters: str) -> Iterator[list[Record]]:
        below, size = _AFTER_THE_NEWEST, _FIRST_PIECE
        while rows := self._database.query(sql, (*parameters, below, size)):
            yield [(HitKind(kind), record) for _, kind, record in rows]
            if len(rows) < size:
                return
            below, size = rows[-1][0], min(size * 2, _LARGEST_PIECE)


class _Vocabulary:
    """Every word of the index in one text, one a line: read once, and after that only the words that are new.

    To be read outside transactions, so that it never holds a word that was not kept. One that went from the index
    stays here until the journal is closed, and leads nowhere.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = "\n"
        self._last = 0

    def holding(self, term: str) -> list[str]:
        """Return the words that a term stands in, as soon as there are more than one question can name not the rest."""
        if len(term) == 1:
            return [term]
        self._catch_up()
        return list(islice(self._holding(term if len(term) > 2 else f"\n{term}"), _MOST_WORDS + 1))

    def _holding(self, part: str) -> Iterator[str]:
        place = self._words.find(part)
        while place >= 0:
            end = self._words.index("\n", place + 1)
            yield self._words[self._words.rindex("\n", 0, place + 1) + 1 : end]
            place = self._words.find(part, end)

    def _catch_up(self) -> None:
        ((last, words),) = self._database.query(_NEW_WORDS, (self._last,))
        if last is not None:
            self._words += f"{words}\n"
            self._last = last


def _longest(terms: Iterable[str]) -> list[str]:
    return sorted(terms, key=len, reverse=True)[:_MOST_TERMS]


def _within(lists: Iterable[list[str]], most: int) -> Iterator[list[str]]:
    """Give the first lists, the shortest ones, as long as they hold no more words together."""
    total = 0
    for words in lists:
        total += len(words)
        if total > most:
            return
        yield words


def _any_of(words: Iterable[str]) -> str:
    return f"({' OR '.join(map(_quoted, words))})"


def _quoted(word: str) -> str:
    return f'"{word}"'
