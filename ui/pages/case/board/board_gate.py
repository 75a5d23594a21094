"""Leads through the points on a paper of the board: looked at anew after each decision, until the paper may be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.recognising.points_looker import Looker
from vpjournal.domain.changes import Area

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.case.board.points_page import PointsPage
    from ui.pages.case.part import PartContext
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.gate import Accepted, Looked, Reason, Same
    from vpjournal.domain.register import PaperOrder
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_AREAS = (Area.ACCEPTED, Area.IDENTIFIERS, Area.ORGANISATIONS, Area.BOARD)


class BoardGate(QObject):
    """Holds what was seen on the paper as it is wanted now."""

    def __init__(
        self,
        page: PointsPage,
        *,
        context: PartContext,
        work: Callable[[], Callable[[Journal], PaperOrder]],
        with_said: Callable[[], bool],
        failed: Callable[[JournalError], None],
    ) -> None:
        super().__init__(page)
        self._page, self._context, self._work, self._with_said, self._failed = page, context, work, with_said, failed
        self._looked: Looked | None = None
        self._looker = Looker(operations=context.page.operations, failed=failed, parent=self)
        self._looker.looked.connect(self._on_looked)
        page.points.replaced.connect(self._on_replaced)
        page.points.left.connect(self._on_left)
        page.points.taken_back.connect(self._on_taken_back)
        page.points.not_a_name.connect(self._on_not_a_name)
        context.page.operations.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look at the paper as it is wanted now, the keyboard going to what there is to do."""
        self._looked = None
        self.look()

    def look(self) -> None:
        """Look at the paper as it is wanted now."""
        self._looker.look_at_paper(self._work())

    def _on_looked(self, looked: Looked | None) -> None:
        if looked is not None:
            first = self._looked is None
            self._looked = looked
            self._page.show_looked(looked, with_said=self._with_said())
            if first or not looked.open:
                self._page.focus_first()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._page.isVisible() and changes.touches(*_AREAS):
            self.look()

    def _on_replaced(self, same: Same, words: str) -> None:
        self._decide(lambda journal, looked: journal.board.say_instead(looked.gate.case, same.find, words))

    def _on_left(self, same: Same, reason: Reason, words: str) -> None:
        self._decide(lambda journal, looked: journal.gate.accept(same.first, looked.gate, reason, words))

    def _on_taken_back(self, accepted: Accepted) -> None:
        self._decide(lambda journal, _looked: journal.gate.take_back(accepted.id))

    def _on_not_a_name(self, same: Same) -> None:
        self._decide(lambda journal, looked: journal.identifiers.say_not_a_name(same.find.text, looked.gate.case))

    def _decide(self, work: Callable[[Journal, Looked], Changes]) -> None:
        looked = self._looked
        if looked is not None:
            self._context.page.operations.run(
                lambda journal: work(journal, looked), failed=self._failed, initiator=self._page
            )
