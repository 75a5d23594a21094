"""The board as rows and slots: which text of an option stands where, and an option with one of its texts changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.guide_options import LibraryOption, LibraryText
from vpjournal.domain.language import mark


class Row(StrEnum):
    """A row of the board, from top to bottom."""

    TITLE = "title"
    WHO_KNOWS = "who_knows"
    WHO_DECIDES = "who_decides"
    REVERSIBLE = "reversible"
    PROS = "pros"
    CONS = "cons"
    CONSEQUENCES = "consequences"
    SAYS = "says"


ROWS = tuple(Row)
KINDS = {Row.PROS: LineKind.PRO, Row.CONS: LineKind.CON, Row.CONSEQUENCES: LineKind.CONSEQUENCE}
"""The rows that hold any number of lines."""
ROW_NAMES: dict[Row, str] = {
    Row.TITLE: mark("Mogelijkheid"),
    Row.WHO_KNOWS: mark("Wie weet ervan"),
    Row.WHO_DECIDES: mark("Wie bepaalt daarna"),
    Row.REVERSIBLE: mark("Terug te draaien"),
    Row.PROS: mark("Voordelen"),
    Row.CONS: mark("Nadelen"),
    Row.CONSEQUENCES: mark("Gevolgen"),
    Row.SAYS: mark("De melder zegt"),
}
INVITATIONS: dict[Row, str] = {
    Row.TITLE: mark("+ titel"),
    Row.WHO_KNOWS: mark("+ invullen"),
    Row.WHO_DECIDES: mark("+ invullen"),
    Row.REVERSIBLE: mark("+ invullen"),
    Row.PROS: mark("+ voordeel"),
    Row.CONS: mark("+ nadeel"),
    Row.CONSEQUENCES: mark("+ gevolg"),
    Row.SAYS: mark("+ in eigen woorden"),
}
"""What stands where nothing is written yet, in the column that is edited."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One text on the board; ``index`` counts the lines of a row, and one past the last is a new line."""

    row: Row
    index: int = 0


def slots(draft: OptionDraft) -> tuple[Slot, ...]:
    """Return every place of a column from top to bottom, with one for a new line below each list."""
    found: list[Slot] = []
    for row in ROWS:
        count = len(draft.texts(KINDS[row])) + 1 if row in KINDS else 1
        found += [Slot(row, index) for index in range(count)]
    return tuple(found)


def text_at(draft: OptionDraft, slot: Slot) -> str:
    """Return what stands in a slot; nothing in the slot of a new line."""
    if slot.row in KINDS:
        lines = draft.texts(KINDS[slot.row])
        return lines[slot.index].text if slot.index < len(lines) else ""
    if slot.row is Row.SAYS:
        return draft.says
    content: BoardText = getattr(draft, slot.row.value)
    return content.text


def slot_at(draft: OptionDraft, place: int) -> Slot:
    """Return the slot of a place in the texts as a search reads them: one below the other, the lines last."""
    found = [Slot(row) for row in ROWS if row not in KINDS]
    seen: list[LineKind] = []
    rows = {kind: row for row, kind in KINDS.items()}
    for line in draft.lines:
        found.append(Slot(rows[line.kind], seen.count(line.kind)))
        seen.append(line.kind)
    for slot in found:
        place -= len(text_at(draft, slot)) + 1
        if place < 0:
            return slot
    return found[0]


def with_text(draft: OptionDraft, slot: Slot, text: str) -> OptionDraft:
    """Return an option with other words in a slot; words that were changed no longer are the library's."""
    if text == text_at(draft, slot):
        return draft
    if slot.row in KINDS:
        return _with_line(draft, slot, text)
    if slot.row is Row.SAYS:
        return replace(draft, says=text)
    return _with_single(draft, slot.row, BoardText(text))


def without_blanks(draft: OptionDraft) -> OptionDraft:
    """Return an option without the lines in which nothing stands."""
    return replace(draft, lines=tuple(line for line in draft.lines if line.content.text.strip()))


def with_library_line(draft: OptionDraft, kind: LineKind, content: BoardText) -> OptionDraft:
    """Return an option with a line that the reporter recognised, after the others."""
    return replace(draft, lines=(*draft.lines, BoardLine(kind, content)))


def without_library_line(draft: OptionDraft, library: str) -> OptionDraft:
    """Return an option without a line of the library."""
    return replace(draft, lines=tuple(line for line in draft.lines if line.content.library != library))


def started_from(option: LibraryOption) -> OptionDraft:
    """Return a column with the title and the facts of a library option, none of its lines on."""
    return OptionDraft(
        title=recognised(option.title),
        who_knows=recognised(option.who_knows),
        who_decides=recognised(option.who_decides),
        reversible=recognised(option.reversible),
        library=option.id,
    )


def recognised(text: LibraryText) -> BoardText:
    """Return a library text as it stands on the board."""
    return BoardText(text.text, text.id)


def _with_single(draft: OptionDraft, row: Row, content: BoardText) -> OptionDraft:
    match row:
        case Row.TITLE:
            return replace(draft, title=content)
        case Row.WHO_KNOWS:
            return replace(draft, who_knows=content)
        case Row.WHO_DECIDES:
            return replace(draft, who_decides=content)
        case _:
            return replace(draft, reversible=content)


def _with_line(draft: OptionDraft, slot: Slot, text: str) -> OptionDraft:
    kind = KINDS[slot.row]
    texts = list(draft.texts(kind))
    texts[slot.index : slot.index + 1] = [BoardText(text)]
    changed = (BoardLine(kind, content) for content in texts)
    return replace(draft, lines=(*_others(draft.lines, kind), *changed))


def _others(lines: Iterable[BoardLine], kind: LineKind) -> tuple[BoardLine, ...]:
    return tuple(line for line in lines if line.kind is not kind)
