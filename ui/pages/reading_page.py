"""A page on which nothing is typed that has to be kept: it reads when it is opened and when something changed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ui.faults import sentence
from ui.navigation import MessageKind, Page, Place
from ui.widgets.buttons import LINK, button
from vpjournal.domain.changes import Area

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.navigation import PageContext
    from vpjournal.domain.changes import Changes
    from vpjournal.errors import JournalError


class ReadingPage(QWidget):
    """A subclass names its page, says what it follows, builds its widgets and reads."""

    page: Page
    areas: tuple[Area, ...] = tuple(Area)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.t = context.texts
        self.theme = context.theme
        self._build_ui()

    @abstractmethod
    def _build_ui(self) -> None:
        """Lay out the page."""

    @abstractmethod
    def _read(self) -> None:
        """Read what the page shows."""

    def _way_back(self, page: Page, words: str) -> QPushButton:
        """Return the link at the top that leads back to where this page belongs."""
        back = button(words, theme=self.theme, kind=LINK, on_click=lambda: self.context.navigate(Place(page)))
        back.setObjectName(f"to{page.value.capitalize()}Link")
        return back

    def open(self, place: Place) -> None:  # noqa: ARG002 - most of these pages have one place
        """Read what the page shows."""
        self._read()

    def place(self) -> Place:
        """Say where the adviser is."""
        return Place(self.page)

    def flush(self, done: Callable[[bool], None]) -> None:
        """There is nothing to save here."""
        done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation

    def on_changes(self, changes: Changes) -> None:
        """Read again while the page can be seen; it reads anyway when it is opened."""
        if self.isVisible() and changes.touches(*self.areas):
            self._read()

    def help_screen(self) -> str:
        """Name the help text."""
        return self.page.value

    def _tell(self, error: JournalError) -> None:
        self.context.message(sentence(self.t, error), kind=MessageKind.FAILED)
