"""What a search found, and what can be done, as one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from ui.navigation import Place

Index = QModelIndex | QPersistentModelIndex
MARKS_ROLE = Qt.ItemDataRole.UserRole + 1
CAPTION_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Found:
    """A row: its words with marked spans, a quiet line above, and where it leads or what it does."""

    words: str
    caption: str
    marks: tuple[tuple[int, int], ...] = ()
    place: Place | None = None
    act: Callable[[], None] | None = None

    def __repr__(self) -> str:
        return f"Found({self.place})"


class HitModel(QAbstractListModel):
    """Rows of the find window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Found] = ()

    def set_rows(self, rows: Sequence[Found]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def found(self, index: Index) -> Found | None:
        """Return the row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.found(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.caption}: {row.words}"
        return {MARKS_ROLE: row.marks, CAPTION_ROLE: row.caption}.get(role)
