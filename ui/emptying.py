"""Leaves an open journal for good: its pages go, it is closed, and the page that destroys it takes their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.platform.clipboard import clear_ours

if TYPE_CHECKING:
    from pathlib import Path

    from ui.entrance import Entrance
    from ui.operations import Operations
    from ui.window import Window
    from vpjournal.domain.moving import LeftBehind
    from vpjournal.errors import JournalError


@dataclass(frozen=True, slots=True)
class Emptied:
    """What is still on this laptop once the journal is gone."""

    folder_gone: bool
    left: LeftBehind
    others: tuple[Path, ...]
    """Other journals, which were not touched."""
    example: bool


class Emptying(QObject):
    """Used once; nothing of the journal is saved any more."""

    ended = Signal()
    """The journal is closed and its pages are going."""

    def __init__(self, window: Window, entrance: Entrance, operations: Operations, *, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._entrance = entrance
        self._operations = operations

    def begin(self, passphrase: str, left: LeftBehind) -> None:
        """Close the journal, then destroy it."""

        def on_closed(_outcome: JournalError | None) -> None:
            self._entrance.show_emptying(passphrase, left)
            self._window.uncover()

        self._window.blank()
        clear_ours()
        self._operations.interrupt()
        self.ended.emit()
        self._operations.close(done=on_closed, failed=on_closed)
