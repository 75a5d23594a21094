"""The list of cases as a table: codes, words of recognition, phases and days; never what a case is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from heapq import nlargest
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vpjournal.domain.case import PHASE_NAMES, CaseRow
from vpjournal.domain.days import Precision, today

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.days import CoarseDay
    from vpjournal.domain.language import Texts

_MEASURED = 40
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    CODE = 0
    WORD = 1
    ORGANISATION = 2
    PHASE = 3
    LAST_CONTACT = 4
    NEXT_STEP = 5


class CaseModel(QAbstractTableModel):
    """Shows ``CaseRow`` values, in the order in which they are given."""

    def __init__(self, *, theme: Theme, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strong = theme.font(strong=True)
        self._t = texts
        self._rows: Sequence[CaseRow] = ()
        self._headings = (
            texts("Code"),
            texts("Herkenningswoord"),
            texts("Organisatie"),
            texts("Fase"),
            texts("Laatste contact"),
            texts("Volgende stap"),
        )

    def set_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show other cases."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> CaseRow | None:
        """Return the case in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def widest(self, column: Column) -> list[str]:
        """Return words of a column among which its widest are: to measure all of thousands of rows takes too long."""
        return [self._words(row, column) for row in self._rows_to_measure(column)]

    def _rows_to_measure(self, column: Column) -> Iterable[CaseRow]:
        rows = self._rows
        if column is Column.CODE:
            return nlargest(_MEASURED, rows, key=lambda row: len(row.code))
        if column is Column.WORD:
            return nlargest(_MEASURED, rows, key=lambda row: len(row.word))
        if column is Column.ORGANISATION:
            return {row.organisation_name: row for row in rows}.values()
        if column is Column.PHASE:
            return {(row.closed_on is None, row.phase): row for row in rows}.values()
        if column is Column.LAST_CONTACT:
            return {_shape_of_day(row.last_contact): row for row in rows}.values()
        return nlargest(_MEASURED, rows, key=lambda row: len(row.next_step))

    def _words(self, row: CaseRow, column: int) -> str:
        if column == Column.CODE:
            return row.code
        if column == Column.WORD:
            return row.word
        if column == Column.ORGANISATION:
            return row.organisation_name or self._t("nog onbekend")
        if column == Column.PHASE:
            return self._t("Afgesloten") if row.closed_on is not None else self._t(PHASE_NAMES[row.phase])
        if column == Column.LAST_CONTACT:
            return self._last_contact(row)
        return self._next_step(row)

    def _last_contact(self, row: CaseRow) -> str:
        if row.last_contact is None:
            return "–"
        if row.last_contact.precision is Precision.DAY and row.last_contact.day is not None:
            return self._t.short_day(row.last_contact.day, today=today())
        return row.last_contact.words(self._t, today=today())

    def _next_step(self, row: CaseRow) -> str:
        day = self._t.short_day(row.next_day, today=today()) if row.next_day is not None else ""
        return " · ".join(part for part in (day, row.next_step) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tip that looks like markup would be read as such, pictures from the disk included.
            return f"<p>{escape(self._words(row, index.column()))}</p>"
        if role == Qt.ItemDataRole.FontRole and index.column() == Column.CODE:
            return self._strong
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


def _shape_of_day(found: CoarseDay | None) -> tuple[bool, int, int, bool] | None:
    """Return what decides how long a day is when it is written."""
    day = found.day if found is not None else None
    if found is None or day is None:
        return None
    return found.precision is Precision.DAY, day.year, day.month, day.day > 9
