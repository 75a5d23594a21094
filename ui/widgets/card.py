"""Cards: what belongs together, on a surface with a hairline, its action at the foot."""

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.labels import Heading
from ui.widgets.layouts import flow


class Card(QFrame):
    """A card with a title; ``body`` takes the contents, ``set_actions`` the buttons at the foot."""

    def __init__(self, title: str = "", *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = Heading(title, theme=theme, role=Role.PANEL)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._foot = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.title)
        self.title.setVisible(bool(title))
        column.addLayout(self.body)
        column.addStretch(1)
        column.addLayout(self._foot)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets under each other in the card."""
        for widget in widgets:
            self.body.addWidget(widget)

    def set_actions(self, *buttons: QPushButton) -> None:
        """Put the buttons at the foot; they wrap when the text is large."""
        self._foot.addSpacing(8)
        self._foot.addLayout(flow(*buttons))
