"""Stands over the window when it should lock and a text could be neither saved nor sealed: the adviser decides.

For a minute; then it locks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import DESTROY, MAIN, button
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow, row

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

LOCK_AFTER_MS = 60_000


class UnsavedPage(QWidget):
    """Shows nothing of the text itself."""

    back_requested = Signal()
    lock_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, lock_after_ms: int = LOCK_AFTER_MS) -> None:
        super().__init__()
        self.setProperty("panel", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back_button = button(
            texts("Terug naar mijn tekst"), theme=theme, kind=MAIN, on_click=self.back_requested.emit
        )
        self.lock_button = button(
            texts("Vergrendelen zonder die tekst"), theme=theme, kind=DESTROY, on_click=self.lock_requested.emit
        )
        block = column(
            Heading(texts("Uw laatste tekst is nog niet opgeslagen"), theme=theme),
            Body(
                texts(
                    "Opslaan lukte niet. Ga terug, dan staat uw tekst er nog. Kiest u niets, dan vergrendelt het "
                    "journaal na een minuut en gaat die tekst verloren; wat eerder is opgeslagen blijft."
                ),
                theme=theme,
            ),
            16,
            flow(self.back_button, self.lock_button),
        )
        self.setLayout(row(None, column(None, block, None), None, margins=(32, 32, 32, 32)))
        self.setFocusProxy(self.back_button)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.lock_requested)
        timer.start(lock_after_ms)
