"""*Samenvatting en akkoord*: written, looked over, read together, approved word for word, and only then on its way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget

from ui.faults import sentence
from ui.navigation import Action, MessageKind
from ui.pages.case.part import CasePart
from ui.pages.case.summary.consent_flow import ConsentFlow
from ui.pages.case.summary.difference_finder import DifferenceFinder
from ui.pages.case.summary.paper_and_side import PaperAndSide
from ui.pages.case.summary.read_together import ReadTogether
from ui.pages.case.summary.summary_desk import SummaryDesk
from ui.pages.case.summary.summary_gate import SummaryGate
from ui.pages.case.summary.summary_side import SummarySide
from ui.pages.case.summary.summary_store import SummaryStore
from ui.pages.case.summary.way_out import WayOut
from ui.positions import followed
from ui.recognising.marked_text import MarkedText
from ui.spots import read_spot
from ui.widgets.buttons import button
from ui.widgets.empty_card import EmptyCard
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain import guide
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today
from vpjournal.domain.ids import SummaryId
from vpjournal.domain.summary import SummaryState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.pages.case.part import PartContext
    from vpjournal.domain.case import Phase
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.differences import Difference
    from vpjournal.domain.ids import OrganisationId
    from vpjournal.domain.organisation import Organisation
    from vpjournal.domain.summary import Approval, Piece
    from vpjournal.domain.views import CaseView, Spot
    from vpjournal.errors import JournalError

_PAPER = "paper"


class SummaryPart(CasePart):
    """Shows one summary at a time: the sheet at the left, the steps at the right."""

    fills = True
    lasting = True

    def __init__(self, context: PartContext, phase: Phase) -> None:
        super().__init__(context, phase)
        self._t, self._theme = context.page.texts, context.page.theme
        self._store = SummaryStore(operations=context.page.operations, failed=self._tell, initiator=self)
        self._store.loaded.connect(self._on_store_loaded)
        self._store.changed.connect(self._on_store_changed)
        self._store.autosave.recovered.connect(
            lambda: context.page.message(self._t("Opslaan lukt weer. Uw tekst is bewaard."))
        )
        self._autosaves.append(self._store.autosave)
        self._finder = DifferenceFinder(operations=context.page.operations, parent=self)
        self._finder.found.connect(self._on_finder_found)
        self._shown: SummaryId | None = None
        self._cursor: int | None = None
        self._spot: Spot | None = None
        self._takes_focus = False
        self._organisation: OrganisationId | None = None
        # Made when they are asked for: most of the time only the sheet is.
        self._together: ReadTogether | None = None
        self._build(self._build_ui())

    def _build_ui(self) -> Iterator[None]:
        t, theme = self._t, self._theme
        self._stack = QStackedWidget()
        self.setLayout(column(self._stack))
        self._begin = button(t("Samenvatting beginnen"), theme=theme, on_click=self._on_add_wanted)
        self._begin.setObjectName("beginSummaryButton")
        self._empty = ScrollPage(theme=theme, margin=24)
        words = t("Een samenvatting gaat pas de deur uit als de melder akkoord is met precies die tekst.")
        self._card = EmptyCard(words, theme=theme, action=self._begin)
        self._card.hide()
        self._empty.add(self._card)
        self._stack.addWidget(self._empty)
        yield
        self._desk = SummaryDesk(theme=theme, texts=t)
        self.editor = self._desk.editor
        if self.context.reader is not None:
            # Below the line of what is new.
            MarkedText(self.editor, self.context.reader, theme=theme, lower=3)
        yield
        self._side = SummarySide(theme=theme, texts=t)
        yield
        paper, side = (t("Tekst"), self._desk), (t("Stappen en akkoord"), self._side)
        self._work = PaperAndSide(theme=theme, paper=paper, side=side)
        self._stack.addWidget(self._work)
        self._gate = SummaryGate(
            store=self._store,
            editor=self.editor,
            operations=self.context.page.operations,
            failed=self._tell,
            parent=self,
        )
        self._gate.replace_asked.connect(self.replace_asked)
        self._consent = ConsentFlow(
            store=self._store, side=self._side, work=self._work, gate=self._gate, texts=t, parent=self
        )
        self._way_out = WayOut(self._stack, behind=self._work, page=self.context.page, parent=self)
        self._way_out.points_wanted.connect(self._consent.show_check)
        self._way_out.left.connect(self._side.steps.focus_next)
        self._connect_desk()
        self._connect_side()

    def _connect_desk(self) -> None:
        desk = self._desk
        desk.switcher.chosen.connect(self._on_switcher_chosen)
        desk.switcher.pieces_wanted.connect(self._on_pieces_wanted)
        desk.switcher.whom_wanted.connect(self._consent.show_whom)
        desk.switcher.another_wanted.connect(self._on_add_wanted)
        desk.switcher.remove_wanted.connect(lambda: self._store.remove(self._on_removed))
        desk.bar.back_wanted.connect(self._on_back_wanted)
        desk.editor.edited.connect(self._on_editor_edited)
        desk.editor.attachment_refused.connect(lambda: self._look(guide.sentence(self._t.language, "no_attachments")))
        desk.editor.characters_replaced.connect(
            lambda: self._look(
                self._t("Een paar tekens waren onleesbaar. Op die plek staat nu een vraagteken in een ruit.")
            )
        )

    def _connect_side(self) -> None:
        steps = self._side.steps
        steps.pieces_wanted.connect(self._on_pieces_wanted)
        steps.together_wanted.connect(self._begin_together)
        steps.paper_wanted.connect(self._show_paper)
        steps.back_wanted.connect(self._on_back_wanted)
        self._side.pieces_chosen.connect(lambda chosen: self._store.compose(chosen, self._put_in))

    # What the frame asks

    def open(self, detail: str) -> None:
        """Show the summary that ``detail`` names, the one that was open, or the one begun last."""
        found = read_spot(detail)
        number, _, place = detail.partition(":") if found is None else (str(found[0]), "", "")
        goal = SummaryId(int(number)) if number.isdecimal() else None
        self._spot = None if found is None else found[1]
        self._cursor = int(place) if place.isdecimal() else None
        self._takes_focus = bool(detail)
        if place == _PAPER:
            self._store.read(self.context.case, goal=goal, done=self._show_paper)
        elif goal is not None or not self._store.read_once:
            self._store.read(self.context.case, goal=goal, done=self._on_goal_reached)

    def detail(self) -> str:
        """Say which summary is open, and where the cursor stands in it, or that its paper is open."""
        if self._store.current is None:
            return ""
        place = _PAPER if self._way_out.is_open else self.editor.textCursor().position()
        return f"{self._store.current.id}:{place}"

    def show_case(self, view: CaseView) -> None:
        """Know which organisation it is, to say which functions are not there."""
        organisation = view.case.details.organisation
        if organisation != self._organisation:
            self._organisation = organisation
            self._read_organisation()

    def on_changes(self, changes: Changes) -> None:
        """Read the summaries again, unless they are being written on."""
        case = self.context.case
        if changes.touches(Area.ORGANISATIONS):
            self._read_organisation()
        self._gate.on_changes(changes)
        if self._store.read_once and changes.touches(Area.SUMMARIES, case=case):
            self._store.read(case)

    def help_screen(self) -> str:
        """Name the help text of the summary or of reading together."""
        return "case_summary" if self._together is None else "read_together"

    def forget(self) -> None:
        """Let go of everything that belongs to this case, before another one is shown."""
        self._end_together()
        self._way_out.close()
        self._finder.stop()
        self._gate.forget()
        self._store.forget()
        self._shown = self._cursor = self._spot = self._organisation = None
        self._desk.switcher.show_summaries((), current=None)
        self._desk.bar.hide()
        self.editor.set_text("")
        self._side.forget()
        self._card.hide()
        self._stack.setCurrentWidget(self._empty)
        super().forget()

    def _read_organisation(self) -> None:
        organisation = self._organisation
        if organisation is None:
            self._side.show_organisation(None)
            return

        def show(found: Organisation) -> None:
            if organisation == self._organisation:
                self._side.show_organisation(found.details)

        self.context.page.operations.run(
            lambda journal: journal.organisations.get(organisation),
            done=show,
            failed=lambda _error: self._side.show_organisation(None),
            initiator=self,
        )

    # What is on the screen

    def _on_goal_reached(self) -> None:
        if self._store.current is None:
            return
        spot, self._spot = self._spot, None
        if self._cursor is not None:
            self._desk.put_cursor(self._cursor)
            self._cursor = None
        elif spot is not None and spot.text == 0:
            self.editor.show_found(spot.start, spot.end, self._theme.colour("notice_soft"))
        if self._takes_focus:
            self._takes_focus = False
            self._work.show_paper()
            self.editor.setFocus()

    def _on_store_loaded(self) -> None:
        store = self._store
        number = None if store.current is None else store.current.id
        if number != self._shown or self.editor.text() != store.draft.text:
            cursor = self.editor.textCursor().position()
            place = followed(self.editor.text(), store.draft.text, cursor) if number == self._shown else 0
            self.editor.set_text(store.draft.text)
            self._desk.put_cursor(place)
        if number != self._shown:
            self._end_together()
            self._way_out.close()
            self._side.setCurrentWidget(self._side.steps)
        self._shown = number
        self._side.show_draft(store.draft, store.standing, loaded=True)

    def _on_store_changed(self) -> None:
        store = self._store
        there = store.current is not None
        self._card.setVisible(not there)
        if not there or self._stack.currentWidget() is self._empty:
            self._stack.setCurrentWidget(self._work if there else self._empty)
        if store.current is None:
            return
        standing = store.standing
        self._desk.switcher.show_summaries(
            [(each.id, store.draft_of(each), store.standing_of(each).state) for each in store.summaries],
            current=store.current.id,
        )
        self._desk.bar.show_standing(standing, store.draft)
        self._side.steps.show_summary(store.current, standing, store.draft, today=today())
        self._side.show_draft(store.draft, standing)
        self._mark_new()

    def _mark_new(self) -> None:
        lapsed = self._store.standing.lapsed
        if lapsed is None or lapsed.approved.text == self._store.draft.text:
            self._finder.stop()
            self.editor.mark_new((), "")
        else:
            self._finder.find(lapsed.approved.text, self._store.draft.text)

    def _on_finder_found(self, found: tuple[Difference, ...], text: str) -> None:
        if text == self._store.draft.text:
            self.editor.mark_new(found, text)

    # Writing

    def _on_editor_edited(self) -> None:
        self._store.edit(replace(self._store.draft, text=self.editor.text()))

    def _on_switcher_chosen(self, summary: SummaryId) -> None:
        self._store.open_summary(summary)

    def _on_add_wanted(self) -> None:
        self._store.add(self.phase, self._t.language, done=self.editor.setFocus)

    def _on_removed(self, summary: SummaryId) -> None:
        undo = Action(self._t("Ongedaan maken"), lambda: self._store.restore(summary))
        self.context.page.message(self._t("Verwijderd"), action=undo)
        if self._store.current is None:
            self._begin.setFocus()

    def _on_pieces_wanted(self) -> None:
        self._store.read_pieces(self._show_pieces)

    def _show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        self._side.pieces.show_pieces(pieces, empty=self._store.standing.state is SummaryState.EMPTY)
        self._work.show_side()
        self._side.show_panel(self._side.pieces)

    def _put_in(self, text: str) -> None:
        if text:
            self.editor.append_text(text)
        self._side.setCurrentWidget(self._side.steps)
        self._work.show_paper()
        self.editor.setFocus()

    def _on_back_wanted(self, approval: Approval) -> None:
        """Put back what was approved, the text as one step that can be undone."""
        if self.editor.text() != approval.approved.text:
            self.editor.replace_text(approval.approved.text)
            self._desk.put_cursor(0)
        # Why the reporter does not hand it over is no part of an approval, and is not kept with it.
        self._store.edit(replace(approval.approved, why_not_self=self._store.draft.why_not_self))
        self._side.show_draft(self._store.draft, self._store.standing, loaded=True)
        self._work.show_paper()
        self.flush(lambda _saved: None)

    # Reading together, and the paper

    def _begin_together(self) -> None:
        together = self._together = ReadTogether(
            self._store.draft, theme=self._theme, texts=self._t, shield=self.context.page.shield
        )
        together.ended.connect(self._on_together_ended)
        together.read.connect(self._on_together_read)
        self._stack.addWidget(together)
        self._stack.setCurrentWidget(together)
        self.alone_asked.emit(True)  # noqa: FBT003 - the arguments of a signal have no names
        self.context.page.immerse(True)  # noqa: FBT003 - the contract of ``PageContext``
        together.begin()

    def _on_together_ended(self) -> None:
        self._end_together()
        self._side.steps.focus_next()

    def _on_together_read(self) -> None:
        if self._together is not None:
            self._store.set_read_together(self._together.draft, self._side.steps.focus_next)
        self._on_together_ended()

    def _end_together(self) -> None:
        together, self._together = self._together, None
        if together is not None:
            self._stack.removeWidget(together)
            together.hide()
            together.deleteLater()
            self._stack.setCurrentWidget(self._work)
            self.alone_asked.emit(False)  # noqa: FBT003 - the arguments of a signal have no names
            self.context.page.immerse(False)  # noqa: FBT003 - the contract of ``PageContext``

    def _show_paper(self) -> None:
        """Open the way out, for what is approved at this moment and nothing else."""
        if self._store.standing.state is SummaryState.APPROVED:
            self.flush(lambda saved: self._open_paper() if saved else None)

    def _open_paper(self) -> None:
        if self._store.current is not None:
            self._way_out.open(self._store.current.id)

    # Telling

    def _look(self, words: str) -> None:
        self.context.page.message(words, kind=MessageKind.LOOK)

    def _tell(self, error: JournalError) -> None:
        self.context.page.message(sentence(self._t, error), kind=MessageKind.FAILED)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.was_left():
            self._end_together()
