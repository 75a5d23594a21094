"""One option as a column: its texts in the rows of the board, the words of the reporter closing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.pages.case.board.cell import Cell, role_of, shown
from ui.pages.case.board.cell_editor import CellEditor
from ui.pages.case.board.measure import INSET, Measure, above
from ui.pages.case.board.option_state import OptionState
from ui.pages.case.board.slots import INVITATIONS, KINDS, ROW_NAMES, ROWS, Row, Slot, slots, text_at
from vpjournal.domain.board import BoardText, OptionDraft

if TYPE_CHECKING:
    from ui.theme import Role, Theme
    from vpjournal.domain.language import Texts

_RADIUS = 10.0
_USUAL_LINES = 3
_LINES_BELOW = (Row.TITLE, Row.REVERSIBLE, Row.PROS, Row.CONS, Row.CONSEQUENCES)


class OptionColumn(QWidget):
    """Shows an option, and one editor in it while it is written in."""

    pressed = Signal(int, object)
    clicked = Signal(int, object)
    """``(key, Slot)`` of the text that was clicked."""
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, *, theme: Theme, texts: Texts, measure: Measure, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = OptionState(OptionDraft(BoardText("")))
        self._theme, self._t, self._measure = theme, texts, measure
        self._heights: Mapping[Row, int] = {}
        self._cells: dict[Slot, Cell] = {}
        self._spare: dict[tuple[Role, bool], list[Cell]] = {}
        self._current = False
        self.editor: CellEditor | None = None
        self.setObjectName("optionColumn")
        self.resize(1, 1)

    @property
    def cells(self) -> dict[Slot, Cell]:
        """What stands in the column, from top to bottom."""
        return self._cells

    def show_state(self, state: OptionState, *, current: bool) -> None:
        """Show an option; the column may have shown another one before."""
        self.state, self._current = state, current
        self._fill()

    def forget(self) -> None:
        """Show no option, and wait to be used again."""
        self.hide()
        self._take_editor_away()
        self.state, self._current = OptionState(OptionDraft(BoardText(""))), False
        self._put_by(self._cells)
        self._cells = {}

    def make_cells(self) -> None:
        """Make the cells that most options have, before there is an option."""
        usual = [Slot(row, index) for row in ROWS for index in range(_USUAL_LINES if row in KINDS else 1)]
        self._put_by({slot: self._cell(slot, invites=False) for slot in usual})

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - the only thing this says
        """Put the ring around the column that is written in, and the invitations in it."""
        if current != self._current:
            self._current = current
            self.refresh()

    def refresh(self) -> None:
        """Show the texts as they are now."""
        self._fill()
        self._place()
        self.update()

    def arrange(self, heights: Mapping[Row, int]) -> None:
        """Put every text in its row."""
        self._heights = dict(heights)
        self._place()
        self.update()

    def begin_edit(self, slot: Slot) -> CellEditor:
        """Put an editor in the place of a text."""
        name = self._t(ROW_NAMES[slot.row])
        self.editor = CellEditor(text_at(self.state.draft, slot), slot=slot, name=name, theme=self._theme, parent=self)
        self._place()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.editor

    def end_edit(self) -> None:
        """Take the editor away and show its text."""
        self._take_editor_away()
        self.refresh()

    def _take_editor_away(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.blockSignals(True)  # noqa: FBT003 - Qt's signature.
            editor.hide()
            editor.deleteLater()

    def needed(self) -> tuple[Row, int] | None:
        """Return how high the row with the editor has to be."""
        if self.editor is None:
            return None
        row = self.editor.slot.row
        content = sum(self._height_of(slot) for slot in self._shown_slots() if slot.row is row)
        return row, self._measure.padded(row, content)

    def _shown_slots(self) -> list[Slot]:
        found = [slot for slot in slots(self.state.draft) if slot in self._cells]
        if self.editor is not None and self.editor.slot not in found:
            found.append(self.editor.slot)
        return found

    def _height_of(self, slot: Slot) -> int:
        if self.editor is not None and self.editor.slot == slot:
            return self.editor.height() + 4
        if slot in self._cells and self._cells[slot].invites:
            return self._measure.invitation
        return self._measure.cell(text_at(self.state.draft, slot), slot.row)

    def _fill(self) -> None:
        before, self._cells = self._cells, {}
        for slot in slots(self.state.draft):
            text = text_at(self.state.draft, slot)
            if text or self._current:
                cell = before.pop(slot, None)
                if cell is not None and cell.invites == bool(text):
                    self._put_by({slot: cell})
                    cell = None
                self._cells[slot] = cell or self._cell(slot, invites=not text)
                self._show_words(self._cells[slot], slot, text)
        self._put_by(before)

    def _put_by(self, cells: Mapping[Slot, Cell]) -> None:
        for cell in cells.values():
            cell.hide()
            cell.forget()
            self._spare.setdefault((role_of(cell.slot.row), cell.invites), []).append(cell)

    def _show_words(self, cell: Cell, slot: Slot, text: str) -> None:
        words = shown(text, slot.row) if text else self._t(INVITATIONS[slot.row])
        cell.show_words(words, slot=slot, name=self._t(ROW_NAMES[slot.row]), rings=self._current)
        cell.show()

    def _cell(self, slot: Slot, *, invites: bool) -> Cell:
        spare = self._spare.get((role_of(slot.row), invites))
        if spare:
            return spare.pop()
        cell = Cell(slot=slot, theme=self._theme, invites=invites, parent=self)
        cell.pressed.connect(lambda: self.pressed.emit(self.state.key, cell.slot))
        cell.clicked.connect(lambda: self.clicked.emit(self.state.key, cell.slot))
        cell.dragged.connect(lambda at: self.dragged.emit(self.state.key, at))
        cell.dropped.connect(lambda at: self.dropped.emit(self.state.key, at))
        return cell

    def _place(self) -> None:
        top, width = 0, self.width() - 2 * INSET
        for row in ROWS:
            y = top + above(row)
            for slot in (slot for slot in self._shown_slots() if slot.row is row):
                height = self._height_of(slot)
                self._place_one(slot, QPoint(INSET, y), width, height)
                y += height
            top += self._heights.get(row, 0)

    def _place_one(self, slot: Slot, at: QPoint, width: int, height: int) -> None:
        editing = self.editor is not None and self.editor.slot == slot
        if slot in self._cells:
            self._cells[slot].setVisible(not editing)
            self._cells[slot].setGeometry(at.x(), at.y(), width, height)
        if editing and self.editor is not None:
            self.editor.setFixedWidth(width)
            self.editor.move(at.x(), at.y() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = 2 if self._current else 1
        edge = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        shape = QPainterPath()
        shape.addRoundedRect(edge, _RADIUS, _RADIUS)
        painter.fillPath(shape, self._theme.colour("surface"))
        painter.setClipPath(shape)
        self._paint_rows(painter)
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.colour("accent" if self._current else "line"), ring))
        painter.drawPath(shape)

    def _paint_rows(self, painter: QPainter) -> None:
        line, top = self._theme.colour("line"), 0
        for row in ROWS:
            if row is Row.SAYS:
                painter.fillRect(0, top, self.width(), self.height() - top, self._theme.colour("accent_soft"))
            top += self._heights.get(row, 0)
            if row in _LINES_BELOW:
                painter.fillRect(0, top, self.width(), 1, line)
