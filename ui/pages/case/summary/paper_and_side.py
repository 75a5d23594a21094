"""A sheet with a panel beside it; where there is no room for both they stand behind two tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from ui.widgets.layouts import column, holder, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

_SIDE = 348
_ROOM_FOR_BOTH = 860


class PaperAndSide(QWidget):
    """Puts ``paper`` at the left of ``side``, or both in tabs with these words."""

    def __init__(self, *, theme: Theme, paper: tuple[str, QWidget], side: tuple[str, QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._paper, self._side = paper, side
        self._held = holder(column(side[1]), edge="left")
        self._tabs = QTabWidget()
        self._tabs.setObjectName("summaryTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(False)
        self._row = row(paper[1], self._held, spacing=0)
        self._row.setStretch(0, 1)
        self._tabs.hide()
        self.setLayout(column(self._row, self._tabs, spacing=0))
        self._tabbed = False
        self._arrange(tabbed=theme.narrow)

    def show_paper(self) -> None:
        """Bring the sheet to the front, where it is behind a tab."""
        if self._tabbed:
            self._tabs.setCurrentIndex(0)

    def show_side(self) -> None:
        """Bring the panel to the front, where it is behind a tab."""
        if self._tabbed:
            self._tabs.setCurrentIndex(1)

    def _arrange(self, *, tabbed: bool) -> None:
        self._held.setProperty("edge", "" if tabbed else "left")
        if not tabbed:
            self._held.setFixedWidth(self._theme.px(_SIDE))
        if tabbed == self._tabbed:
            return
        self._tabbed = tabbed
        if tabbed:
            self._held.setMinimumWidth(0)
            self._held.setMaximumWidth(16_777_215)
            for words, panel in ((self._paper[0], self._paper[1]), (self._side[0], self._held)):
                self._tabs.addTab(panel, words.replace("&", "&&"))
        else:
            self._tabs.clear()
            self._row.addWidget(self._paper[1], 1)
            self._row.addWidget(self._held)
            for panel in (self._paper[1], self._held):
                panel.show()
        self._tabs.setVisible(tabbed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(tabbed=self._theme.narrow or self.width() < _ROOM_FOR_BOTH)
