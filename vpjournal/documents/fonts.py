"""The fonts that papers carry inside them, and which of them shows which character.

Atkinson and Literata stand in for each other, character by character, so that whatever either of them can show is
shown. What neither can show becomes ``SUBSTITUTE``: never an empty box, and ``unprintable`` names it beforehand.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources

SUBSTITUTE = "[?]"


class Face(Enum):
    """A font file, by its place in the resources."""

    TEXT = ("atkinson", "AtkinsonHyperlegibleNext_400Regular.ttf")
    TEXT_ITALIC = ("atkinson", "AtkinsonHyperlegibleNext_400Regular_Italic.ttf")
    STRONG = ("atkinson", "AtkinsonHyperlegibleNext_600SemiBold.ttf")
    SERIF = ("literata", "Literata_400Regular.ttf")
    SERIF_ITALIC = ("literata", "Literata_400Regular_Italic.ttf")
    SERIF_STRONG = ("literata", "Literata_600SemiBold.ttf")


_STAND_IN = {
    Face.TEXT: Face.SERIF,
    Face.TEXT_ITALIC: Face.SERIF_ITALIC,
    Face.STRONG: Face.SERIF_STRONG,
    Face.SERIF: Face.TEXT,
    Face.SERIF_ITALIC: Face.TEXT_ITALIC,
    Face.SERIF_STRONG: Face.STRONG,
}
_SERIFS = (Face.SERIF, Face.SERIF_ITALIC, Face.SERIF_STRONG)


class Glyph(NamedTuple):
    """A character, or one with its accents, in the face that shows it. ``advance`` is for a font size of one."""

    text: str
    face: Face
    advance: float


def font_name(face: Face) -> str:
    """Return the name under which a canvas knows this face, registered at first use."""
    return _font(face).fontName


@cache
def _font(face: Face) -> TTFont:
    file = BytesIO(resources.read_bytes("fonts", *face.value))
    font = TTFont(f"paper-{face.name.lower()}", file, asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


@cache
def _advances(face: Face) -> dict[str, float]:
    shown = _font(face).face
    widths = {chr(code): shown.charWidths[code] / 1000 for code in shown.charToGlyph if code >= 32}
    return widths | {"\n": 0.0}


def covers(char: str) -> bool:
    """Say whether the papers can show this character."""
    return char in _advances(Face.TEXT) or char in _advances(Face.SERIF)


def width(text: str, face: Face, size: float) -> float:
    """Measure a text on one line, in points."""
    return sum(glyph.advance for glyph in glyphs(text, face)) * size


def glyphs(text: str, face: Face) -> list[Glyph]:
    """Return a text as glyphs in this face or its stand-in. A run that neither can show is one ``SUBSTITUTE``."""
    found: list[Glyph] = []
    missing = False
    for cluster in _clusters(text):
        shown = _shown(cluster, face)
        if shown is not None:
            found.append(shown)
        elif not missing:
            found.extend(_spell(SUBSTITUTE, face))
        missing = shown is None
    return found


def _spell(text: str, face: Face) -> Iterator[Glyph]:
    advances = _advances(face)
    return (Glyph(char, face, advances[char]) for char in text)


def _clusters(text: str) -> Iterable[str]:
    """Return the characters, each with the combining accents that follow it and that a font can show."""
    if text.isascii() or not any(map(unicodedata.combining, text)):
        return text
    clusters: list[str] = []
    for char in text:
        if clusters and unicodedata.combining(char) and _fits_on(clusters[-1], char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _fits_on(base: str, accent: str) -> bool:
    return accent in _advances(Face.SERIF) and base[0] in _advances(Face.SERIF) and not base.isspace()


def _shown(cluster: str, face: Face) -> Glyph | None:
    if len(cluster) > 1:
        # Only Literata draws a loose accent over the character before it.
        serif = face if face in _SERIFS else _STAND_IN[face]
        return Glyph(cluster, serif, _advances(serif)[cluster[0]])
    for each in (face, _STAND_IN[face]):
        advance = _advances(each).get(cluster)
        if advance is not None:
            return Glyph(cluster, each, advance)
    return None
