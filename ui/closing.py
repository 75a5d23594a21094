"""One closing of the window: all is saved or sealed, or asked about; a backup that is due is made; it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.dialogs.ask import Question
from ui.platform.clipboard import clear_ours

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.dialogs.ask import Asker
    from ui.locking import Lockable
    from ui.operations import Operations
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError


class Closing(QObject):
    """Closes the journal, unless the adviser would rather go back."""

    closed = Signal()
    declined = Signal()

    def __init__(
        self,
        *,
        asker: Asker,
        texts: Texts,
        operations: Operations,
        parent: QObject,
        first: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._asker = asker
        self._t = texts
        self._operations = operations
        self._first = first
        self._abandoned = False

    def close(self, shown: Lockable | None, *, sheet_is_at_risk: bool) -> None:
        """Begin with saving what is ``shown``, if a journal is open; its recovery sheet may stand on the screen."""
        if sheet_is_at_risk:
            self._ask(
                words=self._t("Uw herstelblad staat nog niet op papier"),
                detail=self._t(
                    "De code is na het sluiten niet meer op te vragen. "
                    "Bij Instellingen kunt u later een nieuw blad maken."
                ),
                accept=self._t("Sluiten zonder herstelblad"),
                decline=self._t("Terug naar het blad"),
            )
        elif shown is not None:
            shown.flush(lambda saved: self._on_flushed(shown, saved=saved))
        else:
            self._close()

    def _on_flushed(self, shown: Lockable, *, saved: bool) -> None:
        texts = () if saved else shown.unsaved()
        if saved:
            self._begin_last()
        elif texts:
            # What could not be saved is no part of a backup either.
            self._operations.seal(texts, done=lambda _names: self._close(), failed=self._on_seal_failed)
        else:
            self._on_seal_failed()

    def _on_seal_failed(self, _error: JournalError | None = None) -> None:
        self._ask(
            words=self._t("Uw laatste tekst is nog niet opgeslagen"),
            detail=self._t("Opslaan lukte niet. Sluit u toch, dan gaat die tekst verloren."),
            accept=self._t("Sluiten zonder die tekst"),
            decline=self._t("Terug naar mijn tekst"),
        )

    def abandon(self) -> None:
        """Leave the end to somebody else: the journal is being locked."""
        self._abandoned = True

    def _begin_last(self) -> None:
        """Do what comes first once all is saved, and close after it."""
        if self._first is None:
            self._close()
        else:
            self._first(self._close)

    def _ask(self, *, words: str, detail: str, accept: str, decline: str) -> None:
        question = Question(words=words, detail=detail, accept=accept, decline=decline, destroys=True)
        self._asker.ask(question, on_accept=self._close, on_decline=self.declined.emit)

    def _close(self) -> None:
        if self._abandoned:
            return
        # Qt would leave it with the system or with a keeper of histories, and nobody would take it off any more.
        clear_ours()
        self._operations.interrupt()
        if self._operations.is_open:
            # Only a lock comes back to its place; a place that is not forgotten does no harm.
            self._operations.run(lambda journal: journal.place.save(""), failed=lambda _error: None)
        self._operations.close(done=self._on_closed, failed=self._on_closed)

    def _on_closed(self, _outcome: JournalError | None) -> None:
        self.closed.emit()
