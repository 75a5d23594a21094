"""Running text over as many pages as it takes: paragraphs, headings, lists and bold words, and all else as typed.

A paragraph may go on on the next page, but no heading and no single line is left behind alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vpjournal.documents.flow import Block, Column, Flow, Page, Piece, Row
from vpjournal.documents.fonts import Face, Glyph, glyphs
from vpjournal.documents.lines import wrap, wrap_glyphs
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import BOTTOM, HEADING, INTRO, LEFT, TEXT_WIDTH, TOP, Style
from vpjournal.documents.wording import plain
from vpjournal.domain.text_look import Look, LookedAt, looked_at

_WRITING = INTRO
_LESSER_HEADING = Style(Face.SERIF_STRONG, _WRITING.size, _WRITING.leading)
_HEADINGS = (HEADING, _LESSER_HEADING)
_INDENT = 16.0
_AFTER_BLANK = 11.0
_ABOVE_HEADING = 20.0
_TOGETHER = 2
"""Lines of a paragraph that stay together at its beginning and at its end."""
_COMPANY = 3
"""Lines, at least, that go along to the page of what comes after the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line as it was typed, broken into lines of the paper: a row each. ``keeps`` says that more has to follow."""

    rows: tuple[Row, ...]
    gap: float
    keeps: bool = False

    def height(self, rows: int) -> float:
        """Height of the first rows, without the gap."""
        return sum(row.height for row in self.rows[:rows])


def paragraphs(text: str, parent: Node) -> list[Paragraph]:
    """Return a typed text as paragraphs, with their places in the reading order below ``parent``."""
    found: list[Paragraph] = []
    items: Node | None = None
    blank = False
    for typed in plain(text).split("\n"):
        if not typed:
            blank = True
            continue
        line = looked_at(typed)
        if line.look is Look.ITEM:
            items = items or parent.add("L")
        else:
            items = None
        gap = _AFTER_BLANK if blank else 2.0 if items else 0.0
        found.append(_paragraph(line, items or parent, gap))
        blank = False
    return found


def pour(flow: Flow, text: Sequence[Paragraph]) -> None:
    """Put paragraphs below what is there, page after page."""
    for index, paragraph in enumerate(text):
        following = text[index + 1] if paragraph.keeps and index + 1 < len(text) else None
        _pour(flow, paragraph, following)


def take_company(page: Page, room: float) -> list[Block]:
    """Take the last lines from a page, to begin the next with; none if that would empty it or break a rule above."""
    lines = [_first_piece(placed.block) for placed in page]
    start = len(page) - _COMPANY
    while start > 1 and not _may_part(lines[:start], lines[start:]):
        start -= 1
    company = [placed.block for placed in page[start:]] if start > 1 else []
    if not company or sum(block.height for block in company) > room:
        return []
    del page[start:]
    return company


def _first_piece(block: Block) -> Piece | None:
    return next((piece for row in block.rows for column in row.columns for piece in column.body), None)


def _may_part(before: Sequence[Piece | None], after: Sequence[Piece | None]) -> bool:
    """Say whether a page may end and the next begin here; white is no piece."""
    first = after[0]
    above = [piece for piece in before if piece]
    if first is None or not above or above[-1].style in _HEADINGS:
        return False
    if first.node is not above[-1].node:
        return True
    return all(len(part) > 1 and part[1] and part[1].node is first.node for part in (before[::-1], after))


def _paragraph(line: LookedAt, parent: Node, gap: float) -> Paragraph:
    if line.look is Look.HEADING:
        style = HEADING if line.level == 1 else _LESSER_HEADING
        node = parent.add("H2" if line.level == 1 else "H3")
        words = "".join(words for words, _ in line.runs)
        rows = tuple(_row(Piece(style.leading, 0, each, style, node)) for each in wrap(words, style, TEXT_WIDTH))
        return Paragraph(rows, max(gap, _ABOVE_HEADING if line.level == 1 else _AFTER_BLANK), keeps=True)
    if line.look is Look.ITEM:
        return Paragraph(tuple(_item(line, parent.add("LI").add("LBody"))), gap)
    node = parent.add("P")
    return Paragraph(tuple(_row(piece) for piece in _pieces(line, TEXT_WIDTH, node)), gap)


def _item(line: LookedAt, node: Node) -> Iterator[Row]:
    bullet = wrap("•", _WRITING, _INDENT)[0]
    before: tuple[Piece, ...] = (Piece(_WRITING.leading, 0, bullet, _WRITING, node),)
    for piece in _pieces(line, TEXT_WIDTH - _INDENT, node):
        yield Row((Column(LEFT, _INDENT, body=before), Column(LEFT + _INDENT, TEXT_WIDTH - _INDENT, body=(piece,))))
        before = ()


def _pieces(line: LookedAt, width: float, node: Node) -> Iterator[Piece]:
    letters: list[Glyph] = []
    for words, bold in line.runs:
        letters += glyphs(words, Face.SERIF_STRONG if bold else Face.SERIF)
    for each in wrap_glyphs(letters, _WRITING.size, width):
        yield Piece(_WRITING.leading, 0, each, _WRITING, node)


def _row(piece: Piece) -> Row:
    return Row((Column(width=TEXT_WIDTH, body=(piece,)),))


def _pour(flow: Flow, paragraph: Paragraph, following: Paragraph | None) -> None:
    rows = list(paragraph.rows)
    company = following.gap + following.height(_TOGETHER) if following else 0.0
    least = len(rows) if following or len(rows) <= _TOGETHER + 1 else _TOGETHER
    gap = _gap(flow, paragraph)
    if gap + paragraph.height(least) + company > flow.left and not _at_top(flow):
        flow.turn()
        gap = 0.0
    if gap:
        flow.put(Block((Row((Column(),), gap),)))
    while rows:
        count = _fitting(flow, rows)
        for row in rows[:count]:
            flow.put(Block((row,)))
        rows = rows[count:]
        if rows:
            flow.turn()


def _fitting(flow: Flow, rows: Sequence[Row]) -> int:
    """Return how many lines to put on this page: all that fit, yet never so many that one is left alone."""
    room, count = flow.left, 0
    while count < len(rows) and rows[count].height <= room:
        room -= rows[count].height
        count += 1
    left = len(rows) - count
    if 0 < left < _TOGETHER and count > _TOGETHER:
        count -= _TOGETHER - left
    return max(count, 1)


def _gap(flow: Flow, paragraph: Paragraph) -> float:
    return 0.0 if _at_top(flow) else paragraph.gap


def _at_top(flow: Flow) -> bool:
    return flow.left >= BOTTOM - TOP
