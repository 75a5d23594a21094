"""The quiet line at the bottom: when something was last saved, and where help is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.widgets.buttons import button
from ui.widgets.labels import Caption
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class QuietLine(QFrame):
    """Says nothing until something was saved."""

    help_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._t = texts
        self.setProperty("panel", "rail")
        self.setProperty("edge", "top")
        self._saved = Caption(theme=theme)
        self._help = button(texts("F1 Hulp bij dit scherm"), theme=theme, kind="quiet", small=True)
        self._help.setProperty("place", "quiet_line")
        self._help.clicked.connect(self.help_requested)
        self.setLayout(row(self._saved, None, self._help, margins=(24, 0, 24, 0)))
        self.setFixedHeight(theme.control_height(32))

    def show_saved_now(self) -> None:
        """Say that something was saved at this moment."""
        now = datetime.now().astimezone()
        self._saved.setText(self._t("Opgeslagen {time}", time=f"{now:%H:%M}"))
