"""The register of all that left as a table: days, papers, for whom, fingerprints, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vpjournal.domain.days import today
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.language import Texts
from vpjournal.domain.register import HandedOut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Saying = Callable[[Texts, HandedOut], str]


class Column(IntEnum):
    """The columns, from left to right."""

    DAY = 0
    CASE = 1
    PAPER = 2
    FOR_WHOM = 3
    FINGERPRINT = 4
    WAY = 5
    OPEN = 6


class RegisterModel(QAbstractTableModel):
    """Shows ``HandedOut`` entries in the order in which they are given; ``words`` says what is not in the entry itself.

    Words are made when a row comes into sight, so that thousands of entries cost nothing.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        texts: Texts,
        words: Mapping[Column, Saying],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._strong = theme.font(strong=True)
        self._tabular = theme.font(tabular=True)
        self._t = texts
        self._rows: Sequence[HandedOut] = ()
        self._words: dict[Column, Saying] = {
            Column.DAY: lambda texts, row: texts.short_day(row.day, today=today()),
            Column.CASE: lambda _texts, row: row.code or "–",
            Column.FINGERPRINT: lambda _texts, row: grouped(row.fingerprint) if row.fingerprint else "–",
            **words,
        }
        self._headings = (
            texts("Dag"),
            texts("Casus"),
            texts("Blad"),
            texts("Voor wie"),
            texts("Vingerafdruk"),
            texts("Hoe"),
            texts("Nog open"),
        )

    def set_rows(self, rows: Sequence[HandedOut]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> HandedOut | None:
        """Return the entry in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, entry: object) -> int:
        """Return the row of an entry by its number, or 0."""
        return next((number for number, each in enumerate(self._rows) if each.id == entry), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words[column](self._t, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tip that looks like markup would be read as such, pictures from the disk included.
            return f"<p>{escape(self._words[column](self._t, row))}</p>"
        if role == Qt.ItemDataRole.FontRole:
            return {Column.PAPER: self._strong, Column.FINGERPRINT: self._tabular}.get(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None
