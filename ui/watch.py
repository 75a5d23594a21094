"""Looks after the open journal without being asked, and says above the pages what the adviser should know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.widgets.question_bar import QuestionBar
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.operations import Operations
    from vpjournal.domain.language import Texts
    from vpjournal.domain.older_state import OlderState
    from vpjournal.errors import JournalError

COUNT_AFTER_MS = 1_500
"""How long after unlocking the journal counts that it was opened: once the first page is there."""


class Watch(QObject):
    """Keeps what was found, and says it in each frame that is shown."""

    def __init__(self, operations: Operations, *, older: OlderState | None, parent: QObject) -> None:
        """Begin with a journal that was opened just now; ``older`` is what its witness said."""
        super().__init__(parent)
        self._operations = operations
        self._older = older
        self._bar: QuestionBar | None = None
        QTimer.singleShot(COUNT_AFTER_MS, self, self._count)

    def dress(self, frame: Frame) -> None:
        """Say in a new frame what there is to say."""
        self._bar = None
        if self._older is not None:
            self._show_older(frame, self._older)

    def _count(self) -> None:
        if self._operations.is_open:
            self._operations.run(lambda journal: journal.witness.begin(), failed=_leave_it)

    def _show_older(self, frame: Frame, older: OlderState) -> None:
        context = frame.context
        self._bar = bar = QuestionBar(theme=context.theme)
        bar.setObjectName("olderStateBar")
        bar.setProperty("kind", "look")
        frame.set_banner(bar)
        texts = context.texts
        bar.ask(
            older_words(texts, older),
            [("olderStateAcceptButton", texts("Dit klopt"), self._on_accept_clicked)],
        )

    def _on_accept_clicked(self) -> None:
        self._operations.run(lambda journal: journal.witness.accept(), done=self._on_accepted, failed=_leave_it)

    def _on_accepted(self, _nothing: None) -> None:
        self._older = None
        if self._bar is not None:
            self._bar.hide()


def older_words(texts: Texts, older: OlderState) -> str:
    """Return what is said of a journal that is older than the one that was open here last."""
    now = today()
    here = texts("een onbekende dag") if older.day is None else texts.day(older.day, today=now)
    return texts(
        "Dit journaal is ouder dan het journaal dat hier het laatst open was. Dat was van {seen_day} (teller "
        "{seen_count}); dit is van {day} (teller {count}). Hebt u zelf een oudere kopie teruggezet, dan klopt dat.",
        seen_day=texts.day(older.seen_day, today=now),
        seen_count=texts.number(older.seen_count),
        day=here,
        count=texts.number(older.count),
    )


def _leave_it(_error: JournalError) -> None:
    """Let it be: it is told again at the next unlocking."""
