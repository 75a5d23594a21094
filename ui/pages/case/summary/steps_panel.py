"""The side of a summary: for whom it is, how far it is, what the reporter's word is worth, and the next step."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.case.summary.approval_history import ApprovalHistory
from ui.pages.case.summary.seal import Seal
from ui.pages.case.summary.side_panel import MARGIN
from ui.pages.case.summary.step_row import StepRow
from ui.pages.case.summary.words import for_whom
from ui.theme import Role
from ui.widgets.buttons import LINK, MAIN, button, set_button_text
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, flow, hold_still
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.case import PhaseState
from vpjournal.domain.summary import SummaryState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.pages.case.summary.standing import Standing
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import Summary, SummaryDraft

_AGAIN = (SummaryState.VOID, SummaryState.WITHDRAWN)


class Next(StrEnum):
    """What can come next."""

    PIECES = "pieces"
    CHECK = "check"
    READ = "read"
    APPROVE = "approve"


class StepsPanel(QWidget):
    """Says what the adviser wants to do next; at most one button is the main one."""

    pieces_wanted = Signal()
    check_wanted = Signal()
    together_wanted = Signal()
    approve_wanted = Signal()
    paper_wanted = Signal()
    withdraw_wanted = Signal(object)
    """The reporter takes this ``Approval`` back."""
    back_wanted = Signal(object)
    """The adviser wants the words of this ``Approval`` back."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._standing: Standing | None = None
        self._build_ui()

    def _build_ui(self) -> None:
        theme, t = self._theme, self._t
        self._lead = Body(theme=theme)
        self._lead.setObjectName("forWhomWords")
        self.steps = tuple(
            StepRow(words, theme=theme, texts=t)
            for words in (
                t("Geschreven"),
                t("Herkenbaarheid nagekeken"),
                t("Samen gelezen"),
                t("Akkoord van de melder"),
            )
        )
        self.seal = Seal(theme=theme, texts=t)
        self.seal.setObjectName("approvalSeal")
        self.history = ApprovalHistory(theme=theme, texts=t)
        self.history.setObjectName("approvalHistory")
        self.history.back_wanted.connect(self.back_wanted)
        self.history.withdraw_wanted.connect(self.withdraw_wanted)
        page = ScrollPage(theme=theme, margin=MARGIN)
        page.body.setSpacing(12)
        page.add(
            column(Heading(t("Samenvatting en akkoord"), theme=theme, role=Role.PANEL), self._lead, spacing=4),
            column(*self.steps, spacing=4),
            self.seal,
            column(self._build_next(), self._build_ways_out(), self._build_not_yet(), spacing=0),
            self.history,
        )
        self.setLayout(column(page))

    def _build_next(self) -> QWidget:
        t, theme = self._t, self._theme
        self._main = button("", theme=theme, kind=MAIN, small=True, on_click=self._on_main_clicked)
        self._main.setObjectName("nextStepButton")
        self._why = Caption(t("Of schrijf meteen zelf op het blad."), theme=theme)
        self._links = {
            Next.CHECK: self._link(t("Nog eens nakijken"), "checkLink", self.check_wanted.emit),
            Next.READ: self._link("", "readLink", self.together_wanted.emit),
            Next.APPROVE: self._link(t("Akkoord vastleggen"), "approveLink", self.approve_wanted.emit),
        }
        self._next = QWidget()
        self._next.setLayout(column(self._main, self._why, flow(*self._links.values(), spacing=16), spacing=10))
        return self._next

    def _build_ways_out(self) -> QWidget:
        t, theme = self._t, self._theme
        to_print = button(
            t("Afdrukken"), theme=theme, kind=MAIN, icon_name="printer", small=True, on_click=self.paper_wanted.emit
        )
        to_print.setObjectName("printSummaryButton")
        to_save = button(t("Bewaren als bestand"), theme=theme, small=True, on_click=self.paper_wanted.emit)
        to_save.setObjectName("saveSummaryButton")
        take_back = self._link(t("Akkoord intrekken"), "withdrawButton", self._on_withdraw_clicked)
        self._ways_out = QWidget()
        self._ways_out.setLayout(column(to_print, to_save, 2, flow(take_back), spacing=10))
        return self._ways_out

    def _build_not_yet(self) -> QWidget:
        t, theme = self._t, self._theme
        no_print = button(t("Afdrukken"), theme=theme, small=True)
        no_print.setObjectName("printSummaryButton")
        no_save = button(t("Bewaren als bestand"), theme=theme, small=True)
        no_save.setObjectName("saveSummaryButton")
        self._reason = Caption(theme=theme)
        self._reason.setObjectName("noPaperWords")
        self._unusable = (no_print, no_save)
        for each in self._unusable:
            each.setEnabled(False)
        self._not_yet = QWidget()
        self._not_yet.setLayout(column(6, flow(no_print, no_save), self._reason, spacing=8))
        return self._not_yet

    def _link(self, words: str, name: str, act: Callable[[], object]) -> QPushButton:
        made = button(words, theme=self._theme, kind=LINK, on_click=act)
        made.setObjectName(name)
        return made

    def show_summary(self, summary: Summary, standing: Standing, draft: SummaryDraft, *, today: date) -> None:
        """Show a summary as it is on the screen."""
        if standing != self._standing:
            # What comes and goes shows in one go.
            hold_still(self)
        self._standing = standing
        self._lead.setText(for_whom(self._t, draft))
        self._show_steps(standing)
        self.seal.show_standing(standing, draft, today=today)
        self.history.show_approvals(summary.approvals, standing, draft, today=today)
        self._show_ways(standing)

    def _show_steps(self, standing: Standing) -> None:
        again = PhaseState.BEGUN if standing.state in _AGAIN else PhaseState.NOT_YET
        approved = standing.state is SummaryState.APPROVED
        written = standing.state is not SummaryState.EMPTY
        done = (
            (written, PhaseState.NOT_YET),
            (written and (standing.checked or approved), again),
            (written and (standing.read or approved), PhaseState.NOT_YET),
            (approved, PhaseState.NOT_YET),
        )
        for step, (is_done, otherwise) in zip(self.steps, done, strict=True):
            step.set_state(PhaseState.ENOUGH if is_done else otherwise)

    def _show_ways(self, standing: Standing) -> None:
        approved = standing.state is SummaryState.APPROVED
        self._lead.setVisible(not approved)
        self._ways_out.setVisible(approved)
        self._next.setVisible(not approved)
        self._not_yet.setVisible(not approved)
        if not approved:
            self._show_next(standing)
            self._show_reason(standing)

    def _show_next(self, standing: Standing) -> None:
        """Offer what comes next, and quietly what may come instead."""
        t, step, again = self._t, _next(standing), standing.state in _AGAIN
        reading = (
            t("Nog eens samen lezen") if standing.read else t("Opnieuw samen lezen") if again else t("Samen lezen")
        )
        words = {
            Next.PIECES: t("Kies wat erin komt"),
            Next.CHECK: t("Opnieuw nakijken") if again else t("Herkenbaarheid nakijken"),
            Next.READ: reading,
            Next.APPROVE: t("Akkoord vastleggen"),
        }
        set_button_text(self._main, words[step])
        set_button_text(self._links[Next.READ], reading)
        self._why.setVisible(step is Next.PIECES)
        instead = {
            Next.PIECES: (),
            Next.CHECK: (),
            Next.READ: (Next.APPROVE, Next.CHECK),
            Next.APPROVE: (Next.READ, Next.CHECK),
        }
        for each, link in self._links.items():
            link.setVisible(each in instead[step])

    def _show_reason(self, standing: Standing) -> None:
        t = self._t
        reason = (
            t("Dat kan weer na een nieuw akkoord.")
            if standing.state in _AGAIN
            else t("Dat kan als de melder akkoord is met deze tekst.")
        )
        self._reason.setText(reason)
        for each in self._unusable:
            each.setAccessibleDescription(reason)

    def forget(self) -> None:
        """Let go of what was shown."""
        self._standing = None
        self._lead.setText("")
        self.seal.forget()
        self.history.forget()

    def focus_next(self) -> None:
        """Give the keyboard to the step that is next."""
        shown = (each for each in self.findChildren(QPushButton) if each.property("kind") == MAIN and each.isVisible())
        target = next(shown, None)
        if target is not None:
            target.setFocus()

    def _on_main_clicked(self) -> None:
        signals = {
            Next.PIECES: self.pieces_wanted,
            Next.CHECK: self.check_wanted,
            Next.READ: self.together_wanted,
            Next.APPROVE: self.approve_wanted,
        }
        if self._standing is not None:
            signals[_next(self._standing)].emit()

    def _on_withdraw_clicked(self) -> None:
        if self._standing is not None and self._standing.approval is not None:
            self.withdraw_wanted.emit(self._standing.approval)


def _next(standing: Standing) -> Next:
    """Return the first step that is not done."""
    if standing.state is SummaryState.EMPTY:
        return Next.PIECES
    if not standing.checked:
        return Next.CHECK
    return Next.APPROVE if standing.read else Next.READ
