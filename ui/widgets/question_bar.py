"""A bar that asks something without being in the way: it can be answered now, later in another place, or never."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.theme import Theme
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Words
from ui.widgets.layouts import clear, column, flow, holder

Answer = tuple[str, str, Callable[[], object]]
"""The name of the button, its words, and what it does."""


class QuestionBar(QFrame):
    """One question at a time, each of its answers a link below it. Hidden until there is one."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = Words(theme=theme)
        self._answers = column()
        self.setProperty("kind", "done")
        self.setLayout(column(self._words, self._answers, spacing=4, margins=(16, 12, 16, 12)))
        self.hide()

    @property
    def text(self) -> str:
        """What the bar asks, or ``""`` while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def ask(self, words: str, answers: Sequence[Answer]) -> None:
        """Ask this, with these answers; without any it only says it."""
        self._words.setText(words)
        clear(self._answers)
        if answers:
            self._answers.addWidget(holder(flow(*map(self._link, answers), spacing=24)))
        self.show()
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _link(self, answer: Answer) -> QPushButton:
        name, words, act = answer
        link = button(words, theme=self._theme, kind=LINK, on_click=act)
        link.setObjectName(name)
        return link
