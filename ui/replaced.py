"""Leads the adviser on when another program replaced the journal's file, as one that keeps folders alike can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.faults import sentence
from ui.navigation import Action, MessageKind
from vpjournal.errors import JournalReplaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.frame import Frame
    from ui.operations import Operations
    from ui.pages.replaced_page import ReplacedPage
    from ui.window import Window
    from vpjournal.errors import JournalError


class Replaced(QObject):
    """Puts the way to what can be done beside what is said of it; silent again once saving works."""

    def __init__(self, operations: Operations, window: Window, *, lock: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._window = window
        self._lock = lock
        self._frame: Frame | None = None
        self._page: ReplacedPage | None = None
        self._told = False
        operations.refused.connect(self._on_operations_refused)
        operations.changed.connect(self._on_operations_changed)

    def dress(self, frame: Frame) -> None:
        """Say it in this frame from now on."""
        self._frame = frame
        self._told = False

    def _on_operations_refused(self, error: JournalError) -> None:
        frame = self._frame
        if not isinstance(error, JournalReplaced) or frame is None or not isValid(frame):
            return
        words = sentence(frame.context.texts, error)
        # Once by itself, and whenever a page says it again, because somebody waits for saving.
        if not self._told or frame.message == words:
            self._told = True
            action = Action(frame.context.texts("Wat kan ik doen?"), self._show_page)
            frame.context.message(words, kind=MessageKind.FAILED, action=action)

    def _on_operations_changed(self) -> None:
        self._told = False

    def _show_page(self) -> None:
        from ui.pages.replaced_page import ReplacedPage  # noqa: PLC0415 - hardly ever needed

        frame = self._frame
        if frame is None or not isValid(frame):
            return
        # The message goes with its link, and is wanted again by whoever comes back.
        self._told = False
        self._page = page = ReplacedPage(theme=frame.context.theme, texts=frame.context.texts)
        page.back_requested.connect(self._window.uncover)
        page.lock_requested.connect(self._lock)
        page.copy_requested.connect(self._on_page_copy_requested)
        self._window.cover(page)

    def _on_page_copy_requested(self) -> None:
        self._operations.run(
            lambda journal: journal.conflict_copy.keep(), done=self._on_copied, failed=self._on_copy_failed
        )

    def _on_copied(self, path: Path) -> None:
        if self._page is not None and isValid(self._page):
            self._page.say_copied(path)

    def _on_copy_failed(self, error: JournalError) -> None:
        if self._page is not None and isValid(self._page):
            self._page.say_not_copied(error)
