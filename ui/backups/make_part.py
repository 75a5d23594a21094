"""The button that makes a backup, how far it is, and why there is none: the same wherever a backup is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.backups.steps import STEPS
from ui.backups.words import why_not
from ui.navigation import MessageKind
from ui.widgets.busy import Busy
from ui.widgets.buttons import MAIN, button
from ui.widgets.labels import Words
from ui.widgets.layouts import column, flow, holder

if TYPE_CHECKING:
    from pathlib import Path

    from ui.navigation import PageContext
    from vpjournal.errors import JournalError


class MakePart(QWidget):
    """Says ``requested`` when its button is pressed; ``make`` then begins. ``beside`` stands next to the button."""

    requested = Signal()
    made = Signal(object)
    """The ``MadeBackup`` that was asked for here."""

    def __init__(self, context: PageContext, *beside: QPushButton) -> None:
        super().__init__()
        self._context, self._t = context, context.texts
        self._maker = context.backups
        self._asked = False
        self._beside = beside
        theme = context.theme
        self._button = button(
            self._t("Nu een reservekopie maken"), theme=theme, kind=MAIN, on_click=self.requested.emit
        )
        self._button.setObjectName("makeBackupButton")
        self._busy = Busy(theme=theme, texts=self._t, can_cancel=True)
        self._busy.cancelled.connect(self._maker.cancel)
        self._fault = Words(theme=theme, tone="notice")
        self._fault.setObjectName("backupFault")
        self._fault.hide()
        self.setLayout(column(self._fault, self._busy, holder(flow(self._button, *beside)), spacing=12))
        self.setFocusProxy(self._button)
        self._maker.busy_changed.connect(self._on_busy_changed)
        self._maker.progressed.connect(self._on_progressed)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._show_working(on=self._maker.is_busy)

    def make(self, folder: Path) -> None:
        """Make a backup there now."""
        self._say("")
        self._asked = True
        self._maker.make(folder)

    def clear(self) -> None:
        """Forget what was said of an earlier attempt."""
        self._say("")

    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the argument of a signal
        self._show_working(on=busy)

    def _show_working(self, *, on: bool) -> None:
        for each in (self._button, *self._beside):
            each.setEnabled(not on)
        if not on:
            self._busy.stop()
            return
        self._busy.start(self._t("De reservekopie wordt gemaakt en nagekeken. U kunt gewoon doorwerken."))
        self._busy.set_progress(self._maker.step, STEPS)

    def _on_progressed(self, step: int) -> None:
        self._busy.set_progress(step, STEPS)

    def _on_made(self, made: object) -> None:
        if self._asked:
            self._asked = False
            self._context.message(self._t("De reservekopie is gemaakt en nagekeken."), kind=MessageKind.DONE)
            self.made.emit(made)

    def _on_failed(self, error: JournalError) -> None:
        if self._asked:
            self._asked = False
            self._say(why_not(self._t, error))

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self._button.setAccessibleDescription(words)
