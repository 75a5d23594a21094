"""Leads through the points of a summary: looked at anew whenever its words change, replaced or left, then the tick."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.pages.case.summary.standing import said
from ui.recognising.points_looker import Looker
from ui.recognising.points_words import replaced_words
from vpjournal.domain.changes import Area
from vpjournal.domain.gate import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operations import Operations
    from ui.pages.case.summary.check_panel import CheckPanel
    from ui.pages.case.summary.standing import Said
    from ui.pages.case.summary.summary_editor import SummaryEditor
    from ui.pages.case.summary.summary_store import SummaryStore
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.gate import Accepted, Looked, Reason, Same
    from vpjournal.domain.ids import SummaryId
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_REST = 500
"""Milliseconds after the last key before the words are looked at again."""
_AREAS = (Area.ACCEPTED, Area.IDENTIFIERS, Area.ORGANISATIONS)


class SummaryGate(QObject):
    """Holds what was seen in exactly the words that are on the sheet, or nothing while those are being looked at."""

    replace_asked = Signal(str, str, object)
    """Replace these words in the whole case, perhaps by those; they are of this ``Kind``."""

    def __init__(
        self,
        *,
        store: SummaryStore,
        editor: SummaryEditor,
        operations: Operations,
        failed: Callable[[JournalError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._editor, self._operations, self._failed = store, editor, operations, failed
        self._panel: CheckPanel | None = None
        self._looked: Looked | None = None
        self._of: tuple[SummaryId, Said] | None = None
        self._looker = Looker(operations=operations, failed=failed, parent=self)
        self._looker.looked.connect(self._on_looked)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        store.changed.connect(self._on_store_changed)

    def open(self, panel: CheckPanel) -> None:
        """Look at the words on the sheet and show what was seen in this panel."""
        if panel is not self._panel:
            self._panel = panel
            panel.checked.connect(self._on_checked)
            panel.points.replaced.connect(self._on_replaced)
            panel.points.everywhere.connect(self._on_everywhere)
            panel.points.left.connect(self._on_left)
            panel.points.taken_back.connect(self._on_taken_back)
            panel.points.not_a_name.connect(self._on_not_a_name)
        self._look()

    def forget(self) -> None:
        """Let go of everything that belongs to a case."""
        self._rest.stop()
        self._looker.stop()
        self._panel = self._looked = self._of = None

    def on_changes(self, changes: Changes) -> None:
        """Look again when something else was decided, or is known of the people and places."""
        if self._in_sight() and changes.touches(*_AREAS, case=None):
            self._look()

    # Looking

    def _in_sight(self) -> bool:
        return self._panel is not None and self._panel.isVisible()

    def _now(self) -> tuple[SummaryId, Said] | None:
        current = self._store.current
        return None if current is None else (current.id, said(self._store.draft))

    def _on_store_changed(self) -> None:
        if self._of is not None and self._of != self._now():
            self._looked = self._of = None
            self._looker.stop()
            if self._panel is not None:
                self._panel.show_waiting()
        if self._in_sight() and self._of is None:
            self._rest.start()

    def _look(self) -> None:
        self._rest.stop()
        current = self._store.current
        if current is None or self._panel is None:
            return
        summary = current.id
        self._looked = None
        self._panel.show_waiting()
        self._store.autosave.flush(lambda saved: self._ask(summary) if saved else None)

    def _ask(self, summary: SummaryId) -> None:
        self._of = self._now()
        self._looker.look_at_text(lambda journal: journal.gate.summary(summary))

    def _on_looked(self, looked: Looked) -> None:
        if self._of == self._now() and self._panel is not None:
            self._looked = looked
            self._panel.show_looked(looked)

    # Deciding

    def _on_checked(self, checked: bool) -> None:  # noqa: FBT001 - the argument of a signal
        if not checked:
            self._store.set_checked(None)
        elif self._looked is not None:
            self._store.set_checked(self._looked)

    def _on_left(self, same: Same, reason: Reason, words: str) -> None:
        if self._looked is not None:
            gate = self._looked.gate
            self._run(lambda journal: journal.gate.accept(same.first, gate, reason, words))

    def _on_taken_back(self, accepted: Accepted) -> None:
        self._run(lambda journal: journal.gate.take_back(accepted.id))

    def _on_not_a_name(self, same: Same) -> None:
        if self._looked is not None:
            case = self._looked.gate.case
            self._run(lambda journal: journal.identifiers.say_not_a_name(same.find.text, case))

    def _on_replaced(self, same: Same, words: str) -> None:
        """Put words in the place of others wherever they stand in this summary, each text as one step."""
        parts = {point.leaving.part for point in same.points}
        draft = self._store.draft
        if Part.TEXT in parts:
            self._editor.change_text(replaced_words(draft.text, same, words))
        if Part.RECIPIENT_WORDS in parts:
            draft = replace(self._store.draft, recipient_words=replaced_words(draft.recipient_words, same, words))
            self._store.edit(draft)
        if Part.PURPOSE in parts:
            self._store.edit(replace(self._store.draft, purpose=replaced_words(draft.purpose, same, words)))
        self._look()

    def _on_everywhere(self, same: Same, words: str) -> None:
        self.replace_asked.emit(same.find.text, words, same.find.kind)

    def _run(self, work: Callable[[Journal], Changes]) -> None:
        self._operations.run(work, done=lambda _changes: self._look(), failed=self._failed, initiator=self)
