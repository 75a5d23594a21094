"""*Herkenbaarheid* beside a note: follows the help of the note in front, counts its points and tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFrame
from shiboken6 import isValid

from ui.recognising.found_sheet import FoundSheet
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from ui.recognising.note_help import NoteHelp
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

_BEFORE_TELLING_MS = 2_500
"""A screen reader says how many points there are once somebody has stopped typing."""


class RecognisingSide(QFrame):
    """One for all notes, because one of them is in front. What it shows is made when it is first looked at."""

    count_changed = Signal(int)
    """So many points are open, as far as the adviser wants to know."""
    told = Signal(str)
    """A screen reader is told this."""
    made = Signal()
    """There is something to show now, and places for Tab to come to."""
    back_wanted = Signal()
    """The adviser wants to go on writing."""

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._t = texts
        self._help: NoteHelp | None = None
        self._sheet: FoundSheet | None = None
        self._count = 0
        self._told_count = 0
        self._column = column()
        self.setLayout(self._column)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_BEFORE_TELLING_MS)
        self._telling.timeout.connect(self._tell_count)

    @property
    def help(self) -> NoteHelp | None:
        """What is followed."""
        return self._help

    @property
    def sheet(self) -> FoundSheet:
        """What is shown."""
        if self._sheet is None:
            self._sheet = FoundSheet(theme=self._theme, texts=self._t)
            self._sheet.back_wanted.connect(self.back_wanted)
            self._column.addWidget(self._sheet)
            self.made.emit()
        return self._sheet

    def follow(self, note_help: NoteHelp | None) -> None:
        """Show what this help knows, until another note comes to the front."""
        before = self._help
        if before is note_help:
            return
        if before is not None and isValid(before):
            before.changed.disconnect(self._on_help_changed)
        self._help = note_help
        if note_help is not None:
            note_help.changed.connect(self._on_help_changed)
        self._on_help_changed()

    def step(self, by: int) -> None:
        """Look at the next point, or with -1 at the one before, and tell which; the cursor stays where it is."""
        if self._help is not None:
            self._help.step(by)
            self.sheet.show_help(self._help)
            self._tell(self.sheet.told)

    def replace_current(self) -> None:
        """Replace the point that is open by what stands in the field."""
        if self._help is not None and self._help.current is not None:
            self.sheet.show_help(self._help)
            self._help.replace(self.sheet.choice.field.text())

    def _on_help_changed(self) -> None:
        rows = () if self._help is None else self._help.rows
        if len(rows) != self._count:
            self._count = len(rows)
            self.count_changed.emit(self._count)
            self._telling.start()
        if self.isVisible():
            self.sheet.show_help(self._help)
        elif self._sheet is not None and (self._help is None or self._help.current is None):
            # It may be of a note that is no longer in front.
            self._sheet.choice.forget()

    def _tell_count(self) -> None:
        if self._count == self._told_count or not self.window().isActiveWindow():
            return
        self._told_count = self._count
        words = self._t.plural("Herkenbaarheid: {n} punt", "Herkenbaarheid: {n} punten", self._count)
        self._tell(words)

    def _tell(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.told.emit(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sheet.show_help(self._help)
