"""Puts blocks on pages: a block stays whole unless it is higher than the room a page can give it.

A block is rows, a row is columns, a column is pieces: one line of text each, or a line to write on. A block that
is too high is cut between lines, column by column, and each further page says again what it goes on with.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vpjournal.documents.lines import Line, wrap
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import BODY, BODY_WIDTH, BOTTOM, INK, LEFT, TOP, WRITING_LINE, WRITING_PITCH, Style


@dataclass(frozen=True, slots=True)
class Piece:
    """One line. ``rule`` is where, from the left of the column, a drawn line begins: to write on, or to divide."""

    height: float
    gap: float = 0
    line: Line | None = None
    style: Style = BODY
    node: Node | None = None
    rule: float | None = None
    divides: bool = False

    @property
    def room(self) -> float:
        """Height with the gap above it."""
        return self.gap + self.height


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces below each other. The ``head`` is said again where the column goes on on another page."""

    x: float = LEFT
    width: float = BODY_WIDTH
    head: tuple[Piece, ...] = ()
    body: tuple[Piece, ...] = ()

    @property
    def height(self) -> float:
        """Height of all pieces."""
        return sum(piece.room for piece in self.head + self.body)

    def split(self, room: float) -> tuple["Column", "Column"]:
        """Return what fits in ``room`` and what is left, which is empty or begins with the head again."""
        used = sum(piece.room for piece in self.head)
        count = 0
        while count < len(self.body) and used + self.body[count].room <= room:
            used += self.body[count].room
            count += 1
        rest = self.body[count:]
        head = tuple(replace(piece, node=None) for piece in self.head) if rest else ()
        first = self.head if count or not rest else ()
        return replace(self, head=first, body=self.body[:count]), replace(self, head=head, body=rest)


@dataclass(frozen=True, slots=True)
class Row:
    """Columns beside each other, below a gap."""

    columns: tuple[Column, ...]
    gap: float = 0

    @property
    def height(self) -> float:
        """Height of the highest column, with the gap."""
        return self.gap + max(column.height for column in self.columns)

    @property
    def empty(self) -> bool:
        """Whether nothing is left to draw."""
        return not any(column.body for column in self.columns)

    def split(self, room: float) -> tuple["Row", "Row"]:
        """Return what fits in ``room`` and what is left; either may be empty."""
        halves = [column.split(room - self.gap) for column in self.columns]
        return (
            replace(self, columns=tuple(first for first, _ in halves)),
            replace(self, columns=tuple(rest for _, rest in halves)),
        )


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together. ``again`` heads what is left of it on a further page."""

    rows: tuple[Row, ...]
    again: Row | None = None

    @property
    def height(self) -> float:
        """Height of all rows."""
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, or a part of one, on a page."""

    top: float
    block: Block


Page = list[Placed]
_WORTH_STARTING = 110.0
"""A block that has to be cut anyway begins on the page before only if this much room is left there."""


class Flow:
    """Fills pages from the top, block after block."""

    def __init__(self) -> None:
        self.pages: list[Page] = [[]]
        self.y = TOP
        self.cuts = 0

    @property
    def left(self) -> float:
        """Room left on the last page."""
        return BOTTOM - self.y

    def put(self, block: Block) -> None:
        """Place a block below the last one, at once if it fits and else on a page of its own."""
        self.pages[-1].append(Placed(self.y, block))
        self.y += block.height

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self.y = TOP

    def add(self, block: Block, *, may_turn: bool = True) -> None:
        """Place a block whole: here, or on the next page. Cut it only if no page has room for it."""
        if block.height <= self.left:
            self.put(block)
        elif may_turn and block.height <= BOTTOM - TOP:
            self.turn()
            self.put(block)
        else:
            self._add_in_parts(block, may_turn=may_turn)

    def _add_in_parts(self, block: Block, *, may_turn: bool) -> None:
        if may_turn and self.left < _WORTH_STARTING:
            self.turn()
        self.cuts += 1
        rest = list(block.rows)
        while rest:
            rest = self._fill_page(rest)
            if rest:
                self.turn()
                if block.again:
                    self.put(Block((block.again,)))

    def _fill_page(self, rows: list[Row]) -> list[Row]:
        for index, row in enumerate(rows):
            if row.height <= self.left:
                self.put(Block((row,)))
                continue
            first, rest = row.split(self.left)
            if not first.empty:
                self.put(Block((first,)))
            return [replace(rest, gap=min(rest.gap, 8)), *rows[index + 1 :]]
        return []


def text_pieces(text: str, style: Style, width: float, *, node: Node | None, gap: float = 0) -> Iterator[Piece]:
    """Return a paragraph as pieces, with a gap above the first."""
    for index, line in enumerate(wrap(text, style, width)):
        yield Piece(style.leading, gap if index == 0 else 0, line, style, node)


def row(pieces: Iterable[Piece], *, gap: float = 0) -> Row:
    """Return pieces as a row of one column as wide as the page."""
    return Row((Column(body=tuple(pieces)),), gap)


def space(height: float) -> Row:
    """Return white between rows."""
    return Row((Column(),), height)


def divider() -> Row:
    """Return the line that parts one subject from the next."""
    return row([Piece(1.5, rule=0, divides=True)])


def write_lines(count: int) -> tuple[Piece, ...]:
    """Return lines to write on, over the whole width of their column."""
    return tuple(Piece(WRITING_PITCH, rule=0) for _ in range(count))


def write_after(label: str, style: Style, width: float, count: int, *, node: Node | None) -> list[Piece]:
    """Return lines to write on, the first of them beside its label."""
    words = wrap(label, style, width)[0]
    return [Piece(WRITING_PITCH, line=words, style=style, node=node, rule=words.width + 8), *write_lines(count - 1)]


def paint(sheet: Sheet, page: Iterable[Placed]) -> None:
    """Draw a page that was laid out."""
    for placed in page:
        top = placed.top
        for row in placed.block.rows:
            for column in row.columns:
                _paint_column(sheet, column, top + row.gap)
            top += row.height


def _paint_column(sheet: Sheet, column: Column, top: float) -> None:
    for piece in column.head + column.body:
        top += piece.gap
        if piece.line:
            sheet.text(
                piece.line, piece.style, x=column.x, top=top + piece.height - piece.style.leading, node=piece.node
            )
        if piece.rule is not None:
            y = top + piece.height - 1.5
            colour = INK if piece.divides else WRITING_LINE
            sheet.rule(x=column.x + piece.rule, to=column.x + column.width, y=y, colour=colour)
        top += piece.height
