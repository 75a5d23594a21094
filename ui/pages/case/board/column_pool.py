"""Columns of the board that wait to be used again: making one takes longer than filling one."""

from __future__ import annotations

from collections.abc import Callable

from ui.pages.case.board.option_column import OptionColumn


class ColumnPool:
    """Gives a column that shows nothing, and takes it back."""

    def __init__(self, make: Callable[[], OptionColumn]) -> None:
        self._make = make
        self._spare: list[OptionColumn] = []

    def take(self) -> OptionColumn:
        """Return a column that was used before, or a new one."""
        return self._spare.pop() if self._spare else self._make()

    def give_back(self, column: OptionColumn) -> None:
        """Let a column forget its option and wait."""
        column.forget()
        self._spare.append(column)

    def add_one(self) -> None:
        """Make a column before it is needed, with the cells that most options have."""
        column = self._make()
        column.hide()
        column.make_cells()
        self._spare.append(column)
