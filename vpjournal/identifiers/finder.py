"""Looks through a text, one paragraph at a time, so that after an edit only what changed is looked at again.

What one paragraph shows beyond doubt (someone's first name, say) helps to see it in the others: ``names`` of the
finds of a text are handed back as ``seen``.
"""

from collections.abc import Iterable, Iterator, Sequence

from vpjournal.domain.identifying import Certainty, Find, Kind, Known
from vpjournal.domain.searching import fold, fold_name
from vpjournal.identifiers.forms import patterns
from vpjournal.identifiers.forms.traits import combined
from vpjournal.identifiers.names import finding as names
from vpjournal.identifiers.names.lists import NAME, SMALL_WORD, WORD, lists
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.own import OwnWords
from vpjournal.identifiers.shadow import bare_word

LONGEST_PIECE = 2_000
"""Characters that are looked at in one go; a longer paragraph is cut where a sentence or a word ends."""

_WEIGHT = {kind: weight for weight, kind in enumerate(Kind)}


_EXACT = frozenset(
    {
        Kind.EMAIL,
        Kind.URL,
        Kind.HANDLE,
        Kind.PHONE,
        Kind.BSN,
        Kind.IBAN,
        Kind.PLATE,
        Kind.ADDRESS,
        Kind.POSTCODE,
        Kind.NUMBER,
        Kind.DATE,
        Kind.TIME,
    }
)
"""What is told by its form: no name is looked for within it, not in *30 jan* either."""


class Finder:
    """Finds in Dutch and English text. Reading the lists takes a moment; after that it only computes.

    Safe to use on any thread, one at a time.
    """

    def __init__(self, known: Known | None = None) -> None:
        """``known`` is what the journal knows of its organisations and of words that are no names."""
        self._known = known or Known()
        self._lists = lists()
        patterns.load()
        self._own = OwnWords(self._known)

    def find(self, text: str) -> tuple[Find, ...]:
        """Return all finds of a text, in order, none overlapping another; offsets count code points of ``text``."""
        parts = [self._part(piece, offset) for offset, piece in _parts(text)]
        for part in parts:
            part.finds = self._all(part, frozenset())
        seen = self.names(find for part in parts for find in part.finds)
        for part in parts:
            if seen and part.holds_more_of(seen):
                part.finds = self._all(part, seen)
        return tuple(_moved(find, part.offset) for part in parts for find in part.finds)

    def find_in(self, paragraph: str, seen: frozenset[str] = frozenset()) -> tuple[Find, ...]:
        """Return the finds of one paragraph (no line end in it), of at most ``LONGEST_PIECE`` characters at a time."""
        parts = (self._part(piece, offset) for offset, piece in pieces(paragraph))
        return tuple(_moved(find, part.offset) for part in parts for find in self._all(part, seen))

    def names(self, finds: Iterable[Find]) -> frozenset[str]:
        """Return the words, folded, that are part of a name beyond doubt: they are names wherever they stand.

        Their genitives are among them (*abels vraag*), unless that is a word.
        """
        words = {
            word
            for find in finds
            if find.kind is Kind.PERSON and find.certainty is Certainty.IDENTIFIES
            for word in fold_name(find.text).split()
            if len(word) > 1 and not self._lists.of(word) & SMALL_WORD
        }
        genitives = (f"{word}s" for word in words if len(word) > 2)
        return frozenset(words).union(word for word in genitives if not self._lists.of(word) & WORD)

    def _part(self, piece: str, offset: int) -> "_Part":
        exact = [*patterns.look(piece), *self._own.look(piece)]
        taken = [(find.start, find.end) for find in exact if find.kind in _EXACT or self._is_no_name(find)]
        reading = names.prepare(piece, self._lists, not_names=self._known.not_names, taken=taken)
        return _Part(piece, offset, exact, reading)

    def _all(self, part: "_Part", seen: frozenset[str]) -> list[Find]:
        not_names = self._known.not_names
        finds = combined(part.text, settled([*part.exact, *names.look(part.reading, seen)]))
        return [find for find in finds if not not_names or fold_name(find.text) not in not_names]

    def _is_no_name(self, find: Find) -> bool:
        """Tell whether it is a trait like *Jehova's getuige* or *Muslim*, in which no name is looked for."""
        if find.kind is not Kind.TRAIT:
            return False
        return " " in find.text or not self._lists.of(bare_word(find.text.lower())) & NAME


class _Part:
    """A piece of a text, what shows in it by its form, and what was found so far, with places in the piece."""

    __slots__ = ("exact", "finds", "offset", "reading", "text")

    def __init__(self, text: str, offset: int, exact: list[Find], reading: Reading) -> None:
        self.text = text
        self.offset = offset
        self.exact = exact
        self.reading = reading
        self.finds: list[Find] = []

    def holds_more_of(self, seen: frozenset[str]) -> bool:
        """Tell whether it holds a word of a name that was seen, beside what was found beyond doubt."""
        if seen.isdisjoint(self.reading.smalls):
            return False
        rest: list[str] = []
        last = 0
        for find in self.finds:
            if find.kind is Kind.PERSON and find.certainty is Certainty.IDENTIFIES:
                rest.append(self.text[last : find.start])
                last = find.end
        rest.append(self.text[last:])
        return not seen.isdisjoint(fold(" ".join(rest)).split())


def _parts(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for line in text.split("\n"):
        yield from ((place + start, piece) for start, piece in pieces(line))
        place += len(line) + 1


def settled(finds: Sequence[Find]) -> list[Find]:
    """Return finds in order, without overlaps: the certain one stays, then the weightier kind, then the longer one."""
    if len(finds) < 2:
        return list(finds)
    kept: list[Find] = []
    taken = bytearray(max(find.end for find in finds))
    for find in sorted(finds, key=_precedence):
        if taken.find(1, find.start, find.end) < 0:
            taken[find.start : find.end] = b"\x01" * (find.end - find.start)
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)


def _precedence(find: Find) -> tuple[bool, int, int, int]:
    return find.certainty is Certainty.MAY, _WEIGHT[find.kind], find.start - find.end, find.start


def _moved(find: Find, by: int) -> Find:
    if not by:
        return find
    return Find(find.start + by, find.end + by, find.text, find.kind, find.certainty, find.reason)


def pieces(paragraph: str) -> Iterator[tuple[int, str]]:
    """Cut a paragraph into pieces of at most ``LONGEST_PIECE`` characters, each with its place."""
    start = 0
    while len(paragraph) - start > LONGEST_PIECE:
        half, end = start + LONGEST_PIECE // 2, start + LONGEST_PIECE
        cut = paragraph.rfind(". ", half, end) + 2
        if cut < 2:
            cut = paragraph.rfind(" ", half, end) + 1 or end
        yield start, paragraph[start:cut]
        start = cut
    yield start, paragraph[start:]
