"""Says after unlocking what became of texts that could not be saved before, and tries again what is still sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from ui.navigation import Action, MessageKind, Page, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.frame import Frame
    from ui.operations import Operations
    from vpjournal.domain.language import Texts
    from vpjournal.domain.unsaved import TakenIn

AGAIN_AFTER_MS = 60_000
"""How long after a sealed text could not be saved this is tried again."""


class Shown(Protocol):
    """What it takes to say something in the open journal."""

    @property
    def frame(self) -> Frame | None:
        """The open journal, if it is shown."""

    @property
    def texts(self) -> Texts:
        """The present language."""


class TakingIn(QObject):
    """Takes sealed texts in, as often as it takes."""

    def __init__(self, operations: Operations, shown: Shown, *, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._shown = shown
        self._untold: TakenIn | None = None
        self._fault_told = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_AFTER_MS)
        self._again.timeout.connect(self.begin)

    def begin(self) -> None:
        """Take in what there is."""
        texts = self._shown.texts
        if self._operations.is_open:
            self._operations.run(
                lambda journal: journal.drafts.take_in(texts), done=self._on_taken, failed=lambda _error: None
            )

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

    def _on_taken(self, taken: TakenIn) -> None:
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
