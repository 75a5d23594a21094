"""The case workspace: one frame around the parts of a case. It guides without forcing: any phase opens at any time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.autosave import flush_all
from ui.faults import sentence
from ui.navigation import Action, MessageKind, Page, Place
from ui.pages.case.case_header import CaseHeader
from ui.pages.case.part import PARTS, PartContext, PartName
from ui.pages.case.part_shelf import PartShelf
from ui.pages.case.part_stage import PartStage
from ui.pages.case.phase_tabs import PhaseTabs
from ui.pages.case.replace_everywhere import ReplaceEverywhere
from ui.recognising.reader import Reader
from ui.widgets.layouts import column, holder
from ui.widgets.phase_bar import PhaseBar
from ui.widgets.roomy_page import RoomyPage
from vpjournal.domain.case import Phase, PhaseState
from vpjournal.domain.changes import Area
from vpjournal.domain.ids import AgreementId, CaseId
from vpjournal.domain.views import BinKind
from vpjournal.errors import Gone, JournalError

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from ui.pages.case.part import CasePart
    from ui.pages.case.parts import PartFactory
    from vpjournal.domain.case import Task
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.domain.views import CaseView

_SHOWN = frozenset(Area) - {Area.ORGANISATIONS, Area.SETTINGS}
"""What the header, the phase bar, the timeline and the tasks are made of."""
_LATE = 100
"""Milliseconds after which a part comes to the front although it is still reading."""
_BEFORE_AHEAD = 600
_BETWEEN_AHEAD = 15
"""Milliseconds before parts are made that nobody asked for yet, and between two steps of that work."""


class CasePage(QWidget):
    """Shows one case: header, phase bar, the part of the phase that is open, and beside it what is to be done.

    The parts are initiators of their own, so the page listens to all changes itself and passes each on to the
    parts that did not make it.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        factories: Mapping[PartName, PartFactory],
        open_acute_card: Callable[[PageContext, QWidget], None],
    ) -> None:
        super().__init__()
        self._context = context
        self._open_acute_card = open_acute_card
        self._case: CaseId | None = None
        self._view: CaseView | None = None
        self._goal: Place | None = None
        self._last_part: dict[Phase, PartName] = {}
        self._phase = Phase.FIRST_CONTACT
        self._part = PartName.DETAILS
        self._replace = ReplaceEverywhere(context, self)
        self._build_ui()
        shared = PartContext(context, reader=Reader(context.operations, self))
        self._shelf = PartShelf(shared, factories, stage=self._stage, made=self._on_part_made)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE)
        self._late.timeout.connect(self._on_late_timeout)
        self._ahead = QTimer(self)
        self._ahead.setInterval(_BEFORE_AHEAD)
        self._ahead.timeout.connect(self._on_ahead_timeout)
        self._ahead.start()
        context.operations.changed.connect(self._on_operations_changed)

    def _build_ui(self) -> None:
        theme, texts = self._context.theme, self._context.texts
        self._header = CaseHeader(theme=theme, texts=texts)
        self._header.acute_requested.connect(lambda: self._open_acute_card(self._context, self))
        self._header.role_check_requested.connect(lambda: self._open_role_check(""))
        self._header.accused_requested.connect(lambda: self._open_role_check("accused"))
        self._header.paper_requested.connect(self.open_preview)
        self._header.page_requested.connect(lambda page: self._context.navigate(Place(page, self._case)))
        self._header.replace_requested.connect(self._replace.ask)
        self._header.remove_requested.connect(self._on_header_remove_requested)
        self._bar = PhaseBar(theme=theme, texts=texts)
        self._bar.setObjectName("phaseBar")
        self._bar.phase_chosen.connect(self._on_bar_phase_chosen)
        self._tabs = PhaseTabs(theme=theme, texts=texts)
        self._tabs.part_chosen.connect(lambda part: self._show_part(self._phase, part, ""))
        self._tabs.aside_chosen.connect(self._on_tabs_aside_chosen)
        self._tabs.state_chosen.connect(self._on_tabs_state_chosen)
        self._stage = PartStage(theme=theme, texts=texts)
        self._stage.side.task_chosen.connect(self._on_task_chosen)
        self._stage.side.agreement_ticked.connect(self._on_agreement_ticked)
        self._bar_holder = holder(column(self._bar, margins=(24, 0, 24, 0)), edge="bottom")
        above = (self._header, self._bar_holder, self._tabs)
        self.setLayout(column(RoomyPage(*above, main=self._stage, theme=theme)))

    def open(self, place: Place) -> None:
        """Show a case, at the phase and part that the place names, or where its guidance now is."""
        if place.record is None and place.detail and self._case is not None:
            # What *zoek of doe* asks for in the case that is open.
            place = Place(Page.CASE, self._case, f"{self._phase}/{PartName.NOTES}", place.detail)
        if place.record is None:
            self._context.navigate(Place(Page.CASES))
            return
        case = CaseId(place.record)
        if case != self._case:
            # Until this case was read, what is here belongs to the one before, and nobody sees it.
            self.setUpdatesEnabled(False)
        self._goal = place
        self._read(case)

    def place(self) -> Place:
        """Say which case, phase and part is open, and where in the part."""
        part = self._part_in_front
        detail = part.detail() if part is not None else ""
        return Place(Page.CASE, self._case, f"{self._phase}/{self._part}", detail)

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save all that was typed in any part."""
        flush_all(self._shelf.in_use, done)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed in any part and is not in the journal."""
        return tuple(each for part in self._shelf.in_use for each in part.unsaved())

    def on_changes(self, changes: Changes) -> None:
        """Leave it to ``_on_operations_changed``, which also knows which part made the change."""

    def help_screen(self) -> str:
        """Name the help text of the part that is open."""
        part = self._part_in_front
        return part.help_screen() if part is not None else "cases"

    def open_phase(self, number: int) -> None:
        """Open phase 1 to 6."""
        self._show_phase(tuple(Phase)[number - 1])

    def open_preview(self) -> None:
        """Show the paper with the options."""
        self._show_part(Phase.SECOND_CONVERSATION, PartName.BOARD, "paper")

    @property
    def case(self) -> CaseId | None:
        """The case that is shown."""
        return self._case

    def _read(self, case: CaseId) -> None:
        self._context.operations.run(
            lambda journal: journal.cases.view(case),
            done=self._on_read,
            failed=lambda error: self._on_read_failed(case, error),
            initiator=self,
        )

    def _on_read(self, view: CaseView) -> None:
        goal = self._goal
        if goal is not None and goal.record == view.case.id:
            if view.case.id != self._case:
                self._take(view.case.id)
            self._goal = None
            self._show_view(view)
            self._show_part(*self._goal_of(goal, view), goal.detail)
        elif view.case.id == self._case:
            self._show_view(view)

    def _show_view(self, view: CaseView) -> None:
        self._view = view
        self._header.show_case(view.case)
        self._bar.set_states(dict(view.case.phases))
        self._tabs.set_state(dict(view.case.phases)[self._phase])
        self._stage.side.show_case(view)
        for part in self._shelf.in_use:
            part.show_case(view)

    def _on_read_failed(self, case: CaseId, error: JournalError) -> None:
        wanted = self._goal is not None and self._goal.record == case
        if not wanted and case != self._case:
            # It was removed here while it was being read again.
            return
        self._goal = None
        if isinstance(error, Gone):
            self._take(None)
            self.setUpdatesEnabled(True)
            if self.isVisible():
                self._context.navigate(Place(Page.CASES))
        elif case != self._case:
            self._take(None)
            self.setUpdatesEnabled(True)
        self._tell(error)

    def _goal_of(self, goal: Place, view: CaseView) -> tuple[Phase, PartName]:
        phase_name, _, part_name = goal.part.partition("/")
        phase = Phase(phase_name) if phase_name in tuple(Phase) else _phase_now(view)
        parts = PARTS[phase]
        return phase, PartName(part_name) if part_name in parts else self._last_part.get(phase, parts[0])

    def _show_phase(self, phase: Phase) -> None:
        self._show_part(phase, self._last_part.get(phase, PARTS[phase][0]), "")

    def _show_part(self, phase: Phase, name: PartName, detail: str) -> None:
        if self._view is None:
            return
        self._save_part_in_front(unless=(phase, name))
        if (phase, name) != (self._phase, self._part):
            # What was said of the part before has been read by now, and would take room here.
            self._context.message(None)
        self._phase, self._part = phase, name
        self._last_part[phase] = name
        part = self._shelf.part((phase, name), self._view)
        if part.is_ready:
            self._bring_to_front()
            part.open(detail)
        else:
            self._late.start()
            part.open(detail)

    def _bring_to_front(self) -> None:
        self._late.stop()
        part, view = self._part_in_front, self._view
        if part is None or view is None:
            return
        self._bar.set_current(self._phase)
        self._tabs.show_parts(PARTS[self._phase], current=self._part, aside=self._stage.keeps_aside(part))
        self._tabs.set_state(dict(view.case.phases)[self._phase])
        self._stage.show_part(part)
        self._stage.show()
        self.setUpdatesEnabled(True)

    def _save_part_in_front(self, *, unless: tuple[Phase, PartName]) -> None:
        part = self._part_in_front
        if part is not None and (self._phase, self._part) != unless:
            part.flush(lambda _saved: None)

    @property
    def _part_in_front(self) -> CasePart | None:
        return self._shelf.known((self._phase, self._part))

    def _on_part_made(self, part: CasePart) -> None:
        part.part_asked.connect(self._show_part)
        part.alone_asked.connect(self._on_part_alone_asked)
        part.replace_asked.connect(self._replace.ask)
        part.ready.connect(lambda: self._on_part_ready(part))

    def _on_late_timeout(self) -> None:
        part = self._part_in_front
        if part is not None:
            # What is typed before it was read would be lost.
            part.setEnabled(False)
        self._bring_to_front()

    def _on_part_ready(self, part: CasePart) -> None:
        part.setEnabled(True)
        if self._late.isActive() and part is self._part_in_front:
            self._bring_to_front()

    def _take(self, case: CaseId | None) -> None:
        """Turn to another case, or to none: nothing of the case before stays, neither shown nor to be undone."""
        self.flush(lambda _saved: None)
        self._shelf.take(case)
        self._case, self._view = case, None
        self._ahead.start(_BEFORE_AHEAD)
        self._last_part.clear()
        self._header.forget()
        # Hidden while it is emptied and filled again, so that it is laid out once.
        self._stage.hide()
        self._stage.side.forget()

    def _on_ahead_timeout(self) -> None:
        front = self._part_in_front
        if front is not None and any(autosave.dirty for autosave in front.autosaves()):
            # Someone is typing.
            self._ahead.setInterval(_BEFORE_AHEAD)
            return
        self._ahead.setInterval(_BETWEEN_AHEAD)
        stack = self.parentWidget()
        if self._case is None and stack is not None:
            # A page that was never in front has not been given its room.
            self.resize(stack.size())
        if self._goal is None and not self._shelf.make_ahead(all_parts=self._case is not None):
            self._ahead.stop()

    def _open_role_check(self, detail: str) -> None:
        phase = self._phase if PartName.ROLE_CHECK in PARTS[self._phase] else Phase.SECOND_CONVERSATION
        if self._view is not None and not detail and self._phase is Phase.FIRST_CONVERSATION:
            phase = Phase.FIRST_CONTACT
        self._show_part(phase, PartName.ROLE_CHECK, detail)

    def _on_tabs_aside_chosen(self) -> None:
        self._stage.show_aside()

    def _on_bar_phase_chosen(self, phase: Phase) -> None:
        self._show_phase(phase)

    def _on_tabs_state_chosen(self, state: PhaseState | None) -> None:
        case, phase = self._case, self._phase
        if case is not None:
            self._context.operations.run(
                lambda journal: journal.cases.mark_phase(case, phase, state), failed=self._tell
            )

    def _on_part_alone_asked(self, alone: bool) -> None:  # noqa: FBT001 - a slot of a signal
        for above in (self._header, self._bar_holder, self._tabs):
            above.setVisible(not alone)

    def _on_task_chosen(self, task: Task) -> None:
        part = _PART_OF_TASK.get(task.kind.value, PARTS[task.phase][0])
        if part not in PARTS[task.phase]:
            part = PARTS[task.phase][0]
        self._show_part(task.phase, part, "" if task.record is None else str(task.record))

    def _on_agreement_ticked(self, agreement: int, done: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self._context.operations.run(
            lambda journal: journal.agreements.set_done(AgreementId(agreement), done=done), failed=self._tell
        )

    def _on_header_remove_requested(self) -> None:
        self.flush(lambda saved: self._remove() if saved else None)

    def _remove(self) -> None:
        case = self._case
        if case is not None:
            self._context.operations.run(
                lambda journal: journal.cases.remove(case), done=lambda _: self._on_removed(case), failed=self._tell
            )

    def _on_removed(self, case: CaseId) -> None:
        self._take(None)
        self._context.navigate(Place(Page.CASES))
        # After the move, because moving takes an old message away.
        QTimer.singleShot(0, self, lambda: self._offer_undo(case))

    def _offer_undo(self, case: CaseId) -> None:
        def undo() -> None:
            self._context.operations.run(
                lambda journal: journal.bin.restore(BinKind.CASE, case),
                done=lambda _: self._context.navigate(Place(Page.CASE, case)),
                failed=self._tell,
            )

        self._context.message(
            self._context.texts("Verwijderd"), action=Action(self._context.texts("Ongedaan maken"), undo)
        )

    def _on_operations_changed(self, changes: Changes, initiator: object) -> None:
        if self._case is None or not changes.touches(*Area, case=self._case):
            return
        self._shelf.tell(changes, initiator=initiator, front=(self._phase, self._part))
        if changes.touches(*_SHOWN, case=self._case) or changes.touches(Area.ORGANISATIONS):
            self._read(self._case)

    def _tell(self, error: JournalError) -> None:
        self._context.message(sentence(self._context.texts, error), kind=MessageKind.FAILED)


_PART_OF_TASK = {
    "agreed": PartName.AGREEMENTS,
    "note_unwritten": PartName.NOTES,
    "points_left": PartName.NOTES,
    "role_check": PartName.ROLE_CHECK,
    "organisation_unknown": PartName.DETAILS,
    "hurry": PartName.DETAILS,
    "no_goal": PartName.GOALS,
}


def _phase_now(view: CaseView) -> Phase:
    """Return the last phase in which something was recorded: there the adviser most likely goes on."""
    begun = [phase for phase, state in view.case.phases if state in (PhaseState.BEGUN, PhaseState.ENOUGH)]
    return begun[-1] if begun else Phase.FIRST_CONTACT
