"""Panels at the sides of the editor: both sides in view where there is room, else tabs of one panel."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from ui.theme import Theme
from ui.widgets.layouts import column, holder

ROOM_FOR_BOTH = 1060
_UNBOUNDED = 16_777_215


class TabbedSide(QWidget):
    """Puts a middle between two panels, or beside one panel with tabs when it is narrow or the text is large.

    At the right there may be one panel ``more``, which shares the place of the other behind a tab of its own.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        left: tuple[str, QWidget],
        middle: QWidget,
        right: tuple[str, QWidget],
        more: tuple[str, QWidget] | None = None,
        widths: tuple[int, int] = (256, 304),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left, self._middle, self._right, self._more = left, middle, right, more
        self._widths = widths
        self._wanted = (True, True, False)
        self._tabs = _tabs()
        self._beside = _tabs()
        self._beside_holder = holder(column(self._beside, margins=(0, 8, 0, 0)), edge="left")
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

    def show_panels(self, *, left: bool, right: bool, more: bool = False) -> None:
        """Show these panels; the one ``more`` only together with the right one."""
        self._wanted = (left, right, more and right)
        self._middle.show()
        self._show_wanted()

    def show_right_alone(self) -> None:
        """Show the right panel in the place of everything else, until ``show_panels``."""
        self._wanted = (False, True, False)
        self._middle.hide()
        self._show_wanted()

    def bring_to_front(self, panel: QWidget) -> None:
        """Show a panel that shares its place with another."""
        for tabs in (self._tabs, self._beside):
            if tabs.indexOf(panel) >= 0:
                tabs.setCurrentWidget(panel)

    def set_words(self, panel: QWidget, words: str) -> None:
        """Give the tab of a panel other words."""
        if self._more is not None and self._more[1] is panel:
            self._more = words, panel
        for tabs in (self._tabs, self._beside):
            if tabs.indexOf(panel) >= 0:
                tabs.setTabText(tabs.indexOf(panel), words.replace("&", "&&"))

    def _arrange(self, *, tabbed: bool) -> None:
        if tabbed == self._tabbed:
            return
        self._tabbed = tabbed
        front = self._more is not None and self._more[1].isVisible()
        if tabbed:
            self._put_in_tabs()
        else:
            self._put_beside()
        if front and self._more is not None:
            self.bring_to_front(self._more[1])
        self._show_wanted()

    def _put_in_tabs(self) -> None:
        for panel in (self._left, self._right, self._more):
            if panel is not None:
                _put_in(self._tabs, panel)

    def _put_beside(self) -> None:
        self._tabs.clear()
        (_, left), (_, right) = self._left, self._right
        left.setFixedWidth(self._theme.px(self._widths[0]))
        self._row.insertWidget(0, left)
        if self._more is None:
            right.setFixedWidth(self._theme.px(self._widths[1]))
            self._row.insertWidget(2, right)
            return
        self._beside_holder.setFixedWidth(self._theme.px(self._widths[1]))
        self._row.insertWidget(2, self._beside_holder)
        for panel in (self._right, self._more):
            _put_in(self._beside, panel)

    def _show_wanted(self) -> None:
        left, right, more = self._wanted
        self._middle.setMinimumWidth(min(520, self._theme.px(400)) if left and right else 0)
        if not self._tabbed:
            self._tabs.hide()
            self._left[1].setVisible(left)
            self._show_beside(right=right, more=more)
            return
        self._beside_holder.hide()
        for place, wanted in enumerate(self._wanted[: self._tabs.count()]):
            self._tabs.setTabVisible(place, wanted)
        self._tabs.tabBar().setVisible(left and right)
        self._tabs.setVisible(left or right)
        if self._middle.isHidden():
            self._tabs.setMinimumWidth(0)
            self._tabs.setMaximumWidth(_UNBOUNDED)
        else:
            self._tabs.setFixedWidth(round(max(self._widths) * min(self._theme.text_scale, 1.3)))

    def _show_beside(self, *, right: bool, more: bool) -> None:
        if self._more is None:
            self._right[1].setVisible(right)
            return
        self._beside.setTabVisible(1, more)
        self._beside.tabBar().setVisible(more)
        self._beside_holder.setVisible(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(tabbed=self._theme.narrow or self.width() < ROOM_FOR_BOTH)


def _tabs() -> QTabWidget:
    tabs = QTabWidget()
    tabs.setProperty("side", True)  # noqa: FBT003 - a Qt property has no keyword
    tabs.setDocumentMode(True)
    tabs.tabBar().setExpanding(False)
    return tabs


def _put_in(tabs: QTabWidget, panel: tuple[str, QWidget]) -> None:
    words, widget = panel
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(_UNBOUNDED)
    tabs.addTab(widget, words.replace("&", "&&"))
