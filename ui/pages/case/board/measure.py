"""How high the rows of the board are: as high as the highest text in any column, so that rows align."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from ui.pages.case.board.cell import SIDE, role_of, shown
from ui.pages.case.board.slots import KINDS, ROWS, Row, slots, text_at
from ui.theme import Role
from ui.widgets.labels import Words

if TYPE_CHECKING:
    from ui.pages.case.board.option_state import OptionState
    from ui.theme import Theme
    from vpjournal.domain.board import OptionDraft

INSET = 8
"""Room between the edge of a column and its cells."""
_CELL = 4
_PADDING = {
    Row.TITLE: (10, 10),
    Row.WHO_KNOWS: (6, 1),
    Row.WHO_DECIDES: (1, 1),
    Row.REVERSIBLE: (1, 6),
    Row.PROS: (6, 6),
    Row.CONS: (6, 6),
    Row.CONSEQUENCES: (6, 6),
    Row.SAYS: (10, 12),
}
_SURELY_FITS = 6
_LEAST_WIDTH = 216
_MOST_WIDTH = 380


def above(row: Row) -> int:
    """Return the room above the first text of a row."""
    return _PADDING[row][0]


def column_width(room: int, *, count: int, gap: int, scale: float) -> int:
    """Return how wide each of so many columns is in this room, at this size of text."""
    share = (room - (count - 1) * gap) // count
    # With large text beside the memory aid, one whole column is worth more than a wide one that is cut off.
    least = max(_LEAST_WIDTH, min(round(_LEAST_WIDTH * scale), room))
    return max(least, min(share, round(_MOST_WIDTH * scale)))


class Measure:
    """Measures texts at one width; what was measured once is remembered while its option stays the same."""

    def __init__(self, *, theme: Theme, editable: bool) -> None:
        self._theme = theme
        self._editable = editable
        self._rulers = {role: Words(theme=theme, role=role) for role in {role_of(row) for row in ROWS}}
        self._metrics = {role: QFontMetrics(theme.font(role)) for role in self._rulers}
        self.invitation = theme.line_height(Role.BODY) + _CELL
        """How high the invitation to write something is."""
        self._texts: dict[tuple[str, Role], int] = {}
        self._columns: dict[int, tuple[OptionDraft, dict[Row, int]]] = {}
        self._width = 0

    def set_width(self, width: int) -> None:
        """Measure for columns of this width from now on."""
        if width != self._width:
            self._width = width
            self._texts.clear()
            self._columns.clear()

    def forget(self) -> None:
        """Forget the texts that were measured."""
        self._texts.clear()
        self._columns.clear()
        for ruler in self._rulers.values():
            ruler.setText("")

    def cell(self, text: str, row: Row) -> int:
        """Return how high the cell of a text is."""
        words, role = shown(text, row), role_of(row)
        key = (words, role)
        if key not in self._texts:
            self._texts[key] = self._lines(words, role) + _CELL
        return self._texts[key]

    def rows(self, states: Sequence[OptionState]) -> dict[Row, int]:
        """Return the height of each row of the board: none for a row that is only read and says nothing."""
        columns = [self._column(state) for state in states]
        highest = {row: max((column[row] for column in columns), default=0) for row in ROWS}
        return {row: self.padded(row, height) if height or self._editable else 0 for row, height in highest.items()}

    def padded(self, row: Row, content: int) -> int:
        """Return how high a row is around this content."""
        return content + sum(_PADDING[row])

    def _column(self, state: OptionState) -> dict[Row, int]:
        known = self._columns.get(state.key)
        if known is not None and known[0] is state.draft:
            return known[1]
        heights = dict.fromkeys(ROWS, 0)
        for slot in slots(state.draft):
            text = text_at(state.draft, slot)
            if text or (self._editable and slot.row not in KINDS):
                heights[slot.row] += self.cell(text, slot.row)
            elif self._editable:
                # Kept free in every column, so that nothing moves when another column becomes the current one.
                heights[slot.row] += self.invitation
        self._columns[state.key] = (state.draft, heights)
        return heights

    def _lines(self, words: str, role: Role) -> int:
        inner = self._width - 2 * (INSET + SIDE)
        if "\n" not in words and self._metrics[role].horizontalAdvance(words) < inner - _SURELY_FITS:
            return self._theme.line_height(role)
        ruler = self._rulers[role]
        ruler.setText(words)
        return ruler.heightForWidth(inner)
