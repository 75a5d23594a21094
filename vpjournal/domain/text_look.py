"""The little that a typed text can look like: headings, items of a list and bold words; all else is literal.

What is stored is the text with its marks. Screen and paper give the same places the same look.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

HEADING = re.compile(r"(#{1,3}) (?=\S)")
ITEM = re.compile(r"\s*- (?=\S)")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
LONGEST_SEARCHED = 20_000
"""Characters of a line above which nobody looks for marks in it."""


class Look(Enum):
    """What a line is."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A line without its marks: its words in runs, each of which is bold or not. ``level`` is 1 to 3 for a heading."""

    look: Look
    runs: tuple[tuple[str, bool], ...] = field(repr=False)
    level: int = 0


def looked_at(line: str) -> LookedAt:
    """Return what a line is and the words that are left to show."""
    if len(line) > LONGEST_SEARCHED:
        return LookedAt(Look.TEXT, ((line, False),))
    if found := HEADING.match(line):
        return LookedAt(Look.HEADING, ((line[found.end() :], False),), level=len(found[1]))
    if found := ITEM.match(line):
        return LookedAt(Look.ITEM, tuple(_runs(line[found.end() :])))
    return LookedAt(Look.TEXT, tuple(_runs(line)))


def _runs(line: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for found in BOLD.finditer(line):
        if found.start() > end:
            yield line[end : found.start()], False
        yield found[1], True
        end = found.end()
    if end < len(line) or not line:
        yield line[end:], False
