"""The paper of an approved summary in the place of the sheet, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.leaving.paper_out import PaperOut
from vpjournal.errors import OpenPoints

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from ui.navigation import PageContext
    from vpjournal.domain.ids import SummaryId
    from vpjournal.errors import JournalError


class WayOut(QObject):
    """Made anew for each summary; what does not pass the gate leads back to its points."""

    points_wanted = Signal()
    left = Signal()
    """The adviser went back to the summary."""

    def __init__(self, stack: QStackedWidget, *, behind: QWidget, page: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._behind, self._page = stack, behind, page
        self._paper: PaperOut | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the paper is in front."""
        return self._paper is not None and self._stack.currentWidget() is self._paper

    def open(self, summary: SummaryId) -> None:
        """Make the paper of a summary and show it."""
        self.close()
        paper = self._paper = PaperOut(self._page)
        paper.setObjectName("summaryPaper")
        paper.set_back_words(self._page.texts("Terug naar de samenvatting"))
        paper.back_requested.connect(self._on_back_requested)
        paper.not_made.connect(self._on_not_made)
        self._stack.addWidget(paper)
        self._stack.setCurrentWidget(paper)
        paper.show_order(lambda journal: journal.papers.summary(summary))
        paper.setFocus()

    def close(self) -> None:
        """Let go of the paper, and show what is behind it."""
        paper, self._paper = self._paper, None
        if paper is not None:
            self._stack.removeWidget(paper)
            paper.hide()
            paper.deleteLater()
            self._stack.setCurrentWidget(self._behind)

    def _on_back_requested(self) -> None:
        self.close()
        self.left.emit()

    def _on_not_made(self, error: JournalError) -> None:
        if isinstance(error, OpenPoints):
            self.close()
            self.points_wanted.emit()
