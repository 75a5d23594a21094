"""The way from an open journal to the page that says what can be done about its damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.entrance import Entrance
    from ui.frame import Frame
    from ui.operations import Operations
    from ui.pages.damage_words import Trouble
    from ui.window import Window
    from vpjournal.errors import JournalError


class ToDamage(QObject):
    """Saves, closes the journal, and shows the page; a text that cannot be saved keeps the adviser where it is."""

    closed = Signal()
    """The journal is closed and its pages are going."""

    def __init__(
        self, window: Window, operations: Operations, entrance: Entrance, trouble: Trouble, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._trouble = trouble
        self._window = window
        self._operations = operations
        self._entrance = entrance

    def begin(self, frame: Frame | None) -> None:
        """Begin; without ``frame`` nothing is to be saved."""
        if frame is None:
            self._on_flushed(saved=True)
        else:
            frame.flush(lambda saved: self._on_flushed(saved=saved))

    def _on_flushed(self, *, saved: bool) -> None:
        if saved:
            self._window.blank()
            self._operations.interrupt()
            self._operations.close(done=self._on_closed, failed=self._on_closed)

    def _on_closed(self, _outcome: JournalError | None) -> None:
        self.closed.emit()
        self._entrance.show_damage(self._trouble)
        self._window.uncover()
