"""How words are compared when something is looked for: small letters, no accents, only letters and digits count.

The index and the search box fold text in this same way, so that what was typed never is a query language.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_WITHOUT_ACCENT = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
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
    return text.translate(_FOLDING)


def fold_name(text: str) -> str:
    """Return the form in which two names, codes or words of recognition are the same."""
    return " ".join(fold(text).split())


def terms(typed: str) -> tuple[str, ...]:
    """Return the different words of a query, folded, in order."""
    return tuple(dict.fromkeys(fold(typed).split()))


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text around what was found, on one line, with the spans to mark in it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, wanted: tuple[str, ...]) -> Snippet:
    """Return the piece of ``text`` around the first whole word, else the first part of a word, that is wanted."""
    folded = fold(text)
    origins = _origins(text, folded)
    place = _first_place(folded, wanted)
    first = origins[place] if place < len(origins) else 0
    start = _word_start(text, max(0, first - _SNIPPET_BEFORE), first)
    piece = text[start : start + _SNIPPET_LENGTH].rstrip()
    return Snippet(piece.translate(_ON_ONE_LINE), _marks(piece, wanted))


def _origins(text: str, folded: str) -> Sequence[int]:
    """Return for each folded character the place in the text that it came from: nearly always the same one."""
    if len(folded) == len(text):
        return range(len(text))
    return [place for place, character in enumerate(text) for _ in fold(character)]


def _first_place(folded: str, wanted: tuple[str, ...]) -> int:
    padded = f" {folded} "
    whole = [place for term in wanted if (place := padded.find(f" {term} ")) >= 0]
    parts = [place for term in wanted if (place := folded.find(term)) >= 0]
    return min(whole or parts, default=0)


def _word_start(text: str, start: int, latest: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, latest)
    return start if space < 0 else space + 1


def _marks(piece: str, wanted: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    folded = fold(piece)
    origins = _origins(piece, folded)
    spans = sorted((place, place + len(term)) for term in wanted for place in _places(folded, term))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple((origins[start], origins[end - 1] + 1) for start, end in joined)


def _places(folded: str, term: str) -> list[int]:
    places = []
    place = folded.find(term)
    while place >= 0:
        places.append(place)
        place = folded.find(term, place + len(term))
    return places
