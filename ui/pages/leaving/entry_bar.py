"""Below the register: all that is known of the entry in front, and its question to answer right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.pages.leaving.entry_words import is_open, open_question, whole
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import clear, column, flow, holder, row
from vpjournal.domain.case import Asked
from vpjournal.domain.register import Outcome, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from ui.theme import Theme
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.language import Texts
    from vpjournal.domain.register import HandedOut
    from vpjournal.journal.facade import Journal

    Answer = tuple[str, str, Callable[[Journal], Changes]]


class EntryBar(QFrame):
    """Shows one entry; ``answered`` hands over the use case that answers its question."""

    answered = Signal(object)
    case_requested = Signal(object)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self.setProperty("kind", "card")
        self._said = column(spacing=2)
        self._question = Words(theme=theme, role=Role.GROUP)
        self._question.setObjectName("openQuestion")
        self._answers = column()
        self.setLayout(column(self._said, row(self._question), self._answers, spacing=6, margins=(20, 12, 20, 12)))
        self.hide()

    def show_entry(self, entry: HandedOut) -> None:
        """Show another entry."""
        clear(self._said)
        for words in whole(self._t, entry):
            self._said.addWidget(Body(words, theme=self._theme))
        question = open_question(self._t, entry)
        self._question.setText(question)
        self._question.setVisible(bool(question))
        links = [self._link(answer) for answer in self._answers_of(entry)]
        if entry.case is not None:
            go = button(
                self._t("Naar {code}", code=entry.code),
                theme=self._theme,
                kind=LINK,
                on_click=lambda: self.case_requested.emit(entry.case),
            )
            go.setObjectName("toCaseButton")
            links.append(go)
        clear(self._answers)
        if links:
            self._answers.addWidget(holder(flow(*links, spacing=24)))
        self.show()

    def _link(self, answer: Answer) -> QPushButton:
        name, words, work = answer
        made = button(words, theme=self._theme, kind=LINK, on_click=lambda: self.answered.emit(work))
        made.setObjectName(name)
        return made

    def _answers_of(self, entry: HandedOut) -> list[Answer]:
        if entry.outcome is Outcome.UNSURE:
            return self._unsure(entry)
        is_file = entry.way is Way.FILE
        yes = self._t("Ja, verwijderd") if is_file else self._t("Ja, meegegeven")
        undo = self._t("Toch niet verwijderd") if is_file else self._t("Toch niet meegegeven")
        if not is_open(entry):
            answered = entry.afterwards is Asked.YES
            return [("takeBackButton", undo, _afterwards(entry, Asked.NO))] if answered else []
        answers = [("yesButton", yes, _afterwards(entry, Asked.YES))]
        if entry.afterwards is Asked.NOT_ASKED:
            answers.append(("notYetButton", self._t("Nog niet"), _afterwards(entry, Asked.NO)))
        return answers

    def _unsure(self, entry: HandedOut) -> list[Answer]:
        is_file = entry.way is Way.FILE
        there = self._t("Het bestand is er") if is_file else self._t("Het kwam er uit")
        not_there = self._t("Er is geen bestand") if is_file else self._t("Er kwam niets uit")
        return [
            ("cameOutButton", there, lambda journal: journal.register.finish(entry.id, Outcome.DONE)),
            ("nothingCameButton", not_there, lambda journal: journal.register.cancel(entry.id)),
        ]


def _afterwards(entry: HandedOut, answer: Asked) -> Callable[[Journal], Changes]:
    return lambda journal: journal.register.set_afterwards(entry.id, answer)
