"""What is known of a case from its first contact on: the same fields as on that page, saved by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.dialogs.acute_card import open_acute_card
from ui.faults import sentence
from ui.pages.case.case_fields import CaseFields
from ui.pages.case.first_contact_record import FirstContactPicture, FirstContactRecord
from ui.pages.case.form_part import FormPart
from ui.recognising.marked_text import mark_within
from vpjournal.domain.case import CaseDraft
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.contact import FirstContact
from vpjournal.domain.counting import Dimension
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.unsaved import Kind
from vpjournal.errors import JournalError, TextTooLong

if TYPE_CHECKING:
    from vpjournal.journal.facade import Journal


class DetailsPart(FormPart[FirstContactPicture, FirstContact]):
    """The case and its first contact as one form, unfolded."""

    area = Area.CASES
    kind = Kind.CASE
    lasting = True

    def _build_ui(self) -> Iterator[None]:
        self._record: FirstContactRecord | None = None
        self._leaving = False
        self._fields = CaseFields(theme=self.theme, texts=self.t, folded=False)
        self._fields.edited.connect(self._touch)
        self._fields.acute_requested.connect(lambda: open_acute_card(self.context.page, self))
        self._fields.revealed.connect(self.page.bring_into_sight)
        self._fields.code_wanted.connect(self._on_fields_code_wanted)
        self._add(self._heading(self.t("Wat er speelt")), self._fields)
        yield from self._fields.build()
        mark_within(self._fields, self.context.reader, theme=self.theme)
        self._texts += self._fields.searched
        self.page.take_in(self._fields)
        self._add_counting(Dimension.CONTACT_KIND, Dimension.FOUND_VIA)

    def forget(self) -> None:
        """Let go of the record too: what is still being saved belongs to it, and not to the next one."""
        super().forget()
        self._leaving = False
        if self._record is not None:
            self._record.deleteLater()
            self._record = None

    def on_changes(self, changes: Changes) -> None:
        """Offer other organisations too, when there are."""
        super().on_changes(changes)
        if self._loaded and changes.touches(Area.ORGANISATIONS) and not changes.touches(Area.CASES):
            self._load()

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save all, and a word of recognition that is in use already too: what was typed is never lost."""
        if self._fields.asks_about_word:
            self._autosave.touch()
        self._leaving = True

        def finished(saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush`` in ui.navigation
            self._leaving = False
            if saved:
                self._fields.set_word_taken(taken=False)
            done(saved)

        super().flush(finished)

    def _record_in_hand(self) -> FirstContactRecord:
        if self._record is None:
            self._record = FirstContactRecord(self, case=self.context.case)
            self._record.word_taken.connect(self._on_record_word_taken, Qt.ConnectionType.QueuedConnection)
        return self._record

    def _nothing(self) -> FirstContactPicture:
        return FirstContactPicture(FirstContact(CaseDraft(""), None), (), "")

    def _reader(self) -> Callable[[Journal], FirstContactPicture]:
        record, day = self._record_in_hand(), CoarseDay.exactly(today())
        return lambda journal: record.read(journal, day=day)

    def _saver(self) -> Callable[[Journal, FirstContact], Changes]:
        return self._record_in_hand().save

    def _fill(self, read: FirstContactPicture) -> None:
        self._fields.fill(read)

    def _collect(self) -> FirstContact:
        draft = self._fields.collect()
        return replace(draft, same_word=draft.same_word or self._leaving)

    def _tell(self, error: JournalError) -> None:
        if not (isinstance(error, TextTooLong) and self._fields.show_too_long(sentence(self.t, error))):
            super()._tell(error)

    def _on_record_word_taken(self) -> None:
        # It may have been said of the case before, just before that was left.
        if self._record is not None and self._record.word_is_taken:
            self._fields.set_word_taken(taken=True)

    def _on_fields_code_wanted(self) -> None:
        self.context.page.operations.run(
            lambda journal: journal.cases.propose_code(), done=self._on_code_proposed, failed=self._tell
        )

    def _on_code_proposed(self, code: str) -> None:
        self._fields.set_code(code)
        self._touch()
