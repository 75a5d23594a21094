"""The one place that says what is approved at this moment: everything that lets a summary leave asks here."""

from dataclasses import replace

from vpjournal.domain.fingerprint import of_summary
from vpjournal.domain.ids import ApprovalId, SummaryId
from vpjournal.domain.summary import Approval, Summary
from vpjournal.errors import Gone, JournalDamaged, NotApproved
from vpjournal.storage import Database, approvals, meta, summaries
from vpjournal.storage.summaries import StoredSummary

_KEY = "fingerprint_key"


def fingerprint_key(database: Database) -> bytes:
    """Return the key of this journal's fingerprints, which never leaves it.

    Raises JournalDamaged where it was lost, in a journal of which only what is whole is looked at.
    """
    key = bytes.fromhex(meta.read(database, _KEY))
    if not key:
        raise JournalDamaged("fingerprint")
    return key


def summaries_of(database: Database, stored: tuple[StoredSummary, ...]) -> tuple[Summary, ...]:
    """Return summaries with their approvals, and how far each draft is as it stands now.

    Where the key of fingerprints was lost they can be read without one, and count as neither checked nor read together.
    """
    try:
        key = fingerprint_key(database)
    except JournalDamaged:
        key = None
    return tuple(_summary(database, key, each) for each in stored)


def get(database: Database, summary: SummaryId) -> Summary:
    """Return a summary. Raises Gone for one that is not there or lies in the bin."""
    stored = summaries.get(database, summary)
    if stored is None:
        raise Gone
    return summaries_of(database, (stored,))[0]


def holding(database: Database, approval: Approval) -> bool:
    """Tell whether an approval holds now: not withdrawn, and of its summary exactly as it stands."""
    key = fingerprint_key(database)
    if approval.summary is None or not as_it_is(key, approval).may_hold:
        return False
    stored = summaries.get(database, approval.summary)
    return stored is not None and of_summary(key, stored.draft) == approval.fingerprint


def require(database: Database, approval: ApprovalId | None, fingerprint: str) -> Approval:
    """Return an approval that holds now for what has this fingerprint. Raises NotApproved."""
    found = None if approval is None else approvals.get(database, approval)
    if found is None or found.fingerprint != fingerprint or not holding(database, found):
        raise NotApproved
    return found


def as_it_is(key: bytes, approval: Approval) -> Approval:
    """Tell of an approval whether its copy still says what has its fingerprint, or a name was replaced in it."""
    what = approval.approved
    # Words that were destroyed say nothing else.
    return replace(approval, reworded=bool(what.text) and of_summary(key, what) != approval.fingerprint)


def _summary(database: Database, key: bytes | None, stored: StoredSummary) -> Summary:
    fingerprint = "" if key is None else of_summary(key, stored.draft)
    found = approvals.of_summary(database, stored.id)
    return Summary(
        id=stored.id,
        case=stored.case,
        phase=stored.phase,
        draft=stored.draft,
        fingerprint=fingerprint,
        checked=bool(fingerprint) and stored.checked == fingerprint,
        read_together=bool(fingerprint) and stored.read_together == fingerprint,
        approvals=found if key is None else tuple(as_it_is(key, each) for each in found),
    )
