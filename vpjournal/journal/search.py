"""Finding words in everything that was written. What is typed is only ever words, never a query language."""

from collections.abc import Iterator
from itertools import islice

from vpjournal.domain.changes import Changes
from vpjournal.domain.searching import Searched, terms
from vpjournal.domain.views import Hit
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.storage import index
from vpjournal.storage.finding import Finder
from vpjournal.storage.index import Record, Source


class Search(Group):
    """Finding words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._finder = Finder(desk.database)

    def find(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return where all these words stand, newest first, whole words before parts of words."""
        if index.pending(self._database):
            self.catch_up()
        return tuple(islice(self._hits(terms(words)), limit))

    @one_transaction
    def catch_up(self) -> Changes:
        """Take what was typed since the last search into the index; searching does so by itself."""
        index.catch_up(self._database, today=self._today())
        return Changes(frozenset())

    def _hits(self, wanted: tuple[str, ...]) -> Iterator[Hit]:
        if not wanted:
            return
        given: set[Record] = set()
        for record, found, text in self._texts(self._finder.whole_words(wanted)):
            if text.holds_words(wanted):
                given.add(record)
                yield _hit(record, found, text, wanted)
        for record, found, text in self._texts(self._finder.parts(wanted)):
            if record not in given and text.holds_parts(wanted):
                yield _hit(record, found, text, wanted)

    def _texts(self, pieces: Iterator[list[Record]]) -> Iterator[tuple[Record, Source, Searched]]:
        for records in pieces:
            for record, found in index.sources(self._database, records):
                yield record, found, Searched(found.text)


def _hit(record: Record, found: Source, text: Searched, wanted: tuple[str, ...]) -> Hit:
    kind, number = record
    shown = text.snippet(wanted)
    return Hit(kind, found.case, found.name, number, found.phase, shown.text, shown.marks)
