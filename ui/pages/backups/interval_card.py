"""*Vanzelf*: how often a backup is made without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.card import Card
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Caption
from vpjournal.domain.backups import Interval

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.backups import BackupState


class IntervalCard(Card):
    """What is chosen applies at once."""

    failed = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.texts("Hoe vaak"), theme=context.theme)
        self._context = context
        t, theme = context.texts, context.theme
        choices = (
            (Interval.DAILY, t("elke dag")),
            (Interval.WEEKLY, t("elke week")),
            (Interval.BY_HAND, t("alleen als ik het zelf doe")),
        )
        self._row = ChoiceRow(choices, theme=theme, name=t("Hoe vaak"))
        self._row.setObjectName("backupIntervalChoice")
        self._row.changed.connect(self._on_changed)
        words = t(
            "VP-journaal maakt ze vanzelf als u even niets typt, en bij het afsluiten. Zit de usb-stick er niet in, "
            "dan gebeurt het zodra die er weer is."
        )
        self.add(self._row, Caption(words, theme=theme))

    def show_state(self, state: BackupState) -> None:
        """Show what was chosen."""
        self._row.set_value(state.interval)

    def _on_changed(self) -> None:
        interval = Interval(str(self._row.value))
        self._context.operations.run(lambda journal: journal.backups.set_interval(interval), failed=self.failed.emit)
