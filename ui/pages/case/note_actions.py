"""What is done with a contact and its note as a whole: recorded, finished, left out, removed, and all of it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.faults import sentence
from ui.navigation import Action, MessageKind
from vpjournal.domain.changes import Changes
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.views import BinKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.case.part import PartContext
    from vpjournal.domain.case import Phase
    from vpjournal.domain.ids import ContactId
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class NoteActions(QObject):
    """Runs one use case for each, in the name of the part that owns it."""

    contact_wanted = Signal(object)
    """This ``ContactId`` was recorded, or taken back, and is the one to look at."""
    removed = Signal(object)
    failed = Signal()
    """Something did not work, and was told."""

    def __init__(self, context: PartContext, phase: Phase, part: QObject) -> None:
        super().__init__(part)
        self._context = context
        self._phase = phase
        self._part = part
        self._t = context.page.texts

    def add_contact(self) -> None:
        """Record a contact today; its day and kind can be changed afterwards."""
        draft = ContactDraft(self._phase, CoarseDay.exactly(today()))
        self._run(
            lambda journal: journal.contacts.add(self._context.case, draft),
            lambda changes: self.contact_wanted.emit(changes.new),
        )

    def change(self, contact: ContactId, draft: ContactDraft, minutes: int | None) -> None:
        """Say when and how a contact was, and how long it took."""

        def work(journal: Journal) -> Changes:
            changes = journal.contacts.change(contact, draft)
            return Changes(changes.areas | journal.contacts.set_minutes(contact, minutes).areas, changes.cases)

        self._run(work)

    def finish(self, contact: ContactId, *, left: int = 0) -> None:
        """Finish a note in which so many points are left, and offer to open it again."""
        self._run(lambda journal: journal.notes.finish(contact), lambda _: self._tell_finished(contact, left))

    def reopen(self, contact: ContactId) -> None:
        """Let a finished note be written to again."""
        self._run(lambda journal: journal.notes.reopen(contact))

    def leave_out(self, contact: ContactId) -> None:
        """Say that there is deliberately no note."""
        self._run(lambda journal: journal.contacts.leave_note_out(contact))

    def take_back(self, contact: ContactId) -> None:
        """Let there be a note after all."""
        self._run(lambda journal: journal.contacts.take_back(contact))

    def tell_point(self, point: str, *, told: bool) -> None:
        """Record that a point was told, or was not after all."""
        self._run(lambda journal: journal.points.tell(self._context.case, point, told=told))

    def remove(self, contact: ContactId) -> None:
        """Put a contact and its note into the bin, and offer to take it back."""
        self._run(lambda journal: journal.contacts.remove(contact), lambda _: self._on_removed(contact))

    def tell(self, error: JournalError) -> None:
        """Say what went wrong above the page."""
        self._context.page.message(sentence(self._t, error), kind=MessageKind.FAILED)
        self.failed.emit()

    def look(self, words: str) -> None:
        """Ask to look at something."""
        self._context.page.message(words, kind=MessageKind.LOOK)

    def _on_removed(self, contact: ContactId) -> None:
        self.removed.emit(contact)
        undo = Action(self._t("Ongedaan maken"), lambda: self._restore(contact))
        self._context.page.message(self._t("Verwijderd"), action=undo)

    def _restore(self, contact: ContactId) -> None:
        self._run(
            lambda journal: journal.bin.restore(BinKind.CONTACT, contact), lambda _: self.contact_wanted.emit(contact)
        )

    def _tell_finished(self, contact: ContactId, left: int) -> None:
        reopen = Action(self._t("Weer openen"), lambda: self.reopen(contact))
        words = self._t("Aantekening afgerond. De eerdere versies zijn gewist.")
        if left:
            more = self._t.plural(
                "Er staat nog {n} punt open bij Herkenbaarheid. U kunt er ook later naar kijken.",
                "Er staan nog {n} punten open bij Herkenbaarheid. U kunt er ook later naar kijken.",
                left,
            )
            words = f"{words} {more}"
        self._context.page.message(words, action=reopen)

    def _run(self, work: Callable[[Journal], Changes], done: Callable[[Changes], None] | None = None) -> None:
        self._context.page.operations.run(work, done=done, failed=self.tell, initiator=self._part)
