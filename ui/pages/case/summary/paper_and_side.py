"""A sheet with a panel beside it; where there is no room for both they stand behind two tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabBar, QWidget

from ui.widgets.labels import restyle
from ui.widgets.layouts import column, holder, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

_SIDE = 348
_ROOM_FOR_BOTH = 860
_UNBOUNDED = 16_777_215


class PaperAndSide(QWidget):
    """Puts ``paper`` at the left of ``side``, or one of them in view and both in tabs with these words."""

    def __init__(self, *, theme: Theme, paper: tuple[str, QWidget], side: tuple[str, QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._paper = paper[1]
        self._side = holder(column(side[1]), edge="left")
        self._tabs = QTabBar()
        self._tabs.setObjectName("summaryTabs")
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        for words in (paper[0], side[0]):
            self._tabs.addTab(words.replace("&", "&&"))
        self._tabs.currentChanged.connect(lambda _index: self._show_current())
        self._bar = holder(column(self._tabs, margins=(20, 0, 20, 0)), edge="bottom")
        beside = row(self._paper, self._side, spacing=0)
        beside.setStretch(0, 1)
        whole = column(self._bar, beside, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._tabbed = False
        self._arrange(tabbed=theme.narrow)

    def show_paper(self) -> None:
        """Bring the sheet to the front, where it is behind a tab."""
        self._tabs.setCurrentIndex(0)

    def show_side(self) -> None:
        """Bring the panel to the front, where it is behind a tab."""
        self._tabs.setCurrentIndex(1)

    def _arrange(self, *, tabbed: bool) -> None:
        self._tabbed = tabbed
        self._side.setMinimumWidth(0 if tabbed else self._theme.px(_SIDE))
        self._side.setMaximumWidth(_UNBOUNDED if tabbed else self._theme.px(_SIDE))
        self._side.setProperty("edge", "" if tabbed else "left")
        restyle(self._side)
        self._bar.setVisible(tabbed)
        self._show_current()

    def _show_current(self) -> None:
        on_side = self._tabs.currentIndex() == 1
        self._paper.setVisible(not self._tabbed or not on_side)
        self._side.setVisible(not self._tabbed or on_side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tabbed = self._theme.narrow or self.width() < _ROOM_FOR_BOTH
        if tabbed != self._tabbed:
            self._arrange(tabbed=tabbed)
