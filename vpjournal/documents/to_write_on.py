"""Two papers that the reporter fills in alone: a log to keep, and a sheet to prepare a talk on.

They leave the adviser empty and never come back. Room to write is what they are for: every line that a page can spare.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vpjournal.documents.flow import (
    Block,
    Column,
    Placed,
    Row,
    divider,
    paint,
    row,
    space,
    text_pieces,
    write_after,
    write_lines,
)
from vpjournal.documents.sheet import Sheet
from vpjournal.documents.structure import Node
from vpjournal.documents.styles import (
    BODY_WIDTH,
    BOTTOM,
    HEADING,
    INTRO,
    LABEL,
    TITLE,
    TOP,
    WRITING_PITCH,
)
from vpjournal.domain.language import Texts, mark
from vpjournal.domain.papers import ReporterLog, TalkPreparation

_KEEP = mark("Bedenk waar u dit blad bewaart, en wie het daar kan vinden.")
_LOG_PAGES = (2, 3)
"""How many happenings there is room for on the front and on the back."""
_LOG = (
    (mark("Wat gebeurde er"), 3),
    (mark("Wat deed het met mij"), 2),
    (mark("Wat deed ik"), 2),
)
_TALK = (
    (mark("Wat wil ik zeggen?"), 4),
    (mark("Wat wil ik bereiken?"), 2),
    (mark("Wat als het anders loopt?"), 3),
    (mark("Wat zeg ik om te stoppen?"), 1),
    (mark("Wie is erbij?"), 1),
    (mark("Wat doe ik daarna?"), 2),
)


@dataclass(frozen=True, slots=True)
class _Foot:
    """The last sentence of a sheet, which stands at the bottom of it."""

    row: Row

    @property
    def top(self) -> float:
        return BOTTOM - self.row.height


def draw_log(paper: ReporterLog) -> Sheet:
    """Draw an empty log, front and back."""
    t = Texts(paper.language)
    sheet = Sheet(title=t("Logboek"), language=paper.language, example=paper.example)
    intro = (
        t("Dit logboek is van u. U bepaalt wat u opschrijft en wie het leest."),
        t("Eén of twee woorden is ook goed."),
    )
    for page, count in enumerate(_LOG_PAGES):
        if page:
            sheet.next_page()
        rows = [*_intro(sheet, t("Logboek"), intro)] if page == 0 else []
        foot = _foot(sheet, t) if page == len(_LOG_PAGES) - 1 else None
        room = (foot.top - 16 if foot else BOTTOM) - TOP - sum(each.height for each in rows)
        for _ in range(count):
            rows += _happening(sheet.document.add("Sect"), t, room / count)
        _paint(sheet, rows, foot)
    return sheet


def draw_talk(paper: TalkPreparation) -> Sheet:
    """Draw an empty sheet of one page with the questions that help to prepare a talk."""
    t = Texts(paper.language)
    sheet = Sheet(title=t("Een gesprek voorbereiden"), language=paper.language, example=paper.example)
    intro = (
        t("Dit blad is van u. U hoeft niet alles in te vullen."),
        t("U mag een gesprek altijd stoppen."),
    )
    rows = [*_intro(sheet, t("Een gesprek voorbereiden"), intro)]
    nodes = [sheet.document.add("H2") for _ in _TALK]
    heads = [
        row(text_pieces(t(question), HEADING, BODY_WIDTH, node=node), gap=14 if place else 6)
        for place, ((question, _), node) in enumerate(zip(_TALK, nodes, strict=True))
    ]
    foot = _foot(sheet, t)
    room = foot.top - 16 - TOP - sum(each.height for each in [*rows, *heads])
    counts = shared([weight for _, weight in _TALK], int(room / WRITING_PITCH))
    for head, count in zip(heads, counts, strict=True):
        rows += [head, row(write_lines(count))]
    _paint(sheet, rows, foot)
    return sheet


def shared(weights: Sequence[int], lines: int) -> list[int]:
    """Deal out lines by weight, one to each at least; those that are left over go to the heaviest."""
    counts = [max(1, lines * weight // sum(weights)) for weight in weights]
    left = lines - sum(counts)
    for place in sorted(range(len(weights)), key=lambda place: -weights[place])[: max(0, left)]:
        counts[place] += 1
    return counts


def _intro(sheet: Sheet, title: str, sentences: Sequence[str]) -> list[Row]:
    rows = [row(text_pieces(title, TITLE, BODY_WIDTH, node=sheet.document.add("H1"))), space(8)]
    rows += [row(text_pieces(each, INTRO, BODY_WIDTH, node=sheet.document.add("P"))) for each in sentences]
    return [*rows, space(14)]


def _happening(parent: Node, t: Texts, room: float) -> list[Row]:
    """Return room for one happening, with lines to fill the height that it may have."""
    gap = 3.0
    when = row(write_after(t("Wanneer ongeveer"), LABEL, BODY_WIDTH / 2, 1, node=parent.add("P")), gap=gap)
    narrow = Row(tuple(Column(each.x, BODY_WIDTH / 2, body=each.body) for each in when.columns), gap)
    fixed = divider().height + narrow.height + len(_LOG) * gap + 18
    counts = shared([weight for _, weight in _LOG], int((room - fixed) / WRITING_PITCH))
    rows = [divider(), space(4), narrow]
    for (question, _), count in zip(_LOG, counts, strict=True):
        rows.append(row(write_after(t(question), LABEL, BODY_WIDTH, count, node=parent.add("P")), gap=gap))
    return [*rows, space(room - sum(each.height for each in rows))]


def _foot(sheet: Sheet, t: Texts) -> _Foot:
    return _Foot(row(text_pieces(t(_KEEP), INTRO, BODY_WIDTH, node=sheet.document.add("P"))))


def _paint(sheet: Sheet, rows: Sequence[Row], foot: _Foot | None) -> None:
    paint(sheet, [Placed(TOP, Block(tuple(rows)))])
    if foot:
        paint(sheet, [Placed(foot.top, Block((foot.row,)))])
