"""What the reporter approved, in rows: the codes and the fingerprint stay as trace, the words go with their summary."""

from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import ApprovalId, CaseId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.summary import Approval, Given, Recipient, SummaryDraft
from vpjournal.domain.timeline import Event, EventKind
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import coarse_day, day_in, day_out, maybe_day
from vpjournal.storage.texts import check, digest

_OF_SUMMARY = """
SELECT id, summary_id, recipient, language, precision, day, given, fingerprint, withdrawn_on,
  coalesce(text, ''), coalesce(recipient_words, ''), coalesce(purpose, ''), digest
FROM approval LEFT JOIN approval_text ON approval_id = id WHERE summary_id = ? ORDER BY rank DESC
"""
_GET = """
SELECT id, summary_id, recipient, language, precision, day, given, fingerprint, withdrawn_on,
  coalesce(text, ''), coalesce(recipient_words, ''), coalesce(purpose, ''), digest
FROM approval LEFT JOIN approval_text ON approval_id = id WHERE id = ?
"""
_WITH_FINGERPRINT = """
SELECT id, summary_id, recipient, language, precision, day, given, fingerprint, withdrawn_on,
  coalesce(text, ''), coalesce(recipient_words, ''), coalesce(purpose, ''), digest
FROM approval LEFT JOIN approval_text ON approval_id = id WHERE fingerprint = ?
ORDER BY withdrawn_on IS NOT NULL, rank DESC
"""
_CASE = "SELECT case_id, phase FROM approval WHERE id = ?"
_EVENTS = "SELECT precision, day, withdrawn_on, phase FROM approval WHERE case_id = ? ORDER BY rank"
_INSERT = """
INSERT INTO approval (
  id, case_id, summary_id, rank, phase, recipient, language, precision, day, given, fingerprint)
VALUES (?1, ?2, ?3, (SELECT coalesce(max(rank), 0) + 1 FROM approval WHERE case_id = ?2),
  ?4, ?5, ?6, ?7, ?8, ?9, ?10)
"""
_INSERT_TEXT = """
INSERT INTO approval_text (approval_id, text, recipient_words, purpose, digest) VALUES (?, ?, ?, ?, ?)
"""
_WITHDRAW = "UPDATE approval SET withdrawn_on = ? WHERE id = ?"
_FORGET_OF_CASE = """
DELETE FROM approval_text WHERE approval_id IN (SELECT id FROM approval WHERE case_id = ?)
"""
_FORGET_OF_SUMMARY = """
DELETE FROM approval_text WHERE approval_id IN (SELECT id FROM approval WHERE summary_id = ?)
"""


def of_summary(database: Database, summary: SummaryId) -> tuple[Approval, ...]:
    """Return every approval that a summary ever had, newest first. Raises JournalDamaged("approval")."""
    return tuple(map(_approval, database.query(_OF_SUMMARY, (summary,))))


def get(database: Database, approval: ApprovalId) -> Approval | None:
    """Return an approval. Raises JournalDamaged("approval")."""
    row = database.query_one(_GET, (approval,))
    return None if row is None else _approval(row)


def with_fingerprint(database: Database, fingerprint: str) -> tuple[Approval, ...]:
    """Return the approvals of what has this fingerprint, those that were not withdrawn first, then the newest."""
    return tuple(map(_approval, database.query(_WITH_FINGERPRINT, (fingerprint,))))


def case_of(database: Database, approval: ApprovalId) -> CaseId | None:
    """Return the case of an approval; None also when the case was destroyed."""
    row = database.query_one(_CASE, (approval,))
    return None if row is None or row[0] is None else CaseId(row[0])


def events(database: Database, case: CaseId) -> list[Event]:
    """Return when something was approved or withdrawn, for the timeline."""
    found: list[Event] = []
    for precision, day, withdrawn_on, phase in database.query(_EVENTS, (case,)):
        found.append(Event(EventKind.APPROVED, coarse_day(precision, day), Phase(phase)))
        if withdrawn_on is not None:
            found.append(Event(EventKind.WITHDRAWN, CoarseDay.exactly(day_out(withdrawn_on)), Phase(phase)))
    return found


def insert(database: Database, approval: Approval, *, case: CaseId, phase: Phase) -> None:
    """Add an approval, with its own copy of what was approved."""
    what = approval.approved
    row = (
        approval.id,
        case,
        approval.summary,
        phase,
        what.recipient,
        what.language,
        approval.day.precision,
        day_in(approval.day.day),
        approval.given,
        approval.fingerprint,
    )
    texts = (what.text, what.recipient_words, what.purpose)
    database.execute(_INSERT, row)
    database.execute(_INSERT_TEXT, (approval.id, *texts, digest(*texts)))


def withdraw(database: Database, approval: ApprovalId, day: date) -> None:
    """Keep that the reporter took an approval back."""
    database.execute(_WITHDRAW, (day.isoformat(), approval))


def forget_words_of_case(database: Database, case: CaseId) -> None:
    """Delete the words of all that was approved in a case; codes and fingerprints stay."""
    database.execute(_FORGET_OF_CASE, (case,))


def forget_words_of_summary(database: Database, summary: SummaryId) -> None:
    """Delete the words of all that was approved of a summary; codes and fingerprints stay."""
    database.execute(_FORGET_OF_SUMMARY, (summary,))


def _approval(row: Row) -> Approval:
    number, summary, recipient, language, precision, day, given, fingerprint, withdrawn_on, *texts, expected = row
    if expected is not None:
        check("approval", expected, *texts)
    text, recipient_words, purpose = texts
    return Approval(
        id=ApprovalId(number),
        summary=None if summary is None else SummaryId(summary),
        approved=SummaryDraft(
            text=text,
            recipient=Recipient(recipient),
            recipient_words=recipient_words,
            purpose=purpose,
            language=Language(language),
        ),
        day=coarse_day(precision, day),
        given=Given(given),
        fingerprint=fingerprint,
        withdrawn_on=maybe_day(withdrawn_on),
    )
