"""A text as forms are looked for in it: accents composed, blanks and hyphens of one kind, nothing that does not show.

Names are looked for without accents at all (``shadow``); numbers, days and titles keep theirs: *één*, *coördinator*.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vpjournal.domain.identifying import Find

_ODD = re.compile(
    "[\u00a0\u00ad\u0300-\u036f\u061c\u180e\u2000-\u200f\u2010\u2011\u202a-\u202f\u205f-\u206f\u3000\ufe0e\ufe0f\ufeff"
    "\uff01-\uff5e]"
)
_HYPHENS = "\u2010\u2011"


def is_plain(text: str) -> bool:
    """Tell whether a text can be looked at as it is."""
    return text.isascii() or _ODD.search(text) is None


def plain(text: str) -> tuple[str, Sequence[int]]:
    """Return the plain text, and for each of its characters where it began; at the end the length of the text."""
    parts: list[str] = []
    origins: list[int] = []
    for start, cluster in _clusters(text):
        parts.append(cluster)
        origins += [start] * len(cluster)
    origins.append(len(text))
    return "".join(parts), origins


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Give each letter with the accents behind it, composed; what does not show is left out."""
    start, letter = 0, ""
    for place, character in enumerate(text):
        category = unicodedata.category(character)
        if category == "Mn" and letter and len(letter) < 8:
            letter += character
        elif category != "Cf":
            if letter:
                yield start, unicodedata.normalize("NFC", letter)
            start, letter = place, _one(character)
    if letter:
        yield start, unicodedata.normalize("NFC", letter)


def _one(character: str) -> str:
    if "\uff01" <= character <= "\uff5e":
        return unicodedata.normalize("NFKC", character)
    if character in _HYPHENS:
        return "-"
    return " " if unicodedata.category(character) == "Zs" else character


def in_place(finds: Iterable[Find], text: str, origins: Sequence[int]) -> Iterator[Find]:
    """Give finds of the plain text where they stand in the text itself."""
    for find in finds:
        start, end = origins[find.start], origins[find.end - 1] + 1
        while end < len(text) and end < origins[find.end] and unicodedata.category(text[end]) == "Mn":
            end += 1
        yield replace(find, start=start, end=end, text=text[start:end])
