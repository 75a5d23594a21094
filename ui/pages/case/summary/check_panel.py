"""The gate of a summary: what could give someone away, point by point, and then an own look and one tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from ui.pages.case.summary.side_panel import SidePanel
from ui.recognising.points_list import PointsList
from ui.recognising.points_row import Ways
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column
from ui.widgets.tick_list import TickRow

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.gate import Looked
    from vpjournal.domain.language import Texts


class CheckPanel(SidePanel):
    """The tick holds for exactly the words on the sheet, and can be given once no point in them is open."""

    checked = Signal(bool)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Herkenbaarheid nakijken"), theme=theme, texts=texts)
        t = texts
        self.points = PointsList(theme=theme, texts=t, ways=Ways(everywhere=True))
        look_for = (
            t("Namen, ook van anderen, en bijnamen."),
            t("Afdelingen, plekken en functies die naar één persoon wijzen."),
            t("Dagen en voorvallen waar maar een paar mensen bij waren."),
            t("Woorden die alleen de melder zo zegt."),
        )
        self._tick = TickRow(t("Ik heb nagekeken of iemand te herkennen is."), theme=theme)
        self._tick.box.setObjectName("checkedBox")
        self._tick.toggled.connect(self.checked)
        ready = button(t("Klaar"), theme=theme, kind=MAIN, small=True, on_click=self.closed.emit)
        ready.setObjectName("checkReadyButton")
        self.page.add(
            Caption(t("Wat de melder er zelf in wil, mag blijven staan."), theme=theme),
            self.points,
            Body(t("Lees de tekst nog eens, alsof een collega het blad vindt."), theme=theme),
            column(*(Caption(each, theme=theme) for each in look_for), spacing=4),
        )
        self.set_foot(column(self._tick, ready, spacing=8))
        self.show_waiting()
        self.show_foot(is_shown=False)

    def show_checked(self, *, checked: bool) -> None:
        """Show whether the words on the sheet were looked over; says nothing to others."""
        with QSignalBlocker(self._tick.box):
            self._tick.box.setChecked(checked)

    def show_looked(self, looked: Looked) -> None:
        """Show what was seen in the words on the sheet."""
        had_keyboard = self.points.has_keyboard()
        self.points.show_looked(looked)
        self._set_reason(self.t("Dat kan als er geen punten meer openstaan.") if looked.open else "")
        self.show_foot(is_shown=not looked.open)
        if had_keyboard and not looked.open:
            self._tick.setFocus()

    def show_waiting(self) -> None:
        """Say that the words on the sheet are being looked at."""
        self.points.show_waiting()
        self._set_reason(self.t("De tekst wordt nagekeken."))

    def focus_first(self) -> None:
        """Give the keyboard to the first point, or to the tick."""
        if self.points.rows:
            self.points.focus_first()
        elif self._tick.box.isEnabled():
            self._tick.setFocus()
        else:
            self.back.setFocus()

    def _set_reason(self, reason: str) -> None:
        had_focus = self._tick.box.hasFocus()
        self._tick.box.setEnabled(not reason)
        self._tick.box.setAccessibleDescription(reason)
        if had_focus and reason:
            self.back.setFocus()
