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
    """Puts a part between its aid and the side, beside the side alone, or, if it wants all the room, by itself."""

    task_chosen = Signal(object)
    agreement_ticked = Signal(object, bool)

    def __init__(self, part: CasePart, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.part = part
        self._side: CaseSide | None = None
        if part.fills:
            self.setLayout(column(part))
            return
        side = self._side = CaseSide(theme=theme, texts=texts)
        side.task_chosen.connect(self.task_chosen)
        side.agreement_ticked.connect(self.agreement_ticked)
        self.setLayout(column(self._beside(part, side, theme, texts)))

    def _beside(self, part: CasePart, side: CaseSide, theme: Theme, texts: Texts) -> QWidget:
        aid = part.aid()
        if aid is not None:
            return TabbedSide(
                theme=theme, left=(texts("Geheugensteun"), aid), middle=part, right=(texts("Verloop"), side)
            )
        side.setFixedWidth(round(_SIDE_WIDTH * min(theme.text_scale, 1.3)))
        both = QWidget()
        layout = row(part, side, spacing=0)
        layout.setStretch(0, 1)
        both.setLayout(layout)
        return both

    def show_case(self, view: CaseView) -> None:
        """Hand on what the page read."""
        if self._side is not None:
            self._side.show_case(view)
        self.part.show_case(view)
