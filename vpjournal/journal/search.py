"""Finding words in everything that was written. What is typed is only ever words, never a query language."""

from collections.abc import Iterable, Iterator
from itertools import islice

from vpjournal.domain.searching import fold, snippet, terms
from vpjournal.domain.views import Hit, HitKind
from vpjournal.journal.group import Group
from vpjournal.storage import index


class Search(Group):
    """Finding words."""

    def find(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return where all these words stand, newest first, whole words before parts of words."""
        wanted = terms(words)
        # With more words than the index looks for, some of what it finds drops out again.
        most = limit if len(wanted) <= index.MOST_TERMS else limit * 4
        records = dict.fromkeys(index.match(self._database, wanted, whole_words=True, limit=most))
        if len(records) < most:
            records |= dict.fromkeys(index.match(self._database, wanted, whole_words=False, limit=most))
        return tuple(islice(self._hits(list(records)[:most], wanted), limit))

    def _hits(self, records: Iterable[tuple[HitKind, int]], wanted: tuple[str, ...]) -> Iterator[Hit]:
        for kind, record in records:
            found = index.source(self._database, kind, record)
            if found is None or not _holds_all(found.text, wanted):
                continue
            shown = snippet(found.text, wanted)
            yield Hit(kind, found.case, found.name, record, found.phase, shown.text, shown.marks)


def _holds_all(text: str, wanted: tuple[str, ...]) -> bool:
    if len(wanted) <= index.MOST_TERMS:
        return True
    folded = fold(text)
    return all(term in folded for term in wanted)
