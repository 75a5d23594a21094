"""*Mogelijkheden, van klein naar groot*: the paper that a reporter takes home.

It holds what was talked about and room to think, and nothing that says whose it is: no code, name, date or logo.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vpjournal.documents.flow import (
    Block,
    Column,
    Flow,
    Page,
    Piece,
    Row,
    divider,
    paint,
    row,
    space,
    text_pieces,
    write_after,
)
from vpjournal.documents.fonts import width
from vpjournal.documents.lines import wrap
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    BODY,
    BODY_WIDTH,
    BOTTOM,
    GROUP,
    HEADING,
    INTRO,
    LABEL,
    LEFT,
    QUOTE,
    RIGHT,
    TITLE,
    TOP,
    WRITING_PITCH,
    Style,
)
from vpjournal.documents.wording import capital, flat, plain, quoted, sentence
from vpjournal.domain.language import Texts
from vpjournal.domain.papers import OptionsPaper, PaperOption
from vpjournal.errors import NothingToPrint

_COLUMN_GAP = 15.0
_COLUMN = (BODY_WIDTH - 2 * _COLUMN_GAP) / 3
_QUOTE_WIDTH = 440.0
_MOST_WORDS_LINES = 8
_LOOSE_TO_TIGHT = ((True, 19.0), (False, 17.0), (False, 12.0))


@dataclass(frozen=True, slots=True)
class _Laid:
    """An option, measured, without its lines to write on: how many there are depends on the pages."""

    rows: tuple[Row, ...]
    again: Row | None
    notes: Node


@dataclass(frozen=True, slots=True)
class _Density:
    """How much room is given away: lines to think on, a heading of two lines or one, and the gap below a block."""

    lines: int
    tall: bool
    gap: float


def draw_overview(paper: OptionsPaper) -> Sheet:
    """Draw the overview.

    Raises:
        NothingToPrint: there are no options.
    """
    if not paper.options:
        raise NothingToPrint
    return _Overview(paper).draw()


class _Overview:
    def __init__(self, paper: OptionsPaper) -> None:
        self._paper = paper
        self._t = Texts(paper.language)
        self._title = self._t("Mogelijkheden, van klein naar groot")
        self._document = Node("Document")
        self._heading = self._document.add("H1")
        self._promises = [self._document.add("P"), self._document.add("P")]
        self._options = [self._lay(option) for option in paper.options]
        self._closing = [self._document.add("Sect"), self._document.add("P"), self._document.add("P")]
        self._own_words = [self._closing[0].add("H2"), self._closing[0].add("P")]

    def draw(self) -> Sheet:
        """Lay out with as much room to write as costs no extra page, and draw that."""
        flows = [self._flow(density) for density in self._densities()]
        flow = min(flows, key=lambda each: (each.cuts, len(each.pages)))
        sheet = Sheet(title=self._title, language=self._paper.language, example=self._paper.example)
        sheet.document = self._document
        for index, page in enumerate(flow.pages):
            if index:
                sheet.next_page()
            paint(sheet, page)
            if len(flow.pages) > 1:
                self._number(sheet, index + 1, len(flow.pages))
        return sheet

    def _densities(self) -> list[_Density]:
        counts = (3, 2, 1) if self._paper.room_for_notes else (0,)
        return [_Density(count, tall, gap) for count in counts for tall, gap in _LOOSE_TO_TIGHT]

    def _flow(self, density: _Density) -> Flow:
        flow = Flow()
        flow.put(self._intro(density))
        blocks = [self._block(option, density) for option in self._options]
        for index, block in enumerate(blocks):
            flow.add(block, may_turn=index > 0)
        self._close(flow, blocks[-1])
        return flow

    def _intro(self, density: _Density) -> Block:
        title = self._title.replace(", ", ",\n", 1) if density.tall else self._title
        sentences = (
            self._t("Dit blad is van u. Wat erop staat, hebben we samen besproken."),
            self._t("U hoeft vandaag niet te kiezen, en u mag later iets anders willen."),
        )
        pieces = [*text_pieces(title, TITLE, BODY_WIDTH, node=self._heading)]
        for index, (text, node) in enumerate(zip(sentences, self._promises, strict=True)):
            pieces += text_pieces(text, INTRO, BODY_WIDTH, node=node, gap=0 if index else 10)
        return Block((row(pieces), space(density.gap)))

    def _block(self, option: _Laid, density: _Density) -> Block:
        rows = option.rows
        if density.lines:
            label = self._t("Wat ik hierbij denk")
            rows += (row(write_after(label, LABEL, BODY_WIDTH, density.lines, node=option.notes), gap=4),)
        return Block((*rows, space(density.gap)), option.again)

    def _lay(self, option: PaperOption) -> _Laid:
        section = self._document.add("Sect")
        heading = section.add("H2")
        title = capital(flat(option.title), self._paper.language)
        rows = [divider(), row(text_pieces(title, HEADING, BODY_WIDTH, node=heading), gap=10)]
        rows += self._facts(option, section)
        rows += self._groups(option, section)
        rows += self._says(option, section)
        return _Laid(tuple(each for each in rows if not each.empty), self._again(title), section.add("P"))

    def _again(self, title: str) -> Row | None:
        goes_on = self._t("(vervolg)")
        room = BODY_WIDTH - width(f"… {goes_on}", HEADING.face, HEADING.size)
        first = wrap(title, HEADING, room)
        if not first:
            return None
        shortened = first[0].text.rstrip() + ("…" if len(first) > 1 else "")
        return row(text_pieces(f"{shortened} {goes_on}", HEADING, BODY_WIDTH, node=None))

    def _facts(self, option: PaperOption, section: Node) -> Iterator[Row]:
        facts = (
            (self._t("Wie weet ervan"), option.who_knows),
            (self._t("Wie bepaalt daarna"), option.who_decides),
            (self._t("Terug te draaien"), option.reversible),
        )
        columns = [
            self._column(index, label, LABEL, [flat(value)], section) for index, (label, value) in enumerate(facts)
        ]
        if any(flat(value) for _, value in facts):
            yield Row(tuple(columns), gap=3)

    def _groups(self, option: PaperOption, section: Node) -> Iterator[Row]:
        groups = (
            (self._t("Voordelen"), option.pros),
            (self._t("Nadelen"), option.cons),
            (self._t("Gevolgen"), option.consequences),
        )
        said = [[sentence(line, self._paper.language) for line in lines] for _, lines in groups]
        columns = [
            self._column(index, label, GROUP, lines, section)
            for index, ((label, _), lines) in enumerate(zip(groups, said, strict=True))
        ]
        if any(any(lines) for lines in said):
            yield Row(tuple(columns), gap=7)

    def _column(self, index: int, label: str, style: Style, texts: Sequence[str], section: Node) -> Column:
        """Return a labelled column; where nothing was filled in, a line to write on, or nothing."""
        x = LEFT + index * (_COLUMN + _COLUMN_GAP)
        filled = [text for text in texts if text]
        if not filled and not self._paper.room_for_notes:
            return Column(x, _COLUMN)
        head = text_pieces(label, style, _COLUMN, node=section.add("H3" if style is GROUP else "P"))
        if not filled:
            return Column(x, _COLUMN, tuple(head), (Piece(WRITING_PITCH - 3, rule=0),))
        body: list[Piece] = []
        for text in filled:
            node = section.add("P")
            body += text_pieces(text, BODY, _COLUMN, node=node, gap=3 if body else 0)
        return Column(x, _COLUMN, tuple(head), tuple(body))

    def _says(self, option: PaperOption, section: Node) -> Iterator[Row]:
        if self._paper.show_what_reporter_says and plain(option.says):
            head = text_pieces(self._t("Wat u hierover zei"), LABEL, BODY_WIDTH, node=section.add("P"))
            words = text_pieces(quoted(option.says), QUOTE, _QUOTE_WIDTH, node=section.add("BlockQuote"))
            yield Row((Column(head=tuple(head), body=tuple(words)),), gap=8)

    def _close(self, flow: Flow, last: Block) -> None:
        """Place the closing block, with the last option as company if it would stand alone on a page."""
        closing = self._farewell(lines=1, spare=0)
        if closing.height > BOTTOM - TOP:
            flow.add(closing)
            return
        if closing.height > flow.left:
            page = flow.pages[-1]
            company = last.height + closing.height <= BOTTOM - TOP and _can_spare_last(flow, page, last)
            if company:
                page.pop()
            flow.turn()
            if company:
                flow.put(last)
        spare = flow.left - closing.height
        extra = min(_MOST_WORDS_LINES - 1, int(spare / WRITING_PITCH)) if self._paper.room_for_notes else 0
        flow.put(self._farewell(lines=1 + extra, spare=spare - extra * WRITING_PITCH))

    def _farewell(self, *, lines: int, spare: float) -> Block:
        heading, own_words = self._own_words
        rows = [
            divider(),
            row(text_pieces(self._t("Iets anders, of niets"), HEADING, BODY_WIDTH, node=heading), gap=10),
            row(write_after(self._t("In mijn woorden"), LABEL, BODY_WIDTH, lines, node=own_words), gap=2),
        ]
        keep = self._t("Bedenk waar u dit blad bewaart, en wie het daar kan vinden.")
        pieces = [*text_pieces(keep, INTRO, BODY_WIDTH, node=self._closing[1])]
        if contact := flat(self._paper.contact_line):
            reach = self._t("Zo bereikt u mij: {contact}", contact=contact)
            pieces += text_pieces(reach, INTRO, BODY_WIDTH, node=self._closing[2])
        return Block((*rows, row(pieces, gap=20 + spare)))

    def _number(self, sheet: Sheet, page: int, pages: int) -> None:
        words = self._t("bladzijde {page} van {pages}", page=page, pages=pages)
        line = wrap(words, LABEL, BODY_WIDTH)[0]
        sheet.text(line, LABEL, x=RIGHT - line.width, top=BOTTOM + 12, node=None)


def _can_spare_last(flow: Flow, page: Page, last: Block) -> bool:
    """Say whether the last option is whole and can leave its page without leaving that page empty."""
    company = 2 if len(flow.pages) == 1 else 1
    return len(page) > company and page[-1].block is last
