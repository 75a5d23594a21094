"""The backup that is due when the program is closed: made behind a page that says so, or left out at wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.backups.steps import STEPS
from ui.widgets.busy import Busy
from ui.widgets.buttons import button
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, flow, row

if TYPE_CHECKING:
    from ui.backups.keeper import BackupKeeper
    from ui.theme import Theme
    from ui.window import Window
    from vpjournal.domain.language import Texts


class LastBackup(QObject):
    """Says ``over`` once: when the backup was made, could not be made, is not due, or is not wanted."""

    over = Signal()

    def __init__(self, keeper: BackupKeeper, *, window: Window, theme: Theme, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._maker = keeper.maker
        self._window = window
        self._theme = theme
        self._texts = texts
        self._is_over = False

    def begin(self) -> None:
        """Begin; a backup that is being made already is waited for."""
        if not self._maker.is_busy and not self._keeper.is_due:
            self._end()
            return
        self._maker.made.connect(self._end_with)
        self._maker.failed.connect(self._end_with)
        page = LastBackupPage(theme=self._theme, texts=self._texts, step=self._maker.step)
        self._maker.progressed.connect(page.show_step)
        page.without_requested.connect(self._on_without)
        self._window.cover(page)
        if not self._maker.is_busy:
            self._keeper.make_if_there(self._end)

    def _on_without(self) -> None:
        self._maker.cancel()
        self._end()

    def _end_with(self, _outcome: object) -> None:
        self._end()

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.over.emit()


class LastBackupPage(QWidget):
    """Covers the journal, which is saved and about to be closed."""

    without_requested = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, step: int = 0) -> None:
        super().__init__()
        self.setProperty("panel", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._busy = Busy(theme=theme, texts=texts)
        without = button(texts("Sluiten zonder reservekopie"), theme=theme, on_click=self.without_requested.emit)
        without.setObjectName("closeWithoutBackupButton")
        words = Body(texts("Daarna sluit VP-journaal vanzelf. Alles wat u schreef, is al opgeslagen."), theme=theme)
        heading = Heading(texts("Uw reservekopie wordt nog even gemaakt"), theme=theme)
        block = column(heading, words, 12, self._busy, 12, flow(without))
        self.setLayout(row(None, column(None, block, None), None, margins=(32, 32, 32, 32)))
        self._busy.start(texts("De reservekopie wordt gemaakt en nagekeken."))
        self.show_step(step)
        self.setFocusProxy(without)

    def show_step(self, step: int) -> None:
        """Show how far it is."""
        self._busy.set_progress(step, STEPS)
