"""Key cards: four on a sheet, to cut out. How a reporter can be reached stands on paper and nowhere else.

The program prints a code at most; the rest is written by hand, and the card is kept apart from the laptop.
"""

from vpjournal.documents.flow import Block, Column, Piece, Placed, Row, paint, text_pieces, write_after
from vpjournal.documents.lines import wrap
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    A6,
    CARD_TOP,
    CODE,
    HEADING,
    LABEL,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
    SMALL_STRONG,
    TO_CUT,
    WRITING_LINE,
    WRITING_PITCH,
)
from vpjournal.documents.wording import flat
from vpjournal.domain.language import Texts, mark
from vpjournal.domain.papers import KeyCards

_ACROSS, _DOWN = 2, 2
_WIDTH, _HEIGHT = PAGE_WIDTH / _ACROSS, PAGE_HEIGHT / _DOWN
_ROOM = _WIDTH - 2 * A6.margin
_CUT = 0.4
_BOX = 10.5
_BY_HAND = ((mark("Herkenningswoord"), 1), (mark("Hoe bereikbaar"), 4), (mark("Hoe juist niet"), 4))


def draw_key_cards(paper: KeyCards) -> Sheet:
    """Draw a sheet of cards, and further sheets when there are more codes than one has room for."""
    t = Texts(paper.language)
    sheet = Sheet(title=t("Sleutelkaart"), language=paper.language, page=TO_CUT, example=paper.example)
    a_sheet = _ACROSS * _DOWN
    count = max(1, -(-len(paper.codes) // a_sheet)) * a_sheet
    codes = [*paper.codes, *[""] * (count - len(paper.codes))]
    for index, code in enumerate(codes):
        page, place = divmod(index, a_sheet)
        if place == 0:
            if page:
                sheet.next_page()
            _draw_cuts(sheet)
        down, across = divmod(place, _ACROSS)
        _draw_card(sheet, flat(code), t, x=across * _WIDTH + A6.margin, top=down * _HEIGHT)
    return sheet


def _draw_cuts(sheet: Sheet) -> None:
    sheet.stroke((0, _HEIGHT), (PAGE_WIDTH, _HEIGHT), colour=WRITING_LINE, weight=_CUT)
    sheet.stroke((_WIDTH, 0), (_WIDTH, PAGE_HEIGHT), colour=WRITING_LINE, weight=_CUT)


def _draw_card(sheet: Sheet, code: str, t: Texts, *, x: float, top: float) -> None:
    card = sheet.document.add("Sect")
    pieces = [*text_pieces(t("Sleutelkaart"), HEADING, _ROOM, node=card.add("H2"))]
    pieces += _code(code, t, card.add("P"))
    for label, count in _BY_HAND:
        pieces += write_after(t(label), LABEL, _ROOM, count, node=card.add("P"))
    paint(sheet, [Placed(top + CARD_TOP, Block((Row((Column(x, _ROOM, body=tuple(pieces)),)),)))])
    below = top + CARD_TOP + sum(piece.room for piece in pieces)
    _draw_yes_or_no(sheet, t, card.add("P"), x=x, top=below + WRITING_PITCH - LABEL.leading)
    _draw_foot(sheet, t, card, x=x, bottom=top + _HEIGHT - A6.margin)


def _code(code: str, t: Texts, node: Node) -> list[Piece]:
    lines = wrap(code, CODE, _ROOM)
    if len(lines) == 1:
        return [Piece(CODE.leading, gap=2, line=lines[0], style=CODE, node=node)]
    return write_after(t("Code"), LABEL, _ROOM, 1, node=node)


def _draw_yes_or_no(sheet: Sheet, t: Texts, node: Node, *, x: float, top: float) -> None:
    for words, box in ((t("Bericht achterlaten"), False), (t("ja"), True), (t("nee"), True)):
        if box:
            sheet.box(x=x, top=top + (LABEL.leading - _BOX) / 2, width=_BOX, height=_BOX, radius=1.5)
            x += _BOX + 5
        line = wrap(words, LABEL, _ROOM)[0]
        sheet.text(line, LABEL, x=x, top=top, node=node)
        x += line.width + 14


def _draw_foot(sheet: Sheet, t: Texts, card: Node, *, x: float, bottom: float) -> None:
    pieces = [
        *text_pieces(t("Vernietigen bij afsluiting."), SMALL, _ROOM, node=card.add("P")),
        *text_pieces(t("Bewaar deze kaart nooit bij uw laptop."), SMALL_STRONG, _ROOM, node=card.add("P")),
    ]
    top = bottom - sum(piece.room for piece in pieces)
    paint(sheet, [Placed(top, Block((Row((Column(x, _ROOM, body=tuple(pieces)),)),)))])
