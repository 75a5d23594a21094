"""The register of all that leaves, and *Controleer een stuk*: is this the paper that the reporter approved?

Whoever lets a paper out begins an entry before and finishes it after. Beginning asks once more, in the transaction
that writes the entry, whether a summary is approved at that moment.
"""

from dataclasses import replace

from vpjournal.domain.case import Asked
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.fingerprint import of_bytes, parse_fingerprint
from vpjournal.domain.ids import ApprovalId, CaseId, HandedOutId, new_id
from vpjournal.domain.register import (
    GATED,
    CheckedPaper,
    HandedOut,
    Leaving,
    Outcome,
    Outgoing,
    PaperKind,
    PaperReading,
    Slip,
    Verdict,
)
from vpjournal.domain.summary import Approval
from vpjournal.errors import Gone, NotApproved, OpenPoints
from vpjournal.journal import approved, gate
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import approvals, handed_out, overview

MOST = 5_000
"""Entries that the page with the register shows."""


class Register(Group):
    """The register of all that left."""

    def list(self) -> tuple[HandedOut, ...]:
        """Return what left, newest first, at most ``MOST`` entries."""
        return handed_out.newest(self._database, at_most=MOST)

    def lying_open(self) -> tuple[HandedOut, ...]:
        """Return the files that anyone who finds them can read: no password, and not known to be removed."""
        return handed_out.lying_open(self._database)

    def of_case(self, case: CaseId) -> tuple[HandedOut, ...]:
        """Return what left of a case, newest first."""
        return handed_out.of_case(self._database, case)

    def of_approval(self, approval: ApprovalId) -> tuple[HandedOut, ...]:
        """Return what already left by an approval, newest first."""
        return handed_out.of_approval(self._database, approval)

    @one_transaction
    def begin(self, outgoing: Outgoing, leaving: Leaving) -> Changes:
        """Write down that a paper is about to leave; ``new`` is the entry, unsure until ``finish`` or ``cancel``.

        Raises NotApproved, OpenPoints, and Gone for a case that is gone or in the bin; then nothing may leave.
        """
        slip, made = outgoing.slip, outgoing.made
        self._require_may(slip)
        self._require_gate(outgoing)
        printed = slip.fingerprint or of_bytes(approved.fingerprint_key(self._database), made.words)
        entry = self._entry(slip, leaving, printed)
        handed_out.insert(self._database, entry, content=made.content, words=made.words)
        return changed(Area.REGISTER, Area.CASES, case=slip.case, new=entry.id)

    def may_go_on(self, slip: Slip) -> bool:
        """Tell whether the rest of a paper that is on its way may still leave."""
        try:
            self._require_may(slip)
        except (NotApproved, Gone):
            return False
        return True

    @one_transaction
    def finish(self, entry: HandedOutId, outcome: Outcome) -> Changes:
        """Say what became of it. Raises Gone."""
        case = self._case_of(entry)
        handed_out.set_outcome(self._database, entry, outcome)
        return changed(Area.REGISTER, Area.CASES, case=case)

    @one_transaction
    def cancel(self, entry: HandedOutId) -> Changes:
        """Take out an entry of which nothing left after all: no byte was written, no page was sent. Raises Gone."""
        case = self._case_of(entry)
        handed_out.delete_unsure(self._database, entry)
        return changed(Area.REGISTER, Area.CASES, case=case)

    @one_transaction
    def set_afterwards(self, entry: HandedOutId, answer: Asked) -> Changes:
        """Answer, of a print: was it given? and of a file: was it removed? Raises Gone."""
        case = self._case_of(entry)
        handed_out.set_afterwards(self._database, entry, answer)
        return changed(Area.REGISTER, case=case)

    def check_paper(self, reading: PaperReading) -> CheckedPaper:
        """Tell what a PDF is: approved now, approved then, altered, or nothing of ours."""
        # There is none where the words could be read and the file itself is damaged.
        exact = handed_out.with_content(self._database, reading.content) if reading.content else ()
        if exact:
            return self._checked(exact[0], None)
        same = handed_out.with_words(self._database, reading.words)
        if same:
            return self._checked(same[0], Verdict.SAME_WORDS)
        known = self._known(reading.fingerprint)
        return CheckedPaper(Verdict.UNKNOWN) if known is None else replace(known, verdict=Verdict.ALTERED)

    def check_fingerprint(self, typed: str) -> CheckedPaper:
        """Tell what has this fingerprint; its words are to be compared by eye. Raises FingerprintMistyped."""
        fingerprint = parse_fingerprint(typed)
        return self._known(fingerprint) or CheckedPaper(Verdict.UNKNOWN, fingerprint=fingerprint)

    def _known(self, fingerprint: str) -> CheckedPaper | None:
        found = handed_out.with_fingerprint(self._database, fingerprint) if fingerprint else ()
        if found:
            return self._checked(found[0], Verdict.KNOWN)
        agreed = approvals.with_fingerprint(self._database, fingerprint) if fingerprint else ()
        if not agreed:
            return None
        # Approved, and it never left: whoever typed this read it on the screen.
        case = approvals.case_of(self._database, agreed[0].id)
        return CheckedPaper(
            Verdict.KNOWN,
            fingerprint=fingerprint,
            kind=PaperKind.SUMMARY,
            approval=self._as_it_is(agreed[0]),
            holds=approved.holding(self._database, agreed[0]),
            case=case,
            code="" if case is None else overview.code_of(self._database, case) or "",
        )

    def _checked(self, entry: HandedOut, verdict: Verdict | None) -> CheckedPaper:
        """Say what the journal knows of a paper; without ``verdict`` it is the very paper that left."""
        approval = None if entry.approval is None else approvals.get(self._database, entry.approval)
        if approval is not None:
            # The same words may have been approved again since: that is the one that counts.
            approval = self._as_it_is(approvals.with_fingerprint(self._database, approval.fingerprint)[0])
        holds = approval is not None and approved.holding(self._database, approval)
        return CheckedPaper(
            verdict or _verdict_of_exact(approval, holds=holds),
            fingerprint=entry.fingerprint,
            kind=entry.kind,
            approval=approval,
            holds=holds,
            case=entry.case,
            code=entry.code,
        )

    def _as_it_is(self, approval: Approval) -> Approval:
        return approved.as_it_is(approved.fingerprint_key(self._database), approval)

    def _entry(self, slip: Slip, leaving: Leaving, fingerprint: str) -> HandedOut:
        return HandedOut(
            id=HandedOutId(new_id()),
            case=slip.case,
            code="",
            phase=slip.phase,
            kind=slip.kind,
            recipient=slip.recipient,
            purpose=slip.purpose,
            fingerprint=fingerprint,
            approval=slip.approval,
            way=leaving.way,
            outcome=Outcome.UNSURE,
            protected=leaving.protected,
            place=leaving.place,
            day=self._today(),
            afterwards=Asked.NOT_ASKED,
        )

    def _require_may(self, slip: Slip) -> None:
        if slip.kind is PaperKind.SUMMARY:
            approved.require(self._database, slip.approval, slip.fingerprint)
        if slip.case is not None:
            self._require_case_in_use(slip.case)

    def _require_gate(self, outgoing: Outgoing) -> None:
        """Ask once more: what was left on purpose when this was made may have been taken back since."""
        if outgoing.looked is not None:
            gate.require_still(self._database, outgoing.looked)
        elif outgoing.slip.kind in GATED:
            raise OpenPoints

    def _case_of(self, entry: HandedOutId) -> CaseId | None:
        there, case = handed_out.case_of(self._database, entry)
        if not there:
            raise Gone
        return case


def _verdict_of_exact(approval: Approval | None, *, holds: bool) -> Verdict:
    if approval is None:
        return Verdict.KNOWN
    if holds:
        return Verdict.APPROVED
    return Verdict.OLDER if approval.withdrawn_on is None else Verdict.WITHDRAWN
