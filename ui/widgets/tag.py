"""The word of recognition of a case, in a soft pill; nothing else is shown as a tag."""

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme import Theme
from ui.widgets.labels import Words
from ui.widgets.layouts import row


class Tag(QFrame):
    """Show a word of recognition."""

    def __init__(self, word: str = "", *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tag")
        self._words = Words(word, theme=theme, tone="accent")
        mark = QLabel()
        mark.setPixmap(pixmap("tag", theme.tokens.accent, theme.px(16), ratio=self.devicePixelRatioF()))
        inner = row(mark, self._words, spacing=6, margins=(10, 1, 10, 1))
        self.setLayout(inner)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_word(word)

    def set_word(self, word: str) -> None:
        """Show another word; none hides the tag."""
        self._words.setText(word)
        self.setVisible(bool(word))
