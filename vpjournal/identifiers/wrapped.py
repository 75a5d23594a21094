"""Sees what stands across the end of a line, in a text that a mail program broke: *Jan de* and *Boer* below it.

Each line was looked at by itself. A line that is long, and ends as no sentence does, goes on in the next one; what is
found in both together counts, too.
"""

from collections.abc import Iterator

from vpjournal.domain.identifying import Find
from vpjournal.identifiers.finder import Finder, settled

_SHORTEST_LINE = 30
"""Characters; a shorter line was ended by whoever wrote it, as in a list."""
_NEAR = 80
"""Characters of either line that are looked at."""
_GOES_ON = frozenset(",-'’&/")


def find_across_lines(finder: Finder, text: str) -> tuple[Find, ...]:
    """Return all finds of a text, in order, with those that begin on one line and end on the next."""
    finds = finder.find(text)
    crossing = list(_crossing(finder, text, finder.names(finds)))
    return tuple(settled([*finds, *crossing])) if crossing else finds


def _crossing(finder: Finder, text: str, seen: frozenset[str]) -> Iterator[Find]:
    start = 0
    end = text.find("\n")
    while end >= 0:
        if end - start >= _SHORTEST_LINE and _goes_on(text, end):
            yield from _around(finder, text, start, end, seen)
        start, end = end + 1, text.find("\n", end + 1)


def _goes_on(text: str, end: int) -> bool:
    last, following = text[end - 1], text[end + 1 : end + 2]
    return (last.isalnum() or last in _GOES_ON) and following.isalnum()


def _around(finder: Finder, text: str, start: int, end: int, seen: frozenset[str]) -> Iterator[Find]:
    """Look at two lines as one; a word that was cut by a hyphen is made whole."""
    first = max(start, text.find(" ", max(start, end - _NEAR), end) + 1)
    until = text.find("\n", end + 1)
    rest = text[end + 1 : len(text) if until < 0 else until][:_NEAR]
    cut = text[end - 1] == "-" and text[end - 2].isalpha() and rest[0].islower()
    before, left_out = (text[first : end - 1], 2) if cut else (f"{text[first:end]} ", 0)
    for find in finder.find_in(before + rest, seen):
        if find.start < len(before) < find.end:
            last = first + find.end + left_out
            yield Find(
                first + find.start, last, text[first + find.start : last], find.kind, find.certainty, find.reason
            )
