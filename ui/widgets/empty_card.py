"""What stands where nothing is yet, so that an empty page says what to do and never looks broken."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.dashes import paint_dashes
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import flow


class EmptyCard(QFrame):
    """What stands where nothing is yet: one sentence, at most one button."""

    def __init__(
        self,
        sentence: str,
        *,
        theme: Theme,
        title: str = "",
        action: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        if title:
            column.addWidget(Heading(title, theme=theme, role=Role.PANEL))
        column.addWidget(Body(sentence, theme=theme))
        if action is not None:
            column.addSpacing(8)
            column.addLayout(flow(action))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature.
        paint_dashes(QPainter(self), self.rect(), radius=10, theme=self._theme)
