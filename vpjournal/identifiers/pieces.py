"""A piece of text as the rules look at it: read once, so that each rule can tell at once that it has nothing to do."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from vpjournal.domain.identifying import Certainty, Find, Kind

_WORD = re.compile(r"[^\W\d_]\w*(?:['-]\w+)*")
_DIGITS = "0123456789"


@dataclass(frozen=True)
class Piece:
    """A piece of text; ``small`` is the same in small letters with straight apostrophes, place for place."""

    text: str = field(repr=False)

    @cached_property
    def small(self) -> str:
        """Return the text in small letters; every character keeps its place."""
        small = self.text.lower()
        if len(small) != len(self.text):
            small = "".join(low if len(low := character.lower()) == 1 else character for character in self.text)
        return small.replace("’", "'").replace("‘", "'")

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the different words, in small letters; *tweede-lijns* is one."""
        return frozenset(_WORD.findall(self.small))

    @cached_property
    def digits(self) -> int:
        """Return how many digits there are."""
        return sum(map(self.text.count, _DIGITS))

    def find(self, span: tuple[int, int], kind: Kind, certainty: Certainty, reason: str) -> Find:
        """Return a find for a span of the text."""
        start, end = span
        return Find(start, end, self.text[start:end], kind, certainty, reason)

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """Give where a word (or several) in small letters stands as a whole word."""
        start = self.small.find(word)
        while start >= 0:
            end = start + len(word)
            if not self._is_letter(start - 1) and not self._is_letter(end):
                yield start, end
            start = self.small.find(word, start + 1)

    def _is_letter(self, place: int) -> bool:
        return 0 <= place < len(self.small) and (self.small[place].isalnum() or self.small[place] == "_")


def by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return phrases of several words by the first of them, so that a text is asked for that word alone."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases):
        first = phrase.partition(" ")[0]
        found[first] = (*found.get(first, ()), phrase)
    return found
