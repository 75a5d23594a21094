"""A calm line that says that something takes a moment, with a way to stop it where stopping is possible."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.theme import Theme
from ui.widgets.buttons import LINK, button
from ui.widgets.labels import Caption
from ui.widgets.layouts import column, row
from vpjournal.domain.language import Texts


class Busy(QWidget):
    """Hidden until ``start``; moves only as far as the work really is."""

    cancelled = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, can_cancel: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Caption(theme=theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button(texts("Stoppen"), theme=theme, kind=LINK, on_click=self.cancelled.emit)
        if not can_cancel:
            self._stop.hide()
        top = row(self._words, self._stop)
        top.setStretch(0, 1)
        self.setLayout(column(top, self._bar))
        self.hide()

    def set_can_cancel(self, can_cancel: bool) -> None:  # noqa: FBT001 - a setter of one fact
        """Offer to stop, or not."""
        if not can_cancel:
            self._stop.hide()

    def start(self, words: str) -> None:
        """Show the line with these words, without a known end."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.show()

    def set_progress(self, done: int, of: int) -> None:
        """Move the line to ``done`` of ``of`` parts."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def stop(self) -> None:
        """Hide the line."""
        self._bar.setRange(0, 1)
        self.hide()
