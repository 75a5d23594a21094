"""A paper on the screen before it leaves: what it looks like, for whom it is, and the two ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.faults import sentence
from ui.leaving import print_out, save_out
from ui.navigation import MessageKind
from ui.pages.leaving.after_words import left_question, left_words, stayed_words
from ui.pages.leaving.save_form import SaveForm
from ui.pages.leaving.ways_out import WaysOut
from ui.papers import show_pages
from ui.widgets.buttons import LINK, button, set_button_text
from ui.widgets.layouts import column, holder, row
from ui.widgets.paper_preview import PaperPreview
from ui.widgets.question_bar import QuestionBar
from vpjournal.domain.case import Asked
from vpjournal.domain.register import Outcome, Way
from vpjournal.errors import Gone, JournalError, JournalExists, NotApproved, OpenPoints

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from ui.leaving import Left, Stayed
    from ui.navigation import PageContext
    from vpjournal.domain.ids import HandedOutId
    from vpjournal.domain.register import Outgoing, PaperOrder
    from vpjournal.journal.facade import Journal

_REST = 250
_LATE = 400
"""Milliseconds after which a paper that is not there yet is said to be on its way."""
_SIDE = 400


class PaperOut(QWidget):
    """Put it in a page and give it something to show; it makes, previews, prints and saves.

    The paper is made once and its bytes are kept: preview, printer and file get the very same.
    """

    back_requested = Signal()
    """The adviser wants to go back to where this paper was asked for."""
    left = Signal(object)
    """Something of this paper left the program: a ``ui.leaving.Left``."""
    not_made = Signal(object)
    """This paper cannot be made, as a sentence here says: the ``JournalError``."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t, self._theme = context.texts, context.theme
        self._work: Callable[[Journal], PaperOrder] | None = None
        self._turn: object = None
        self._language = context.texts.language
        self._outgoing: Outgoing | None = None
        self._when_made: Callable[[Outgoing], None] | None = None
        self._rest = self._timer(_REST, self._make)
        self._late = self._timer(_LATE, self._on_late)
        self._build_ui()

    def _timer(self, pause: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(act)
        return made

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._back = button(t("Terug"), theme=theme, kind=LINK, on_click=self.back_requested.emit)
        self._back.setObjectName("leavePaperButton")
        self._question = QuestionBar(theme=theme)
        self._question.setObjectName("afterPrintingBar")
        self._preview = PaperPreview(theme=theme, texts=t)
        self._preview.setObjectName("paperPreview")
        self._preview.wanted.connect(self._on_preview_wanted)
        self._ways = WaysOut(theme=theme, texts=t)
        self._ways.print_requested.connect(lambda: self._with_paper(self._print))
        self._ways.save_requested.connect(lambda: self._with_paper(self._open_form))
        self._form = SaveForm(self._context)
        self._form.save_requested.connect(self._on_form_save_requested)
        self._form.cancelled.connect(self._close_form)
        self._side = QStackedWidget()
        self._side.addWidget(self._ways)
        self._side.addWidget(self._form)
        left = column(self._back, self._question, self._preview, spacing=12, margins=(24, 16, 24, 16))
        left.setStretch(2, 1)
        side = holder(column(self._side), panel="surface", edge="left")
        side.setFixedWidth(round(_SIDE * min(theme.text_scale, 1.3)))
        whole = row(holder(left), side, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._ways)

    def show_order(self, work: Callable[[Journal], PaperOrder], *, soon: bool = False) -> None:
        """Ask the journal for a paper and show it; ``soon`` waits for a moment of rest, as while typing a wish.

        ``work`` runs on the journal thread, and again when the paper is refreshed.
        """
        self._work, self._outgoing = work, None
        self._ways.set_fault("")
        if soon:
            self._rest.start()
            return
        self._question.hide()
        self._close_form()
        self._make()

    def add_wishes(self, *widgets: QWidget) -> None:
        """Put choices for this paper beside it, above the ways out."""
        self._ways.add_wishes(*widgets)

    def set_back_words(self, words: str) -> None:
        """Say on the link where it leads back to."""
        set_button_text(self._back, words)

    @property
    def outgoing(self) -> Outgoing | None:
        """The paper that is shown, or ``None`` while it is being made or cannot be made."""
        return None if self._rest.isActive() else self._outgoing

    # Making

    def _make(self) -> None:
        work, turn = self._work, object()
        if work is None:
            return
        self._rest.stop()
        self._late.start()
        self._turn, self._outgoing = turn, None
        self._context.operations.run(
            work,
            done=lambda order: self._on_ordered(turn, order),
            failed=lambda error: self._on_not_made(turn, error),
            initiator=self,
        )

    def _on_ordered(self, turn: object, order: PaperOrder) -> None:
        if turn is self._turn:
            self._language = order.paper.language
            self._context.operations.compute(
                lambda: _made(order),
                done=lambda outgoing: self._on_made(turn, outgoing),
                failed=lambda error: self._on_not_made(turn, error),
                initiator=self,
            )

    def _on_made(self, turn: object, outgoing: Outgoing) -> None:
        if turn is not self._turn or self._rest.isActive():
            return
        self._end_wait()
        self._outgoing = outgoing
        self._ways.show_paper(outgoing)
        self._preview.set_count(outgoing.made.pages)
        waiting, self._when_made = self._when_made, None
        if waiting is not None:
            waiting(outgoing)

    def _on_not_made(self, turn: object, error: JournalError) -> None:
        if turn is not self._turn:
            return
        self._end_wait()
        self._when_made = None
        self._close_form()
        self._ways.show_nothing(sentence(self._t, error))
        self._preview.set_count(0)
        self.not_made.emit(error)

    def _on_late(self) -> None:
        self._ways.start_busy(self._t("Het blad wordt gemaakt. Dat duurt een paar tellen."))

    def _end_wait(self) -> None:
        self._late.stop()
        self._ways.stop_busy()

    def _on_preview_wanted(self, pages: tuple[int, ...], width: int) -> None:
        outgoing = self._outgoing
        if outgoing is None:
            return

        def show(images: list[QImage]) -> None:
            if outgoing is self._outgoing:
                self._preview.set_pages(dict(zip(pages, images, strict=True)))

        pdf = outgoing.made.pdf
        show_pages(pdf, width=width, pages=pages, operations=self._context.operations, done=show, initiator=self)

    # Leaving

    def _with_paper(self, act: Callable[[Outgoing], None]) -> None:
        self._ways.set_fault("")
        self._question.hide()
        outgoing = self.outgoing
        if outgoing is not None:
            act(outgoing)
        else:
            self._when_made = act
            self._make()

    def _print(self, outgoing: Outgoing) -> None:
        self._ways.start_busy(self._t("Het blad gaat naar de printer."), closed=True)
        print_out(
            outgoing,
            parent=self,
            operations=self._context.operations,
            printer=self._context.printer,
            left=self._on_left,
            stayed=self._on_not_printed,
            went=self._ways.show_progress,
        )

    def _on_not_printed(self, why: Stayed | JournalError) -> None:
        self._ways.stop_busy()
        self._tell_stayed(why, on_form=False)

    def _open_form(self, outgoing: Outgoing) -> None:
        known = None if outgoing.looked is None else outgoing.looked.gate.known
        self._form.begin(outgoing.slip, language=self._language, known=known)
        self._side.setCurrentWidget(self._form)
        self._form.setFocus()

    def _close_form(self) -> None:
        if self._side.currentWidget() is self._form:
            self._form.forget()
            self._side.setCurrentWidget(self._ways)
            self._ways.setFocus()

    def _on_form_save_requested(self, path: Path, password: str) -> None:
        outgoing = self.outgoing
        if outgoing is not None:
            save_out(
                outgoing,
                path=path,
                password=password,
                parent=self,
                operations=self._context.operations,
                left=self._on_left,
                stayed=lambda why: self._tell_stayed(why, on_form=True),
            )

    def _tell_stayed(self, why: Stayed | JournalError, *, on_form: bool) -> None:
        if isinstance(why, NotApproved | OpenPoints | Gone):
            # What stands here no longer holds: asking again says so, and closes the ways out.
            self._close_form()
            self._make()
            return
        if on_form:
            self._form.show_stayed(stayed_words(self._t, why), exists=isinstance(why, JournalExists))
        else:
            self._ways.set_fault(stayed_words(self._t, why))

    def _on_left(self, left: Left) -> None:
        self._ways.stop_busy()
        self._close_form()
        if left.way is Way.FILE:
            kind = MessageKind.DONE if left.protected else MessageKind.LOOK
            self._context.message(left_words(self._t, left), kind=kind)
        else:
            self._ask_after(left)
        self.left.emit(left)

    def _ask_after(self, left: Left) -> None:
        outgoing, words = self._outgoing, left_words(self._t, left)
        question = "" if outgoing is None or left.stopped else left_question(self._t, left, outgoing.slip.recipient)
        if left.outcome is Outcome.UNSURE or left.stopped:
            self._ways.set_fault(words)
        elif not question:
            self._question.ask(words, ())
        else:
            answers = (
                ("givenButton", self._t("Ja, meegegeven"), lambda: self._answer(left.entry, Asked.YES)),
                ("notGivenButton", self._t("Nog niet"), lambda: self._answer(left.entry, Asked.NO)),
            )
            self._question.ask(f"{words} {question}", answers)

    def _answer(self, entry: HandedOutId, answer: Asked) -> None:
        self._question.hide()
        self._context.operations.run(
            lambda journal: journal.register.set_afterwards(entry, answer), failed=self._tell, initiator=self
        )

    def _tell(self, error: JournalError) -> None:
        self._context.message(sentence(self._t, error), kind=MessageKind.FAILED)


def _made(order: PaperOrder) -> Outgoing:
    from vpjournal.journal import papers  # noqa: PLC0415 - what makes papers is imported when a paper is made

    return papers.make(order)
