"""How papers look: sizes in points, colours, margins. Every paper draws with these and nothing else."""

from dataclasses import dataclass
from typing import NamedTuple

from vpjournal.documents.fonts import Face

Colour = tuple[int, int, int]


class Format(NamedTuple):
    """The size of a page and its margin, in points."""

    width: float
    height: float
    margin: float


A4 = Format(595.28, 841.89, margin=56.69)
"""With 20 mm around it: room for the holes of a binder."""
A6 = Format(297.64, 419.53, margin=28.35)
"""With 10 mm around it."""
TO_CUT = A4._replace(margin=A6.margin)
"""A sheet of cards."""
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = A4
LEFT, RIGHT, TOP, BOTTOM = MARGIN, PAGE_WIDTH - MARGIN, MARGIN, PAGE_HEIGHT - MARGIN
BODY_WIDTH = RIGHT - LEFT
TEXT_WIDTH = 440.0
"""Of running text: some 70 characters."""
CARD_TOP = 34.0
"""Where the words on a card begin: below what marks an example."""

INK = (0x1D, 0x1A, 0x16)
QUIET = (0x5B, 0x53, 0x48)
ACCENT = (0x1F, 0x5C, 0x63)
WRITING_LINE = (0xA8, 0x9F, 0x92)
SHADE = (0xF4, 0xEF, 0xE6)
EXAMPLE_LINE = (0xC4, 0xBB, 0xAC)

WRITING_PITCH = 24.0
"""Between two lines to write on: 8.5 mm."""


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size, the height of its line, and its colour."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK


TITLE = Style(Face.SERIF_STRONG, 24, 31.5)
INTRO = Style(Face.SERIF, 12.75, 20.25)
HEADING = Style(Face.SERIF_STRONG, 15, 21)
GROUP = Style(Face.STRONG, 12, 17.25, ACCENT)
BODY = Style(Face.TEXT, 12, 17.25)
LABEL = Style(Face.TEXT, 11.25, 16.5, QUIET)
QUOTE = Style(Face.SERIF_ITALIC, 12.75, 19.5)
SMALL = Style(Face.TEXT, 11.25, 15.75)
SMALL_STRONG = Style(Face.STRONG, 11.25, 15.75)
EXAMPLE = Style(Face.STRONG, 11.25, 16.5, QUIET)
CODE = Style(Face.STRONG, 20.25, 27)
