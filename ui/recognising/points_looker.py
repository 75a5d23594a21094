"""Looks at what would leave, off the thread of the windows; only the answer to the last question is handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operations import Operations
    from vpjournal.domain.gate import Gate, Looked
    from vpjournal.domain.register import PaperOrder
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class Looker(QObject):
    """First asks the journal what there is to look at, then looks on the computing thread."""

    looked = Signal(object)
    """What was seen: a ``Looked``, or ``None`` where nobody's words are on a paper."""

    def __init__(self, *, operations: Operations, failed: Callable[[JournalError], None], parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._failed = failed
        self._turn: object = None

    def look_at_text(self, ask: Callable[[Journal], Gate]) -> None:
        """Look at the texts of a gate."""
        self._begin(ask, _look_at_text)

    def look_at_paper(self, ask: Callable[[Journal], PaperOrder]) -> None:
        """Look at a paper: at its texts, and once those are decided, at what can be read from the finished file."""
        self._begin(ask, _look_at_paper)

    def stop(self) -> None:
        """Let no answer come any more."""
        self._turn = None

    def _begin(self, ask: Callable[[Journal], Any], look: Callable[[Any], Looked | None]) -> None:
        turn = self._turn = object()
        self._operations.run(
            ask, done=lambda asked: self._on_asked(turn, asked, look), failed=self._on_failed, initiator=self
        )

    def _on_asked(self, turn: object, asked: object, look: Callable[[Any], Looked | None]) -> None:
        if turn is self._turn:
            self._operations.compute(
                lambda: look(asked),
                done=lambda looked: self._on_looked(turn, looked),
                failed=self._on_failed,
                initiator=self,
            )

    def _on_looked(self, turn: object, looked: Looked | None) -> None:
        if turn is self._turn:
            self.looked.emit(looked)

    def _on_failed(self, error: JournalError) -> None:
        self._turn = None
        self._failed(error)


# What finds, and what makes papers, is imported when something is looked at, on the thread that does it.


def _look_at_text(gate: Gate) -> Looked:
    from vpjournal.journal.gate import look  # noqa: PLC0415 - see above

    return look(gate)


def _look_at_paper(order: PaperOrder) -> Looked | None:
    from vpjournal.journal.papers import look  # noqa: PLC0415 - see above

    return look(order)
