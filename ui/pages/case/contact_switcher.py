"""The row above a note: the contacts of this phase by day, and one more. A phase holds any number of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import ADD, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.layouts import clear, column, flow
from vpjournal.domain.days import Precision, today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.contact import Contact
    from vpjournal.domain.days import CoarseDay
    from vpjournal.domain.ids import ContactId
    from vpjournal.domain.language import Texts


class ContactSwitcher(QWidget):
    """Says which contact the adviser wants to see.

    With a single contact only *Nog een contact* is there; ``days_only`` shows the days and leaves that to others.
    """

    chosen = Signal(object)
    """The adviser wants the note of this ``ContactId``."""
    another_wanted = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, days_only: bool) -> None:
        super().__init__()
        self._days_only = days_only
        self._theme = theme
        self._t = texts
        self._shown: tuple[tuple[ContactId, str], ...] = ()
        self.chips = self._chips()
        self._column = column(spacing=0)
        self.setLayout(self._column)
        self._rebuild()

    def show_contacts(self, contacts: Sequence[Contact], *, current: ContactId | None) -> None:
        """Show a chip for each contact, and which of them is open."""
        shown = tuple((each.id, self._day(each.details.day)) for each in contacts)
        if shown != self._shown:
            self._shown = shown
            self._rebuild()
        self.chips.set_value(current)

    def _rebuild(self) -> None:
        clear(self._column)
        self.chips = self._chips()
        another = button(
            self._t("Nog een contact"),
            theme=self._theme,
            kind=ADD,
            icon_name="plus",
            on_click=self.another_wanted.emit,
        )
        another.setObjectName("anotherContactButton")
        line = QWidget()
        line.setLayout(flow(self.chips, another))
        self._column.addWidget(line)
        # Only now: a widget without a parent that is shown is a window of its own for a moment.
        self.chips.setVisible(self._days_only or len(self._shown) > 1)
        another.setVisible(not self._days_only)

    def _chips(self) -> ChoiceRow:
        chips = ChoiceRow(self._shown, theme=self._theme, name=self._t("Contacten in deze fase"), small=True)
        chips.setObjectName("contactChips")
        chips.changed.connect(lambda: self.chosen.emit(chips.value))
        return chips

    def _day(self, day: CoarseDay) -> str:
        if day.day is not None and day.precision is Precision.DAY:
            return self._t.short_day(day.day, today=today())
        return day.words(self._t, today=today())
