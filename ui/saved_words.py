"""The words at the left of the quiet line: when something was saved last, and how long ago a backup was made."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpjournal.domain.changes import Area
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from datetime import date

    from ui.navigation import PageContext
    from ui.widgets.quiet_line import QuietLine
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.language import Texts


class SavedWords(QObject):
    """Knows both, and says what is known of them."""

    def __init__(self, context: PageContext, line: QuietLine) -> None:
        super().__init__(line)
        self._context = context
        self._line = line
        self._saved = ""
        self._last: date | None = None

    def read(self) -> None:
        """Ask the journal when its last backup was made."""
        self._context.operations.run(
            lambda journal: None if journal.is_example else journal.backups.state().last(today()),
            done=self._on_read,
            failed=lambda _error: None,
            initiator=self,
        )

    def on_changes(self, changes: Changes) -> None:
        """Say that something was saved just now."""
        self._saved = self._context.texts("Opgeslagen {time}", time=f"{datetime.now().astimezone():%H:%M}")
        self._show()
        if changes.touches(Area.BACKUPS):
            self.read()

    def _on_read(self, last: date | None) -> None:
        self._last = last
        self._show()

    def _show(self) -> None:
        texts = self._context.texts
        backup = "" if self._last is None else about_backup(texts, (today() - self._last).days)
        words = " · ".join(each for each in (self._saved, backup) if each)
        self._line.set_text(words[:1].upper() + words[1:])


def about_backup(texts: Texts, days: int) -> str:
    """Say how many days ago the last backup was made."""
    if days <= 0:
        return texts("laatste reservekopie vandaag")
    return texts.plural("laatste reservekopie gisteren", "laatste reservekopie {n} dagen geleden", days)
