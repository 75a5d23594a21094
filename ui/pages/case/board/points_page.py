"""Before a paper of the board can be seen: what is on it that could give someone away, in mild words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.recognising.points_list import PointsList
from ui.recognising.points_row import Ways
from ui.widgets.buttons import LINK, MAIN, button
from ui.widgets.labels import Body, Caption, Heading
from ui.widgets.layouts import column, flow, row
from ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.gate import Looked
    from vpjournal.domain.language import Texts


class PointsPage(QWidget):
    """The reporter's own paper: a look together, never a verdict."""

    back_requested = Signal()
    without_said = Signal()
    """Leave off the paper what the reporter said."""
    done = Signal()
    """The adviser wants to see the paper."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        t = texts
        back = button(t("Terug naar het bord"), theme=theme, kind=LINK, on_click=self.back_requested.emit)
        back.setObjectName("leavePointsButton")
        self.points = PointsList(theme=theme, texts=t, ways=Ways(everywhere=True))
        self._go_on = button(t("Naar het blad"), theme=theme, kind=MAIN, on_click=self.done.emit)
        self._go_on.setObjectName("toPaperButton")
        self._without = button(t("Zonder wat de melder zei"), theme=theme, kind=LINK, on_click=self.without_said.emit)
        self._without.setObjectName("withoutSaidButton")
        self._why_not = Caption(t("Dat kan als er geen punten meer openstaan."), theme=theme)
        page = ScrollPage(theme=theme, margin=24, readable=True)
        page.add(
            flow(back),
            Heading(t("Nog even kijken"), theme=theme),
            Body(
                t(
                    "Dit blad is van de melder en mag zeggen wat de melder wil. Kijk alleen of iemand anders eraan te "
                    "herkennen is, als het blad ergens blijft liggen."
                ),
                theme=theme,
            ),
            self.points,
            column(row(self._go_on, None), self._why_not, flow(self._without), spacing=8),
        )
        self.setLayout(column(page))

    def show_looked(self, looked: Looked, *, with_said: bool) -> None:
        """Show what was seen on the paper; ``with_said`` tells that what the reporter said is on it."""
        self.points.show_looked(looked)
        self._set_open(is_open=bool(looked.open))
        self._without.setVisible(with_said and bool(looked.open))

    def show_waiting(self) -> None:
        """Say that the paper is being looked at."""
        self.points.show_waiting()
        self._set_open(is_open=True)

    def focus_first(self) -> None:
        """Give the keyboard to the first point, or to the way on."""
        if self.points.rows:
            self.points.focus_first()
        else:
            self._go_on.setFocus()

    def _set_open(self, *, is_open: bool) -> None:
        self._go_on.setEnabled(not is_open)
        self._go_on.setAccessibleDescription(self._why_not.text() if is_open else "")
        self._why_not.setVisible(is_open)
