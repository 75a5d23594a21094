"""Leads from the steps to the reporter's word and back: for whom it is, the approval, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.faults import sentence
from ui.pages.case.summary.standing import missing
from vpjournal.errors import FieldMissing, NothingToApprove, OpenPoints, TextChanged

if TYPE_CHECKING:
    from ui.pages.case.summary.paper_and_side import PaperAndSide
    from ui.pages.case.summary.summary_gate import SummaryGate
    from ui.pages.case.summary.summary_side import SummarySide
    from ui.pages.case.summary.summary_store import SummaryStore
    from vpjournal.domain.days import CoarseDay
    from vpjournal.domain.ids import ApprovalId
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import HandedOut
    from vpjournal.domain.summary import Approval, Given
    from vpjournal.errors import JournalError


class ConsentFlow(QObject):
    """Nothing is recorded but what is on the screen at that moment."""

    def __init__(
        self,
        *,
        store: SummaryStore,
        side: SummarySide,
        work: PaperAndSide,
        gate: SummaryGate,
        texts: Texts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._side, self._work, self._gate, self._t = store, side, work, gate, texts
        side.steps.check_wanted.connect(self.show_check)
        side.steps.approve_wanted.connect(self._on_approve_wanted)
        side.steps.withdraw_wanted.connect(self._on_withdraw_wanted)
        side.whom_changed.connect(self._on_whom_changed)
        side.approved.connect(self._on_approved)
        side.withdrawn.connect(self._on_withdrawn)

    def show_check(self) -> None:
        """Open the points that could give someone away, and the own look."""
        self._side.check.show_checked(checked=self._store.standing.checked)
        self._work.show_side()
        self._gate.open(self._side.check)
        self._side.show_panel(self._side.check)

    def show_whom(self, fault: str = "") -> None:
        """Open the fields for whom it is and what for, and say which one is missing."""
        self._side.whom.show_draft(self._store.draft)
        self._work.show_side()
        self._side.show_panel(self._side.whom)
        self._side.whom.show_fault(fault)

    def _on_whom_changed(self) -> None:
        self._store.edit(replace(self._side.whom.draft, text=self._store.draft.text))

    def _on_approve_wanted(self) -> None:
        lacking = missing(self._store.draft)
        if lacking:
            self.show_whom(lacking)
            return
        self._side.approve.begin(self._store.draft)
        self._work.show_side()
        self._side.show_panel(self._side.approve)

    def _on_approved(self, day: CoarseDay, given: Given) -> None:
        self._store.approve(day=day, given=given, done=self._side.show_steps, failed=self._on_not_approved)

    def _on_not_approved(self, error: JournalError) -> None:
        if isinstance(error, FieldMissing) and error.field != "day":
            self.show_whom(error.field)
            return
        if isinstance(error, OpenPoints):
            # Words came to it since it was looked over.
            self.show_check()
            return
        self._side.approve.show_fault(self._why_not(error))
        self._store.read_again()

    def _why_not(self, error: JournalError) -> str:
        if isinstance(error, TextChanged):
            return self._t(
                "De tekst is intussen veranderd, dus er is niets vastgelegd. Lees hem nog eens samen; daarna kan het "
                "akkoord erbij."
            )
        if isinstance(error, NothingToApprove):
            return self._t("Er staat nog niets op het blad, dus er is nog niets om akkoord mee te zijn.")
        if isinstance(error, FieldMissing):
            return self._t("Kies een dag tot en met vandaag.")
        return sentence(self._t, error)

    def _on_withdraw_wanted(self, approval: Approval) -> None:
        self._store.read_left(approval.id, lambda left: self._show_withdraw(approval, left))

    def _show_withdraw(self, approval: Approval, left: tuple[HandedOut, ...]) -> None:
        self._side.withdraw.show_approval(approval, left)
        self._work.show_side()
        self._side.show_panel(self._side.withdraw)

    def _on_withdrawn(self, approval: ApprovalId) -> None:
        self._store.withdraw(approval, self._side.show_steps)
