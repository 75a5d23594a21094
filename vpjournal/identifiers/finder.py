"""Looks through a text, one paragraph at a time, so that after an edit only what changed is looked at again.

What one paragraph shows beyond doubt (someone's first name, say) helps to see it in the others: ``names`` of the
finds of a text are handed back as ``seen``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vpjournal.domain.identifying import Certainty, Find, Kind, Known
from vpjournal.domain.searching import fold_name
from vpjournal.identifiers import patterns

LONGEST_PIECE = 2_000
"""Characters that are looked at in one go; a longer paragraph is cut where a sentence or a word ends."""

_WEIGHT = {kind: weight for weight, kind in enumerate(Kind)}


class Finder:
    """Finds in Dutch and English text. Reading the lists takes a moment; after that it only computes.

    Safe to use on any thread, one at a time.
    """

    def __init__(self, known: Known | None = None) -> None:
        """``known`` is what the journal knows of its organisations and of words that are no names."""
        self._known = known or Known()

    def find(self, text: str) -> tuple[Find, ...]:
        """Return all finds of a text, in order, none overlapping another; offsets count code points of ``text``."""
        first = tuple(self._all(text, frozenset()))
        return tuple(self._all(text, self.names(first)))

    def find_in(self, paragraph: str, seen: frozenset[str] = frozenset()) -> tuple[Find, ...]:
        """Return the finds of one paragraph (no line end in it), of at most ``LONGEST_PIECE`` characters at a time."""
        return tuple(find for start, piece in pieces(paragraph) for find in self._look(piece, start, seen))

    def names(self, finds: Iterable[Find]) -> frozenset[str]:
        """Return the words, folded, that are part of a name beyond doubt: they are names wherever they stand."""
        return frozenset(
            word
            for find in finds
            if find.kind is Kind.PERSON and find.certainty is Certainty.IDENTIFIES
            for word in fold_name(find.text).split()
        )

    def _all(self, text: str, seen: frozenset[str]) -> Iterator[Find]:
        place = 0
        for line in text.split("\n"):
            yield from (_moved(find, place) for find in self.find_in(line, seen))
            place += len(line) + 1

    def _look(self, piece: str, offset: int, seen: frozenset[str]) -> Iterator[Find]:  # noqa: ARG002 - taken up with the names
        for find in settled(patterns.look(piece)):
            if fold_name(find.text) not in self._known.not_names:
                yield _moved(find, offset)


def settled(finds: Iterable[Find]) -> list[Find]:
    """Return finds in order, without overlaps: the certain one stays, then the weightier kind, then the longer one."""
    kept: list[Find] = []
    for find in sorted(finds, key=_precedence):
        if all(find.end <= other.start or other.end <= find.start for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)


def _precedence(find: Find) -> tuple[bool, int, int, int]:
    return find.certainty is Certainty.MAY, _WEIGHT[find.kind], find.start - find.end, find.start


def _moved(find: Find, by: int) -> Find:
    return replace(find, start=find.start + by, end=find.end + by)


def pieces(paragraph: str) -> Iterator[tuple[int, str]]:
    """Cut a paragraph into pieces of at most ``LONGEST_PIECE`` characters, each with its place."""
    start = 0
    while len(paragraph) - start > LONGEST_PIECE:
        cut = paragraph.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE) + 1 or start + LONGEST_PIECE
        yield start, paragraph[start:cut]
        start = cut
    yield start, paragraph[start:]
