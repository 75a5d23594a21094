"""The summary: word for word what the reporter approved, for whom and what for, and that the reporter did so.

It carries no code, no product name and no logo. Every page says which text it belongs to and of how many pages.
"""

from collections.abc import Iterator

from vpjournal.documents.flow import Block, Column, Flow, Piece, Row, divider, paint, row, space, text_pieces
from vpjournal.documents.lines import wrap
from vpjournal.documents.prose import paragraphs, pour, take_company
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    BODY,
    BODY_WIDTH,
    BOTTOM,
    HEADING,
    LABEL,
    LEFT,
    RIGHT,
    TITLE,
    TOP,
    WRITING_LINE,
)
from vpjournal.documents.wording import capital, flat, plain
from vpjournal.domain.days import CoarseDay, Precision
from vpjournal.domain.language import Texts
from vpjournal.domain.papers import SummaryPaper
from vpjournal.domain.summary import GIVEN_NAMES, RECIPIENT_NAMES, Recipient
from vpjournal.errors import NothingToPrint

_GAP = 24.0
_HALF = (BODY_WIDTH - _GAP) / 2
_SIGNING = 58.0
"""Room above the line for a name or a signature."""
_MOST_PURPOSE_LINES = 6
"""In the block of the approval; the first page has it in full."""
_FOOT = 9.0


def draw_summary(paper: SummaryPaper) -> Sheet:
    """Draw a summary with its approval.

    Raises:
        NothingToPrint: there is no text.
    """
    if not plain(paper.text):
        raise NothingToPrint
    return _Summary(paper).draw()


class _Summary:
    def __init__(self, paper: SummaryPaper) -> None:
        self._paper = paper
        self._t = Texts(paper.language)
        self._own = paper.recipient is Recipient.REPORTER
        self._sheet = Sheet(title=self._t("Samenvatting"), language=paper.language, example=paper.example)

    def draw(self) -> Sheet:
        """Lay out text and approval, and draw the pages with their feet."""
        flow = Flow()
        document = self._sheet.document
        heading = text_pieces(self._t("Samenvatting"), TITLE, BODY_WIDTH, node=document.add("H1"))
        flow.put(Block((row(heading), space(10))))
        facts = [(self._t("Voor wie"), self._recipient()), (self._t("Waarvoor"), self._purpose())]
        flow.add(Block((self._facts(facts, document),)), may_turn=False)
        flow.add(Block((space(12), divider(), space(14))))
        pour(flow, paragraphs(self._paper.text, document.add("Sect")))
        _put_last(flow, Block(tuple(self._approval(document.add("Sect")))))
        for index, page in enumerate(flow.pages):
            if index:
                self._sheet.next_page()
            paint(self._sheet, page)
            self._foot(index + 1, len(flow.pages))
        return self._sheet

    def _recipient(self) -> str:
        if self._own:
            return capital(self._t("uzelf"), self._paper.language)
        words = flat(self._paper.recipient_words)
        name = self._t(RECIPIENT_NAMES[self._paper.recipient])
        return capital(f"{name} ({words})" if words else name, self._paper.language)

    def _purpose(self) -> str:
        return capital(flat(self._paper.purpose), self._paper.language)

    def _facts(self, facts: list[tuple[str, str]], parent: Node, *, most: int | None = None) -> Row:
        """Return what is known, side by side; a fact without words has no place."""
        told = [(label, words) for label, words in facts if words]
        wide = (BODY_WIDTH - _GAP * (len(told) - 1)) / len(told)
        columns = []
        for index, (label, words) in enumerate(told):
            head = text_pieces(label, LABEL, wide, node=parent.add("P"))
            body = [*text_pieces(words, BODY, wide, node=parent.add("P"))]
            columns.append(Column(LEFT + index * (wide + _GAP), wide, tuple(head), _shortened(body, most)))
        return Row(tuple(columns))

    def _approval(self, parent: Node) -> Iterator[Row]:
        yield space(26)
        yield divider()
        yield row(text_pieces(self._t("Akkoord"), HEADING, BODY_WIDTH, node=parent.add("H2")), gap=10)
        for words in self._said():
            yield row(text_pieces(words, BODY, BODY_WIDTH, node=parent.add("P")), gap=3)
        facts = [
            (self._t("Voor wie"), self._recipient()),
            (self._t("Waarvoor"), self._purpose()),
            (self._t("Wanneer en hoe"), self._given()),
        ]
        yield space(8)
        yield self._facts(facts, parent, most=_MOST_PURPOSE_LINES)
        yield self._signing(parent)

    def _said(self) -> tuple[str, ...]:
        if self._own:
            return (
                self._t("U gaf akkoord voor precies deze tekst."),
                self._t("Verandert er iets, dan geldt uw akkoord niet meer. U mag het ook altijd intrekken."),
                self._t("Bedenk waar u dit blad bewaart, en wie het daar kan vinden."),
            )
        return (
            self._t("De melder gaf akkoord voor precies deze tekst, alleen voor deze ontvanger en dit doel."),
            self._t("Verandert er iets, dan geldt het akkoord niet meer."),
        )

    def _given(self) -> str:
        how = self._t(GIVEN_NAMES[self._paper.given])
        when = _when(self._paper.approved, self._t)
        return capital(f"{when}, {how}" if when else how, self._paper.language)

    def _signing(self, parent: Node) -> Row:
        if self._own:
            name = self._t("Naam (schrijft u zelf, alleen als u dat wilt)")
        else:
            name = self._t("Naam (schrijft de melder zelf, alleen als die dat wil)")
        columns = []
        for index, label in enumerate((name, self._t("Handtekening"))):
            words = text_pieces(label, LABEL, _HALF, node=parent.add("P"), gap=3)
            columns.append(Column(LEFT + index * (_HALF + _GAP), _HALF, body=(Piece(_SIGNING, rule=0), *words)))
        return Row(tuple(columns))

    def _foot(self, page: int, pages: int) -> None:
        top = BOTTOM + _FOOT + 3
        self._sheet.rule(x=LEFT, to=RIGHT, y=BOTTOM + _FOOT, colour=WRITING_LINE)
        mark = wrap(self._t("Vingerafdruk {code}", code=_grouped(self._paper.fingerprint)), LABEL, BODY_WIDTH)[0]
        self._sheet.text(mark, LABEL, x=LEFT, top=top, node=None)
        number = wrap(self._t("bladzijde {page} van {pages}", page=page, pages=pages), LABEL, BODY_WIDTH)[0]
        self._sheet.text(number, LABEL, x=RIGHT - number.width, top=top, node=None)


def _when(day: CoarseDay, t: Texts) -> str:
    if day.day is None:
        return ""
    if day.precision is Precision.MONTH:
        return t("in {month}", month=t.month(day.day))
    return t("op {day}", day=t.day(day.day))


def _grouped(fingerprint: str) -> str:
    code = "".join(fingerprint.split())
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _shortened(pieces: list[Piece], most: int | None) -> tuple[Piece, ...]:
    if most is None or len(pieces) <= most:
        return tuple(pieces)
    node = pieces[most - 1].node
    return (*pieces[: most - 1], *text_pieces("…", BODY, BODY_WIDTH, node=node))


def _put_last(flow: Flow, block: Block) -> None:
    """Place the approval whole, with the last lines of the text above it where it begins a page."""
    if block.height > flow.left:
        company = take_company(flow.pages[-1], BOTTOM - TOP - block.height)
        flow.turn()
        for placed in company:
            flow.put(placed)
    flow.add(block)
