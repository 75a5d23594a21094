"""What each screen of the first run and of the keys is: a heading, a sentence, its content, the ways on and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from ui.widgets.buttons import LINK, MAIN, PLAIN, button
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, flow

if TYPE_CHECKING:
    from ui.pages.keys.route import Route, Tools
    from ui.pages.keys.state import KeyState, Screen


class Step(QWidget):
    """One screen; ``go`` asks for another one, ``finished`` says that the journal can open."""

    go = Signal(object)
    finished = Signal()

    def __init__(self, context: Tools, state: KeyState, *, route: Route, screen: Screen) -> None:
        super().__init__()
        self.context = context
        self.state = state
        self._route = route
        self._screen = screen
        self._t = context.texts
        self._theme = context.theme

    def build(
        self, title: str, sentence: str, *content: QWidget | QLayout | int, on: Sequence[QPushButton] = ()
    ) -> None:
        """Lay the screen out; ``on`` are the buttons that go on, unless they stand within the content."""
        steps, buttons = self._route.steps, list(on)
        if self._screen in self._route.before:
            before = self._route.before[self._screen]
            self.back_button = self.link(self._t("Terug"), lambda: self.go.emit(before))
            buttons.append(self.back_button)
        number: list[QWidget] = []
        if self._screen in steps:
            words = self._t("Stap {step} van {of}", step=steps[self._screen], of=max(steps.values()))
            number = [Caption(words, theme=self._theme)]
        self.setLayout(
            column(
                *number,
                Heading(title, theme=self._theme),
                Body(sentence, theme=self._theme, tone="quiet"),
                12,
                *content,
                16,
                flow(*buttons, spacing=24),
            )
        )

    def main_button(self, words: str, act: Callable[[], object]) -> QPushButton:
        """Return the one main button of a screen."""
        return self._made(words, act, kind=MAIN)

    def plain_button(self, words: str, act: Callable[[], object], *, icon_name: str = "") -> QPushButton:
        """Return a button beside the main one."""
        return self._made(words, act, kind=PLAIN, icon_name=icon_name)

    def link(self, words: str, act: Callable[[], object]) -> QPushButton:
        """Return a link."""
        return self._made(words, act, kind=LINK)

    def _made(self, words: str, act: Callable[[], object], *, kind: str, icon_name: str = "") -> QPushButton:
        return button(words, theme=self._theme, kind=kind, icon_name=icon_name, on_click=act)
