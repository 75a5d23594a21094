"""The register of all that left, in rows: codes, a day, digests; purpose and place apart, because they are words."""

from collections.abc import Iterable

from vpjournal.domain.case import Asked, Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import ApprovalId, CaseId, HandedOutId
from vpjournal.domain.register import HandedOut, Outcome, PaperKind, Way
from vpjournal.domain.summary import Recipient
from vpjournal.domain.timeline import Event, EventKind
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_out
from vpjournal.storage.texts import check, digest

_SELECT = """
SELECT h.id, case_id, coalesce(code, ''), phase, kind, recipient, coalesce(purpose, ''), fingerprint, approval_id, way,
  outcome, protected, coalesce(place, ''), day, afterwards, digest
FROM handed_out AS h LEFT JOIN handed_out_text ON handed_out_id = h.id LEFT JOIN guided_case AS c ON c.id = case_id
"""
_NEWEST_FIRST = " ORDER BY day DESC, rank DESC"
_ALL = f"{_SELECT} {_NEWEST_FIRST} LIMIT ?"
_OF_CASE = f"{_SELECT} WHERE case_id = ? {_NEWEST_FIRST}"
_OF_APPROVAL = f"{_SELECT} WHERE approval_id = ? {_NEWEST_FIRST}"
_WITH_FINGERPRINT = f"{_SELECT} WHERE fingerprint = ? {_NEWEST_FIRST}"
_WITH_CONTENT = f"{_SELECT} WHERE content = ? {_NEWEST_FIRST}"
_WITH_WORDS = f"{_SELECT} WHERE words = ? {_NEWEST_FIRST}"
_LYING_OPEN = f"{_SELECT} WHERE way = 'file' AND NOT protected AND afterwards <> 'yes' {_NEWEST_FIRST}"
_EVENTS = "SELECT kind, day, phase FROM handed_out WHERE case_id = ? AND outcome <> 'unsure' ORDER BY rank"
_CASE = "SELECT case_id FROM handed_out WHERE id = ?"
_INSERT = """
INSERT INTO handed_out (
  id, case_id, approval_id, rank, phase, kind, recipient, fingerprint, way, outcome, protected, day, afterwards,
  content, words)
VALUES (?1, ?2, ?3, (SELECT coalesce(max(rank), 0) + 1 FROM handed_out),
  ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
"""
_INSERT_TEXT = "INSERT INTO handed_out_text (handed_out_id, purpose, place, digest) VALUES (?, ?, ?, ?)"
_OUTCOME = "UPDATE handed_out SET outcome = ? WHERE id = ?"
_AFTERWARDS = "UPDATE handed_out SET afterwards = ? WHERE id = ?"
_DELETE_UNSURE = "DELETE FROM handed_out WHERE id = ? AND outcome = 'unsure'"
_FORGET_OF_CASE = """
DELETE FROM handed_out_text WHERE handed_out_id IN (SELECT id FROM handed_out WHERE case_id = ?)
"""


def newest(database: Database, *, at_most: int) -> tuple[HandedOut, ...]:
    """Return the register, newest first. Raises JournalDamaged("register")."""
    return _entries(database.query(_ALL, (at_most,)))


def lying_open(database: Database) -> tuple[HandedOut, ...]:
    """Return the files without a password that are not known to be removed, newest first."""
    return _entries(database.query(_LYING_OPEN))


def of_case(database: Database, case: CaseId) -> tuple[HandedOut, ...]:
    """Return what left of a case, newest first."""
    return _entries(database.query(_OF_CASE, (case,)))


def of_approval(database: Database, approval: ApprovalId) -> tuple[HandedOut, ...]:
    """Return what left by an approval, newest first."""
    return _entries(database.query(_OF_APPROVAL, (approval,)))


def with_fingerprint(database: Database, fingerprint: str) -> tuple[HandedOut, ...]:
    """Return what left with this fingerprint, newest first."""
    return _entries(database.query(_WITH_FINGERPRINT, (fingerprint,)))


def with_content(database: Database, content: bytes) -> tuple[HandedOut, ...]:
    """Return what left as these very bytes, by their digest, newest first."""
    return _entries(database.query(_WITH_CONTENT, (content,)))


def with_words(database: Database, words: bytes) -> tuple[HandedOut, ...]:
    """Return what left with these very words, by their digest, newest first."""
    return _entries(database.query(_WITH_WORDS, (words,)))


def events(database: Database, case: CaseId) -> list[Event]:
    """Return what left, for the timeline."""
    return [
        Event(EventKind.PAPER, CoarseDay.exactly(day_out(day)), Phase(phase), paper=PaperKind(kind))
        for kind, day, phase in database.query(_EVENTS, (case,))
    ]


def case_of(database: Database, entry: HandedOutId) -> tuple[bool, CaseId | None]:
    """Tell whether there is such an entry, and its case if it has one."""
    row = database.query_one(_CASE, (entry,))
    if row is None:
        return False, None
    return True, None if row[0] is None else CaseId(row[0])


def insert(database: Database, entry: HandedOut, *, content: bytes, words: bytes) -> None:
    """Add an entry; its code is that of its case."""
    row = (
        entry.id,
        entry.case,
        entry.approval,
        entry.phase,
        entry.kind,
        entry.recipient,
        entry.fingerprint,
        entry.way,
        entry.outcome,
        int(entry.protected),
        entry.day.isoformat(),
        entry.afterwards,
        content,
        words,
    )
    texts = (entry.purpose, entry.place)
    database.execute(_INSERT, row)
    database.execute(_INSERT_TEXT, (entry.id, *texts, digest(*texts)))


def set_outcome(database: Database, entry: HandedOutId, outcome: Outcome) -> None:
    """Keep what became of it."""
    database.execute(_OUTCOME, (outcome, entry))


def set_afterwards(database: Database, entry: HandedOutId, answer: Asked) -> None:
    """Keep whether a print was given, or a file removed."""
    database.execute(_AFTERWARDS, (answer, entry))


def delete_unsure(database: Database, entry: HandedOutId) -> None:
    """Take out an entry of what never left."""
    database.execute(_DELETE_UNSURE, (entry,))


def forget_words_of_case(database: Database, case: CaseId) -> None:
    """Delete purposes and places of what left of a case; codes, days and fingerprints stay."""
    database.execute(_FORGET_OF_CASE, (case,))


def _entries(rows: Iterable[Row]) -> tuple[HandedOut, ...]:
    return tuple(map(_entry, rows))


def _entry(row: Row) -> HandedOut:
    number, case, code, phase, kind, recipient, purpose, fingerprint, approval, *rest = row
    way, outcome, protected, place, day, afterwards, expected = rest
    if expected is not None:
        check("register", expected, purpose, place)
    return HandedOut(
        id=HandedOutId(number),
        case=None if case is None else CaseId(case),
        code=code,
        phase=Phase(phase),
        kind=PaperKind(kind),
        recipient=Recipient(recipient),
        purpose=purpose,
        fingerprint=fingerprint,
        approval=None if approval is None else ApprovalId(approval),
        way=Way(way),
        outcome=Outcome(outcome),
        protected=bool(protected),
        place=place,
        day=day_out(day),
        afterwards=Asked(afterwards),
    )
