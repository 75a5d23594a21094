"""A visit to the example: the banner above the frame, and the two ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.dialogs.ask import Question
from ui.faults import sentence
from ui.pages.example_page import ExamplePage
from ui.widgets.example_banner import ExampleBanner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.dialogs.ask import Asker
    from ui.example import ExampleDoor
    from ui.pages.front import FrontContext
    from ui.window import Window
    from vpjournal.errors import JournalError


class ExampleVisit(QObject):
    """Makes banners, and removes the example when asked to; ``leave`` ends this process at the own journal.

    ``door`` is missing when a demonstration was opened with a passphrase: that one is nobody's to remove from here.
    """

    close_requested = Signal()
    """The adviser has seen enough."""
    ended = Signal()
    """The journal is closed and its pages are going."""

    def __init__(
        self,
        window: Window,
        door: ExampleDoor | None,
        *,
        make_context: Callable[[], FrontContext],
        leave: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._door = door
        self._make_context = make_context
        self._leave = leave

    def own_folder(self, opened: Path, *, remembered: Path | None) -> Path:
        """Return where the adviser's own journal lies, also when a demonstration was opened in its place."""
        if self._door is not None:
            return opened
        from ui.door import default_folder  # noqa: PLC0415 - seldom needed

        return remembered or default_folder()

    def banner(self, asker: Asker) -> ExampleBanner:
        """Return a banner for a new frame."""
        context = self._make_context()
        banner = ExampleBanner(theme=context.theme, texts=context.texts, removable=self._door is not None)
        banner.close_requested.connect(self.close_requested)
        banner.remove_requested.connect(lambda: self._ask_to_remove(asker))
        return banner

    def _ask_to_remove(self, asker: Asker) -> None:
        texts = self._make_context().texts
        question = Question(
            words=texts("Het voorbeeld verwijderen?"),
            detail=texts(
                "Alles wat u in het voorbeeld hebt opgeschreven, verdwijnt ook. Uw eigen journaal blijft zoals het is. "
                "U kunt het voorbeeld later opnieuw laten maken."
            ),
            accept=texts("Voorbeeld verwijderen"),
            decline=texts("Niet verwijderen"),
            destroys=True,
        )
        asker.ask(question, on_accept=self._remove)

    def _remove(self) -> None:
        """Close without saving what goes anyway, then remove."""
        operations = self._make_context().operations
        self._window.blank()
        operations.interrupt()
        self.ended.emit()
        operations.close(done=self._on_closed, failed=self._on_closed)

    def _on_closed(self, _outcome: JournalError | None) -> None:
        if self._door is not None:
            operations = self._make_context().operations
            operations.compute(self._door.remove, done=lambda _nothing: self._leave(), failed=self._on_remove_failed)

    def _on_remove_failed(self, error: JournalError) -> None:
        context = self._make_context()
        if self._door is None:
            return
        page = ExamplePage(context, self._door)
        page.left.connect(self._leave)
        page.show_fault(sentence(context.texts, error))
        self._window.show_content(page)
        self._window.uncover()
