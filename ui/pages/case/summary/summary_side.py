"""The right of a summary: the steps, or for a moment one thing to fill in or decide."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.pages.case.summary.approve_panel import ApprovePanel
from ui.pages.case.summary.check_panel import CheckPanel
from ui.pages.case.summary.pieces_panel import PiecesPanel
from ui.pages.case.summary.side_panel import SidePanel
from ui.pages.case.summary.steps_panel import StepsPanel
from ui.pages.case.summary.whom_panel import WhomPanel
from ui.pages.case.summary.withdraw_panel import WithdrawPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.pages.case.summary.standing import Standing
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.organisation import OrganisationDraft
    from vpjournal.domain.summary import SummaryDraft

P = TypeVar("P", bound=SidePanel)
_PANELS = ("pieces", "check", "whom", "approve", "withdraw")


class SummarySide(QStackedWidget):
    """Holds the steps; the panels are made when they are asked for, and each leads back to the steps."""

    pieces_chosen = Signal(object)
    whom_changed = Signal()
    approved = Signal(object, object)
    withdrawn = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._organisation: OrganisationDraft | None = None
        self.steps = StepsPanel(theme=theme, texts=texts)
        self.addWidget(self.steps)

    @cached_property
    def pieces(self) -> PiecesPanel:
        """What there is to choose from the case."""
        panel = self._add(PiecesPanel(theme=self._theme, texts=self._t))
        panel.chosen.connect(self.pieces_chosen)
        return panel

    @cached_property
    def check(self) -> CheckPanel:
        """The look at who can be recognised."""
        return self._add(CheckPanel(theme=self._theme, texts=self._t))

    @cached_property
    def whom(self) -> WhomPanel:
        """For whom it is and what for."""
        panel = self._add(WhomPanel(theme=self._theme, texts=self._t))
        panel.show_organisation(self._organisation)
        panel.changed.connect(self.whom_changed)
        return panel

    @cached_property
    def approve(self) -> ApprovePanel:
        """The questions about the reporter's word."""
        panel = self._add(ApprovePanel(theme=self._theme, texts=self._t))
        panel.approved.connect(self.approved)
        return panel

    @cached_property
    def withdraw(self) -> WithdrawPanel:
        """The question before an approval is taken back."""
        panel = self._add(WithdrawPanel(theme=self._theme, texts=self._t))
        panel.withdrawn.connect(self.withdrawn)
        return panel

    def show_steps(self) -> None:
        """Go back to the steps, with the keyboard on the next one if it was here."""
        had_focus = self._has_keyboard()
        self.setCurrentWidget(self.steps)
        if had_focus:
            self.steps.focus_next()

    def show_panel(self, panel: SidePanel) -> None:
        """Bring a panel to the front, with the keyboard."""
        self.setCurrentWidget(panel)
        panel.focus_first()

    def show_draft(self, draft: SummaryDraft, standing: Standing, *, loaded: bool = False) -> None:
        """Let what is in front follow the draft on the screen; ``loaded`` when it did not come from here."""
        if "check" in self.__dict__:
            self.check.show_checked(checked=standing.checked)
        if "approve" in self.__dict__:
            self.approve.show_draft(draft)
        if loaded and "whom" in self.__dict__:
            self.whom.show_draft(draft)

    def show_organisation(self, organisation: OrganisationDraft | None) -> None:
        """Know which functions there are."""
        self._organisation = organisation
        if "whom" in self.__dict__:
            self.whom.show_organisation(organisation)

    def forget(self) -> None:
        """Let go of everything that belongs to a case."""
        self.setCurrentWidget(self.steps)
        self.steps.forget()
        self._organisation = None
        for name in _PANELS:
            panel = self.__dict__.pop(name, None)
            if panel is not None:
                self.removeWidget(panel)
                panel.hide()
                panel.deleteLater()

    def _add(self, panel: P) -> P:
        self.addWidget(panel)
        panel.closed.connect(self.show_steps)
        return panel

    def _has_keyboard(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
