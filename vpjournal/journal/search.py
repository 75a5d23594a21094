"""Finding words in everything that was written. What is typed is only ever words, never a query language."""

from collections.abc import Iterator
from contextlib import suppress
from time import monotonic

from vpjournal.domain.changes import Changes
from vpjournal.domain.searching import Searched, terms
from vpjournal.domain.views import Hit, Spot
from vpjournal.errors import DiskFull
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.storage import index
from vpjournal.storage.finding import Finder
from vpjournal.storage.index import Record, Source

_THE_END = object()


class Finding:
    """A search that is done bit by bit, so that a save which comes in between never waits for all of it."""

    def __init__(self, found: Iterator[Hit | None], limit: int) -> None:
        self._found = found
        self._limit = limit
        self.hits: tuple[Hit, ...] = ()
        """What was found up to now, newest first, whole words before parts of words."""
        self.done = False

    def go_on(self, seconds: float) -> None:
        """Look on for about as long, or until there is enough."""
        until = monotonic() + seconds
        while not self.done:
            hit = next(self._found, _THE_END) if len(self.hits) < self._limit else _THE_END
            if isinstance(hit, Hit):
                self.hits = (*self.hits, hit)
            self.done = hit is _THE_END
            if monotonic() >= until:
                break


class Search(Group):
    """Finding words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._finder = Finder(desk.database)

    def find(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return where all these words stand, newest first, whole words before parts of words."""
        finding = self.begin(words, limit=limit)
        while not finding.done:
            finding.go_on(1)
        return finding.hits

    def begin(self, words: str, *, limit: int = 50) -> Finding:
        """Begin a search that goes on bit by bit."""
        if index.pending(self._database):
            # What was indexed before can be found on a full disk too; that it is full is told where one types.
            with suppress(DiskFull):
                self.catch_up()
        return Finding(self._hits(terms(words)), limit)

    @one_transaction
    def catch_up(self) -> Changes:
        """Take what was typed since the last search into the index; searching does so by itself."""
        index.catch_up(self._database, today=self._today())
        return Changes(frozenset())

    def _hits(self, wanted: tuple[str, ...]) -> Iterator[Hit | None]:
        """Give what is found, and nothing now and then, so that whoever asks can take a rest."""
        given: set[Record] = set()
        for record, found, text in self._texts(self._finder.whole_words(wanted)):
            if text.holds_words(wanted):
                given.add(record)
                yield _hit(record, found, text, wanted)
            else:
                yield None
        for record, found, text in self._texts(self._finder.parts(wanted)):
            missing = record not in given and text.holds_parts(wanted)
            yield _hit(record, found, text, wanted) if missing else None

    def _texts(self, pieces: Iterator[list[Record]]) -> Iterator[tuple[Record, Source, Searched]]:
        for records in pieces:
            for record, found in index.sources(self._database, records):
                yield record, found, Searched(found.text)


def _hit(record: Record, found: Source, text: Searched, wanted: tuple[str, ...]) -> Hit:
    kind, number = record
    shown = text.snippet(wanted)
    start, end = shown.found
    text_number, begin = found.text_at(start)
    spot = Spot(text_number, start - begin, end - begin)
    return Hit(kind, found.case, found.name, number, found.phase, shown.text, shown.marks, spot)
