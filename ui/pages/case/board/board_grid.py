"""The board itself: options beside each other, rows aligned, the names of the rows at the left.

Only the columns in sight exist as widgets, so that two hundred options cost no more than five. The current column
is written in; the rest, and the whole board while looking together, is only read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.pages.case.board.column_actions import ColumnActions
from ui.pages.case.board.column_pool import ColumnPool
from ui.pages.case.board.drop_mark import DropMark
from ui.pages.case.board.measure import Measure, column_width
from ui.pages.case.board.option_column import OptionColumn
from ui.pages.case.board.row_names import RowNames
from ui.pages.case.board.slots import KINDS, Row, Slot, text_at, with_text

if TYPE_CHECKING:
    from ui.pages.case.board.option_state import OptionState
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_GAP = 8
_FOOT = 6


class BoardGrid(QScrollArea):
    """Shows options in their order and changes their ``OptionState``; storing them is left to who listens."""

    current_changed = Signal(object)
    """Another option is the current one: its key, or ``None``."""
    edited = Signal(int)
    """The option with this key says something else now."""
    edit_ended = Signal(int, bool)
    """``(key, wiped)``: the adviser left a text; ``wiped`` when the title had been emptied and was given back."""
    move_asked = Signal(int, int)
    """``(key, place)``: the option should stand at this place, counted from 0."""
    remove_asked = Signal(int)

    def __init__(self, *, theme: Theme, texts: Texts, editable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._t, self._editable = theme, texts, editable
        self._measure = Measure(theme=theme, editable=editable)
        self._states: list[OptionState] = []
        self._columns: dict[int, OptionColumn] = {}
        self.pool = ColumnPool(self._new_column)
        self._current: int | None = None
        self._slot = Slot(Row.TITLE)
        self._adding = False
        self._heights: dict[Row, int] = {}
        self._column_width = 0
        self._arranging = False
        self._build_ui()

    def _build_ui(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._canvas = QWidget()
        self._canvas.setAutoFillBackground(False)
        self.setWidget(self._canvas)
        self._canvas.setAutoFillBackground(False)
        self._names = RowNames(theme=self._theme, texts=self._t, parent=self)
        self._actions = ColumnActions(theme=self._theme, texts=self._t, parent=self._canvas)
        self._actions.shift_asked.connect(self._shift)
        self._actions.remove_asked.connect(self._ask_remove)
        self._mark = DropMark(theme=self._theme, parent=self._canvas)
        self.setViewportMargins(self._names.wanted, 0, 0, 0)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().valueChanged.connect(self._names.scroll_to)

    # What others ask

    @property
    def current(self) -> int | None:
        """The key of the current option."""
        return self._current

    @property
    def is_editing(self) -> bool:
        """Tell whether a text is being written."""
        return self._edited_column() is not None

    def set_states(self, states: Sequence[OptionState], *, current: int | None) -> None:
        """Show these options in this order."""
        self.end_edit()
        self._states = list(states)
        known = {state.key: state for state in states}
        for key, column in tuple(self._columns.items()):
            if known.get(key) is not column.state:
                self._drop(key)
        for column in self._columns.values():
            column.refresh()
        # Forgotten first, so that it is told again that this option is the current one: its texts may be others.
        self._forget_current()
        self._make_current(current if current in known else next(iter(known), None))
        self._arrange()

    def forget(self) -> None:
        """Show no options, and remember none."""
        self._slot, self._adding = Slot(Row.TITLE), False
        self.set_states((), current=None)
        self._measure.forget()

    def set_current(self, key: int, slot: Slot | None = None) -> None:
        """Make an option the current one, bring it into sight and put the keyboard on it."""
        self._make_current(key)
        self._slot = slot or self._slot
        self._arrange()
        self._focus_slot()

    def refresh(self, key: int) -> None:
        """Show an option that was changed from elsewhere."""
        if key in self._columns and not self.is_editing:
            focused = self._columns[key].isAncestorOf(self.focusWidget() or self)
            self._columns[key].refresh()
            self._arrange()
            if focused:
                self._focus_slot()

    def edit(self, slot: Slot) -> None:
        """Write in a text of the current option."""
        column = self._column_of(self._current)
        if column is None or not self._editable:
            return
        self.end_edit()
        self._slot = slot
        self._adding = slot.row in KINDS and not text_at(column.state.draft, slot)
        editor = column.begin_edit(slot)
        editor.edited.connect(self._on_editor_edited)
        editor.resized.connect(self._arrange)
        editor.left.connect(self._on_editor_left)
        editor.lost.connect(self.end_edit)
        self._arrange()
        self.ensureWidgetVisible(editor, 24, 24)

    def end_edit(self) -> None:
        """Leave the editor, keeping what was written."""
        column = self._edited_column()
        if column is not None:
            wiped = column.state.tidy()
            column.end_edit()
            self._arrange()
            self.edit_ended.emit(column.state.key, wiped)

    def focus_current(self) -> None:
        """Put the keyboard on the text where it was."""
        self._focus_slot()

    # Order and sight

    def _index(self, key: int | None) -> int:
        return next((i for i, state in enumerate(self._states) if state.key == key), -1)

    def _column_of(self, key: int | None) -> OptionColumn | None:
        index = self._index(key)
        if index < 0:
            return None
        state = self._states[index]
        if state.key not in self._columns:
            self._columns[state.key] = self._make_column(state)
        return self._columns[state.key]

    def _make_column(self, state: OptionState) -> OptionColumn:
        column = self.pool.take()
        column.show_state(state, current=self._editable and state.key == self._current)
        column.show()
        return column

    def _new_column(self) -> OptionColumn:
        column = OptionColumn(theme=self._theme, texts=self._t, measure=self._measure, parent=self._canvas)
        column.pressed.connect(self._on_column_pressed)
        column.clicked.connect(self._on_column_clicked)
        column.dragged.connect(self._on_column_dragged)
        column.dropped.connect(self._on_column_dropped)
        return column

    def _drop(self, key: int) -> None:
        self.pool.give_back(self._columns.pop(key))

    def _make_current(self, key: int | None) -> None:
        if key == self._current:
            return
        self.end_edit()
        self._forget_current()
        self._current = key
        column = self._column_of(key)
        if column is not None:
            column.set_current(self._editable)
        self.current_changed.emit(key)

    def _forget_current(self) -> None:
        before = self._columns.get(self._current) if self._current is not None else None
        self._current = None
        if before is not None:
            before.set_current(False)

    def _edited_column(self) -> OptionColumn | None:
        return next((column for column in self._columns.values() if column.editor is not None), None)

    # Layout

    def _arrange(self) -> None:
        if self._arranging or not self.isVisible():
            return
        self._arranging = True
        try:
            width = self.viewport().width()
            self._arrange_all()
            if self.viewport().width() != width:
                # A scroll bar came or went.
                self._arrange_all()
        finally:
            self._arranging = False

    def _arrange_all(self) -> None:
        count = max(1, len(self._states))
        self._column_width = column_width(self.viewport().width(), count=count, gap=_GAP, scale=self._theme.text_scale)
        self._measure.set_width(self._column_width)
        self._heights = self._measure.rows(self._states)
        edited = self._edited_column()
        needed = edited.needed() if edited is not None else None
        if needed is not None:
            self._heights[needed[0]] = max(self._heights[needed[0]], needed[1])
        board = sum(self._heights.values())
        foot = self._actions.heightForWidth(self._column_width) + _FOOT if self._editable else 0
        self._canvas.resize(count * (self._column_width + _GAP) - _GAP, board + foot + 4)
        self._names.arrange(self._heights, height=self._canvas.height())
        self._show_in_sight()
        self._place_actions(board)

    def _show_in_sight(self) -> None:
        step = self._column_width + _GAP
        left = self.horizontalScrollBar().value()
        first, last = left // step, (left + self.viewport().width()) // step
        sight = {state.key for state in self._states[first : last + 1]}
        if self._current is not None:
            sight.add(self._current)
        for key in tuple(self._columns):
            if key not in sight:
                self._drop(key)
        height = sum(self._heights.values())
        for index, state in enumerate(self._states):
            if state.key in sight and (column := self._column_of(state.key)) is not None:
                column.setGeometry(index * step, 0, self._column_width, height)
                column.arrange(self._heights)

    def _place_actions(self, board: int) -> None:
        index = self._index(self._current)
        self._actions.setVisible(self._editable and index >= 0)
        self._actions.set_possible(left=index > 0, right=index < len(self._states) - 1)
        left = max(0, index) * (self._column_width + _GAP)
        height = self._actions.heightForWidth(self._column_width)
        self._actions.setGeometry(left, board + _FOOT, self._column_width, height)

    def _on_scrolled(self, _value: int) -> None:
        if not self._arranging and self._heights:
            self._show_in_sight()

    # Keyboard and mouse

    def _focus_slot(self) -> None:
        column = self._column_of(self._current)
        if column is None or not column.cells:
            return
        if self._slot not in column.cells:
            rows = [slot for slot in column.cells if slot.row is self._slot.row]
            self._slot = rows[-1] if rows else next(iter(column.cells))
        for slot, each in column.cells.items():
            tab_stop = slot == self._slot
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab_stop else Qt.FocusPolicy.ClickFocus)
        cell = column.cells[self._slot]
        # Behind the board itself in the chain, so that Tab goes on to what belongs to the column.
        QWidget.setTabOrder(self, cell)
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring_into_sight(column, cell)

    def _bring_into_sight(self, column: OptionColumn, cell: QWidget) -> None:
        self.ensureVisible(column.x() + self._column_width, column.y() + cell.y(), 12, 12)
        self.ensureVisible(column.x(), column.y() + cell.y(), 12, 12)
        self.ensureVisible(column.x() + 2, column.y() + cell.geometry().bottom(), 0, 12)

    def _step(self, by: int) -> None:
        column = self._column_of(self._current)
        if column is not None:
            places = list(column.cells)
            at = places.index(self._slot) if self._slot in places else 0
            self._slot = places[min(max(at + by, 0), len(places) - 1)]
            self._focus_slot()

    def _go_to(self, index: int) -> None:
        if self._states:
            self.set_current(self._states[min(max(index, 0), len(self._states) - 1)].key)

    def _shift(self, by: int) -> None:
        index = self._index(self._current)
        if index >= 0 and 0 <= index + by < len(self._states):
            self.move_asked.emit(self._states[index].key, index + by)

    def _ask_remove(self) -> None:
        if self._current is not None:
            self.remove_asked.emit(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self._index(self._current)
        moving = event.modifiers() == (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if sideways is not None:
            if moving and self._editable:
                self._shift(sideways)
            else:
                self._go_to(at + sideways)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else len(self._states) - 1)
        elif not (self._editable and self._on_edit_key(key)):
            super().keyPressEvent(event)

    def _on_edit_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.edit(self._slot)
            return True
        if key == Qt.Key.Key_Delete and self._slot.row is Row.TITLE:
            self._ask_remove()
            return True
        return False

    def _on_column_pressed(self, key: int, slot: Slot) -> None:
        self.end_edit()
        column = self._columns.get(key)
        if column is not None and slot in column.cells:
            column.cells[slot].setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_column_clicked(self, key: int, slot: Slot) -> None:
        if key == self._current:
            self.edit(slot)
        else:
            self.set_current(key, slot)

    def _on_column_dragged(self, _key: int, at: QPoint) -> None:
        if self._editable:
            place = self._place_at(at)
            self._mark.show_at(place * (self._column_width + _GAP) - _GAP // 2, height=sum(self._heights.values()))
            self.ensureVisible(self._canvas.mapFromGlobal(at).x(), self.verticalScrollBar().value(), 40, 0)

    def _on_column_dropped(self, key: int, at: QPoint) -> None:
        self._mark.hide()
        index, place = self._index(key), self._place_at(at)
        place -= place > index
        if self._editable and place != index:
            self.move_asked.emit(key, place)

    def _place_at(self, at: QPoint) -> int:
        step = self._column_width + _GAP
        return min(max(round(self._canvas.mapFromGlobal(at).x() / step), 0), len(self._states))

    # Writing

    def _on_editor_edited(self) -> None:
        column = self._edited_column()
        if column is not None and column.editor is not None:
            editor = column.editor
            column.state.change(with_text(column.state.draft, editor.slot, editor.text()))
            self.edited.emit(column.state.key)
            self._arrange()

    def _on_editor_left(self, onward: int) -> None:
        column = self._edited_column()
        if column is None or column.editor is None:
            return
        added = self._adding and bool(column.editor.text().strip())
        self.end_edit()
        if added and onward == 0:
            # The invitation below gets the keyboard, so that Enter begins the next line.
            self._slot = Slot(self._slot.row, self._slot.index + 1)
        if onward:
            self._step(onward)
        else:
            self._focus_slot()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._names.setGeometry(0, 0, self._names.wanted, self.viewport().height())
        self._arrange()
        column = self._columns.get(self._current) if self._current is not None else None
        if column is not None and event.size().width() != event.oldSize().width():
            self.ensureVisible(column.geometry().right(), self.verticalScrollBar().value(), 0, 0)
            self.ensureVisible(column.x(), self.verticalScrollBar().value(), 0, 0)
