"""Before an approval is withdrawn: what already left by it, told calmly, and one question with two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages.case.summary.side_panel import SidePanel
from ui.pages.case.summary.words import approved_when, for_whom, left_words
from ui.theme import Role
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import clear, column
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import HandedOut
    from vpjournal.domain.summary import Approval


class WithdrawPanel(SidePanel):
    """The reporter may always take it back; nothing here talks anyone out of it."""

    withdrawn = Signal(object)
    """The reporter took this ``ApprovalId`` back."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Akkoord intrekken?"), theme=theme, texts=texts)
        t = texts
        self._approval: Approval | None = None
        self._what = Body(theme=theme)
        self._head = Heading(theme=theme, role=Role.GROUP)
        self._head.setObjectName("leftHeading")
        self._left = column(spacing=4)
        self._after = Caption(theme=theme)
        self._after.setObjectName("leftWords")
        self._keep = button(t("Laten staan"), theme=theme, kind=MAIN, small=True, on_click=self.closed.emit)
        self._keep.setObjectName("keepApprovalButton")
        take_back = button(t("Akkoord intrekken"), theme=theme, small=True, on_click=self._on_withdraw_clicked)
        take_back.setObjectName("confirmWithdrawButton")
        self.page.add(
            self._what,
            column(self._head, self._left, spacing=4),
            self._after,
            column(self._keep, take_back, spacing=10),
        )

    def show_approval(self, approval: Approval, left: Sequence[HandedOut]) -> None:
        """Show what already left by an approval."""
        t, now = self.t, today()
        self._approval = approval
        given = approved_when(t, approval.day, today=now)
        self._what.setText(f"{given}. {for_whom(t, approval.approved)}")
        self._head.setText(t("Dit ging al de deur uit:") if left else t("Er ging nog niets de deur uit."))
        clear(self._left)
        for each in left:
            self._left.addWidget(Body(left_words(t, each, today=now), theme=self.theme))
        self._after.setText(
            t(
                "Wat de deur uit is, kan dit programma niet terughalen. Na het intrekken gaat er met dit "
                "akkoord niets meer de deur uit."
            )
            if left
            else t("Na het intrekken gaat er met dit akkoord niets meer de deur uit.")
        )

    def focus_first(self) -> None:
        """Give the keyboard to the answer that changes nothing."""
        self._keep.setFocus()

    def _on_withdraw_clicked(self) -> None:
        if self._approval is not None:
            self.withdrawn.emit(self._approval.id)
