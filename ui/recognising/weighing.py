"""Words that judge or shrink, as questions: apart from all else, folded, and only once a note is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.labels import Caption
from ui.widgets.layouts import clear, column, holder
from ui.widgets.wrapping_link import WrappingLink
from vpjournal.domain.searching import fold_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from vpjournal.domain.identifying import Question
    from vpjournal.domain.language import Texts

_MOST = 20


class Weighing(QWidget):
    """Shows nothing as long as there is nothing to ask."""

    chosen = Signal(object)
    """The adviser wants to see this ``Question`` in the text."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._asked: tuple[Question, ...] = ()
        self._fold = WrappingLink("", theme=theme)
        self._fold.setObjectName("weighingButton")
        self._fold.clicked.connect(self._on_fold_clicked)
        self._list = column(spacing=4)
        self._inside = holder(self._list)
        self._inside.hide()
        self.setLayout(column(self._fold, self._inside, spacing=4))
        self.hide()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Offer these questions, folded; the same word once."""
        once = {fold_name(each.text): each for each in reversed(questions)}
        asked = tuple(sorted(once.values(), key=lambda each: each.start))[:_MOST]
        if asked == self._asked:
            return
        self._asked = asked
        self._fold.set_words(self._t("Woorden om nog eens te wegen ({n})", n=len(asked)))
        self._inside.hide()
        clear(self._list)
        self.setVisible(bool(asked))

    def _on_fold_clicked(self) -> None:
        opened = self._inside.isHidden()
        clear(self._list)
        if opened:
            lead = self._t("Alleen een vraag, en alleen voor u. Wat de melder zo zei, mag zo blijven staan.")
            self._list.addWidget(Caption(lead, theme=self._theme))
            for each in self._asked:
                self._list.addWidget(self._row(each))
        self._inside.setVisible(opened)

    def _row(self, question: Question) -> QWidget:
        link = WrappingLink(f"‘{question.text}’", theme=self._theme)
        link.setObjectName("weighedWord")
        link.clicked.connect(lambda _checked=False: self.chosen.emit(question))
        reason = self._t(question.reason)
        link.setAccessibleDescription(reason)
        return holder(column(link, Caption(reason, theme=self._theme), spacing=0))
