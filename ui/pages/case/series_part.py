"""A form whose record is made anew when things change: the newest is edited, earlier ones stay readable below."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.case.form_part import FormPart
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.labels import Heading
from ui.widgets.layouts import clear, flow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Home
    from vpjournal.domain.views import Spot
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

R = TypeVar("R")
D = TypeVar("D")


@dataclass(slots=True)
class _Edited:
    """The record that the form edits; one without a number is recorded at the first save, on the journal thread."""

    id: int | None = None


class SeriesPart(FormPart[tuple[R, ...], D], Generic[R, D]):
    """Edits the newest record ``R`` through its draft ``D``. A subclass says how one is added, changed and shown."""

    def _build_foot(self, *, again: str, earlier: str) -> None:
        """Put below the fields a button that begins a new record, and the earlier ones under a heading."""
        self._edited = _Edited()
        self._earlier_words = earlier
        self._again = button(again, theme=self.theme, on_click=self._on_again_clicked)
        self._again.setObjectName("againButton")
        foot = QWidget()
        foot.setLayout(flow(self._again))
        self._earlier = QWidget()
        self._earlier_column = QVBoxLayout(self._earlier)
        self._earlier_column.setContentsMargins(0, 0, 0, 0)
        self._add(foot, self._earlier)

    @abstractmethod
    def _is_current(self, record: R) -> bool:
        """Tell whether this record may be the one that the form edits; the newest such record is."""

    @abstractmethod
    def _id_and_draft(self, record: R) -> tuple[int, D]:
        """Take a record apart."""

    @abstractmethod
    def _show_draft(self, draft: D | None) -> None:
        """Show a draft in the fields, or empty ones."""

    @abstractmethod
    def _earlier_row(self, record: R) -> QWidget:
        """Return an earlier record to read."""

    @abstractmethod
    def _insert(self, journal: Journal, draft: D) -> Changes:
        """Record a new one; runs on the journal thread."""

    @abstractmethod
    def _update(self, journal: Journal, record: int, draft: D) -> Changes:
        """Replace the one that is edited; runs on the journal thread."""

    def _home(self) -> Home:
        return replace(super()._home(), record=self._edited.id)

    def _nothing(self) -> tuple[R, ...]:
        return ()

    def _fill(self, read: tuple[R, ...]) -> None:
        current = next((record for record in read if self._is_current(record)), None)
        number, draft = self._id_and_draft(current) if current is not None else (None, None)
        self._edited = _Edited(number)
        self._show_draft(draft)
        self._again.setVisible(current is not None)
        self._show_earlier([record for record in read if record is not current])

    def _show_found(self, record: int, spot: Spot) -> None:
        if record == self._edited.id:
            super()._show_found(record, spot)
        else:
            self.page.bring_into_sight(self._earlier)

    def _show_earlier(self, records: Sequence[R]) -> None:
        clear(self._earlier_column)
        if records:
            self._earlier_column.addWidget(Heading(self._earlier_words, theme=self.theme, role=Role.GROUP))
        for record in records:
            self._earlier_column.addWidget(self._earlier_row(record))

    def _saver(self) -> Callable[[Journal, D], Changes]:
        edited = self._edited
        return lambda journal, draft: self._save_into(edited, journal, draft)

    def _save(self, journal: Journal, draft: D) -> Changes:
        return self._save_into(self._edited, journal, draft)

    def _save_into(self, edited: _Edited, journal: Journal, draft: D) -> Changes:
        if edited.id is not None:
            return self._update(journal, edited.id, draft)
        changes = self._insert(journal, draft)
        # Saves follow each other on one thread, so the next one already changes this record.
        edited.id = changes.new
        return changes

    def _on_autosave_saved(self) -> None:
        self._again.setVisible(self._edited.id is not None)

    def _on_again_clicked(self) -> None:
        # Until the record before is safe and read, nothing can be typed that would be in the way of either.
        self.page.setEnabled(False)
        self.flush(lambda saved: self._begin_anew() if saved else self.page.setEnabled(True))

    def _begin_anew(self) -> None:
        self.context.page.operations.run(self._read, done=self._on_read_before_anew, failed=self._on_anew_failed)

    def _on_read_before_anew(self, records: tuple[R, ...]) -> None:
        self._edited = _Edited()
        self._show_draft(None)
        self._again.hide()
        self._show_earlier(records)
        self.page.setEnabled(True)
        self.page.verticalScrollBar().setValue(0)
        self._first.setFocus()

    def _on_anew_failed(self, error: JournalError) -> None:
        self.page.setEnabled(True)
        self._tell(error)
