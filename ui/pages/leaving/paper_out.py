"""A paper on the screen before it leaves: what it looks like, for whom it is, and the two ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.register import PaperOrder
    from vpjournal.journal.facade import Journal


class PaperOut(QWidget):
    """Put it in a page and give it something to show; it makes, previews, prints and saves."""

    back_requested = Signal()
    """The adviser wants to go back to where this paper was asked for."""
    left = Signal(object)
    """Something of this paper left the program: a ``ui.leaving.Left``."""
    not_made = Signal(object)
    """This paper cannot be made, as its sentence here says: the ``JournalError``."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def show_order(self, work: Callable[[Journal], PaperOrder], *, soon: bool = False) -> None:
        """Ask the journal for a paper and show it; ``soon`` waits for a moment of rest, as while typing a wish.

        ``work`` runs on the journal thread, and again when the paper is refreshed.
        """

    def add_wishes(self, *widgets: QWidget) -> None:
        """Put choices for this paper beside it, above the ways out."""

    def set_back_words(self, words: str) -> None:
        """Say on the link where it leads back to."""
