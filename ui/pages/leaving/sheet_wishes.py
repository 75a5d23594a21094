"""What the reporter reads on *Wat schrijf ik op?* of this adviser: three lines, kept for a next time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.field import Field
from ui.widgets.layouts import column
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.views import SheetWishes

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.language import Language, Texts
    from vpjournal.domain.views import JournalSettings
    from vpjournal.journal.facade import Journal


class SheetForm(QWidget):
    """An empty field becomes a line to write on."""

    edited = Signal()

    def __init__(self, *, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._contact = self._field("sheetContactField", theme)
        self._complaints = self._field("sheetComplaintsField", theme)
        self._destroyed = self._field("sheetDestroyedField", theme)
        helper = texts("Laat u een vak leeg, dan komt er een schrijflijn. Onthouden voor een volgende keer.")
        self.setLayout(
            column(
                Field(texts("Hoe de melder mij bereikt"), self._contact, theme=theme),
                Field(texts("Waarheen met een klacht over mij"), self._complaints, theme=theme),
                Field(texts("Uiterlijk vernietigd"), self._destroyed, theme=theme, helper=helper),
                spacing=16,
            )
        )

    def _field(self, name: str, theme: Theme) -> PlainTextField:
        made = PlainTextField(theme=theme, lines=(1, 3))
        made.setObjectName(name)
        made.edited.connect(self.edited)
        return made

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what was kept."""
        self._contact.set_text(settings.contact_line)
        self._complaints.set_text(settings.complaints)
        self._destroyed.set_text(settings.destroyed)

    def wishes(self, language: Language) -> SheetWishes:
        """Return what the sheet is to say."""
        return SheetWishes(
            language=language.value,
            contact_line=self._contact.text().strip(),
            complaints=self._complaints.text().strip(),
            destroyed=self._destroyed.text().strip(),
        )


def save_wishes(journal: Journal, wishes: SheetWishes) -> Changes:
    """Keep the three lines for a next time."""
    kept = replace(
        journal.settings.read(),
        contact_line=wishes.contact_line,
        complaints=wishes.complaints,
        destroyed=wishes.destroyed,
    )
    return journal.settings.save(kept)
