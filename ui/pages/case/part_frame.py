"""One part of a case with what stands beside it: its memory aid at the left, the case's side at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.case.case_side import CaseSide
from ui.widgets.layouts import column, row
from ui.widgets.tabbed_side import TabbedSide

if TYPE_CHECKING:
    from ui.pages.case.part import CasePart
    from ui.theme import Theme
    from vpjournal.domain.language import Texts
    from vpjournal.domain.views import CaseView

_SIDE_WIDTH = 304


class PartFrame(QWidget):
    """Puts a part between its aid and the side, beside the side alone, or, if it wants all the room, by itself.

    With large text a part without an aid takes all the room too, and the side waits behind a tab of its own.
    """

    task_chosen = Signal(object)
    agreement_ticked = Signal(object, bool)

    def __init__(self, part: CasePart, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.part = part
        self._theme = theme
        self._side: CaseSide | None = None
        aid = part.aid()
        self.keeps_aside = theme.narrow and aid is None and not part.fills
        if part.fills:
            self.setLayout(column(part))
            return
        side = self._side = CaseSide(theme=theme, texts=texts)
        side.task_chosen.connect(self.task_chosen)
        side.agreement_ticked.connect(self.agreement_ticked)
        if aid is not None:
            left, right = (texts("Geheugensteun"), aid), (texts("Verloop"), side)
            self.setLayout(column(TabbedSide(theme=theme, left=left, middle=part, right=right)))
        else:
            self._put_beside(side)

    def _put_beside(self, side: CaseSide) -> None:
        if self.keeps_aside:
            side.setProperty("edge", "")
            side.hide()
            self.setLayout(column(self.part, side))
            return
        side.setFixedWidth(self._theme.px(_SIDE_WIDTH))
        beside = row(self.part, side, spacing=0)
        beside.setStretch(0, 1)
        self.setLayout(beside)

    def show_aside(self, *, on: bool) -> None:
        """Show the side in the place of the part, or the part again; only where there is no room for both."""
        if self.keeps_aside and self._side is not None:
            self._side.setVisible(on)
            self.part.setVisible(not on)

    def show_case(self, view: CaseView) -> None:
        """Hand on what the page read."""
        if self._side is not None:
            self._side.show_case(view)
        self.part.show_case(view)
