"""Takes away what was typed to open a journal and not used: it may be readable, and no lock comes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

FORGET_AFTER_MS = 5 * 60_000
"""How long it stays after the last key."""


def forget_when_unused(owner: QWidget, forget: Callable[[], None], *edited: SignalInstance) -> None:
    """Call ``forget`` a while after the last of these signals, as long as the ``owner`` is there."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(FORGET_AFTER_MS)
    timer.timeout.connect(forget)
    for each in edited:
        each.connect(timer.start)
    timer.start()
