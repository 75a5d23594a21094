"""The line at the bottom of the window: what is saved at the left, help at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Theme
from ui.widgets.buttons import QUIET, button
from ui.widgets.labels import Caption
from ui.widgets.layouts import row
from vpjournal.domain.language import Texts


class QuietLine(QFrame):
    """Say quietly when the last save was."""

    help_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "rail")
        self.setProperty("edge", "top")
        self._words = Caption(theme=theme)
        self.help_button = button(
            texts("F1 Hulp bij dit scherm"), theme=theme, kind=QUIET, on_click=self.help_requested.emit
        )
        self.help_button.setProperty("line", True)  # noqa: FBT003 - A Qt property has no keyword.
        inner = row(self._words, self.help_button, margins=(24, 0, 16, 0))
        inner.setStretch(0, 1)
        self.setLayout(inner)
        self.setMinimumHeight(theme.control_height(32))

    @property
    def text(self) -> str:
        """What stands at the left."""
        return self._words.text()

    def set_text(self, words: str) -> None:
        """Say something else at the left."""
        self._words.setText(words)
