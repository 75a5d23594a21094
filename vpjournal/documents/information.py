"""*Wat schrijf ik op?*: what the adviser keeps about a reporter, why, how long, and what the reporter may ask.

Where the adviser has filled in nothing there is a line to write on, so that the sheet is never a promise with a hole.
"""

from collections.abc import Iterator

from vpjournal.documents.flow import (
    Block,
    Column,
    Flow,
    Piece,
    Row,
    divider,
    paint,
    row,
    space,
    text_pieces,
)
from vpjournal.documents.lines import wrap
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    BODY,
    BODY_WIDTH,
    HEADING,
    INTRO,
    LABEL,
    LEFT,
    TEXT_WIDTH,
    TITLE,
    WRITING_PITCH,
)
from vpjournal.documents.wording import plain
from vpjournal.domain.language import Texts
from vpjournal.domain.papers import WhatIWrite

_ABOVE = 27.0
_BETWEEN = 4.0
_LABELS = 115.0


def draw_what_i_write(paper: WhatIWrite) -> Sheet:
    """Draw the sheet: one page, unless what the adviser filled in is very long."""
    return _Information(paper).draw()


class _Information:
    def __init__(self, paper: WhatIWrite) -> None:
        self._paper = paper
        self._t = Texts(paper.language)
        self._title = self._t("Wat schrijf ik op?")
        self._sheet = Sheet(title=self._title, language=paper.language, example=paper.example)

    def draw(self) -> Sheet:
        """Lay out part after part, and draw the pages."""
        flow = Flow()
        flow.put(Block(tuple(self._intro())))
        for rows in self._parts():
            flow.add(Block(tuple(rows)))
        for index, page in enumerate(flow.pages):
            if index:
                self._sheet.next_page()
            paint(self._sheet, page)
        return self._sheet

    def _intro(self) -> Iterator[Row]:
        document = self._sheet.document
        yield row(text_pieces(self._title, TITLE, BODY_WIDTH, node=document.add("H1")))
        words = self._t(
            "Ik maak aantekeningen om u goed te kunnen helpen. Op dit blad leest u wat ik bewaar, hoe lang, en wat u "
            "mij daarover kunt vragen."
        )
        yield row(text_pieces(words, INTRO, TEXT_WIDTH, node=document.add("P")), gap=10)
        yield space(14)
        yield divider()

    def _parts(self) -> Iterator[list[Row]]:
        t, paper = self._t, self._paper
        yield self._part(
            t("Wat ik opschrijf"),
            t("Zo weinig mogelijk, en zonder uw naam. Het staat beveiligd op mijn computer; alleen ik kan het openen."),
            t("Ik ben daar zelf verantwoordelijk voor."),
            t(
                "Zonder naam is niet hetzelfde als onherkenbaar: wie de situatie kent, zou u kunnen herkennen. Daarom "
                "leest niemand mee."
            ),
        )
        yield self._part(
            t("Hoe lang ik het bewaar"),
            t("Na de afsluiting vernietig ik mijn aantekeningen."),
            field=(t("Uiterlijk"), paper.destroyed),
        )
        yield self._part(
            t("Het jaarverslag"),
            t("Ik tel u mee als getal, en alleen als niemand u daarin kan herkennen. Liever niet? Zeg het mij gerust."),
        )
        yield self._part(
            t("Wat u mij kunt vragen"),
            t("U kunt vragen wat ik over u heb. U kunt het laten verbeteren, of vragen het eerder te vernietigen."),
            field=(t("Zo bereikt u mij"), paper.contact_line),
        )
        yield [
            *self._part(t("Hebt u een klacht?"), field=(t("Over mij"), paper.complaints)),
            self._field(self._sheet.document, t("Over privacy"), t("Autoriteit Persoonsgegevens")),
        ]

    def _part(self, heading: str, *sentences: str, field: tuple[str, str] | None = None) -> list[Row]:
        part = self._sheet.document.add("Sect")
        rows = [row(text_pieces(heading, HEADING, BODY_WIDTH, node=part.add("H2")), gap=_ABOVE)]
        rows += [row(text_pieces(each, INTRO, TEXT_WIDTH, node=part.add("P")), gap=_BETWEEN) for each in sentences]
        return [*rows, self._field(part, *field)] if field else rows

    def _field(self, parent: Node, label: str, words: str) -> Row:
        """Return what the adviser filled in beside its label, or a line to write it on."""
        said = plain(words)
        node = parent.add("P")
        if not said:
            line = wrap(label, LABEL, _LABELS)[0]
            return row([Piece(WRITING_PITCH, line=line, style=LABEL, node=node, rule=_LABELS)], gap=_BETWEEN)
        head = text_pieces(label, LABEL, _LABELS, node=node)
        body = text_pieces(said, BODY, BODY_WIDTH - _LABELS, node=parent.add("P"))
        return Row((Column(body=tuple(head)), Column(LEFT + _LABELS, BODY_WIDTH - _LABELS, body=tuple(body))), _BETWEEN)
