"""Looks after texts that cannot be saved: those of the last time, and those typed while another file lies there.

Says after unlocking what became of the first, and tries again what is still sealed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from ui.navigation import Action, MessageKind, Page, Place
from ui.replaced import Replaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.frame import Frame
    from ui.operations import Operations
    from ui.window import Window
    from vpjournal.domain.language import Texts
    from vpjournal.domain.unsaved import TakenIn
    from vpjournal.journal.facade import Journal

AGAIN_AFTER_MS = 60_000
"""How long after a sealed text could not be saved this is tried again."""


class Shown(Protocol):
    """What it takes to say something in the open journal."""

    window: Window

    @property
    def frame(self) -> Frame | None:
        """The open journal, if it is shown."""

    @property
    def texts(self) -> Texts:
        """The present language."""


class TakingIn(QObject):
    """Takes sealed texts in, as often as it takes, and says what there is to say of them in each frame."""

    def __init__(self, operations: Operations, shown: Shown, *, lock: Callable[[], None], parent: QObject) -> None:
        """``lock`` is the way on when another program replaced the journal."""
        super().__init__(parent)
        self._replaced = Replaced(operations, shown.window, lock=lock, parent=self)
        self._operations = operations
        self._shown = shown
        self._untold: TakenIn | None = None
        self._fault_told = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_AFTER_MS)
        self._again.timeout.connect(self.begin)

    def begin(self) -> None:
        """Take in what there is, unless the journal is damaged and only looked at."""
        texts = self._shown.texts

        def take_in(journal: Journal) -> TakenIn | None:
            return journal.drafts.take_in(texts) if journal.damage is None else None

        if self._operations.is_open:
            self._operations.run(take_in, done=self._on_taken, failed=lambda _error: None)

    def dress(self, frame: Frame) -> None:
        """Say in a new frame what there is to say, once its page is on its way."""
        self._replaced.dress(frame)
        QTimer.singleShot(0, self, self.tell)

    def tell(self) -> None:
        """Say in the open journal what became of them, as soon as there is something to say and the page is there."""
        taken, frame = self._untold, self._shown.frame
        if taken is None or frame is None:
            return
        if self._operations.is_busy:
            # A case that comes to the front takes away what was said of another one.
            self._operations.idle.connect(self.tell, Qt.ConnectionType.SingleShotConnection)
            return
        self._untold = None
        t, context = self._shown.texts, frame.context
        action = taken_action(t, taken, context.navigate)
        context.message(taken_words(t, taken), kind=taken_kind(taken), action=action)

    def _on_taken(self, taken: TakenIn | None) -> None:
        if taken is None:
            return
        if taken.fault is not None:
            self._again.start()
        news = taken.saved or taken.as_notes or taken.waiting or (taken.fault and not self._fault_told)
        self._fault_told = taken.fault is not None
        if news:
            self._untold = taken
            self.tell()


def taken_words(t: Texts, taken: TakenIn) -> str:
    """Say what became of sealed texts, in a sentence for each."""
    parts = []
    if taken.saved:
        parts.append(
            t.plural(
                "Een tekst die eerder niet kon worden opgeslagen, staat nu op zijn plek.",
                "{n} teksten die eerder niet konden worden opgeslagen, staan nu op hun plek.",
                len(taken.saved),
            )
        )
    if taken.as_notes:
        parts.append(
            t.plural(
                "Een tekst kon niet terug: daar staat nu iets anders. Hij staat als extra aantekening bij de casus.",
                "{n} teksten konden niet terug: daar staat nu iets anders. Ze staan als extra aantekening bij de "
                "casus.",
                len(taken.as_notes),
            )
        )
    if taken.waiting:
        parts.append(
            t.plural(
                "Er ligt nog een tekst waarvoor geen plek meer is.",
                "Er liggen nog {n} teksten waarvoor geen plek meer is.",
                taken.waiting,
            )
        )
    if taken.fault is not None:
        parts.append(
            t("Een tekst van de vorige keer kan nog niet worden opgeslagen. Hij is bewaard en komt er vanzelf bij.")
        )
    return " ".join(parts)


def taken_kind(taken: TakenIn) -> MessageKind:
    """Tell whether the adviser has to look at something."""
    return MessageKind.DONE if taken.saved and not (taken.as_notes or taken.waiting) else MessageKind.LOOK


def taken_action(t: Texts, taken: TakenIn, navigate: Callable[[Place], None]) -> Action | None:
    """Return the way to what the adviser has to look at."""
    if taken.waiting:
        return Action(t("Bekijken"), lambda: navigate(Place(Page.WAITING_TEXTS)))
    cases = {home.case for home in taken.as_notes}
    if len(cases) == 1:
        (case,) = cases
        return Action(t("Naar de casus"), lambda: navigate(Place(Page.CASE, case)))
    return None
