"""Words that judge or shrink, as questions: apart from all else, folded, and only once a note is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import ADD, LINK, button, set_button_icon, set_button_text
from ui.widgets.labels import Caption
from ui.widgets.layouts import clear, column, flow, holder
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
        self._fold = button("", theme=theme, kind=ADD, icon_name="chevron-down", on_click=self._on_fold_clicked)
        self._fold.setObjectName("weighingButton")
        self._list = column(spacing=4)
        self._inside = holder(self._list)
        self._inside.hide()
        self.setLayout(column(holder(flow(self._fold)), self._inside, spacing=4))
        self.hide()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Offer these questions, folded; the same word once."""
        once = {fold_name(each.text): each for each in reversed(questions)}
        asked = tuple(sorted(once.values(), key=lambda each: each.start))[:_MOST]
        if asked == self._asked:
            return
        self._asked = asked
        set_button_text(self._fold, self._t("Woorden om nog eens te wegen ({n})", n=len(asked)))
        self._inside.hide()
        clear(self._list)
        self.setVisible(bool(asked))

    def _on_fold_clicked(self) -> None:
        opened = self._inside.isHidden()
        set_button_icon(self._fold, "chevron-up" if opened else "chevron-down", theme=self._theme)
        clear(self._list)
        if opened:
            lead = self._t("Alleen een vraag, en alleen voor u. Wat de melder zo zei, mag zo blijven staan.")
            self._list.addWidget(Caption(lead, theme=self._theme))
            for each in self._asked:
                self._list.addWidget(self._row(each))
        self._inside.setVisible(opened)

    def _row(self, question: Question) -> QWidget:
        link = button(f"‘{question.text}’", theme=self._theme, kind=LINK)
        link.setObjectName("weighedWord")
        link.clicked.connect(lambda _checked=False: self.chosen.emit(question))
        reason = self._t(question.reason)
        link.setAccessibleDescription(reason)
        return holder(column(link, Caption(reason, theme=self._theme), spacing=0))
