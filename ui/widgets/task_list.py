"""What was agreed or still asks to be done: a tick, the words, and a quieter line below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.layouts import clear
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
        self._rows: dict[str, TickRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show other rows; says nothing to others."""
        clear(self._column)
        self._rows = {}
        for row in rows:
            made = TickRow(row.words, theme=self._theme, ticked=row.done, detail=row.detail)
            made.toggled.connect(lambda done, key=row.key: self.ticked.emit(key, done))
            self._rows[row.key] = made
            self._column.addWidget(made)

    def row(self, key: str) -> TickRow:
        """Return the row of a task."""
        return self._rows[key]
