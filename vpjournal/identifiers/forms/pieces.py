"""A piece of text as the rules look at it: read once, so that each rule can tell at once that it has nothing to do."""

import re
from collections.abc import Iterable, Iterator, Mapping

from vpjournal.domain.identifying import Certainty, Find, Kind

_WORD = re.compile(r"[^\W\d_]\w*+(?:['-]\w+)*+")
_ASCII_WORD = re.compile(r"[a-z][a-z0-9_]*+(?:['-][a-z0-9_]+)*+")
"""The same for what most texts are made of, which takes half the time."""
_DIGITS = "0123456789"
_NUMBER = re.compile(r"\d+")


class Piece:
    """A piece of text with what the rules ask of it: computed at once, as nearly every rule asks for nearly all."""

    __slots__ = ("by_ending", "chunks", "digits", "numbers", "small", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = _in_small_letters(text)
        """The text in small letters with straight apostrophes; every character keeps its place."""
        self.words = frozenset((_ASCII_WORD if self.small.isascii() else _WORD).findall(self.small))
        """The different words, in small letters; *tweede-lijns* is one."""
        self.by_ending: dict[str, list[str]] = {}
        """The words by their last three letters, for ``Endings``."""
        for word in self.words:
            self.by_ending.setdefault(word[-3:], []).append(word)
        self.digits = sum(map(text.count, _DIGITS))
        """How many digits there are."""
        self.numbers = [found.start() for found in _NUMBER.finditer(text)] if self.digits else []
        """Where digits begin: an expression that begins with one need not be tried anywhere else."""
        self.chunks = _chunks(text, self.numbers)
        """Where letters, digits and hyphens in a row begin that hold those digits: *AB-12-CD*."""

    def find(self, span: tuple[int, int], kind: Kind, certainty: Certainty, reason: str) -> Find:
        """Return a find for a span of the text."""
        start, end = span
        return Find(start, end, self.text[start:end], kind, certainty, reason)

    def at(self, places: Iterable[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Give what ``pattern.finditer`` would, for one that matches at none but these places."""
        last = 0
        for place in places:
            if place >= last and (found := pattern.match(self.text, place)) is not None:
                last = found.end()
                yield found

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


def _chunks(text: str, numbers: Iterable[int]) -> list[int]:
    """Return where letters, digits and hyphens in a row begin that hold a number; no place is looked at twice."""
    found: list[int] = []
    last = 0
    for number in numbers:
        place = number
        while place > last and (text[place - 1].isalnum() or text[place - 1] in "-_"):
            place -= 1
        if place > last or not found:
            found.append(place)
        last = number
    return found


def _in_small_letters(text: str) -> str:
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return small if small.isascii() else small.replace("’", "'").replace("‘", "'")


class Endings:
    """Tells words with one of many endings, of three letters or more, at the cost of a look at the last three."""

    def __init__(self, endings: Iterable[str]) -> None:
        self._endings = tuple(endings)
        self._last = frozenset(ending[-3:] for ending in self._endings)

    def among(self, piece: Piece) -> list[str]:
        """Return the words of a piece that end so."""
        by_ending, last = piece.by_ending, self._last
        # Python goes through the frozenset, however long it is, where ``&`` stands between one and the keys of a dict.
        both = last.intersection(by_ending) if len(by_ending) < len(last) else by_ending.keys() & last
        return [word for ending in both for word in by_ending[ending] if word.endswith(self._endings)]


def by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return phrases of several words by the first of them, so that a text is asked for that word alone."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases):
        first = phrase.partition(" ")[0]
        found[first] = (*found.get(first, ()), phrase)
    return found
