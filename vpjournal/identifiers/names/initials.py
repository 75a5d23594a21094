"""Initials in small letters, with or without all their full stops: 'j.h.', 'r. van d.', 'm.k', 'h-j'; not 'i.v.m.'."""

from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.runs import past_inside, shortens
from vpjournal.identifiers.names.starts import possessive
from vpjournal.identifiers.names.tokens import SMALL

_LETTERS_OF_THINGS = frozenset("euxn")
_NEVER_FIRST = frozenset("eoatu")
"""Letters that are words, or what is left of one: 'e-mail', 'o', 't', 'u'."""


def small_initials(reading: Reading, index: int) -> int | None:
    """Return the last token of the initials that begin at a letter, if they do."""
    if not letter(reading, index) or _within(reading, index):
        return _without_stops(reading, index)
    if shortens(reading, index) or (reading.smalls[index - 1].isdigit() and reading.follows(index)):
        return None  # 'i.v.m.', '10 a.m.'
    last, letters = index + 1, 1
    while (following := _next_letter(reading, last)) is not None:
        last, letters = following, letters + 1
    if reading.glued(last + 1) and _bare(reading, last + 1):
        last, letters = last + 1, letters + 1  # the 'b' of 'l.b' without its full stop
    return last if letters > 1 or _stands_for_someone(reading, index, last) else None


def letter(reading: Reading, index: int) -> bool:
    """Tell whether a token is one letter with its full stop."""
    return _bare(reading, index) and reading.words[index + 1] == "." and reading.glued(index + 1)


def _bare(reading: Reading, index: int) -> bool:
    small = reading.smalls[index]
    return len(small) == 1 and small.isalpha()


def _within(reading: Reading, index: int) -> bool:
    return reading.glued(index) and reading.smalls[index - 1] == "."


def _next_letter(reading: Reading, last: int) -> int | None:
    name = past_inside(reading, last + 1)
    if reading.smalls[last + 1] in reading.lists.prepositions_inside:
        name = last + 1  # 'k. over r.'
    return name + 1 if reading.follows(name) and letter(reading, name) else None


def _stands_for_someone(reading: Reading, index: int, last: int) -> bool:
    """Tell whether one letter is who is spoken of: 'met k.', 'dat h. liegt', 'm.: nee'."""
    if reading.smalls[index] in _LETTERS_OF_THINGS:
        return False
    if reading.is_(index - 1, of.ABOUT_PERSON) or possessive(reading, last + 1):
        return True
    stands = reading.begins_sentence(index) or reading.is_(index - 1, of.BEFORE_PERSON)
    return stands and (reading.is_(last + 1, of.VERB) or reading.smalls[last + 1] in {":", "("})


def _without_stops(reading: Reading, index: int) -> int | None:
    """Read 'h-j' and 'h.-j.' in small letters."""
    if not reading.uncapitalised(index) or not _bare(reading, index) or reading.smalls[index] in _NEVER_FIRST:
        return None
    other = index + 2
    joined = reading.words[index + 1] == "-" and reading.glued(index + 1) and reading.glued(other)
    whole = joined and _bare(reading, other) and reading.shapes[index] == SMALL and not reading.glued(index)
    return other if whole and not reading.glued(other + 1) else None
