"""Summaries: composed from parts of the case, written, looked over, read through together, approved, withdrawn."""

from collections.abc import Collection
from dataclasses import replace

from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.gate import Looked
from vpjournal.domain.ids import ApprovalId, CaseId, SummaryId, new_id
from vpjournal.domain.summary import Approval, Given, Piece, Recipient, Summary, SummaryDraft
from vpjournal.domain.text import one_line, several_lines
from vpjournal.domain.views import HitKind
from vpjournal.errors import FieldMissing, Gone, NothingToApprove, OpenPoints, TextChanged
from vpjournal.journal import approved, compose, gate
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import approvals, summaries


class Summaries(Group):
    """Summaries of a case, and what the reporter said of them."""

    def list(self, case: CaseId) -> tuple[Summary, ...]:
        """Return the summaries of a case, in the order in which they were begun."""
        return approved.summaries_of(self._database, summaries.of_case(self._database, case))

    def get(self, summary: SummaryId) -> Summary:
        """Return a summary with its approvals. Raises Gone."""
        return approved.get(self._database, summary)

    def pieces(self, case: CaseId) -> tuple[Piece, ...]:
        """Return the parts of a case that a summary can be composed from: those in which anything stands."""
        return compose.pieces(self._database, case)

    def compose(self, case: CaseId, chosen: Collection[Piece], draft: SummaryDraft) -> str:
        """Return the chosen parts as one text, spoken to the reporter, in the language of the draft.

        Days are written as months for anyone but the reporter.
        """
        return compose.text(self._database, case, chosen, language=draft.language, recipient=draft.recipient)

    @one_transaction
    def add(self, case: CaseId, phase: Phase, draft: SummaryDraft) -> Changes:
        """Begin a summary. ``new`` is the summary."""
        self._require_case(case)
        summary = SummaryId(new_id())
        summaries.insert(self._database, summary, case, phase, _canonical(draft))
        self._refresh_row(case)
        self._refresh_index(HitKind.SUMMARY, summary)
        return changed(Area.SUMMARIES, Area.CASES, case=case, new=summary)

    @one_transaction
    def change(self, summary: SummaryId, draft: SummaryDraft) -> Changes:
        """Replace what a summary says. Whatever was approved of it holds only as long as it says just that."""
        case = self._case_of(summary)
        summaries.update(self._database, summary, _canonical(draft))
        self._refresh_index(HitKind.SUMMARY, summary)
        return changed(Area.SUMMARIES, case=case)

    @one_transaction
    def set_checked(self, summary: SummaryId, looked: Looked | None) -> Changes:
        """Say of the summary as it stands that it was looked over for what gives someone away; None takes that back.

        Raises OpenPoints when anything that was seen is still open, TextChanged when something else was looked at.
        """
        found = self.get(summary)
        if looked is not None:
            gate.require_looked(self._database, looked, summary, found.draft)
        summaries.set_checked(self._database, summary, "" if looked is None else found.fingerprint)
        return changed(Area.SUMMARIES, case=found.case)

    @one_transaction
    def set_read_together(self, summary: SummaryId, *, read: bool) -> Changes:
        """Say of the summary as it stands that the reporter read or heard all of it, or take that back.

        Raises OpenPoints when it was not looked over before.
        """
        found = self.get(summary)
        if read:
            _require_checked(found)
        summaries.set_read_together(self._database, summary, found.fingerprint if read else "")
        return changed(Area.SUMMARIES, case=found.case)

    @one_transaction
    def approve(self, summary: SummaryId, *, fingerprint: str, day: CoarseDay, given: Given) -> Changes:
        """Record that the reporter approved exactly what has this fingerprint. ``new`` is the approval.

        What is approved already keeps the approval it has, so that withdrawing it once is enough.
        Raises TextChanged when that is no longer what the summary says; OpenPoints when it was not looked over;
        NothingToApprove, and FieldMissing of
        "purpose", "recipient_words", "why_not_self" or "day" for what the reporter could not have approved.
        """
        found = self.get(summary)
        if found.fingerprint != fingerprint:
            raise TextChanged
        _require_whole(found.draft)
        if day.day is None or day.day > self._today():
            raise FieldMissing("day")
        if found.approval is not None:
            return Changes(frozenset(), new=found.approval.id)
        _require_checked(found)
        approval = ApprovalId(new_id())
        approvals.insert(
            self._database,
            Approval(approval, summary, found.draft, day, given, fingerprint),
            case=found.case,
            phase=found.phase,
        )
        summaries.set_read_together(self._database, summary, fingerprint)
        return changed(Area.SUMMARIES, Area.CASES, case=found.case, new=approval)

    @one_transaction
    def withdraw(self, approval: ApprovalId) -> Changes:
        """Record that the reporter took an approval back; nothing leaves by it any more. Raises Gone."""
        found = approvals.get(self._database, approval)
        if found is None:
            raise Gone
        if found.withdrawn_on is not None:
            return Changes(frozenset())
        approvals.withdraw(self._database, approval, self._today())
        return changed(Area.SUMMARIES, Area.CASES, case=approvals.case_of(self._database, approval))

    @one_transaction
    def remove(self, summary: SummaryId) -> Changes:
        """Put a summary into the bin; what left stays in the register."""
        case = self._case_of(summary)
        summaries.set_deleted(self._database, summary, self._today())
        self._refresh_index(HitKind.SUMMARY, summary)
        self._refresh_row(case)
        return changed(Area.SUMMARIES, Area.CASES, Area.BIN, case=case)

    def _case_of(self, summary: SummaryId) -> CaseId:
        case = summaries.case_of(self._database, summary)
        if case is None:
            raise Gone
        return case


def _require_checked(summary: Summary) -> None:
    """Raise OpenPoints when the words as they are did not pass the gate."""
    if not summary.checked:
        raise OpenPoints


def _require_whole(draft: SummaryDraft) -> None:
    if not draft.text.strip():
        raise NothingToApprove
    if not draft.purpose:
        raise FieldMissing("purpose")
    if draft.recipient is Recipient.OTHER and not draft.recipient_words:
        raise FieldMissing("recipient_words")
    if draft.recipient is not Recipient.REPORTER and not draft.why_not_self.strip():
        raise FieldMissing("why_not_self")


def _canonical(draft: SummaryDraft) -> SummaryDraft:
    return replace(
        draft,
        text=several_lines(draft.text),
        recipient_words=one_line(draft.recipient_words),
        purpose=one_line(draft.purpose),
        why_not_self=several_lines(draft.why_not_self),
    )
