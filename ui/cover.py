"""*Scherm afdekken*: a calm page over everything, gone with one key, and locked after a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.emblem_label import EmblemLabel
from ui.widgets.labels import Body, Heading
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from ui.theme import Theme
    from vpjournal.domain.language import Texts

LOCK_AFTER_MS = 60_000
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


class Cover(QWidget):
    """Covers the window until a key or a click, or until its time is up if it ``locks``."""

    taken_away = Signal()
    timed_out = Signal()

    def __init__(self, *, theme: Theme, texts: Texts, locks: bool = True, lock_after_ms: int = LOCK_AFTER_MS) -> None:
        super().__init__()
        self._t = texts
        self._detail = texts("Druk op een toets om verder te gaan.")
        if locks:
            self._detail = texts("Druk op een toets om verder te gaan. Na een minuut vergrendelt het journaal vanzelf.")
        self.setProperty("panel", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts("Het scherm is afgedekt"))
        self._build_ui(theme)
        if locks:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(self.timed_out)
            timer.start(lock_after_ms)

    def _build_ui(self, theme: Theme) -> None:
        block = column(
            EmblemLabel(theme=theme),
            12,
            Heading(self._t("Het scherm is afgedekt"), theme=theme),
            Body(self._detail, theme=theme, tone="quiet"),
        )
        self.setLayout(row(None, column(None, block, None), None, margins=(32, 32, 32, 32)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _MODIFIERS and not event.isAutoRepeat():
            self.taken_away.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.taken_away.emit()
