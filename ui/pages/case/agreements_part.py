"""Agreements: who does what, when, and who may know of it. Dates exist here only once they were agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.faults import sentence
from ui.navigation import Action, MessageKind
from ui.pages.case.agreement_editor import AgreementEditor
from ui.pages.case.part import CasePart, PartContext
from ui.pages.case.words import appointment_words
from ui.spots import read_spot
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.card import Card
from ui.widgets.empty_card import EmptyCard
from ui.widgets.labels import Caption, Heading
from ui.widgets.layouts import clear, column, flow, hold_still
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tick_list import TickRow
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today
from vpjournal.domain.guidance import DOER_NAMES, Agreement, AgreementDraft, AgreementKind
from vpjournal.domain.ids import AgreementId
from vpjournal.domain.unsaved import Home, Kind, Unsaved, stamp
from vpjournal.domain.views import BinKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vpjournal.domain.case import Phase
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class AgreementsPart(CasePart):
    """The agreements of a case, open ones first, and one editor for a new one or the one that is changed."""

    lasting = True

    def __init__(self, context: PartContext, phase: Phase) -> None:
        super().__init__(context, phase)
        self._t = context.page.texts
        self._theme = context.page.theme
        self._editing: AgreementId | None = None
        self._stamp = ""
        self._fault_told = False
        self._keeping: list[Callable[[bool], None]] = []
        self._ticks: dict[AgreementId, TickRow] = {}
        self._goal: AgreementId | None = None
        self._shown: object = None
        self._build(self._build_ui())

    def _build_ui(self) -> Iterator[None]:
        t, theme = self._t, self._theme
        self._new = button(t("Nieuwe afspraak"), theme=theme, icon_name="plus", on_click=self._on_new_clicked)
        self._new.setObjectName("newAgreementButton")
        head = QWidget()
        head.setLayout(flow(self._new))
        lead = Caption(
            t("Alleen wat u samen hebt afgesproken. Is er geen dag afgesproken, laat die dan open."), theme=theme
        )
        self._page = ScrollPage(theme=theme, margin=24, readable=True)
        self.setLayout(column(self._page))
        self._page.add(Heading(t("Afspraken"), theme=theme, role=Role.PANEL), lead, head)
        yield
        self._editor = AgreementEditor(theme=theme, texts=t, phase=self.phase)
        self._editor.keep_requested.connect(self._on_editor_keep_requested)
        self._editor.dropped.connect(self._close_editor)
        self._editor.question_asked.connect(self._on_editor_question_asked)
        self._page.add(self._editor)
        self._editor.hide()
        yield from self._editor.build()
        self._page.take_in(self._editor)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._page.add(self._list)

    def forget(self) -> None:
        """Empty the list and the editor."""
        super().forget()
        self._answer(kept=False)
        self._editing, self._fault_told, self._goal = None, False, None
        self._editor.hide()
        self._editor.show_draft(None)
        self._shown = None
        self._ticks.clear()
        clear(self._rows)

    @property
    def is_ready(self) -> bool:
        """Whether the agreements were read."""
        return self._shown is not None

    def open(self, detail: str) -> None:
        """Read the agreements; go to the one in which a search found a word."""
        found = read_spot(detail)
        self._goal = None if found is None else AgreementId(found[0])
        self._read()

    def on_changes(self, changes: Changes) -> None:
        """Read again what others changed, for instance a tick in the list at the side."""
        if changes.touches(Area.AGREEMENTS, case=self.context.case):
            self._read()

    def flush(self, done: Callable[[bool], None]) -> None:
        """Keep what stands in the editor as an agreement, so that locking loses nothing."""
        if self._keeping:
            self._keeping.append(done)
            return
        draft = None if self._editor.isHidden() else self._editor.half_typed()
        if draft is None:
            done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation
            return
        self._keep(draft, answered=done)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return the agreement that stands in the editor."""
        draft = None if self._editor.isHidden() else self._editor.half_typed()
        if draft is None:
            return ()
        return (Unsaved(Home(Kind.AGREEMENT, self.context.case, self._editing), draft, self._stamp),)

    def _read(self) -> None:
        case = self.context.case
        self.context.page.operations.run(
            lambda journal: journal.agreements.list(case), done=self._show, failed=self._on_read_failed
        )

    def _on_read_failed(self, error: JournalError) -> None:
        self._tell(error)
        self.ready.emit()

    def _show(self, agreements: tuple[Agreement, ...]) -> None:
        facts = (agreements, today(), self._editor.isHidden())
        if facts == self._shown:
            return
        self._shown = facts
        self._show_cards(agreements)
        self.ready.emit()

    def _show_cards(self, agreements: tuple[Agreement, ...]) -> None:
        focused = next((each for each, tick in self._ticks.items() if tick.box.hasFocus()), None)
        clear(self._rows)
        self._ticks.clear()
        for agreement in agreements:
            self._rows.addWidget(self._card(agreement))
        if focused in self._ticks:
            self._ticks[focused].setFocus(Qt.FocusReason.TabFocusReason)
        self._reach_goal()
        if not agreements and self._editor.isHidden():
            self._rows.addWidget(EmptyCard(self._t("Er is nog niets afgesproken. Dat mag ook."), theme=self._theme))

    def _reach_goal(self) -> None:
        goal, self._goal = self._goal, None
        if goal in self._ticks:
            self._ticks[goal].setFocus(Qt.FocusReason.TabFocusReason)
            self._page.bring_into_sight(self._ticks[goal])

    def _card(self, agreement: Agreement) -> Card:
        card = Card(theme=self._theme)
        tick = TickRow(
            agreement_words(self._t, agreement.draft),
            theme=self._theme,
            ticked=agreement.done_on is not None,
            detail=agreement_details(self._t, agreement),
        )
        tick.toggled.connect(lambda done: self._run(lambda j: j.agreements.set_done(agreement.id, done=done)))
        change = button(
            self._t("Wijzigen"),
            theme=self._theme,
            kind=LINK,
            on_click=lambda: self._edit(agreement.id, agreement.draft),
        )
        remove = button(self._t("Verwijderen"), theme=self._theme, kind=LINK, on_click=lambda: self._remove(agreement))
        words = agreement_words(self._t, agreement.draft)
        change.setAccessibleName(self._t("Wijzigen: {what}", what=words))
        remove.setAccessibleName(self._t("Verwijderen: {what}", what=words))
        tick.setObjectName(f"agreement_{agreement.id}")
        self._ticks[agreement.id] = tick
        card.add(tick)
        card.set_actions(change, remove)
        return card

    def _on_new_clicked(self) -> None:
        self._edit(None, None)

    def _edit(self, agreement: AgreementId | None, draft: AgreementDraft | None) -> None:
        def show(saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
            if saved:
                self._editing, self._stamp = agreement, "" if draft is None else stamp(draft)
                self._editor.show_draft(draft)
                self._editor.show()
                self._editor.setFocus()
                self._page.bring_into_sight(self._editor)

        self.flush(show)

    def _close_editor(self) -> None:
        self._editing = None
        hold_still(self._page)
        self._editor.hide()
        if self.isVisible():
            self._new.setFocus()
        self._read()

    def _on_editor_question_asked(self) -> None:
        self._page.bring_into_sight(self._editor.question)

    def _on_editor_keep_requested(self) -> None:
        draft = self._editor.draft()
        if draft is None:
            self._editor.ask_for_words()
        else:
            self._keep(draft, answered=lambda _saved: None)

    def _keep(self, draft: AgreementDraft, *, answered: Callable[[bool], None]) -> None:
        agreement, case = self._editing, self.context.case
        self._keeping.append(answered)
        if len(self._keeping) > 1:
            # A second press on the button makes no second agreement.
            return

        def keep(journal: Journal) -> Changes:
            if agreement is None:
                return journal.agreements.add(case, draft)
            return journal.agreements.change(agreement, draft)

        self.context.page.operations.run(keep, done=self._on_kept, failed=self._on_keep_failed, initiator=self)

    def _on_kept(self, _changes: Changes) -> None:
        if self._fault_told:
            self._fault_told = False
            self.context.page.message(None)
        self._close_editor()
        self._answer(kept=True)

    def _on_keep_failed(self, error: JournalError) -> None:
        self._fault_told = True
        self._tell(error)
        self._answer(kept=False)

    def _answer(self, *, kept: bool) -> None:
        waiting, self._keeping = self._keeping, []
        for answered in waiting:
            answered(kept)

    def _remove(self, agreement: Agreement) -> None:
        def offer_undo(_changes: Changes) -> None:
            undo = Action(
                self._t("Ongedaan maken"),
                lambda: self._run(lambda journal: journal.bin.restore(BinKind.AGREEMENT, agreement.id)),
            )
            self.context.page.message(self._t("Verwijderd"), action=undo)

        self.context.page.operations.run(
            lambda journal: journal.agreements.remove(agreement.id), done=offer_undo, failed=self._tell
        )

    def _run(self, work: Callable[[Journal], Changes]) -> None:
        self.context.page.operations.run(work, failed=self._tell)

    def _tell(self, error: JournalError) -> None:
        self.context.page.message(sentence(self._t, error), kind=MessageKind.FAILED)


def agreement_words(t: Texts, draft: AgreementDraft) -> str:
    """Say what was agreed; an appointment without words of its own is a conversation."""
    return draft.what or appointment_words(t, draft.phase)


def agreement_details(t: Texts, agreement: Agreement) -> str:
    """Say who does it, when, who may know, and since when it is done."""
    draft, now = agreement.draft, today()
    who = t(DOER_NAMES[draft.doer])
    initiative = draft.kind is AgreementKind.APPOINTMENT
    parts = [t("neemt contact op: {who}", who=who) if initiative else t("wie: {who}", who=who)]
    if draft.due is not None:
        parts.append(t.day(draft.due, today=now))
    if draft.may_know:
        parts.append(t("mag ervan weten: {who}", who=draft.may_know))
    if agreement.done_on is not None:
        parts.append(t("gedaan op {day}", day=t.day(agreement.done_on, today=now)))
    return " · ".join(parts)
