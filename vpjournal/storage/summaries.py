"""Summaries in rows. ``checked`` and ``read_together`` hold the fingerprint of the draft that they were said of."""

from dataclasses import dataclass
from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.summary import Recipient, SummaryDraft
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_in
from vpjournal.storage.texts import check, digest

_LIST = """
SELECT id, case_id, phase, checked, read_together, recipient, language, text, recipient_words, purpose, why_not_self,
  digest
FROM summary JOIN summary_text ON summary_id = id WHERE case_id = ? AND deleted_on IS NULL ORDER BY rank
"""
_GET = """
SELECT id, case_id, phase, checked, read_together, recipient, language, text, recipient_words, purpose, why_not_self,
  digest
FROM summary JOIN summary_text ON summary_id = id WHERE id = ? AND deleted_on IS NULL
"""
_CASE = "SELECT case_id FROM summary WHERE id = ?"
_INSERT = """
INSERT INTO summary (id, case_id, rank, phase, recipient, language, checked, read_together)
VALUES (?1, ?2, (SELECT coalesce(max(rank), 0) + 1 FROM summary WHERE case_id = ?2), ?3, ?4, ?5, '', '')
"""
_UPDATE = "UPDATE summary SET recipient = ?, language = ? WHERE id = ?"
_PUT_TEXT = """
INSERT OR REPLACE INTO summary_text (summary_id, text, recipient_words, purpose, why_not_self, digest)
VALUES (?, ?, ?, ?, ?, ?)
"""
_CHECKED = "UPDATE summary SET checked = ? WHERE id = ?"
_READ = "UPDATE summary SET read_together = ? WHERE id = ?"
_DELETED = "UPDATE summary SET deleted_on = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class StoredSummary:
    """A summary as it lies in its rows."""

    id: SummaryId
    case: CaseId
    phase: Phase
    checked: str
    read_together: str
    draft: SummaryDraft


def of_case(database: Database, case: CaseId) -> tuple[StoredSummary, ...]:
    """Return the summaries of a case, in the order in which they were begun. Raises JournalDamaged("summary")."""
    return tuple(map(_stored, database.query(_LIST, (case,))))


def get(database: Database, summary: SummaryId) -> StoredSummary | None:
    """Return a summary that is not in the bin. Raises JournalDamaged("summary")."""
    row = database.query_one(_GET, (summary,))
    return None if row is None else _stored(row)


def case_of(database: Database, summary: SummaryId) -> CaseId | None:
    """Return the case of a summary, in the bin or not."""
    row = database.query_one(_CASE, (summary,))
    return None if row is None else CaseId(row[0])


def insert(database: Database, summary: SummaryId, case: CaseId, phase: Phase, draft: SummaryDraft) -> None:
    """Add a summary."""
    database.execute(_INSERT, (summary, case, phase, draft.recipient, draft.language))
    _put_text(database, summary, draft)


def update(database: Database, summary: SummaryId, draft: SummaryDraft) -> None:
    """Replace what a summary says."""
    database.execute(_UPDATE, (draft.recipient, draft.language, summary))
    _put_text(database, summary, draft)


def set_checked(database: Database, summary: SummaryId, fingerprint: str) -> None:
    """Keep of which draft it was said that it was looked over; nothing: of none."""
    database.execute(_CHECKED, (fingerprint, summary))


def set_read_together(database: Database, summary: SummaryId, fingerprint: str) -> None:
    """Keep which draft was read through together; nothing: none."""
    database.execute(_READ, (fingerprint, summary))


def set_deleted(database: Database, summary: SummaryId, day: date | None) -> None:
    """Put a summary into the bin, or take it out."""
    database.execute(_DELETED, (day_in(day), summary))


def _put_text(database: Database, summary: SummaryId, draft: SummaryDraft) -> None:
    texts = (draft.text, draft.recipient_words, draft.purpose, draft.why_not_self)
    database.execute(_PUT_TEXT, (summary, *texts, digest(*texts)))


def _stored(row: Row) -> StoredSummary:
    number, case, phase, checked, read_together, recipient, language, *texts, expected = row
    check("summary", expected, *texts)
    text, recipient_words, purpose, why_not_self = texts
    return StoredSummary(
        id=SummaryId(number),
        case=CaseId(case),
        phase=Phase(phase),
        checked=checked,
        read_together=read_together,
        draft=SummaryDraft(
            text=text,
            recipient=Recipient(recipient),
            recipient_words=recipient_words,
            purpose=purpose,
            why_not_self=why_not_self,
            language=Language(language),
        ),
    )
