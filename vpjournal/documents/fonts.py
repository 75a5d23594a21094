"""The fonts that papers carry inside them, and which of them shows which character.

Atkinson and Literata stand in for each other, character by character, so that whatever either of them can show is
shown. What neither can show becomes ``SUBSTITUTE``, never an empty box, and each glyph knows what it stands in for.
"""

import unicodedata
from collections.abc import Iterable
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
    """A character, or one with its accents, in the face that shows it. ``advance`` is for a font size of one.

    ``missing`` holds the characters that cannot be shown, on the last glyph of the ``SUBSTITUTE`` for them.
    """

    text: str
    face: Face
    advance: float
    missing: str = ""


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
def _own(face: Face) -> dict[str, Glyph]:
    """Return what this font file itself shows, by character."""
    shown = _font(face).face
    return {
        chr(code): Glyph(chr(code), face, shown.charWidths[code] / 1000) for code in shown.charToGlyph if code >= 32
    }


@cache
def _shown(face: Face) -> dict[str, Glyph]:
    """Return what this face and its stand-in show together, by character."""
    return {"\n": Glyph("\n", face, 0), **_own(_STAND_IN[face]), **_own(face)}


def width(text: str, face: Face, size: float) -> float:
    """Measure a text on one line, in points."""
    return sum(glyph.advance for glyph in glyphs(text, face)) * size


def glyphs(text: str, face: Face) -> list[Glyph]:
    """Return a text as glyphs in this face or its stand-in. A run that neither can show is one ``SUBSTITUTE``."""
    known = _shown(face)
    found: list[Glyph] = []
    missing = False
    for cluster in _clusters(text):
        glyph = known.get(cluster) or _accented(cluster, face)
        if glyph:
            found.append(glyph)
        else:
            if not missing:
                found.extend(known[char] for char in SUBSTITUTE)
            found[-1] = found[-1]._replace(missing=found[-1].missing + cluster)
        missing = not glyph
    return found


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
    return accent in _own(Face.SERIF) and base[0] in _own(Face.SERIF) and not base.isspace()


def _accented(cluster: str, face: Face) -> Glyph | None:
    """Return a letter with loose accents, which only Literata draws over the letter before them."""
    if len(cluster) == 1:
        return None
    serif = face if face in _SERIFS else _STAND_IN[face]
    return Glyph(cluster, serif, _own(serif)[cluster[0]].advance)
