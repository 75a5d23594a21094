"""The papers that come from a board, the overview and the cards: how they are wanted, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.autosave import Autosave
from ui.faults import sentence
from ui.navigation import MessageKind
from ui.pages.case.board.board_gate import BoardGate
from ui.pages.case.board.paper_wishes import BoardPaper, PaperForm
from ui.pages.case.board.points_page import PointsPage
from ui.pages.leaving.paper_out import PaperOut
from ui.widgets.buttons import LINK, button
from ui.widgets.layouts import column
from vpjournal.domain.unsaved import Home, Kind
from vpjournal.errors import OpenPoints

if TYPE_CHECKING:
    from ui.pages.case.part import PartContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.identifying import Kind as FindKind
    from vpjournal.domain.register import PaperOrder
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class PaperPage(QWidget):
    """Shows the paper of the board as it is wanted now; a wish that changes makes it anew."""

    back_requested = Signal()
    nothing_to_print = Signal()

    def __init__(self, context: PartContext, *, replace_everywhere: Callable[[str, str, FindKind], object]) -> None:
        """``replace_everywhere`` asks to replace these words in the whole case, perhaps by those."""
        super().__init__()
        self._replace_everywhere = replace_everywhere
        self._context = context
        self._t = context.page.texts
        self._read_line = False
        self._points: PointsPage | None = None
        self.autosave = Autosave[str](
            operations=context.page.operations,
            collect=lambda: self._form.contact_line,
            save=_save_contact_line,
            failed=self._tell,
            initiator=self,
            home=lambda: Home(Kind.CONTACT_LINE),
        )
        self._build_ui()

    def _build_ui(self) -> None:
        self._form = PaperForm(theme=self._context.page.theme, texts=self._t)
        self._form.changed.connect(self.remake)
        self._form.contact_edited.connect(self.autosave.touch)
        self.out = PaperOut(self._context.page)
        self.out.set_back_words(self._t("Terug naar het bord"))
        again = button(
            self._t("Herkenbaarheid nakijken"), theme=self._context.page.theme, kind=LINK, on_click=self._show_points
        )
        again.setObjectName("lookAgainButton")
        self.out.add_wishes(self._form, again)
        self.out.back_requested.connect(self.back_requested)
        self.out.not_made.connect(self._on_not_made)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.out)
        self.setLayout(column(self._stack))

    def open(self) -> None:
        """Make the paper of the board as it is now."""
        self._stack.setCurrentWidget(self.out)
        if self._read_line:
            self.out.show_order(self._work())
        else:
            self._context.page.operations.run(
                lambda journal: journal.settings.read().contact_line, done=self._on_line_read, failed=self._tell
            )
        self.out.setFocus()

    def remake(self) -> None:
        """Make the paper again, because the board or a wish changed."""
        if self._points is not None and self._stack.currentWidget() is self._points:
            # What changed was changed there, and is looked at there.
            return
        self.out.show_order(self._work(), soon=True)

    def _on_line_read(self, line: str) -> None:
        self._read_line = True
        self._form.set_contact_line(line)
        self.out.show_order(self._work())

    def _work(self) -> Callable[[Journal], PaperOrder]:
        case, wanted = self._context.case, self._form.wanted()

        def work(journal: Journal) -> PaperOrder:
            cards = wanted.paper is BoardPaper.CARDS
            ask = journal.papers.option_cards if cards else journal.papers.options_overview
            return ask(case, wanted.wishes)

        return work

    def _on_not_made(self, error: JournalError) -> None:
        if isinstance(error, OpenPoints):
            self._show_points()
            return
        self._tell(error)
        self.nothing_to_print.emit()

    def _show_points(self) -> None:
        """Show what could give someone away on this paper, before the paper itself is shown."""
        page = self._points
        if page is None:
            page = self._points = PointsPage(theme=self._context.page.theme, texts=self._t)
            page.back_requested.connect(self.back_requested)
            page.done.connect(self._on_points_done)
            page.without_said.connect(self._on_without_said)
            page.points.everywhere.connect(
                lambda same, words: self._replace_everywhere(same.find.text, words, same.find.kind)
            )
            self._stack.addWidget(page)
            self._gate = BoardGate(
                page, context=self._context, work=self._work, with_said=self._form.shows_said, failed=self._tell
            )
        page.show_waiting()
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._gate.begin()

    def _on_points_done(self) -> None:
        self._stack.setCurrentWidget(self.out)
        self.out.show_order(self._work())
        self.out.setFocus()

    def _on_without_said(self) -> None:
        self._form.leave_off_said()
        self._on_points_done()

    def _tell(self, error: JournalError) -> None:
        self._context.page.message(sentence(self._t, error), kind=MessageKind.FAILED)


def _save_contact_line(journal: Journal, line: str) -> Changes:
    return journal.settings.save(replace(journal.settings.read(), contact_line=line))
