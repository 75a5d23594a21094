"""The one way to ask a question with two answers: pages ask an ``Asker``, which tests answer by script."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import Role, Theme
from ui.widgets.buttons import DESTROY, MAIN, PLAIN, button
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow
from ui.widgets.scroll_page import text_width


@dataclass(frozen=True, slots=True)
class Question:
    """A question, what each answer leads to, and a verb for each; ``destroys`` when accepting cannot be undone."""

    words: str
    accept: str
    decline: str
    detail: str = ""
    destroys: bool = False


class Asker(Protocol):
    """Whoever can put a question to the adviser. The answer comes later, never within the call."""

    def ask(
        self, question: Question, *, on_accept: Callable[[], object], on_decline: Callable[[], object] | None = None
    ) -> None:
        """Ask; Escape and closing the window mean declining."""
        ...


class WindowAsker:
    """Asks in a window above another one."""

    def __init__(self, parent: QWidget, *, theme: Theme) -> None:
        self._parent = parent
        self._theme = theme

    def ask(
        self, question: Question, *, on_accept: Callable[[], object], on_decline: Callable[[], object] | None = None
    ) -> None:
        """Show the question and return at once."""
        dialog = AskDialog(question, theme=self._theme, parent=self._parent)
        dialog.accepted.connect(on_accept)
        if on_decline is not None:
            dialog.rejected.connect(on_decline)
        dialog.open()


class AskDialog(QDialog):
    """One question, two verbs; the safe one has the focus and answers Enter."""

    def __init__(self, question: Question, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        words = Heading(question.words, theme=theme, role=Role.PANEL)
        detail = Body(question.detail, theme=theme)
        kind = DESTROY if question.destroys else PLAIN
        self.accept_button = button(question.accept, theme=theme, kind=kind, on_click=self.accept)
        self.decline_button = button(question.decline, theme=theme, kind=MAIN, on_click=self.reject)
        whole = column(words, detail, 12, flow(self.decline_button, self.accept_button), margins=(24, 24, 24, 24))
        self.setLayout(whole)
        detail.setVisible(bool(question.detail))
        self.setFixedWidth(min(text_width(theme, 56) + 48, 900))
        # A window asks its layout for a height without telling it the width: large text would be cut off.
        self.setMinimumHeight(whole.totalHeightForWidth(self.width()))
        self.setAccessibleName(question.words)
        self.setAccessibleDescription(question.detail)
        self.decline_button.setDefault(True)
        self.decline_button.setFocus()
        FocusFrame(self, theme=theme)
