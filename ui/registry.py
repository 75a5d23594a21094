"""Which page and which command answers to which name: the one list of all screens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.navigation import Commands, Factories, Page, PageContext, PageFactory, Place
from ui.widgets.labels import Heading
from ui.widgets.layouts import column
from vpjournal.domain.changes import Changes


class BarePage(QWidget):
    """Stands in for a page that is still being built."""

    def __init__(self, context: PageContext, *, page: Page) -> None:
        super().__init__()
        self._page = page
        self._place = Place(page)
        self.setLayout(column(Heading(page.value, theme=context.theme), None, margins=(56, 44, 56, 44)))

    def open(self, place: Place) -> None:
        """Show this place."""
        self._place = place

    def place(self) -> Place:
        """Say where the adviser is."""
        return self._place

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save nothing."""
        done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation

    def on_changes(self, changes: Changes) -> None:
        """Show nothing else."""

    def help_screen(self) -> str:
        """Name the help text."""
        return self._page.value


def _bare(page: Page) -> PageFactory:
    return lambda context: BarePage(context, page=page)


def factories() -> Factories:
    """Return what makes each page."""
    return {page: _bare(page) for page in Page}


def commands() -> Commands:
    """Return what opens above the page."""
    return {}
