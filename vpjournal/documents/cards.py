"""Cards to lay on the table: the title of each option and nothing else, eight on a sheet, to cut out.

A title that is too long for its card even in the smallest letter gets a larger card, or several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vpjournal.documents.fonts import Face
from vpjournal.documents.lines import Line, balance, wrap
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import PAGE_HEIGHT, PAGE_WIDTH, TO_CUT, WRITING_LINE, Style
from vpjournal.documents.wording import capital, flat
from vpjournal.domain.language import Texts
from vpjournal.domain.papers import OptionCards
from vpjournal.errors import NothingToPrint

_SIZES = range(25, 14, -1)
_CUT = 0.4


@dataclass(frozen=True, slots=True)
class _Format:
    """A way to divide a sheet into cards, and the white that stays around the words."""

    across: int
    down: int
    margin: float

    @property
    def width(self) -> float:
        return PAGE_WIDTH / self.across

    @property
    def height(self) -> float:
        return PAGE_HEIGHT / self.down

    @property
    def room(self) -> float:
        return self.width - 2 * self.margin

    def lines(self, style: Style) -> int:
        return int((self.height - 2 * self.margin) / style.leading)


_SMALL = _Format(across=2, down=4, margin=28)
_LARGE = _Format(across=1, down=2, margin=44)


@dataclass(frozen=True, slots=True)
class _Card:
    """The words of one card, broken into lines that fit it."""

    lines: Sequence[Line]
    style: Style


def draw_option_cards(paper: OptionCards) -> Sheet:
    """Draw sheets of cards: first the small cards in order, then the large ones.

    Raises:
        NothingToPrint: no option has a title.
    """
    titles = [capital(flat(title), paper.language) for title in paper.titles]
    small: list[_Card] = []
    large: list[_Card] = []
    for title in filter(None, titles):
        card = _fit(title, _SMALL)
        if card:
            small.append(card)
        else:
            large.extend(_spread(title))
    if not small and not large:
        raise NothingToPrint
    t = Texts(paper.language)
    sheet = Sheet(title=t("Kaartjes met mogelijkheden"), language=paper.language, page=TO_CUT, example=paper.example)
    _draw(sheet, [*_sheets(_SMALL, small), *_sheets(_LARGE, large)])
    return sheet


def _style(size: int) -> Style:
    return Style(Face.SERIF_STRONG, size, size * 1.3)


def _fit(title: str, card: _Format) -> _Card | None:
    """Return the title in the largest letter in which it fits with its words whole, or nothing."""

    def fits(size: int) -> bool:
        lines = wrap(title, _style(size), card.room)
        return len(lines) <= card.lines(_style(size)) and not any(line.cut for line in lines)

    if not fits(_SIZES[-1]):
        return None
    style = next(_style(size) for size in _SIZES if fits(size))
    return _Card(balance(title, style, card.room), style)


def _spread(title: str) -> Iterator[_Card]:
    whole = _fit(title, _LARGE)
    if whole:
        yield whole
        return
    style = _style(_SIZES[-1])
    lines = wrap(title, style, _LARGE.room)
    count = _LARGE.lines(style)
    for start in range(0, len(lines), count):
        yield _Card(lines[start : start + count], style)


def _sheets(card: _Format, cards: list[_Card]) -> Iterator[tuple[_Format, Sequence[_Card]]]:
    count = card.across * card.down
    for start in range(0, len(cards), count):
        yield card, cards[start : start + count]


def _draw(sheet: Sheet, pages: list[tuple[_Format, Sequence[_Card]]]) -> None:
    for index, (card, cards) in enumerate(pages):
        if index:
            sheet.next_page()
        _draw_cut_lines(sheet, card, len(cards))
        for place, words in enumerate(cards):
            down, across = divmod(place, card.across)
            _draw_card(sheet, words, card, x=across * card.width, top=down * card.height)


def _draw_cut_lines(sheet: Sheet, card: _Format, count: int) -> None:
    rows = -(-count // card.across)
    for row in range(1, min(rows, card.down - 1) + 1):
        y = row * card.height
        sheet.stroke((0, y), (PAGE_WIDTH, y), colour=WRITING_LINE, weight=_CUT)
    for column in range(1, card.across):
        x = column * card.width
        sheet.stroke((x, 0), (x, rows * card.height), colour=WRITING_LINE, weight=_CUT)


def _draw_card(sheet: Sheet, words: _Card, card: _Format, *, x: float, top: float) -> None:
    node: Node = sheet.document.add("P")
    top += (card.height - len(words.lines) * words.style.leading) / 2
    for line in words.lines:
        sheet.text(line, words.style, x=x + (card.width - line.width) / 2, top=top, node=node)
        top += words.style.leading
