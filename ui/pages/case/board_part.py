"""The options board of a case: possibilities side by side, the memory aid, looking together, and the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui.faults import sentence
from ui.navigation import Action, MessageKind
from ui.pages.case.board.board_grid import BoardGrid
from ui.pages.case.board.board_head import BoardHead
from ui.pages.case.board.board_store import BoardStore
from ui.pages.case.board.library_drawer import LibraryDrawer
from ui.pages.case.board.look_together import LookTogether
from ui.pages.case.board.paper_page import PaperPage
from ui.pages.case.board.slots import (
    Row,
    Slot,
    recognised,
    slot_at,
    started_from,
    with_library_line,
    without_library_line,
)
from ui.pages.case.part import CasePart
from ui.spots import read_spot
from ui.widgets.empty_card import EmptyCard
from ui.widgets.layouts import column, holder, row
from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.changes import Area
from vpjournal.domain.ids import OptionId
from vpjournal.errors import NothingToPrint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.autosave import Autosave
    from ui.pages.case.part import PartContext
    from vpjournal.domain.board import Board, LineKind
    from vpjournal.domain.case import Phase, Track
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.guide_options import LibraryOption, LibraryText
    from vpjournal.domain.organisation import OrganisationDraft
    from vpjournal.domain.views import CaseView
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_PAPER = "paper"
_OPTION = "option:"
_LEAST_HEIGHT = 220
_COLUMNS_AHEAD = 5
"""As many columns as are in sight on a laptop."""


class BoardPart(CasePart):
    """Opens empty: the reporter's own options come first, the library only on request."""

    fills = True
    lasting = True

    def __init__(self, context: PartContext, phase: Phase) -> None:
        super().__init__(context, phase)
        self._t, self._theme = context.page.texts, context.page.theme
        self._store = self._new_store()
        self._track: Track | None = None
        self._organisation: OrganisationDraft | None = None
        self._loaded = False
        self._goal = ""
        # Made when they are asked for: most of the time only the board is.
        self._paper: PaperPage | None = None
        self._together: LookTogether | None = None
        self._build(self._build_ui())

    def _new_store(self) -> BoardStore:
        """Return a store for the case in hand; what the one before still saves, it saves in its own case."""
        store = BoardStore(context=self.context, failed=self._tell, initiator=self)
        store.recovered.connect(lambda: self.context.page.message(self._t("Opslaan lukt weer. Uw tekst is bewaard.")))
        return store

    def _build_ui(self) -> Iterator[None]:
        self._stack = QStackedWidget()
        self.setLayout(column(self._stack))
        self._head = BoardHead(theme=self._theme, texts=self._t)
        self._head.own_wanted.connect(self._on_own_clicked)
        self._head.aid_wanted.connect(self._on_aid_clicked)
        self._head.paper_wanted.connect(self._show_paper)
        self._head.together_wanted.connect(self._begin_together)
        yield
        self._grid = BoardGrid(theme=self._theme, texts=self._t)
        self._grid.setObjectName("boardGrid")
        self._grid.current_changed.connect(self._on_grid_current_changed)
        self._grid.edited.connect(self._on_grid_edited)
        self._grid.edit_ended.connect(self._on_grid_edit_ended)
        self._grid.move_asked.connect(self._on_grid_move_asked)
        self._grid.remove_asked.connect(self._on_grid_remove_asked)
        yield
        self._drawer = LibraryDrawer(theme=self._theme, texts=self._t)
        self._drawer.setObjectName("libraryDrawer")
        self._drawer.line_toggled.connect(self._on_drawer_line_toggled)
        self._drawer.add_asked.connect(self._on_drawer_add_asked)
        self._drawer.closed.connect(self._on_drawer_closed)
        yield
        self._board = self._board_page()
        self._stack.addWidget(self._board)
        for _ in range(_COLUMNS_AHEAD):
            yield
            if not self.awaited:
                self._grid.pool.add_one()

    def _board_page(self) -> QWidget:
        empty = self._head.own_button("firstOwnOptionButton")
        words = self._t("Vraag eerst welke mogelijkheden de melder zelf ziet.")
        card = EmptyCard(words, theme=self._theme, action=empty)
        self._empty = holder(column(card, None, margins=(0, 0, 24, 0)))
        # Neither shows before the board was read.
        for widget in (self._empty, self._grid):
            widget.hide()
        left = column(self._head, self._empty, self._grid, spacing=12, margins=(24, 12, 0, 8))
        left.setStretch(2, 1)
        whole = row(self._scrolled(holder(left)), self._drawer, spacing=16)
        whole.setStretch(0, 1)
        return holder(whole)

    def _scrolled(self, board: QWidget) -> QWidget:
        """Let the buttons scroll away where large text leaves the board itself no room."""
        if not self._theme.narrow:
            return board
        self._grid.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(board)
        board.setAutoFillBackground(False)
        return area

    # The part

    def forget(self) -> None:
        """Take everything off the board, and throw the paper away."""
        self._end_together()
        self._loaded, self._goal = False, ""
        self._track, self._organisation = None, None
        before, self._store = self._store, self._new_store()
        self._grid.forget()
        self._drawer.forget()
        super().forget()
        before.drop()
        self._throw_paper_away()
        for widget in (self._empty, self._grid):
            widget.hide()
        self._head.forget()

    def _throw_paper_away(self) -> None:
        paper, self._paper = self._paper, None
        self._stack.setCurrentWidget(self._board)
        if paper is not None:
            self._stack.removeWidget(paper)
            paper.deleteLater()

    @property
    def is_ready(self) -> bool:
        """Whether the board was read."""
        return self._loaded

    def open(self, detail: str) -> None:
        """Show the board, an option on it, or the paper."""
        self._goal = detail
        if self._loaded and detail:
            self._reach_goal()
        elif not self._loaded:
            self._read()

    def detail(self) -> str:
        """Say which option is the current one, or that the paper is open."""
        if self._paper is not None and self._stack.currentWidget() is self._paper:
            return _PAPER
        state = self._store.get(self._grid.current)
        return f"{_OPTION}{state.id}" if state is not None and state.id is not None else ""

    def show_case(self, view: CaseView) -> None:
        """Begin the library with the world of the case."""
        if view.case.details.track is not self._track:
            self._track = view.case.details.track
            self._drawer.set_track(self._track)

    def on_changes(self, changes: Changes) -> None:
        """Read the board again, unless it is being written on."""
        organisation = changes.touches(Area.ORGANISATIONS) or changes.touches(Area.CASES, case=self.context.case)
        if self._loaded and (organisation or changes.touches(Area.BOARD, case=self.context.case)):
            self._read()

    def autosaves(self) -> tuple[Autosave[Any], ...]:
        """Return what saves the options and the contact line of the paper."""
        of_paper = () if self._paper is None else (self._paper.autosave,)
        return (*self._store.autosaves(), *of_paper)

    def help_screen(self) -> str:
        """Name the help text of the board, the paper or looking together."""
        if self._together is not None and self._stack.currentWidget() is self._together:
            return "look_together"
        return "paper" if self.detail() == _PAPER else "options_board"

    # Reading

    def _read(self) -> None:
        case = self.context.case

        def work(journal: Journal) -> tuple[Board, OrganisationDraft | None]:
            asked = journal.cases.view(case).case.details.organisation
            return journal.board.read(case), None if asked is None else journal.organisations.get(asked).details

        self.context.page.operations.run(work, done=self._on_read, failed=self._on_read_failed)

    def _on_read(self, read: tuple[Board, OrganisationDraft | None]) -> None:
        board, self._organisation = read
        if not (self._loaded and (self._store.dirty or self._grid.is_editing)):
            self._store.take(board)
        self._loaded = True
        self.setEnabled(True)
        self._show_states(self._grid.current)
        self.ready.emit()
        if self._goal:
            self._reach_goal()

    def _on_read_failed(self, error: JournalError) -> None:
        self.setEnabled(self._loaded)  # What cannot be read is no empty board to begin on.
        self._tell(error)
        self.ready.emit()

    def _reach_goal(self) -> None:
        goal, self._goal = self._goal, ""
        if goal == _PAPER:
            self._show_paper()
            return
        self._show_board()
        found = read_spot(goal)
        number = str(found[0]) if found else goal.removeprefix(_OPTION)
        state = self._store.of_option(OptionId(int(number))) if number.isdecimal() else None
        if state is not None:
            self._grid.set_current(state.key, slot_at(state.draft, found[1].start) if found else None)

    def _show_states(self, current: int | None) -> None:
        there = bool(self._store.states)
        if not self._grid.is_editing:
            self._grid.set_states(self._store.states, current=current)
        self._grid.setVisible(there)
        self._empty.setVisible(not there)
        self._head.show_board(empty=not there)
        self._show_in_drawer()

    def _show_in_drawer(self) -> None:
        if self._drawer.isHidden():
            return
        self._drawer.set_board(self._store.states, self._organisation)
        self._drawer.set_current(self._store.get(self._grid.current))

    # Options

    def _on_own_clicked(self) -> None:
        self._add(OptionDraft(BoardText("")))
        self._grid.edit(Slot(Row.TITLE))

    def _add(self, draft: OptionDraft) -> None:
        self._grid.end_edit()
        state = self._store.add(draft)
        self._show_states(state.key)
        self._grid.set_current(state.key, Slot(Row.TITLE))

    def _on_grid_current_changed(self, _key: int | None) -> None:
        self._show_in_drawer()

    def _on_grid_edited(self, key: int) -> None:
        self._store.touch(key)

    def _on_grid_edit_ended(self, key: int, wiped: bool) -> None:  # noqa: FBT001 - a slot of a signal
        state = self._store.get(key)
        if state is None:
            return
        if state.storable() is None:
            # Put off, because the grid is still leaving the column that goes.
            QTimer.singleShot(0, self, lambda: self._abandon(key))
            return
        self._store.save_now(key)
        self._show_in_drawer()
        if wiped:
            words = self._t("Een mogelijkheid heeft een titel nodig. De vorige staat er weer.")
            self.context.page.message(words, kind=MessageKind.LOOK)

    def _abandon(self, key: int) -> None:
        state = self._store.get(key)
        if state is not None and state.storable() is None and not self._grid.is_editing:
            self._store.remove(key, lambda _option: None)
            self._show_states(None)

    def _on_grid_move_asked(self, key: int, place: int) -> None:
        self._store.move(key, place)
        self._show_states(key)
        self._grid.set_current(key)

    def _on_grid_remove_asked(self, key: int) -> None:
        self._grid.end_edit()
        self._store.remove(key, self._on_removed)
        self._show_states(None)
        (self._grid.focus_current if self._store.states else self._head.aid.setFocus)()

    def _on_removed(self, option: OptionId) -> None:
        undo = Action(self._t("Ongedaan maken"), lambda: self._restore(option))
        self.context.page.message(self._t("Verwijderd"), action=undo)

    def _restore(self, option: OptionId) -> None:
        self._goal = f"{_OPTION}{option}"
        self._store.restore(option, done=self._read)

    # The memory aid

    def _on_aid_clicked(self) -> None:
        self._grid.end_edit()
        self._drawer.setVisible(self._drawer.isHidden())
        self._show_in_drawer()
        if not self._drawer.isHidden():
            self._drawer.close_button.setFocus()

    def _on_drawer_closed(self) -> None:
        self._head.aid.setFocus()

    def _on_drawer_line_toggled(self, kind: LineKind, line: LibraryText, on: bool) -> None:  # noqa: FBT001 - a slot
        self._grid.end_edit()
        state = self._store.get(self._grid.current)
        if state is None:
            return
        draft = without_library_line(state.draft, line.id)
        state.change(with_library_line(draft, kind, recognised(line)) if on else draft)
        self._store.touch(state.key)
        self._grid.refresh(state.key)

    def _on_drawer_add_asked(self, option: LibraryOption) -> None:
        self._add(started_from(option))

    # Looking together, and the paper

    def _begin_together(self) -> None:
        self._grid.end_edit()
        together = self._together = LookTogether(theme=self._theme, texts=self._t, shield=self.context.page.shield)
        together.ended.connect(self._end_together)
        self._stack.addWidget(together)
        together.show_options(self._store.states)
        self._stack.setCurrentWidget(together)
        self.alone_asked.emit(True)  # noqa: FBT003 - the arguments of a signal have no names
        self.context.page.immerse(True)  # noqa: FBT003 - the contract of ``PageContext``
        together.begin()

    def _end_together(self) -> None:
        together, self._together = self._together, None
        if together is not None:
            self._stack.removeWidget(together)
            together.hide()
            together.deleteLater()
            self._stack.setCurrentWidget(self._board)
            self.alone_asked.emit(False)  # noqa: FBT003 - the arguments of a signal have no names
            self.context.page.immerse(False)  # noqa: FBT003 - the contract of ``PageContext``
            self._head.together.setFocus()

    def _show_board(self) -> None:
        self._end_together()
        self._stack.setCurrentWidget(self._board)
        self._grid.focus_current()

    def _show_paper(self) -> None:
        if not self._store.states:
            self.context.page.message(sentence(self._t, NothingToPrint()), kind=MessageKind.LOOK)
            return
        self._end_together()
        self._grid.end_edit()
        self._when_saved(self._open_paper)

    def _open_paper(self) -> None:
        if self._paper is None:
            self._paper = PaperPage(self.context, replace_everywhere=self.replace_asked.emit)
            self._paper.back_requested.connect(self._show_board)
            self._paper.nothing_to_print.connect(self._show_board)
            self._stack.addWidget(self._paper)
        self._stack.setCurrentWidget(self._paper)
        self._paper.open()

    def _when_saved(self, act: Callable[[], None]) -> None:
        self.flush(lambda saved: act() if saved else None)

    def _tell(self, error: JournalError) -> None:
        self.context.page.message(sentence(self._t, error), kind=MessageKind.FAILED)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.was_left():
            self._end_together()
