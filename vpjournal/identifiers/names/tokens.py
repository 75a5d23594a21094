"""Cuts a piece of text into words and signs, and says of each how it is written.

A hyphen and a full stop are signs by themselves: whether they hold a name together is for the grammar to say.
"""

import re
from dataclasses import dataclass, field
from operator import add, attrgetter, itemgetter, methodcaller

from vpjournal.identifiers.shadow import Shadow, shadow

# A word, with apostrophes within ("D'Hondt") but not that of a possessive; one letter after an apostrophe; a sign.
# The first three groups are what most of a text is made of, and need not be looked at again: 'small', 'Capital', '.'.
_TOKEN = re.compile(
    r"([a-z]++(?![^\W_]|'[^\W_]))|([A-Z][a-z]++(?![^\W_]|'[^\W_]))|([^\w\s'])"
    r"|([^\W_]++(?:'(?!s(?![^\W_]))[^\W_]++)*+|'[a-zA-Z](?![^\W_])|['_])"
)

# How a word is written.
SMALL = 9
CAPITAL = 1
"""Jan"""
CAPITALS = 2
"""KLM"""
MIXED = 3
"""PostNL, McDonald"""
LETTER = 4
"""J"""
OTHER_SCRIPT = 5
SIGN = 6
NUMBER = 7
CODE = 8
"""A4, F16"""

NAMELIKE = frozenset({CAPITAL, CAPITALS, MIXED, LETTER, OTHER_SCRIPT})


PADDING = 12
"""Nothing stands beyond either end of a text: rules may look there and see a sign without a word."""


@dataclass(slots=True)
class Tokens:
    """The words and signs of a piece: as written, in small letters, where they stand, and how they are written.

    Every list has ``PADDING`` entries more than there are tokens.
    """

    shadow: Shadow = field(repr=False)
    count: int
    words: list[str] = field(repr=False)
    small: list[str] = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)
    shapes: list[int]


def tokens(piece: str) -> Tokens:
    """Cut a piece of text."""
    copy = shadow(piece)
    text = copy.text
    found = list(_TOKEN.finditer(text))
    # A list for each question, made in one go: this is done for every word, and a loop of our own takes twice as long.
    words = list(map(_WORD_OF, found))
    starts = list(map(_START_OF, found))
    shapes = [_SHAPES[group] for group in map(_GROUP_OF, found)]
    for index in [index for index, shape in enumerate(shapes) if not shape] if 0 in shapes else ():
        shapes[index] = _shape(words[index])
    beyond = [len(text)] * PADDING
    return Tokens(
        copy,
        len(words),
        words + _NOTHING,
        list(map(str.lower, words)) + _NOTHING,
        starts + beyond,
        list(map(add, starts, map(len, words))) + beyond,
        shapes + _SIGNS,
    )


_WORD_OF, _START_OF, _GROUP_OF = itemgetter(0), methodcaller("start"), attrgetter("lastindex")
_SHAPES = (0, SMALL, CAPITAL, SIGN, 0)
"""The shapes that the groups of the expression tell by themselves."""
_NOTHING = [""] * PADDING
_SIGNS = [SIGN] * PADDING


def _shape(word: str) -> int:
    first = word[0]
    if not first.isalnum():
        return SMALL if len(word) > 1 else SIGN
    if "\u0370" <= first < "\u1d00":
        return OTHER_SCRIPT
    if not word.isalpha() and any(character.isdigit() for character in word):
        return _shape_with_digits(word)
    if first.isupper():
        return _shape_of_capital(word)
    if word.islower():
        return SMALL
    return MIXED if any(character.isupper() for character in word) else OTHER_SCRIPT


def _shape_with_digits(word: str) -> int:
    return CODE if word[0].isupper() else NUMBER


def _shape_of_capital(word: str) -> int:
    if len(word) == 1:
        return LETTER
    if word.isupper():
        return CAPITALS
    rest = word[1:]
    return CAPITAL if rest.islower() or "'" in word else MIXED
