"""The right of a summary: the steps, or for a moment one thing to fill in or decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from ui.pages.case.summary.approve_panel import ApprovePanel
from ui.pages.case.summary.check_panel import CheckPanel
from ui.pages.case.summary.pieces_panel import PiecesPanel
from ui.pages.case.summary.steps_panel import StepsPanel
from ui.pages.case.summary.whom_panel import WhomPanel
from ui.pages.case.summary.withdraw_panel import WithdrawPanel
from vpjournal.domain.summary import SummaryDraft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class SummarySide(QStackedWidget):
    """Holds the panels; each leads back to the steps."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.steps = StepsPanel(theme=theme, texts=texts)
        self.pieces = PiecesPanel(theme=theme, texts=texts)
        self.check = CheckPanel(theme=theme, texts=texts)
        self.whom = WhomPanel(theme=theme, texts=texts)
        self.approve = ApprovePanel(theme=theme, texts=texts)
        self.withdraw = WithdrawPanel(theme=theme, texts=texts)
        self.addWidget(self.steps)
        for panel in (self.pieces, self.check, self.whom, self.approve, self.withdraw):
            self.addWidget(panel)
            panel.closed.connect(self.show_steps)

    @property
    def shows_steps(self) -> bool:
        """Whether nothing is being filled in or decided."""
        return self.currentWidget() is self.steps

    def show_steps(self) -> None:
        """Go back to the steps, with the keyboard on the next one if it was here."""
        had_focus = self._has_keyboard()
        self.setCurrentWidget(self.steps)
        if had_focus:
            self.steps.focus_next()

    def show_panel(self, panel: PiecesPanel | CheckPanel | WhomPanel | ApprovePanel | WithdrawPanel) -> None:
        """Bring a panel to the front, with the keyboard."""
        self.setCurrentWidget(panel)
        panel.focus_first()

    def forget(self) -> None:
        """Let go of everything that belongs to a case."""
        self.setCurrentWidget(self.steps)
        self.steps.forget()
        self.pieces.show_pieces((), empty=True)
        self.check.show_checked(checked=False)
        self.whom.show_draft(SummaryDraft())
        self.whom.show_organisation(None)
        self.approve.begin(SummaryDraft())
        self.withdraw.forget()

    def _has_keyboard(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
