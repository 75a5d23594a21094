"""What takes the place of the steps for a moment: one thing to fill in or decide, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Heading
from ui.widgets.layouts import column, flow, holder
from ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


MARGIN = 20


class SidePanel(QWidget):
    """A heading with a way back above it; a subclass puts its fields on ``page``. Escape leads back too."""

    closed = Signal()

    def __init__(self, title: str, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.t, self.theme = texts, theme
        self.back = button(texts("Terug naar de stappen"), theme=theme, kind=LINK, on_click=self.closed.emit)
        self.back.setObjectName("backToStepsButton")
        self.page = ScrollPage(theme=theme, margin=MARGIN)
        self.page.body.setSpacing(12)
        self.page.add(column(flow(self.back), Heading(title, theme=theme, role=Role.PANEL), spacing=8))
        self._whole = column(self.page, spacing=0)
        self.setLayout(self._whole)
        self._foot: QWidget | None = None

    def set_foot(self, foot: QLayout) -> None:
        """Put what is pressed at the end below the page, where it stays in sight; with large text it scrolls along."""
        if self.theme.narrow:
            self._foot = holder(foot)
            self.page.add(self._foot)
            return
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        self._foot = holder(foot, edge="top")
        self._whole.addWidget(self._foot)

    def show_foot(self, *, is_shown: bool) -> None:
        """Show what is pressed at the end, or not while it is of no use."""
        if self._foot is not None:
            self._foot.setVisible(is_shown)

    def focus_first(self) -> None:
        """Give the keyboard to what comes first."""
        self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
