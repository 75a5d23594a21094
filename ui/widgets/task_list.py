"""What was agreed or still asks to be done: a tick, the words, and a quieter line below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.tick_list import TickRow


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task by the key that its page knows it by."""

    key: str
    words: str
    detail: str = ""
    done: bool = False


class TaskList(QWidget):
    """Rows to tick; ``ticked`` gives the key and whether it is done now."""

    ticked = Signal(str, bool)

    def __init__(self, rows: Sequence[TaskRow] = (), *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: list[str] = []
        self._made: list[TickRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show other rows, with the widgets of those before; says nothing to others."""
        for number in range(len(self._made), len(rows)):
            made = TickRow("", theme=self._theme)
            made.toggled.connect(lambda done, number=number: self._on_row_toggled(number, done=done))
            self._made.append(made)
            self._column.addWidget(made)
        self._keys = [row.key for row in rows]
        for made, row in zip_longest(self._made, rows):
            shown = row or TaskRow("", "")
            made.show_row(shown.words, ticked=shown.done, detail=shown.detail)
            made.setVisible(row is not None)

    def _on_row_toggled(self, number: int, *, done: bool) -> None:
        self.ticked.emit(self._keys[number], done)

    def row(self, key: str) -> TickRow:
        """Return the row of a task."""
        return self._made[self._keys.index(key)]
