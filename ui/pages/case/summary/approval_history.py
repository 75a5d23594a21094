"""Every approval that a summary ever had: when, for whom, and what it is worth now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.case.summary.words import approval_state, whom
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column, flow
from vpjournal.domain.summary import SummaryState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ui.pages.case.summary.standing import Standing
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import Approval, SummaryDraft


class ApprovalHistory(QWidget):
    """Hidden while the seal already says all there is."""

    back_wanted = Signal(object)
    """The adviser wants the words of this ``Approval`` back."""
    withdraw_wanted = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._shown: object = None
        self._rows = column(spacing=12)
        self.setLayout(column(Heading(texts("Akkoorden"), theme=theme, role=Role.GROUP), self._rows))
        self.hide()

    def show_approvals(
        self, approvals: Sequence[Approval], standing: Standing, draft: SummaryDraft, *, today: date
    ) -> None:
        """Show them, newest first."""
        told = len(approvals) == 1 and standing.state in (SummaryState.APPROVED, SummaryState.WITHDRAWN)
        states = [approval_state(self._t, each, draft, today=today) for each in approvals]
        shown = (tuple(approvals), tuple(states))
        self.setVisible(bool(approvals) and not told)
        if shown != self._shown:
            self._shown = shown
            clear(self._rows)
            for each, state in zip(approvals, states, strict=True):
                self._rows.addWidget(self._row(each, state, standing, today))

    def forget(self) -> None:
        """Let go of what was shown."""
        self._shown = None
        clear(self._rows)
        self.hide()

    def _row(self, approval: Approval, state: str, standing: Standing, today: date) -> QWidget:
        day = approval.day.words(self._t, today=today)
        words = Body(f"{day} · {whom(self._t, approval.approved)}", theme=self._theme)
        lines = column(words, Caption(state, theme=self._theme), spacing=0)
        if approval.withdrawn_on is None and approval != standing.approval:
            lines.addLayout(flow(*self._ways(approval, standing), spacing=16))
        made = QWidget()
        made.setLayout(lines)
        return made

    def _ways(self, approval: Approval, standing: Standing) -> list[QWidget]:
        take_back = button(
            self._t("Intrekken"),
            theme=self._theme,
            kind=LINK,
            on_click=lambda: self.withdraw_wanted.emit(approval),
        )
        take_back.setObjectName("withdrawEarlierButton")
        if approval == standing.lapsed or approval.reworded:
            # The bar above the text leads back to the one that lapsed; one in which a name was replaced is gone.
            return [take_back]
        back = button(
            self._t("Terug naar wat akkoord was"),
            theme=self._theme,
            kind=LINK,
            on_click=lambda: self.back_wanted.emit(approval),
        )
        back.setObjectName("backToEarlierButton")
        return [back, take_back]
