"""Tells a word that was typed in a hurry from one that no list has: 'gepsrek' is a word, 'ravinder' may be a name."""

from collections.abc import Iterator

from vpjournal.identifiers.names.lists import HARDLY, NAME, Lists

_MOST_LEFT_OUT = "aeinrst"
_LONGEST = 14


def is_slip(word: str, lists: Lists) -> bool:
    """Tell whether two letters swapped, one too many or one left out make an ordinary word of this."""
    return len(word) <= _LONGEST and any(lists.is_listed_word(meant) for meant in _meant(word))


def is_slip_of_name(word: str, lists: Lists) -> bool:
    """Tell whether it may have been a name that was typed in a hurry: 'bakekr'."""
    return any(_may_be_name(lists.of(meant)) for meant in _meant(word))


def _may_be_name(flag: int) -> bool:
    return bool(flag & NAME) and not flag & HARDLY


def _meant(word: str) -> Iterator[str]:
    for place in range(len(word)):
        before, after = word[:place], word[place:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if len(word) > 4:
            yield before + after[1:]
    for place in range(1, len(word) + 1):
        for letter in _MOST_LEFT_OUT:
            yield word[:place] + letter + word[place:]
