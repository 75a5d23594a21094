"""Records what the reporter said of exactly the words on the screen: when, by the month or the day, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.case.summary.side_panel import SidePanel
from ui.pages.case.summary.words import for_whom
from ui.widgets.buttons import MAIN, button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import column, holder
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.summary import GIVEN_NAMES, Given

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import SummaryDraft


_MONTH, _TODAY, _OTHER = "month", "today", "other"


class ApprovePanel(SidePanel):
    """Nothing is filled in for the reporter but the month."""

    approved = Signal(object, object)
    """The reporter said yes: ``(CoarseDay, Given)``."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Akkoord van de melder"), theme=theme, texts=texts)
        t = texts
        self._what = Body(theme=theme)
        self._when = ChoiceRow(
            [(_MONTH, t.month(today())), (_TODAY, t("vandaag")), (_OTHER, t("anders"))],
            theme=theme,
            name=t("Wanneer?"),
            small=True,
        )
        self._when.setObjectName("approvalWhen")
        self._when.changed.connect(self._on_when_changed)
        self._day = DayField(theme=theme, texts=t, today=today(), unknown=False, name=t("Wanneer?"))
        self._day.setObjectName("approvalDay")
        self._day.changed.connect(lambda: self.show_fault(""))
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
        self._record = button(t("Akkoord vastleggen"), theme=theme, kind=MAIN, on_click=self._on_record_clicked)
        self._record.setObjectName("recordApprovalButton")
        when = Field(
            t("Wanneer?"),
            holder(column(self._when, self._day)),
            theme=theme,
            helper=t("De maand is genoeg. Voor anderen staat er nooit een dag op papier."),
        )
        when.setFocusProxy(self._when)
        self.page.add(self._what, when, self._given_field)
        self.set_foot(column(self._fault, self._record, spacing=8))

    def begin(self, draft: SummaryDraft) -> None:
        """Ask anew."""
        self._when.set_value(_MONTH)
        self._day.set_value(CoarseDay.in_month_of(today()))
        self._day.hide()
        self._given.set_value(None)
        self.show_fault("")
        self.show_draft(draft)

    def show_draft(self, draft: SummaryDraft) -> None:
        """Say what is agreed to."""
        self._what.setText(
            self.t("De melder is akkoord met precies deze tekst. {for_whom}", for_whom=for_whom(self.t, draft))
        )

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
    def _chosen_day(self) -> CoarseDay | None:
        when = self._when.value
        if when == _MONTH:
            return CoarseDay.in_month_of(today())
        return CoarseDay.exactly(today()) if when == _TODAY else self._day.value

    def _on_when_changed(self) -> None:
        self._day.setVisible(self._when.value == _OTHER)
        self.show_fault("")

    def _on_record_clicked(self) -> None:
        day, given = self._chosen_day, self._given.value
        if not isinstance(given, Given) or day is None:
            self._given_field.set_fault(self.t("Kies hoe de melder het zei."))
            self._given.setFocus()
            return
        self.approved.emit(day, given)
