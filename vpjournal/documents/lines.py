"""Breaks a text into lines of a given width, losing nothing: a word that is too long is cut, visibly."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from vpjournal.documents.fonts import Face, Glyph, glyphs
from vpjournal.documents.styles import Style
from vpjournal.documents.wording import is_letter

_BREAK_AFTER = frozenset(" -/–—")
_HYPHEN = 0.4
"""More than the width of a hyphen in any face, for a font size of one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: pieces of text, each in its face. ``cut`` says that it ends within a word and shows a hyphen.

    ``missing`` holds the characters that stand on it as a substitute, since no font can show them.
    """

    runs: tuple[tuple[Face, str], ...]
    width: float
    cut: bool = False
    missing: str = ""

    @property
    def text(self) -> str:
        """The words on this line."""
        return "".join(text for _, text in self.runs)


def wrap(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Break a text at spaces and hyphens into lines of at most ``width`` points."""
    return wrap_glyphs(glyphs(text, style.face), style.size, width)


def balance(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Break a text into as few lines as ``wrap`` does, but about equally long."""
    found = wrap(text, style, width)
    low, high = width / 2, width
    while len(found) > 1 and high - low > 2:
        middle = (low + high) / 2
        tried = wrap(text, style, middle)
        if len(tried) > len(found) or any(line.cut for line in tried):
            low = middle
        else:
            found, high = tried, middle
    return found


def wrap_glyphs(row: Sequence[Glyph], size: float, width: float) -> tuple[Line, ...]:
    """Break glyphs, possibly of several faces, into lines of at most ``width`` points."""
    lines: list[Line] = []
    start, limit = 0, width / size
    while start < len(row):
        stop, cut = _line_end(row, start, limit)
        lines.append(_line(row[start:stop], size, cut=cut))
        start = stop
        while start < len(row) and row[start].text == " ":
            start += 1
    return tuple(lines)


def _line_end(row: Sequence[Glyph], start: int, limit: float) -> tuple[int, bool]:
    """Return where the line that starts here stops, and whether that is within a word."""
    used, after_word = 0.0, start
    for at in range(start, len(row)):
        glyph = row[at]
        if glyph.text == "\n":
            return at + 1, False
        used += glyph.advance
        if used > limit and glyph.text != " " and at > start:
            return (after_word, False) if after_word > start else _within_word(row, start, at, limit)
        if glyph.text in _BREAK_AFTER and at > start:
            after_word = at + 1
    return len(row), False


def _within_word(row: Sequence[Glyph], start: int, stop: int, limit: float) -> tuple[int, bool]:
    room = limit - _HYPHEN
    at = stop
    while at > start + 1 and sum(glyph.advance for glyph in row[start:at]) > room:
        at -= 1
    if is_letter(row[at - 1].text) and is_letter(row[at].text):
        return at, True
    return stop, False


def _line(row: Sequence[Glyph], size: float, *, cut: bool) -> Line:
    shown = list(row)
    while shown and shown[-1].text in " \n":
        shown.pop()
    width = sum(glyph.advance for glyph in shown) * size
    if shown and len(shown) < len(row):
        # Unseen, but it keeps words apart for who listens or copies.
        shown.append(Glyph(" ", shown[-1].face, 0))
    runs = tuple(
        (face, "".join(glyph.text for glyph in group)) for face, group in groupby(shown, lambda glyph: glyph.face)
    )
    return Line(runs, width, cut, "".join(glyph.missing for glyph in row))
