"""How words are compared when something is looked for: small letters, no accents, only letters and digits count.

The index and the search box fold text in this same way, so that what was typed never is a query language.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_WITHOUT_ACCENT = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_SNIPPET_BEFORE = 50
_SNIPPET_LENGTH = 160
_ON_ONE_LINE = str.maketrans("\n\t", "  ")


class _Folding(dict[int, str]):
    """The fold of every character met so far, for ``str.translate``."""

    def __missing__(self, point: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(point).casefold())
        self[point] = "".join(_fold_character(part) for part in plain)
        return self[point]


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Mn":
        return ""
    if character.isalnum() or category == "Mc":
        return _WITHOUT_ACCENT.get(character, character)
    return " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return a text in small letters without accents, everything but letters and digits as spaces."""
    # Python translates a text without accents twenty times as fast, and most of what is between accents has none.
    plain = text if text.isascii() else _BEYOND_ASCII.sub(_fold_run, text)
    return plain.translate(_FOLDING)


def _fold_run(found: re.Match[str]) -> str:
    return found[0].translate(_FOLDING)


def fold_name(text: str) -> str:
    """Return the form in which two names, codes or words of recognition are the same."""
    return " ".join(fold(text).split())


def terms(typed: str) -> tuple[str, ...]:
    """Return the different words of a query, folded, in order."""
    return tuple(dict.fromkeys(fold(typed).split()))


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text around what was found, on one line, with the spans to mark; ``found`` is a span of the text."""

    text: str
    marks: tuple[tuple[int, int], ...]
    found: tuple[int, int]


class Searched:
    """A text that is looked at for words, folded once."""

    __slots__ = ("_folded", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = f" {fold(text)} "

    def holds_words(self, wanted: Iterable[str]) -> bool:
        """Tell whether all these folded words stand in the text."""
        return all(f" {term} " in self._folded for term in wanted)

    def holds_parts(self, wanted: Iterable[str]) -> bool:
        """Tell whether all of them are words or parts: two letters the beginning of a word, one letter a word."""
        return all(_as_part(term) in self._folded for term in wanted)

    def snippet(self, wanted: Sequence[str]) -> Snippet:
        """Return the piece around the first whole word, else the first part of a word, that is wanted."""
        text = self._text
        place, length = self._first_place(wanted)
        first = self._origin(place)
        start = _word_start(text, max(0, first - _SNIPPET_BEFORE), first)
        piece = text[start : start + _SNIPPET_LENGTH].rstrip()
        end = self._origin(place + length - 1) + 1 if length else first
        return Snippet(piece.translate(_ON_ONE_LINE), _marks(piece, wanted), (first, end))

    def _first_place(self, wanted: Iterable[str]) -> tuple[int, int]:
        """Return where the first word that is wanted stands in the folded text, and its length."""
        whole = [(place, len(term)) for term in wanted if (place := self._folded.find(f" {term} ")) >= 0]
        parts = ((place, len(term)) for term in wanted for place in islice(_places(self._folded, term), 1))
        return min(whole or parts, default=(0, 0))

    def _origin(self, place: int) -> int:
        """Return where in the text a folded character came from: the same place, unless folding changes lengths."""
        if _keeps_places(self._text):
            return place
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            if len(fold(self._text[: middle + 1])) > place:
                high = middle
            else:
                low = middle + 1
        return low


def _keeps_places(text: str) -> bool:
    return text.isascii() or all(len(_FOLDING[ord(character)]) == 1 for character in set(text))


def _as_part(term: str) -> str:
    return term if len(term) > 2 else f" {term}" if len(term) == 2 else f" {term} "


def _word_start(text: str, start: int, latest: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, latest)
    return start if space < 0 else space + 1


def _marks(piece: str, wanted: Iterable[str]) -> tuple[tuple[int, int], ...]:
    folded = f" {fold(piece)} "
    origins = _origins(piece)
    spans = sorted((place, place + len(term)) for term in wanted for place in _places(folded, term))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple((origins[start], origins[end - 1] + 1) for start, end in joined)


def _origins(text: str) -> Sequence[int]:
    """Return for each folded character the place in the text that it came from."""
    if _keeps_places(text):
        return range(len(text))
    return [place for place, character in enumerate(text) for _ in fold(character)]


def _places(folded: str, term: str) -> Iterator[int]:
    """Give where a term stands as a word or a part, in a text without the space that was put before it."""
    part = _as_part(term)
    before = 1 - part.index(term)
    place = folded.find(part)
    while place >= 0:
        yield place - before
        place = folded.find(part, place + len(term))
