"""The recovery sheet: a code on paper, how to use it and how to keep it. One page, no date printed, nothing to scan.

A square code would invite a photograph, and a photograph ends up where the laptop's backups are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vpjournal.documents.flow import Block, Column, Piece, Placed, Row, paint, row, space, text_pieces
from vpjournal.documents.fonts import Face, glyphs, width
from vpjournal.documents.lines import balance, wrap, wrap_glyphs
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    ACCENT,
    BODY,
    BODY_WIDTH,
    BOTTOM,
    CODE,
    GROUP,
    HEADING,
    INTRO,
    LABEL,
    LEFT,
    RIGHT,
    SHADE,
    TITLE,
    TOP,
    WRITING_LINE,
    Style,
)
from vpjournal.documents.wording import flat
from vpjournal.domain.language import Texts, mark
from vpjournal.domain.papers import RecoverySheet

_ACROSS = 4
_BOX_GAP = 10.5
_BOX_WIDTH = (BODY_WIDTH - (_ACROSS - 1) * _BOX_GAP) / _ACROSS
_BOX_HEIGHT = 69.0
_SPACED = 0.08
_PADDING = 15.0
_INDENT = 25.5
_STEP = Style(Face.SERIF_STRONG, 13.5, 17.25, ACCENT)
_PEN_PITCH = 27.0

_KEEP = (
    mark("Thuis, op een plek die u onthoudt."),
    mark("In een envelop die u dichtplakt."),
    mark("Liefst alleen op papier."),
)
_AVOID = (
    mark("Bij uw laptop of uw reservekopie."),
    mark("Op een foto, in een mail of op internet."),
    mark("Samen met uw wachtzin."),
)
_BY_HAND = (mark("Gemaakt op"), mark("Twee groepen overgetypt op"), mark("Nog eens nagekeken op"))


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of the sheet: rows, perhaps on a shade, perhaps with room for boxes above what is left of the page."""

    rows: tuple[Row, ...]
    boxes: bool = False
    shaded: bool = False

    def height(self, boxes: float) -> float:
        padding = 2 * _PADDING if self.shaded else 0
        return sum(each.height for each in self.rows) + (boxes if self.boxes else 0) + padding


def draw_recovery_sheet(sheet: RecoverySheet) -> Sheet:
    """Draw the sheet, which is one page."""
    return _Recovery(sheet).draw()


class _Recovery:
    def __init__(self, values: RecoverySheet) -> None:
        self._values = values
        self._t = Texts(values.language)
        self._sheet = Sheet(title=self._t("Herstelblad"), language=values.language)
        self._document = self._sheet.document

    def draw(self) -> Sheet:
        """Draw the sections with the same room between all of them, so that the page is full."""
        # Made in reading order: the boxes come between the heading of the code and what follows.
        sections = [self._intro(), self._code()]
        codes, beside = self._document.add("Sect"), self._document.add("P")
        sections += [self._use(), self._keep(), self._by_hand()]
        footer = BOTTOM - LABEL.leading
        boxes = self._boxes_height()
        used = sum(section.height(boxes) for section in sections)
        room = (footer - 9 - TOP - used) / len(sections)
        top = TOP
        for section in sections:
            self._draw_section(section, top)
            if section.boxes:
                self._draw_boxes(top + section.height(0), codes, beside)
            top += section.height(boxes) + room
        self._draw_footer(footer)
        return self._sheet

    def _draw_section(self, section: _Section, top: float) -> None:
        if section.shaded:
            height = section.height(0)
            self._sheet.box(x=LEFT, top=top, width=BODY_WIDTH, height=height, fill=SHADE)
            top += _PADDING
        paint(self._sheet, [Placed(top, Block(section.rows))])

    def _heading(self, text: str) -> Row:
        return row(text_pieces(text, HEADING, BODY_WIDTH, node=self._document.add("H2")))

    def _intro(self) -> _Section:
        title = text_pieces(self._t("Herstelblad"), TITLE, BODY_WIDTH, node=self._document.add("H1"))
        sentences = (
            self._t("Met deze code opent u uw journaal als u uw wachtzin niet meer weet."),
            self._t("Wie dit blad heeft én uw laptop of reservekopie, kan alles lezen."),
        )
        rows = [row(text_pieces(text, INTRO, BODY_WIDTH, node=self._document.add("P"))) for text in sentences]
        return _Section((row(title), space(8), *rows))

    def _code(self) -> _Section:
        return _Section((self._heading(self._t("De code")), space(8)), boxes=True)

    def _boxes_height(self) -> float:
        rows = -(-len(self._values.groups) // _ACROSS)
        note_below = 0 if len(self._values.groups) % _ACROSS else LABEL.leading + _BOX_GAP
        return rows * _BOX_HEIGHT + (rows - 1) * _BOX_GAP + note_below

    def _draw_boxes(self, top: float, codes: Node, beside: Node) -> None:
        for index, group in enumerate(self._values.groups):
            x, y = _place(index, top)
            self._sheet.box(x=x, top=y, width=_BOX_WIDTH, height=_BOX_HEIGHT)
            node = codes.add("P")
            number = wrap(str(index + 1), LABEL, _BOX_WIDTH)[0]
            self._sheet.text(number, LABEL, x=x + 7.5, top=y + 4, node=node)
            self._draw_code(flat(group), x, y + (_BOX_HEIGHT - CODE.leading) / 2 + 4, node)
        x, y = _place(len(self._values.groups), top)
        room = RIGHT - x
        note = self._t("De nul heeft een schuine streep. De letters I, L, O en U komen niet voor.")
        pieces = text_pieces(note, LABEL, room, node=beside)
        paint(self._sheet, [Placed(y, Block((Row((Column(x, room, body=tuple(pieces)),)),)))])

    def _draw_code(self, group: str, x: float, top: float, node: Node) -> None:
        spacing = CODE.size * _SPACED
        for line in wrap(group, CODE, BODY_WIDTH)[:1]:
            drawn = line.width + spacing * (len(group) - 1)
            self._sheet.text(line, CODE, x=x + (_BOX_WIDTH - drawn) / 2, top=top, node=node, spacing=spacing)

    def _use(self) -> _Section:
        button = self._t("Ik weet mijn wachtzin niet meer")
        before, _, after = self._t("Open VP-journaal en kies {knop}.", knop="\n").partition("\n")
        steps = (
            [*glyphs(before, Face.TEXT), *glyphs(button, Face.STRONG), *glyphs(after, Face.TEXT)],
            glyphs(self._t("Typ de groepen over. Hoofdletters of kleine letters maakt niet uit."), Face.TEXT),
            glyphs(self._t("Kies een nieuwe wachtzin. Bewaar dit blad tot een nieuw blad het vervangt."), Face.TEXT),
        )
        rows = [self._heading(self._t("Zo gebruikt u het"))]
        for index, step in enumerate(steps):
            node = self._document.add("P")
            number = text_pieces(str(index + 1), _STEP, _INDENT, node=node)
            lines = wrap_glyphs(step, BODY.size, BODY_WIDTH - _INDENT)
            said = tuple(Piece(BODY.leading, line=line, style=BODY, node=node) for line in lines)
            columns = (Column(LEFT, _INDENT, body=tuple(number)), Column(LEFT + _INDENT, body=said))
            rows.append(Row(columns, gap=7))
        return _Section(tuple(rows))

    def _keep(self) -> _Section:
        inner = BODY_WIDTH - 2 * _PADDING
        half = (inner - _PADDING) / 2
        x = LEFT + _PADDING
        columns = (
            self._listed(self._t("Zo bewaart u het"), _KEEP, x, half),
            self._listed(self._t("Liever niet"), _AVOID, x + half + _PADDING, half),
        )
        warning = self._t(
            "Zonder wachtzin en zonder dit blad kan niemand uw journaal nog openen, ook de maker van het "
            "programma niet."
        )
        strong = Style(Face.STRONG, BODY.size, BODY.leading)
        node = self._document.add("P")
        pieces = tuple(
            Piece(BODY.leading, line=line, style=strong, node=node) for line in balance(warning, strong, inner)
        )
        return _Section((Row(columns), Row((Column(x, inner, body=pieces),), gap=9)), shaded=True)

    def _listed(self, heading: str, lines: Sequence[str], x: float, width: float) -> Column:
        pieces = [*text_pieces(heading, GROUP, width, node=self._document.add("H2"))]
        for line in lines:
            pieces += text_pieces(self._t(line), BODY, width, node=self._document.add("P"), gap=3)
        return Column(x, width, body=tuple(pieces))

    def _by_hand(self) -> _Section:
        labels = [self._t(label) for label in _BY_HAND]
        start = max(width(label, BODY.face, BODY.size) for label in labels) + 10
        rows = [*self._named(start)]
        for label in labels:
            words = wrap(label, BODY, BODY_WIDTH)[0]
            rows.append(row([Piece(_PEN_PITCH, line=words, node=self._document.add("P"), rule=start)]))
        return _Section(tuple(rows))

    def _named(self, start: float) -> Iterator[Row]:
        if name := flat(self._values.journal_name):
            label = text_pieces(self._t("Journaal"), BODY, start, node=self._document.add("P"))
            said = text_pieces(name, BODY, BODY_WIDTH - start, node=self._document.add("P"))
            yield Row((Column(body=tuple(label)), Column(LEFT + start, body=tuple(said)[:2])))

    def _draw_footer(self, top: float) -> None:
        words = self._t("Op dit blad staat niets over de mensen die u spreekt.")
        self._sheet.rule(x=LEFT, to=RIGHT, y=top - 9, colour=WRITING_LINE)
        node = self._document.add("P")
        self._sheet.text(wrap(words, LABEL, BODY_WIDTH)[0], LABEL, x=LEFT, top=top, node=node)


def _place(index: int, top: float) -> tuple[float, float]:
    down, across = divmod(index, _ACROSS)
    return LEFT + across * (_BOX_WIDTH + _BOX_GAP), top + down * (_BOX_HEIGHT + _BOX_GAP)
