"""The side of a summary: for whom it is, how far it is, what the reporter's word is worth, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.case.summary.approval_history import ApprovalHistory
from ui.pages.case.summary.seal import Seal
from ui.pages.case.summary.step_row import StepRow
from ui.pages.case.summary.words import for_whom
from ui.theme import Role
from ui.widgets.buttons import LINK, MAIN, button, set_button_text
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, flow, hold_still
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tick_list import TickRow
from vpjournal.domain.case import PhaseState
from vpjournal.domain.summary import SummaryState

if TYPE_CHECKING:
    from datetime import date

    from ui.pages.case.summary.standing import Standing
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.summary import Summary, SummaryDraft

_AGAIN = (SummaryState.VOID, SummaryState.WITHDRAWN)


class StepsPanel(QWidget):
    """Says what the adviser wants to do next; at most one button is the main one."""

    whom_wanted = Signal()
    pieces_wanted = Signal()
    checked = Signal(bool)
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
        change = self._link(t("Veranderen"), "changeWhomButton", self.whom_wanted.emit)
        self.steps = tuple(
            StepRow(words, theme=theme, texts=t)
            for words in (
                t("Geschreven"),
                t("Herkenbaarheid nagekeken"),
                t("Samen gelezen"),
                t("Akkoord van de melder"),
            )
        )
        self._tick = TickRow(
            t("Ik heb nagekeken of iemand te herkennen is."),
            theme=theme,
            detail=t("Namen, plekken, functies, dagen, en wat maar één persoon kan weten."),
        )
        self._tick.box.setObjectName("checkedBox")
        self._tick.toggled.connect(self.checked)
        self.seal = Seal(theme=theme, texts=t)
        self.seal.setObjectName("approvalSeal")
        self.history = ApprovalHistory(theme=theme, texts=t)
        self.history.setObjectName("approvalHistory")
        self.history.back_wanted.connect(self.back_wanted)
        self.history.withdraw_wanted.connect(self.withdraw_wanted)
        page = ScrollPage(theme=theme, margin=24)
        page.add(
            column(
                Heading(t("Samenvatting en akkoord"), theme=theme, role=Role.PANEL), self._lead, flow(change), spacing=4
            ),
            column(*self.steps, self._tick, spacing=10),
            self.seal,
            column(self._build_next(), self._build_ways_out(), self._build_not_yet(), spacing=0),
            self.history,
        )
        self.setLayout(column(page))

    def _build_next(self) -> QWidget:
        t, theme = self._t, self._theme
        self._main = button("", theme=theme, kind=MAIN, on_click=self._on_main_clicked)
        self._main.setObjectName("nextStepButton")
        self._approve = button(t("Akkoord vastleggen"), theme=theme, on_click=self.approve_wanted.emit)
        self._approve.setObjectName("approveButton")
        self._again = self._link(t("Nog eens samen lezen"), "readAgainButton", self.together_wanted.emit)
        self._why = Caption(theme=theme)
        self._next = QWidget()
        self._next.setLayout(column(self._main, self._approve, self._why, flow(self._again), spacing=10))
        return self._next

    def _build_ways_out(self) -> QWidget:
        t, theme = self._t, self._theme
        to_print = button(t("Afdrukken"), theme=theme, kind=MAIN, icon_name="printer", on_click=self.paper_wanted.emit)
        to_print.setObjectName("printSummaryButton")
        to_save = button(t("Bewaren als bestand"), theme=theme, on_click=self.paper_wanted.emit)
        to_save.setObjectName("saveSummaryButton")
        take_back = self._link(t("Akkoord intrekken"), "withdrawButton", self._on_withdraw_clicked)
        self._ways_out = QWidget()
        self._ways_out.setLayout(column(to_print, to_save, 2, flow(take_back), spacing=10))
        return self._ways_out

    def _build_not_yet(self) -> QWidget:
        t, theme = self._t, self._theme
        self._no_print = button(t("Afdrukken"), theme=theme)
        self._no_print.setObjectName("printSummaryButton")
        self._no_save = button(t("Bewaren als bestand"), theme=theme)
        self._no_save.setObjectName("saveSummaryButton")
        self._reason = Caption(theme=theme)
        self._reason.setObjectName("noPaperWords")
        for each in (self._no_print, self._no_save):
            each.setEnabled(False)
        self._not_yet = QWidget()
        self._not_yet.setLayout(column(10, self._no_print, self._no_save, self._reason, spacing=10))
        return self._not_yet

    def _link(self, words: str, name: str, act: object) -> QPushButton:
        made = button(words, theme=self._theme, kind=LINK, on_click=act)  # type: ignore[arg-type]  # A bound emit.
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
        with QSignalBlocker(self._tick.box):
            self._tick.box.setChecked(standing.checked)
        self._tick.setVisible(written and not approved)

    def _show_ways(self, standing: Standing) -> None:
        t, state = self._t, standing.state
        approved = state is SummaryState.APPROVED
        self._ways_out.setVisible(approved)
        self._next.setVisible(not approved)
        self._not_yet.setVisible(not approved)
        if approved:
            return
        empty, ready = state is SummaryState.EMPTY, standing.read
        again = t("Opnieuw samen lezen") if state in _AGAIN else t("Samen lezen")
        set_button_text(self._main, t("Kies wat erin komt") if empty else t("Akkoord vastleggen") if ready else again)
        self._approve.setVisible(not empty and not ready)
        self._again.setVisible(ready)
        self._show_reasons(standing)

    def _show_reasons(self, standing: Standing) -> None:
        """Say why something cannot be done now."""
        t, empty = self._t, standing.state is SummaryState.EMPTY
        gate = "" if standing.checked or empty else t("Vastleggen kan als u hebt nagekeken of iemand te herkennen is.")
        self._approve.setEnabled(not gate)
        self._main.setEnabled(not gate or not standing.read)
        for each in (self._approve, self._main):
            each.setAccessibleDescription("" if each.isEnabled() else gate)
        why = t("Of schrijf meteen zelf op het blad.") if empty else gate
        self._why.setText(why)
        self._why.setVisible(bool(why))
        reason = (
            t("Afdrukken en bewaren kan weer na een nieuw akkoord.")
            if standing.state in _AGAIN
            else t("Afdrukken en bewaren kan als de melder akkoord is.")
        )
        self._reason.setText(reason)
        for each in (self._no_print, self._no_save):
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
        standing = self._standing
        if standing is None or standing.state is SummaryState.EMPTY:
            self.pieces_wanted.emit()
        elif standing.read:
            self.approve_wanted.emit()
        else:
            self.together_wanted.emit()

    def _on_withdraw_clicked(self) -> None:
        if self._standing is not None and self._standing.approval is not None:
            self.withdraw_wanted.emit(self._standing.approval)
