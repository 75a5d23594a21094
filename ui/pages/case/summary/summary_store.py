"""The summaries of a case as the part works with them: which one is open, its draft, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.autosave import Autosave
from ui.pages.case.summary.standing import Said, Standing, said, standing
from ui.pages.case.summary.words import purpose_to_begin_with
from vpjournal.domain.ids import SummaryId
from vpjournal.domain.summary import Recipient, Summary, SummaryDraft
from vpjournal.domain.unsaved import Home, Kind
from vpjournal.domain.views import BinKind
from vpjournal.errors import TextChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operations import Operations
    from vpjournal.domain.case import Phase
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.days import CoarseDay
    from vpjournal.domain.gate import Looked
    from vpjournal.domain.ids import ApprovalId, CaseId
    from vpjournal.domain.language import Language
    from vpjournal.domain.register import HandedOut
    from vpjournal.domain.summary import Given, Piece
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

_Change = tuple[SummaryId, SummaryDraft]


class SummaryStore(QObject):
    """Holds what is on the screen and saves it by itself; what is recorded is recorded of exactly that."""

    loaded = Signal()
    """Another summary is open, or other words stand in it than on the screen; or there is none."""
    changed = Signal()
    """The draft, or how it stands, is not what it was."""

    def __init__(self, *, operations: Operations, failed: Callable[[JournalError], None], initiator: QObject) -> None:
        super().__init__(initiator)
        self._operations = operations
        self._failed = failed
        self._initiator = initiator
        self.autosave = Autosave[_Change](
            operations=operations,
            collect=self._collect,
            save=lambda journal, change: journal.summaries.change(*change),
            failed=failed,
            initiator=initiator,
            home=self._home,
            sealable=lambda change: change[1],
        )
        self.forget()

    def forget(self) -> None:
        """Let go of everything that belongs to a case."""
        self.autosave.drop()
        self._case: CaseId | None = None
        self._reading = 0
        self.read_once = False
        self.summaries: tuple[Summary, ...] = ()
        self.current: Summary | None = None
        self.draft = SummaryDraft()
        self._checked: Said | None = None
        self._read: Said | None = None

    @property
    def standing(self) -> Standing:
        """How what is on the screen stands."""
        if self.current is None:
            return Standing()
        return standing(self.current, self.draft, checked=self._checked, read=self._read)

    def standing_of(self, summary: Summary) -> Standing:
        """How any of the summaries stands; the open one as it is on the screen."""
        if self.current is not None and summary.id == self.current.id:
            return self.standing
        now = said(summary.draft)
        was_checked, was_read = now if summary.checked else None, now if summary.read_together else None
        return standing(summary, summary.draft, checked=was_checked, read=was_read)

    def draft_of(self, summary: Summary) -> SummaryDraft:
        """Return the draft of any of the summaries; that of the open one as it is on the screen."""
        return self.draft if self.current is not None and summary.id == self.current.id else summary.draft

    # Reading

    def read(self, case: CaseId, *, goal: SummaryId | None = None, done: Callable[[], None] | None = None) -> None:
        """Read the summaries of a case; ``goal`` is the one to open, else the one that is open stays open."""
        self._case = case
        self._reading += 1
        turn = self._reading

        def take(found: tuple[Summary, ...]) -> None:
            # Only the answer to the last question counts, and none about a case that was left.
            if turn == self._reading and case == self._case:
                self._take(found, goal)
                if done is not None:
                    done()

        def ask() -> None:
            self._run(lambda journal: journal.summaries.list(case), take)

        if goal is None:
            ask()
        else:
            self._when_saved(ask)

    def read_again(self) -> None:
        """Read the summaries of the case that is shown."""
        if self._case is not None:
            self.read(self._case)

    def _take(self, found: tuple[Summary, ...], goal: SummaryId | None) -> None:
        self.read_once, self.summaries = True, found
        open_now = None if self.current is None else self.current.id
        wanted = self._find(goal) or self._find(open_now) or (found[-1] if found else None)
        if wanted is not None and wanted.id == open_now and self.autosave.dirty:
            # What is being typed is newer than what was read.
            self._remember(wanted)
            self.changed.emit()
        else:
            self._open(wanted)

    def _find(self, summary: SummaryId | None) -> Summary | None:
        return next((each for each in self.summaries if each.id == summary), None)

    def _open(self, summary: Summary | None) -> None:
        other = (summary and summary.id) != (self.current and self.current.id)
        if other:
            self.autosave.drop()
        stored = SummaryDraft() if summary is None else summary.draft
        # Spaces that the journal leaves out at the ends are no reason to fill the fields again.
        same = not other and said(stored) == said(self.draft) and stored.why_not_self == self.draft.why_not_self
        if summary is None:
            self.current = self._checked = self._read = None
        else:
            self._remember(summary)
        if not same:
            self.draft = stored
            self.loaded.emit()
        self.changed.emit()

    def _remember(self, summary: Summary) -> None:
        """Keep what was looked over and read last, which an edit and its undoing do not change."""
        stored = said(summary.draft)
        if self.current is None or self.current.id != summary.id:
            self._checked = self._read = None
        self._checked = _latest(self._checked, stored, holds=summary.checked)
        self._read = _latest(self._read, stored, holds=summary.read_together)
        self.current = summary

    def open_summary(self, summary: SummaryId) -> None:
        """Open another summary, once this one is saved."""
        if self._case is not None:
            self.read(self._case, goal=summary)

    # Writing

    def edit(self, draft: SummaryDraft) -> None:
        """Let another draft be what is on the screen."""
        if self.current is not None and draft != self.draft:
            self.draft = draft
            self.autosave.touch()
            self.changed.emit()

    def _collect(self) -> _Change | None:
        return None if self.current is None else (self.current.id, self.draft)

    def _home(self) -> Home | None:
        return None if self.current is None else Home(Kind.SUMMARY, self._case, self.current.id)

    # What is done with a summary

    def add(self, phase: Phase, language: Language, *, done: Callable[[], None]) -> None:
        """Begin a summary, for the reporter."""
        draft = SummaryDraft(purpose=purpose_to_begin_with(Recipient.REPORTER, language), language=language)
        case = self._case
        if case is not None:

            def begin() -> None:
                self._change(lambda journal: journal.summaries.add(case, phase, draft), goes_to_new=True, done=done)

            self._when_saved(begin)

    def remove(self, done: Callable[[SummaryId], None]) -> None:
        """Put the open summary into the bin."""
        if self.current is not None:
            gone = self.current.id

            def remove(_saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush``
                self._change(lambda journal: journal.summaries.remove(gone), done=lambda: done(gone))

            # What was typed a moment ago goes along, and comes back with it.
            self.autosave.flush(remove)

    def restore(self, summary: SummaryId) -> None:
        """Take a summary out of the bin again."""
        self._change(lambda journal: journal.bin.restore(BinKind.SUMMARY, summary), goal=summary)

    def set_checked(self, looked: Looked | None) -> None:
        """Record that the words on the screen were looked over and this was seen, or were not looked over after all."""
        self._record(lambda journal, summary: journal.summaries.set_checked(summary, looked))

    def set_read_together(self, draft: SummaryDraft, done: Callable[[], None]) -> None:
        """Record that the reporter read or heard this draft. Fails with TextChanged if other words are there now."""
        self._record(
            lambda journal, summary: journal.summaries.set_read_together(summary, read=True),
            shown=said(draft),
            done=done,
        )

    def approve(
        self,
        *,
        day: CoarseDay,
        given: Given,
        done: Callable[[], None],
        failed: Callable[[JournalError], None],
    ) -> None:
        """Record that the reporter approved the words on the screen. Fails with TextChanged if others are stored."""

        def work(journal: Journal, summary: SummaryId) -> Changes:
            shown = journal.summaries.get(summary).fingerprint
            return journal.summaries.approve(summary, fingerprint=shown, day=day, given=given)

        self._record(work, done=done, failed=failed)

    def withdraw(self, approval: ApprovalId, done: Callable[[], None]) -> None:
        """Record that the reporter took an approval back."""
        self._change(lambda journal: journal.summaries.withdraw(approval), done=done)

    def read_left(self, approval: ApprovalId, done: Callable[[tuple[HandedOut, ...]], None]) -> None:
        """Read what already left by an approval."""
        case = self._case
        self._run(
            lambda journal: journal.register.of_approval(approval),
            lambda found: done(found) if case == self._case else None,
        )

    def read_pieces(self, done: Callable[[tuple[Piece, ...]], None]) -> None:
        """Read which parts of the case there are to choose."""
        case = self._case
        if case is not None:
            self._run(
                lambda journal: journal.summaries.pieces(case),
                lambda found: done(found) if case == self._case else None,
            )

    def compose(self, chosen: tuple[Piece, ...], done: Callable[[str], None]) -> None:
        """Put chosen parts together, for whom and in which language the draft is."""
        case, draft, summary = self._case, self.draft, self.current
        if case is not None and summary is not None:
            self._run(
                lambda journal: journal.summaries.compose(case, chosen, draft),
                lambda text: done(text) if self.current is not None and self.current.id == summary.id else None,
            )

    def _record(
        self,
        work: Callable[[Journal, SummaryId], Changes],
        *,
        shown: Said | None = None,
        done: Callable[[], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
    ) -> None:
        """Say something of exactly the words that are on the screen at this moment, or were in ``shown``."""
        if self.current is None:
            return
        summary, meant = self.current.id, shown or said(self.draft)

        def exactly(journal: Journal) -> Changes:
            if said(journal.summaries.get(summary).draft) != meant:
                raise TextChanged
            return work(journal, summary)

        self._when_saved(lambda: self._change(exactly, done=done, failed=failed))

    def _change(
        self,
        work: Callable[[Journal], Changes],
        *,
        goal: SummaryId | None = None,
        goes_to_new: bool = False,
        done: Callable[[], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
    ) -> None:
        case = self._case

        def on_done(changes: Changes) -> None:
            if case is not None and case == self._case:
                new = SummaryId(changes.new) if goes_to_new and changes.new is not None else goal
                self.read(case, goal=new, done=done)

        self._run(work, on_done, failed)

    def _run(
        self,
        work: Callable[[Journal], Any],
        done: Callable[[Any], None],
        failed: Callable[[JournalError], None] | None = None,
    ) -> None:
        self._operations.run(work, done=done, failed=failed or self._failed, initiator=self._initiator)

    def _when_saved(self, act: Callable[[], None]) -> None:
        self.autosave.flush(lambda saved: act() if saved else None)


def _latest(known: Said | None, stored: Said, *, holds: bool) -> Said | None:
    if holds:
        return stored
    return None if known == stored else known
