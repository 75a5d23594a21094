"""Asks for the folder of the backups, looks at it where looking may take long, and lets the journal remember it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.backups.words import why_not
from ui.platform.files import where_sticks_are
from vpjournal.errors import BackupFolderGone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.operations import Operations
    from ui.platform.files import FileChooser
    from vpjournal.domain.backups import PlaceLook
    from vpjournal.domain.language import Texts


class PlaceChooser(QObject):
    """One for each widget that lets a place be chosen."""

    chosen = Signal(object)
    """The journal remembers a place: its ``PlaceLook``."""
    refused = Signal(str)
    """Why backups cannot lie where the adviser wanted them."""
    failed = Signal(object)
    """A ``JournalError`` kept the journal from remembering."""

    def __init__(self, parent: QWidget, *, operations: Operations, files: FileChooser, texts: Texts) -> None:
        super().__init__(parent)
        self._widget = parent
        self._operations = operations
        self._files = files
        self._t = texts

    def ask(self) -> bool:
        """Ask for a folder; tell whether the adviser named one. What comes of it is said later."""
        title = self._t("Waar moeten de reservekopieën komen?")
        folder = self._files.folder(self._widget, title=title, start=where_sticks_are())
        if folder is None:
            return False
        self.look(folder, self._on_looked)
        return True

    def look(self, folder: Path, done: Callable[[PlaceLook], None]) -> None:
        """Look at a folder, and tell what was seen as long as the widget is there."""
        operations = self._operations
        operations.run(
            lambda journal: journal.backups.look_at(folder),
            done=lambda looking: operations.compute(
                looking, done=done, failed=self.failed.emit, initiator=self, at_length=True
            ),
            failed=self.failed.emit,
            initiator=self,
        )

    def _on_looked(self, look: PlaceLook) -> None:
        if look.inside_journal:
            words = self._t("Dit is de map van het journaal zelf. Kies een map daarbuiten, liefst op een usb-stick.")
            self.refused.emit(words)
        elif not look.there:
            self.refused.emit(why_not(self._t, BackupFolderGone()))
        else:
            self._operations.run(
                lambda journal: journal.backups.choose_folder(Path(look.folder), moved=look.moved),
                done=lambda _changes: self.chosen.emit(look),
                failed=self.failed.emit,
            )
