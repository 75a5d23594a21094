"""Sees what stands across the end of a line, in a text that a mail program broke: *Jan de* and *Boer* below it.

Each line was looked at by itself. A line that is long, and ends as no sentence does, goes on in the next one; what is
found in both together counts, too.
"""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Find
from vpjournal.identifiers.finder import Finder, settled

_SHORTEST_LINE = 30
"""Characters; a shorter line was ended by whoever wrote it, as in a list."""
_NEAR = 80
"""Characters of either line that are looked at."""
_BLANKS = 2
_GOES_ON = frozenset(",-'’&/")
_BELOW = re.compile(r"\n(?:[>|] ?){0,5} {0,8}(?=[^\W_])")
"""The line below: mail programs put *>* in front of what was said before."""


def find_across_lines(finder: Finder, text: str) -> tuple[Find, ...]:
    """Return all finds of a text, in order, with those that begin on one line and end on the next."""
    finds = finder.find(text)
    crossing = list(_crossing(finder, text, finder.names(finds)))
    return tuple(settled([*finds, *crossing])) if crossing else finds


def _crossing(finder: Finder, text: str, seen: frozenset[str]) -> Iterator[Find]:
    start = 0
    end = text.find("\n")
    while end >= 0:
        below = _BELOW.match(text, end) if end - start >= _SHORTEST_LINE else None
        if below is not None:
            # Mail programs leave a blank where they broke a line.
            last = start + len(text[start:end].rstrip(" "))
            if last >= end - _BLANKS and (text[last - 1].isalnum() or text[last - 1] in _GOES_ON):
                yield from _around(finder, text, (start, last, below.end()), seen)
        start, end = end + 1, text.find("\n", end + 1)


def _around(finder: Finder, text: str, line: tuple[int, int, int], seen: frozenset[str]) -> Iterator[Find]:
    """Look at two lines as one, of which ``line`` says where the first begins and ends and the second goes on.

    A word that was cut by a hyphen is made whole.
    """
    start, end, place = line
    first = start if end - start <= _NEAR else max(start, text.find(" ", end - _NEAR, end) + 1)
    until = text.find("\n", place)
    rest = text[place : len(text) if until < 0 else until][:_NEAR]
    cut = text[end - 1] == "-" and text[end - 2].isalpha() and rest[0].islower()
    before = text[first : end - 1] if cut else f"{text[first:end]} "
    for find in finder.find_in(before + rest, seen):
        if find.start < len(before) < find.end:
            begin, last = first + find.start, place + find.end - len(before)
            yield Find(begin, last, text[begin:last], find.kind, find.certainty, find.reason)
