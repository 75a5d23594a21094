"""The pocket card: what to ask in a first call, where there is no laptop at hand. A6, front and back.

Its questions are those that stand beside the note of a first contact. What is written on it is copied over the same
day, and the card destroyed.
"""

from collections.abc import Iterable, Sequence

from vpjournal.documents.flow import Block, Column, Piece, Placed, Row, paint, text_pieces, write_lines
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    A6,
    CARD_TOP,
    HEADING,
    LABEL,
    SMALL,
    SMALL_STRONG,
    WRITING_PITCH,
)
from vpjournal.documents.to_write_on import shared
from vpjournal.domain import guide
from vpjournal.domain.case import Phase
from vpjournal.domain.language import Language, Texts
from vpjournal.domain.papers import PocketCard

_FRONT = (("first_contact.ask.free", 1), ("first_contact.ask.danger", 1), ("first_contact.ask.hurry", 2))
_BACK = (("first_contact.ask.other_adviser", 1), ("first_contact.ask.reach", 2), ("interest", 1))
_DANGER = "first_contact.ask.danger"
_ROOM = A6.width - 2 * A6.margin
_ABOVE = 7.0


def draw_pocket_card(paper: PocketCard) -> Sheet:
    """Draw the card: two pages of A6."""
    t = Texts(paper.language)
    sheet = Sheet(title=t("Belkaart"), language=paper.language, page=A6, example=paper.example)
    questions = _questions(paper.language)
    for page, chosen in enumerate((_FRONT, _BACK)):
        if page:
            sheet.next_page()
        _draw_side(sheet, t, [(questions[id_], weight) for id_, weight in chosen], titled=page == 0)
    return sheet


def _questions(language: Language) -> dict[str, tuple[str, str]]:
    """Return the questions with what the adviser should know beside them, by their place in the guide."""
    groups = guide.prompts(language, Phase.FIRST_CONTACT)
    asked = {prompt.id: (prompt.text, "") for group in groups for prompt in group.prompts}
    emergency = guide.acute_card(language).lines[0]
    asked[_DANGER] = (asked[_DANGER][0], f"{emergency.when}: {emergency.number}")
    return asked | {each.id: (each.text, "") for each in guide.role_check(language).questions}


def _draw_side(sheet: Sheet, t: Texts, questions: Sequence[tuple[tuple[str, str], int]], *, titled: bool) -> None:
    title = [_row([*text_pieces(t("Belkaart"), HEADING, _ROOM, node=sheet.document.add("H1"))])] if titled else []
    heads = [_question(sheet.document.add("Sect"), text, beside) for (text, beside), _ in questions]
    foot = _row([*text_pieces(t("Overnemen en vernietigen."), SMALL_STRONG, _ROOM, node=sheet.document.add("P"))])
    bottom = A6.height - A6.margin - foot.height
    room = bottom - CARD_TOP - sum(each.height for each in [*title, *heads]) - _ABOVE
    counts = shared([weight for _, weight in questions], int(room / WRITING_PITCH))
    rows = title
    for head, count in zip(heads, counts, strict=True):
        rows += [head, _row(write_lines(count))]
    paint(sheet, [Placed(CARD_TOP, Block(tuple(rows))), Placed(bottom, Block((foot,)))])


def _question(parent: Node, text: str, beside: str) -> Row:
    pieces = [*text_pieces(text, SMALL, _ROOM, node=parent.add("P"))]
    if beside:
        pieces += text_pieces(beside, LABEL, _ROOM, node=parent.add("P"))
    return _row(pieces, gap=_ABOVE)


def _row(pieces: Iterable[Piece], *, gap: float = 0) -> Row:
    return Row((Column(A6.margin, _ROOM, body=tuple(pieces)),), gap)
