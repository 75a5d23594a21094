"""Looks the open journal over while nobody types: every page once, tables and indexes once a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from ui.hands import Hands
    from ui.operations import Operations
    from vpjournal.domain.damage import Damage
    from vpjournal.errors import JournalError
    from vpjournal.journal.health import Check

LOOK_EVERY_MS = 5_000
PAGES_AFTER = 4.0
"""Seconds without a key after which the pages are looked at: 4 ms for each megabyte, and nothing waits for it."""
STRUCTURE_AFTER = 60.0
"""The same for tables and indexes: 20 ms for each megabyte, and whatever is to be written stops it."""


class Checks(QObject):
    """Runs one check at a time beside the journal thread, and makes sure of what it finds there."""

    found = Signal(object)
    """There is ``Damage``, or there was and it is healed."""

    def __init__(self, operations: Operations, hands: Hands, *, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._hands = hands
        self._looked_at_pages = False
        self._thorough_done = False
        self._under_way = False
        self.damage: Damage | None = None
        """What was found and could not be healed."""
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Begin what is due, if this is a moment for it."""
        if self._under_way or not self._operations.is_open or self._operations.is_busy or self.damage is not None:
            return
        if not self._looked_at_pages:
            self._begin(thorough=False, after=PAGES_AFTER)
        elif not self._thorough_done:
            self._begin(thorough=True, after=STRUCTURE_AFTER)

    def _begin(self, *, thorough: bool, after: float) -> None:
        if self._hands.idle < after:
            return
        self._under_way = True
        self._operations.run(
            lambda journal: (
                journal.health.check(thorough=thorough) if not thorough or journal.health.is_thorough_due() else None
            ),
            done=self._on_prepared,
            failed=self._on_stopped,
        )

    def _on_prepared(self, check: Check | None) -> None:
        if check is None:
            self._thorough_done, self._under_way = True, False
            return
        self._operations.compute(
            check.run, done=lambda found: self._on_checked(check, found=found), failed=self._on_stopped, initiator=self
        )

    def _on_checked(self, check: Check, *, found: bool) -> None:
        self._looked_at_pages = True
        self._thorough_done = self._thorough_done or check.thorough
        self._under_way = False
        if not self._operations.is_open:
            return
        if found:
            self._under_way = True
            self._operations.run(
                lambda journal: journal.health.make_sure(), done=self._on_sure, failed=self._on_stopped
            )
        elif check.thorough:
            self._operations.run(lambda journal: journal.health.passed(), failed=self._on_stopped)

    def _on_sure(self, damage: Damage | None) -> None:
        self._under_way = False
        if damage is not None:
            self.damage = None if damage.healed else damage
            self.found.emit(damage)

    def _on_stopped(self, _error: JournalError) -> None:
        """Try again later: something was to be written, or the disk is away, which others tell."""
        self._under_way = False
