"""The panel at the side that opens when asked for, such as the memory aids: it never opens by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Heading
from ui.widgets.layouts import column, row
from ui.widgets.scroll_page import ScrollPage
from vpjournal.domain.language import Texts

WIDTH = 272


class Drawer(QFrame):
    """A title, *Sluiten*, and whatever ``body`` holds; scrolls when it is long."""

    closed = Signal()

    def __init__(self, title: str, *, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setProperty("edge", "left")
        words = Heading(title, theme=theme, role=Role.PANEL)
        self.close_button = button(texts("Sluiten"), theme=theme, kind=LINK, on_click=self._on_close_clicked)
        page = ScrollPage(theme=theme, margin=18)
        self.body: QVBoxLayout = page.body
        self.body.setSpacing(8)
        top: QLayout = row(words, None, self.close_button, margins=(18, 14, 18, 8))
        if theme.narrow:
            top = column(words, self.close_button, margins=(18, 14, 18, 8))
        whole = column(spacing=0)
        whole.addLayout(top)
        whole.addWidget(page)
        self.setLayout(whole)
        self.setFixedWidth(round(WIDTH * min(theme.text_scale, 1.3)))
        self.hide()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
