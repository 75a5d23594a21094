"""What stands above the board: an own option, the memory aid, the paper, looking together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, flow

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class BoardHead(QWidget):
    """Says what the adviser wants with the board; while it is empty there is no paper, and it says so."""

    own_wanted = Signal()
    aid_wanted = Signal()
    paper_wanted = Signal()
    together_wanted = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, texts
        self._own = self.own_button("ownOptionButton")
        self.aid = button(texts("Geheugensteun"), theme=theme, icon_name="lightbulb", small=True)
        self.aid.setObjectName("libraryButton")
        self.aid.clicked.connect(self.aid_wanted)
        self._paper = button(texts("Op papier"), theme=theme, icon_name="printer", small=True)
        self._paper.setObjectName("paperButton")
        self._paper.clicked.connect(self.paper_wanted)
        self.together = button(texts("Samen kijken"), theme=theme, kind=MAIN, small=True)
        self.together.setObjectName("lookTogetherButton")
        self.together.clicked.connect(self.together_wanted)
        self._no_paper = Caption(texts("Er staat nog niets op het bord, dus er is nog geen blad."), theme=theme)
        self.setLayout(column(flow(self._own, self.aid, self._paper, self.together), self._no_paper))
        # Nothing is said of a board that was not read yet.
        self._no_paper.hide()

    def own_button(self, name: str) -> QPushButton:
        """Return one more button for an own option, for where the board would be."""
        made = button(self._t("Eigen mogelijkheid"), theme=self._theme, icon_name="plus", small=True)
        made.setObjectName(name)
        made.clicked.connect(self.own_wanted)
        return made

    def show_board(self, *, empty: bool) -> None:
        """Offer what can be done with a board that has options on it, or with an empty one."""
        self._own.setVisible(not empty)
        self.together.setVisible(not empty)
        self._paper.setEnabled(not empty)
        self._paper.setAccessibleDescription(self._no_paper.text() if empty else "")
        self._no_paper.setVisible(empty)

    def forget(self) -> None:
        """Say nothing of the board."""
        self._no_paper.hide()
