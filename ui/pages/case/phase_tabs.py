"""The row below the phase bar: the parts of this phase as tabs, and what the adviser says of the phase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QTabBar

from ui.pages.case.part import PART_TITLES, PartName
from ui.widgets.buttons import button, set_button_text
from ui.widgets.layouts import column, flow, row
from vpjournal.domain.case import PHASE_STATE_NAMES, PhaseState

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class PhaseTabs(QFrame):
    """Says which part the adviser chose, and when the adviser marks the phase: enough, not needed, or neither."""

    part_chosen = Signal(object)
    aside_chosen = Signal()
    """The adviser wants to see timeline and tasks, where they have no place beside the part."""
    state_chosen = Signal(object)
    """``PhaseState.ENOUGH``, ``PhaseState.NOT_NEEDED``, or ``None`` to let the records speak."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._parts: tuple[PartName, ...] = ()
        self._aside = False
        self.setProperty("edge", "bottom")
        self._build_ui()

    def _build_ui(self) -> None:
        self._bar = QTabBar()
        self._bar.setObjectName("partTabs")
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.setAccessibleName(self._t("Onderdelen van deze fase"))
        self._bar.currentChanged.connect(self._on_bar_current_changed)
        self._state = button("", theme=self._theme, kind="quiet", small=True)
        self._state.setObjectName("phaseStateButton")
        self._state.setProperty("menu", True)  # noqa: FBT003 - a Qt property has no keyword
        self._state.setMenu(self._menu())
        # With large text the words of the phase go on below the tabs.
        across = flow(self._bar, self._state, spacing=4) if self._theme.narrow else row(self._bar, None, self._state)
        self.setLayout(column(across, margins=(24, 2, 24, 2)))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for state, words in (
            (PhaseState.ENOUGH, self._t(PHASE_STATE_NAMES[PhaseState.ENOUGH])),
            (PhaseState.NOT_NEEDED, self._t(PHASE_STATE_NAMES[PhaseState.NOT_NEEDED])),
            (None, self._t("ik ben er nog mee bezig")),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _checked=False, state=state: self.state_chosen.emit(state))
            menu.addAction(action)
        return menu

    def show_parts(self, parts: Sequence[PartName], *, current: PartName, aside: bool = False) -> None:
        """Show the tabs of a phase; with ``aside`` one more for timeline and tasks."""
        with QSignalBlocker(self._bar):
            if (tuple(parts), aside) != (self._parts, self._aside):
                self._parts, self._aside = tuple(parts), aside
                while self._bar.count():
                    self._bar.removeTab(0)
                for part in parts:
                    self._bar.addTab(self._t(PART_TITLES[part]))
                if aside:
                    self._bar.addTab(self._t("Verloop"))
            self._bar.setCurrentIndex(self._parts.index(current))

    def set_state(self, state: PhaseState) -> None:
        """Show how far the phase is; with large text the phase bar says so already, and the row is short of room."""
        words = self._t("Deze fase: {state}", state=self._t(PHASE_STATE_NAMES[state]))
        set_button_text(self._state, self._t("Deze fase") if self._theme.narrow else words)
        self._state.setAccessibleName(words)

    def _on_bar_current_changed(self, index: int) -> None:
        if 0 <= index < len(self._parts):
            self.part_chosen.emit(self._parts[index])
        elif index >= 0:
            self.aside_chosen.emit()
