"""The last minute before the journal locks by itself: a calm line at the top of what is in front, gone at any key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Role
from ui.widgets.labels import Body, Words
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_MARGIN = 16
_READ_OUT = frozenset((60, 10))
"""Seconds left at which a screen reader says it: each second would drown everything else."""


class Countdown(QFrame):
    """Lies over its window, takes no room in it and nothing from it: a click on it is a click like any other."""

    def __init__(self, window: QWidget, *, theme: Theme, texts: Texts) -> None:
        super().__init__(window)
        self._window = window
        self._t = texts
        self._left = 0
        self.setProperty("kind", "look")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = Words(theme=theme, role=Role.BODY, tabular=True)
        self._words.setObjectName("countdownWords")
        detail = Body(texts("Druk op een toets of klik om door te gaan."), theme=theme, tone="quiet")
        self.setLayout(column(self._words, detail, spacing=2, margins=(20, 12, 20, 12)))

    @property
    def left(self) -> int:
        """The seconds it shows."""
        return self._left

    def show_left(self, seconds: int) -> None:
        """Show how many seconds are left."""
        if seconds == self._left and self.isVisible():
            return
        first, self._left = self._left == 0, seconds
        words = self._t.plural(
            "Het journaal vergrendelt over {n} seconde.", "Het journaal vergrendelt over {n} seconden.", seconds
        )
        self._words.setText(words)
        self._stand()
        self.show()
        self.raise_()
        if first or seconds in _READ_OUT:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _stand(self) -> None:
        """Stand at the top, in the middle, as wide as the words need and the window allows."""
        room = self._window.width() - 2 * _MARGIN
        width = min(self.sizeHint().width(), room)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((self._window.width() - width) // 2, _MARGIN, width, height)
