"""A window above a page that is only read: a title, contents that scroll, and one way to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import Role
from ui.widgets.buttons import MAIN, PLAIN, button
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.labels import Heading, restyle
from ui.widgets.layouts import column, holder, row
from ui.widgets.scroll_page import ScrollPage, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_MARGIN = 24


class Sheet(QDialog):
    """Put the contents on ``page``; the sheet is as high as they need and at most nearly as high as its window."""

    def __init__(self, title: str, *, theme: Theme, texts: Texts, above: QWidget, characters: int = 64) -> None:
        super().__init__(above.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setAccessibleName(title)
        self._above = above.window()
        self.page = ScrollPage(theme=theme, margin=_MARGIN)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button = button(texts("Sluiten"), theme=theme, kind=MAIN, on_click=self.accept)
        self.close_button.setObjectName("closeSheetButton")
        self.close_button.setDefault(True)
        head = holder(column(Heading(title, theme=theme, role=Role.PAGE), margins=(_MARGIN, 24, _MARGIN, 0)))
        self._ways = row(None, self.close_button, margins=(_MARGIN, 12, _MARGIN, 20))
        foot = holder(self._ways, edge="top")
        whole = column(head, self.page, foot, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._head, self._foot = head, foot
        self._width = text_width(theme, characters) + 2 * _MARGIN
        self.close_button.setFocus()
        FocusFrame(self, theme=theme)

    def lead_with(self, main: QPushButton) -> None:
        """Put a main button beside the one that closes the sheet, which then is the other way out."""
        self._ways.insertWidget(1, main)
        self.close_button.setProperty("kind", PLAIN)
        restyle(self.close_button)
        self.close_button.setDefault(False)

    def show_sheet(self) -> None:
        """Show it above its window."""
        self.open()

    def fit(self) -> None:
        """Be as high as the contents need; to be called when there is more or less of them."""
        width = min(self._width, self._above.width() - 48)
        chrome = self._head.heightForWidth(width) + self._foot.sizeHint().height()
        needed = self.page.contents.heightForWidth(width) + chrome
        self.resize(width, min(needed, self._above.height() - 48))

    def showEvent(self, event: QShowEvent) -> None:
        # Only now does the layout count what is in it, and the window is not on the screen yet.
        self.fit()
        super().showEvent(event)
