"""How papers look: sizes in points, colours, margins. Every paper draws with these and nothing else."""

from dataclasses import dataclass

from vpjournal.documents.fonts import Face

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4, in points."""
MARGIN = 56.69
"""20 mm."""
LEFT, RIGHT, TOP, BOTTOM = MARGIN, PAGE_WIDTH - MARGIN, MARGIN, PAGE_HEIGHT - MARGIN
BODY_WIDTH = RIGHT - LEFT

INK = (0x1D, 0x1A, 0x16)
QUIET = (0x5B, 0x53, 0x48)
ACCENT = (0x1F, 0x5C, 0x63)
WRITING_LINE = (0xA8, 0x9F, 0x92)
SHADE = (0xF4, 0xEF, 0xE6)

WRITING_PITCH = 24.0
"""Between two lines to write on: 8.5 mm."""


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size, the height of its line, and its colour."""

    face: Face
    size: float
    leading: float
    colour: tuple[int, int, int] = INK


TITLE = Style(Face.SERIF_STRONG, 24, 31.5)
INTRO = Style(Face.SERIF, 12.75, 20.25)
HEADING = Style(Face.SERIF_STRONG, 15, 21)
GROUP = Style(Face.STRONG, 12, 17.25, ACCENT)
BODY = Style(Face.TEXT, 12, 17.25)
LABEL = Style(Face.TEXT, 11.25, 16.5, QUIET)
QUOTE = Style(Face.SERIF_ITALIC, 12.75, 19.5)
CODE = Style(Face.STRONG, 20.25, 27)
