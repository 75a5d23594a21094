"""Two panels at the side of the editor: both in view where there is room, else tabs of one panel."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from ui.theme import Theme

ROOM_FOR_BOTH = 1060
_UNBOUNDED = 16_777_215


class TabbedSide(QWidget):
    """Puts a middle between two panels, or beside one panel with two tabs when it is narrow or the text is large."""

    def __init__(
        self,
        *,
        theme: Theme,
        left: tuple[str, QWidget],
        middle: QWidget,
        right: tuple[str, QWidget],
        widths: tuple[int, int] = (256, 304),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left, self._middle, self._right = left, middle, right
        self._widths = widths
        self._wanted = (True, True)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(False)
        self._tabbed: bool | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(middle, 1)
        self._row.addWidget(self._tabs)
        self._arrange(tabbed=theme.narrow)

    @property
    def tabbed(self) -> bool:
        """Whether the panels share one place now."""
        return bool(self._tabbed)

    def show_panels(self, *, left: bool, right: bool) -> None:
        """Show both panels, one or none of them."""
        self._wanted = (left, right)
        self._middle.show()
        self._show_wanted()

    def show_right_alone(self) -> None:
        """Show the right panel in the place of everything else, until ``show_panels``."""
        self._wanted = (False, True)
        self._middle.hide()
        self._show_wanted()

    def _arrange(self, *, tabbed: bool) -> None:
        if tabbed == self._tabbed:
            return
        self._tabbed = tabbed
        if tabbed:
            self._put_in_tabs()
        else:
            self._put_beside()
        self._show_wanted()

    def _put_in_tabs(self) -> None:
        for words, panel in (self._left, self._right):
            panel.setMinimumWidth(0)
            panel.setMaximumWidth(_UNBOUNDED)
            self._tabs.addTab(panel, words.replace("&", "&&"))

    def _put_beside(self) -> None:
        self._tabs.clear()
        for place, panel, width in ((0, self._left[1], self._widths[0]), (2, self._right[1], self._widths[1])):
            panel.setFixedWidth(self._theme.px(width))
            self._row.insertWidget(place, panel)

    def _show_wanted(self) -> None:
        left, right = self._wanted
        self._middle.setMinimumWidth(min(520, self._theme.px(400)) if left and right else 0)
        if not self._tabbed:
            self._tabs.hide()
            self._left[1].setVisible(left)
            self._right[1].setVisible(right)
            return
        for place, wanted in enumerate(self._wanted):
            self._tabs.setTabVisible(place, wanted)
        self._tabs.tabBar().setVisible(left and right)
        self._tabs.setVisible(left or right)
        if self._middle.isHidden():
            self._tabs.setMinimumWidth(0)
            self._tabs.setMaximumWidth(_UNBOUNDED)
        else:
            self._tabs.setFixedWidth(round(max(self._widths) * min(self._theme.text_scale, 1.3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(tabbed=self._theme.narrow or self.width() < ROOM_FOR_BOTH)
