"""An own look at whether anyone can be recognised in the text: what to look for, and one tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from ui.pages.case.summary.side_panel import SidePanel
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Body, Caption
from ui.widgets.layouts import column
from ui.widgets.tick_list import TickRow

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class CheckPanel(SidePanel):
    """The tick holds for exactly the words on the sheet."""

    checked = Signal(bool)

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__(texts("Herkenbaarheid nakijken"), theme=theme, texts=texts)
        t = texts
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
            Body(t("Lees de tekst nog eens, alsof een collega het blad vindt."), theme=theme),
            column(*(Caption(each, theme=theme) for each in look_for), spacing=4),
            Caption(t("Wat de melder er zelf in wil, mag blijven staan."), theme=theme),
        )
        self.set_foot(column(self._tick, ready, spacing=8))

    def show_checked(self, *, checked: bool) -> None:
        """Show whether the words on the sheet were looked over; says nothing to others."""
        with QSignalBlocker(self._tick.box):
            self._tick.box.setChecked(checked)

    def focus_first(self) -> None:
        """Give the keyboard to the tick."""
        self._tick.setFocus()
