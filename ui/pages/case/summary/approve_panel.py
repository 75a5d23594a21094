"""Records what the reporter said of exactly the words on the screen: when, by the month or the day, and how."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox

from ui.pages.case.summary.side_panel import SidePanel
from ui.pages.case.summary.words import for_whom
from ui.widgets.buttons import MAIN, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import day_edit
from ui.widgets.field import Field
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import column, holder
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.summary import GIVEN_NAMES, Given

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import SummaryDraft


_MONTH, _DAY = "month", "day"


class ApprovePanel(SidePanel):
    """Nothing is filled in for the reporter but the month."""

    approved = Signal(object, object)
    """The reporter said yes: ``(CoarseDay, Given)``."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Akkoord van de melder"), theme=theme, texts=texts)
        t = texts
        self._what = Body(theme=theme)
        self._when = ChoiceRow(
            [(_MONTH, t("alleen de maand")), (_DAY, t("de dag"))], theme=theme, name=t("Wanneer?"), small=True
        )
        self._when.setObjectName("approvalWhen")
        self._when.changed.connect(self._on_when_changed)
        self._months: list[date] = []
        self._month = QComboBox()
        self._month.setProperty("small", True)  # noqa: FBT003 - A Qt property has no keyword.
        self._month.setAccessibleName(t("Maand"))
        self._day = day_edit(texts=t, theme=theme, today=today())
        self._day.setObjectName("approvalDay")
        self._given = ChoiceRow(
            [(each, t(words)) for each, words in GIVEN_NAMES.items()],
            theme=theme,
            name=t("Hoe zei de melder het?"),
            rows=True,
        )
        self._given.setObjectName("approvalGiven")
        self._given.changed.connect(lambda: self.show_fault(""))
        self._given_field = Field(t("Hoe zei de melder het?"), self._given, theme=theme)
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("approvalFault")
        self._record = button(
            t("Akkoord vastleggen"), theme=theme, kind=MAIN, small=True, on_click=self._on_record_clicked
        )
        self._record.setObjectName("recordApprovalButton")
        when = Field(
            t("Wanneer?"),
            holder(column(self._when, self._month, self._day)),
            theme=theme,
        )
        when.setFocusProxy(self._when)
        self.page.add(self._what, when, self._given_field)
        self.set_foot(column(self._fault, self._record, spacing=8))

    def begin(self, draft: SummaryDraft) -> None:
        """Ask anew."""
        self._when.set_value(_MONTH)
        self._offer_days()
        self._on_when_changed()
        self._given.set_value(None)
        self.show_fault("")
        self.show_draft(draft)

    def _offer_days(self) -> None:
        """Offer what lies behind today, which may be another day than when this was made."""
        now = today()
        self._months = _months_until(now)
        self._month.clear()
        self._month.addItems([self.t.month(each) for each in self._months])
        self._day.setMaximumDate(QDate(now.year, now.month, now.day))
        self._day.setDate(self._day.maximumDate())

    def show_draft(self, draft: SummaryDraft) -> None:
        """Say what is agreed to."""
        self._what.setText(for_whom(self.t, draft))

    def show_fault(self, words: str) -> None:
        """Say why it was not recorded, or nothing."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self._record.setAccessibleDescription(words)
        self._given_field.set_fault(None)

    def focus_first(self) -> None:
        """Give the keyboard to the first question."""
        self._when.setFocus()

    @property
    def _chosen_day(self) -> CoarseDay:
        if self._when.value == _MONTH:
            return CoarseDay.in_month_of(self._months[self._month.currentIndex()])
        day = self._day.date()
        return CoarseDay.exactly(date(day.year(), day.month(), day.day()))

    def _on_when_changed(self) -> None:
        self._month.setVisible(self._when.value == _MONTH)
        self._day.setVisible(self._when.value == _DAY)
        self.show_fault("")

    def _on_record_clicked(self) -> None:
        given = self._given.value
        if not isinstance(given, Given):
            self._given_field.set_fault(self.t("Kies hoe de melder het zei."))
            self._given.setFocus()
            self.page.bring_into_sight(self._given_field)
            return
        self.approved.emit(self._chosen_day, given)


def _months_until(day: date) -> list[date]:
    """Return the first days of a year of months, this month first."""
    this = day.year * 12 + day.month - 1
    return [date((this - back) // 12, (this - back) % 12 + 1, 1) for back in range(12)]
