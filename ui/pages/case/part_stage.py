"""Where the parts of a case come to the front: the memory aid at the left, the part, the case's side at the right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.case.case_side import CaseSide
from ui.widgets.layouts import column
from ui.widgets.tabbed_side import TabbedSide

if TYPE_CHECKING:
    from ui.pages.case.part import CasePart
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class PartStage(QWidget):
    """Puts one part at a time between its aid and the side, beside the side alone, or, if it wants, by itself.

    With large text a part without an aid takes all the room too, and the side waits behind a tab of its own. There
    is one side for all parts, so that only one has to learn what changed.
    """

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self.side = CaseSide(theme=theme, texts=texts)
        self._parts = QStackedWidget()
        self._aids = QStackedWidget()
        left, right = (texts("Geheugensteun"), self._aids), (texts("Verloop"), self.side)
        self._panels = TabbedSide(theme=theme, left=left, middle=self._parts, right=right)
        self.setLayout(column(self._panels))

    def add(self, part: CasePart) -> None:
        """Take in a part, which waits until it is shown."""
        self._parts.addWidget(part)
        aid = part.aid()
        if aid is not None:
            self._aids.addWidget(aid)

    def remove(self, part: CasePart) -> None:
        """Throw a part away."""
        for stack, widget in ((self._parts, part), (self._aids, part.aid())):
            if widget is not None:
                stack.removeWidget(widget)
                widget.deleteLater()

    def show_part(self, part: CasePart) -> None:
        """Bring a part to the front."""
        aid = part.aid()
        if aid is not None:
            self._aids.setCurrentWidget(aid)
        self._parts.setCurrentWidget(part)
        beside = not part.fills and not self.keeps_aside(part)
        self._panels.show_panels(left=aid is not None, right=beside)
        self._put_side_after(part, aid)

    def keeps_aside(self, part: CasePart) -> bool:
        """Tell whether there is room for the side only in the place of the part."""
        return self._theme.narrow and part.aid() is None and not part.fills

    def show_aside(self) -> None:
        """Show the side in the place of the part."""
        self._panels.show_right_alone()

    def room(self, part: CasePart) -> Iterator[tuple[QWidget, QWidget]]:
        """Name a part, and its aid, each with what gives it its room."""
        yield part, self._parts
        aid = part.aid()
        if aid is not None:
            yield aid, self._aids

    def _put_side_after(self, *before: QWidget | None) -> None:
        """Let Tab come to the side after the part and its aid, also when these were made later."""
        stops = [each for shown in before if shown is not None for each in _tab_stops(shown)]
        for last, following in pairwise([*stops[-1:], *_tab_stops(self.side)]):
            QWidget.setTabOrder(last, following)


def _tab_stops(widget: QWidget) -> list[QWidget]:
    return [each for each in (widget, *widget.findChildren(QWidget)) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
