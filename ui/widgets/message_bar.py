"""The bar above a page: what was done, what to look at, or what failed and what is safe. It stays until read."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.theme import Role, Theme
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Caption, Words, restyle
from ui.widgets.layouts import column, row

DONE = "done"
LOOK = "look"
FAILED = "failed"


class MessageBar(QFrame):
    """One message at a time, with at most one thing to do about it. Hidden until there is one.

    With words for ``dismiss`` the adviser can take it away after reading; ``dismissed`` says so.
    """

    dismissed = Signal()

    def __init__(self, *, theme: Theme, dismiss: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._action: QPushButton | None = None
        self._words = Words(theme=theme)
        self._detail = Caption(theme=theme)
        self._row = row(column(self._words, self._detail, spacing=2), spacing=16, margins=(16, 12, 16, 12))
        self._row.setStretch(0, 1)
        self._own = 0
        if dismiss:
            read = button(dismiss, theme=theme, kind=LINK, on_click=self.dismissed.emit)
            read.setObjectName("messageReadButton")
            self._row.addWidget(read)
            self._own = 1
        self.setLayout(self._row)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says, or ``""`` while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_done(self, words: str, *, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Say that something was done, and offer to undo it."""
        self._show(DONE, words, "", action, on_action)

    def show_look(
        self, words: str, *, detail: str = "", action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Ask to look at something."""
        self._show(LOOK, words, detail, action, on_action)

    def show_failed(
        self, words: str, *, detail: str = "", action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Say what failed, and what is safe."""
        self._show(FAILED, words, detail, action, on_action)

    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self._words.setText("")

    def _show(self, kind: str, words: str, detail: str, action: str, on_action: Callable[[], object] | None) -> None:
        self.setProperty("kind", kind)
        restyle(self)
        self._words.setText(words)
        self._words.setFont(self._theme.font(Role.BODY, strong=bool(detail)))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._replace_action(action, on_action)
        self.show()
        self._announce(f"{words} {detail}".strip())

    def _replace_action(self, action: str, on_action: Callable[[], object] | None) -> None:
        if self._action is not None:
            self._row.removeWidget(self._action)
            self._action.hide()
            self._action.deleteLater()
            self._action = None
        if action and on_action is not None:
            self._action = button(action, theme=self._theme, kind=LINK, on_click=on_action)
            self._row.insertWidget(self._row.count() - self._own, self._action)

    def _announce(self, words: str) -> None:
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
