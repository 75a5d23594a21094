"""How somebody who knows Dutch would take a passphrase apart, and how many bits of guessing each piece leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import log2

import resources

LONGEST = 256
"""Characters that are looked at; more make no passphrase stronger than it has to be."""


class Trick(StrEnum):
    """What a piece turned out to be."""

    YEAR = "year"
    RUN = "run"
    REPEAT = "repeat"
    WORD = "word"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a passphrase, and the bits that it adds. Its text is secret and stays out of ``repr``."""

    text: str
    bits: float
    trick: Trick

    def __repr__(self) -> str:
        return f"Piece({self.trick})"


_LONGEST_WORD = 24
_PROFESSION, _GROUPS, _LISTED = 4.0, (5.0, 10.5, 13.5), 12.9
"""Bits for a word of the profession, for the three groups of common words, and for one of the public list."""
_CAPITAL, _LEET, _SPACE, _MARK, _OTHER, _DIGIT, _LETTER = 1.0, 1.5, 1.0, 2.0, 5.0, log2(10), log2(26)
_YEAR, _DATE, _RUN, _REPEAT = 6.0, 14.0, 5.0, 2.0

_UNLEET = str.maketrans("013457@$!€+", "oleastasiet")
_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1234567890",
             "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "!@#$%^&*()")  # fmt: skip
_RUNS = tuple(run for row in _KEY_ROWS for run in (row, row[::-1]))
_SHORTEST_RUN = 3
_SHORTEST_REPEAT = 3
_DATE_LIKE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-/. ]?(?:0?[1-9]|1[0-2])[-/. ]?(?:19|20)?\d\d")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")


@cache
def _words() -> dict[str, float]:
    """Return every word that is guessed as a whole, with its bits."""
    words = dict.fromkeys(resources.passphrase_words(), _LISTED)
    groups = resources.read_text("words", "common_nl.txt").split("\n\n")
    for group, bits in reversed(list(zip(groups, _GROUPS, strict=True))):
        words.update(dict.fromkeys(group.split(), bits))
    words.update(dict.fromkeys(resources.read_text("words", "profession_nl.txt").split(), _PROFESSION))
    return words


def cheapest_pieces(text: str) -> list[Piece]:
    """Cut a text into the pieces that leave the fewest bits to guess. At most ``LONGEST`` characters are looked at."""
    text = text[:LONGEST]
    least: list[float] = [0.0] + [float("inf")] * len(text)
    ends_with: list[Piece | None] = [None] * (len(text) + 1)
    repeats = _repeats(text.lower())
    for start in range(len(text)):
        for piece in _pieces_at(text, start, repeats[start]):
            end = start + len(piece.text)
            if least[start] + piece.bits < least[end]:
                least[end], ends_with[end] = least[start] + piece.bits, piece
    return _read_back(ends_with)


def _read_back(ends_with: list[Piece | None]) -> list[Piece]:
    pieces, end = list[Piece](), len(ends_with) - 1
    while piece := ends_with[end]:
        pieces.append(piece)
        end -= len(piece.text)
    return pieces[::-1]


def _pieces_at(text: str, start: int, repeat: int) -> Iterator[Piece]:
    yield _letter(text[start])
    yield from _words_at(text, start)
    for pattern, bits in ((_YEAR_LIKE, _YEAR), (_DATE_LIKE, _DATE)):
        if found := pattern.match(text, start):
            yield Piece(found.group(), bits, Trick.YEAR)
    if length := _run_length(text.lower(), start):
        yield Piece(text[start : start + length], _RUN + log2(length), Trick.RUN)
    if repeat >= _SHORTEST_REPEAT:
        yield Piece(text[start : start + repeat], _REPEAT + log2(repeat), Trick.REPEAT)


def _letter(character: str) -> Piece:
    if character.isdigit():
        bits = _DIGIT
    elif character.isalpha():
        bits = _LETTER + (_CAPITAL if character.isupper() else 0.0)
    else:
        bits = {" ": _SPACE, "!": _MARK, ".": _MARK, "?": _MARK, "-": _MARK, ",": _MARK}.get(character, _OTHER)
    return Piece(character, bits, Trick.LETTER)


def _words_at(text: str, start: int) -> Iterator[Piece]:
    typed = text[start : start + _LONGEST_WORD]
    lower = typed.lower()
    # Some capitals grow when they become small; lengths have to keep meaning the same.
    if len(lower) != len(typed):
        return
    plain = lower.translate(_UNLEET)
    words = _words()
    for length in range(2, len(typed) + 1):
        bits = words.get(plain[:length])
        if bits is not None:
            capitals = sum(character.isupper() for character in typed[:length])
            leet = 0.0 if plain[:length] == lower[:length] else _LEET
            yield Piece(typed[:length], bits + _CAPITAL * min(capitals, 3) + leet, Trick.WORD)


def _run_length(lower: str, start: int) -> int:
    """Return how many characters from here lie side by side on a keyboard or in the alphabet, or 0."""
    if not any(lower[start : start + _SHORTEST_RUN] in run for run in _RUNS):
        return 0
    length = _SHORTEST_RUN if start + _SHORTEST_RUN <= len(lower) else 0
    while length and start + length < len(lower) and any(lower[start : start + length + 1] in run for run in _RUNS):
        length += 1
    return length


def _repeats(lower: str) -> list[int]:
    """Return for each place how many characters from there already stood before it."""
    lengths, length = [0] * len(lower), 0
    for start in range(len(lower)):
        length = max(length - 1, 0)
        while start + length < len(lower) and lower[start : start + length + 1] in lower[: start + length]:
            length += 1
        lengths[start] = length
    return lengths
