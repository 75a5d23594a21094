"""Cases in rows: what is known from the first contact on, marks on phases, points told."""

from datetime import date

from vpjournal.domain.case import Asked, CaseDraft, Phase, PhaseState, Position, Track
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.domain.searching import fold_name
from vpjournal.storage.connection import Database
from vpjournal.storage.days import maybe_day
from vpjournal.storage.texts import check, digest

_GET = """
SELECT code, word, organisation_id, track, position, danger, hurry, about, hurry_words, hopes, reach, digest
FROM guided_case JOIN case_text ON case_id = id WHERE id = ?
"""
_STATE = "SELECT deleted_on IS NOT NULL, closed_on FROM guided_case WHERE id = ?"
_CODES = "SELECT code FROM guided_case"
_CODED = "SELECT id FROM guided_case WHERE folded_code = ?"
_WORDED = "SELECT id FROM guided_case WHERE folded_word = ? AND folded_word <> '' AND deleted_on IS NULL"
_NUMBERS = "SELECT id FROM guided_case"
_COUNT = "SELECT count(*) FROM guided_case WHERE deleted_on IS NULL"
_INSERT = """
INSERT INTO guided_case (code, folded_code, word, folded_word, organisation_id, track, position, danger, hurry, id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE guided_case SET code = ?, folded_code = ?, word = ?, folded_word = ?, organisation_id = ?, track = ?,
position = ?, danger = ?, hurry = ? WHERE id = ?
"""
_PUT_TEXT = """
INSERT OR REPLACE INTO case_text (case_id, about, hurry_words, hopes, reach, digest) VALUES (?, ?, ?, ?, ?, ?)
"""
_CLOSED = "UPDATE guided_case SET closed_on = ? WHERE id = ?"
_DELETED = "UPDATE guided_case SET deleted_on = ? WHERE id = ?"
_MARKS = "SELECT phase, state FROM phase_mark WHERE case_id = ?"
_MARK = "INSERT OR REPLACE INTO phase_mark (case_id, phase, state) VALUES (?, ?, ?)"
_UNMARK = "DELETE FROM phase_mark WHERE case_id = ? AND phase = ?"
_POINTS = "SELECT point FROM told_point WHERE case_id = ?"
_TELL = "INSERT OR IGNORE INTO told_point (case_id, point) VALUES (?, ?)"
_UNTELL = "DELETE FROM told_point WHERE case_id = ? AND point = ?"
_BEGUN = """
SELECT phase FROM contact WHERE case_id = ?1 AND deleted_on IS NULL
UNION SELECT phase FROM role_check WHERE case_id = ?1
UNION SELECT phase FROM agreement WHERE case_id = ?1 AND deleted_on IS NULL
UNION SELECT 'first_conversation' FROM goals WHERE case_id = ?1
UNION SELECT 'first_conversation' FROM told_point WHERE case_id = ?1
UNION SELECT 'second_conversation' FROM board_option WHERE case_id = ?1 AND deleted_on IS NULL
UNION SELECT 'choice' FROM choice WHERE case_id = ?1 AND deleted_on IS NULL
UNION SELECT 'follow_up' FROM follow_up WHERE case_id = ?1
UNION SELECT phase FROM summary WHERE case_id = ?1 AND deleted_on IS NULL
UNION SELECT 'closure' FROM closure WHERE case_id = ?1
UNION SELECT 'closure' FROM guided_case WHERE id = ?1 AND closed_on IS NOT NULL
"""


def get(database: Database, case: CaseId) -> CaseDraft | None:
    """Return what is known of a case, in the bin or not. Raises JournalDamaged("case")."""
    row = database.query_one(_GET, (case,))
    if row is None:
        return None
    code, word, organisation, track, position, danger, hurry, *texts, expected = row
    check("case", expected, *texts)
    about, hurry_words, hopes, reach = texts
    return CaseDraft(
        code=code,
        word=word,
        organisation=None if organisation is None else OrganisationId(organisation),
        about=about,
        track=Track(track),
        position=Position(position),
        danger=Asked(danger),
        hurry=Asked(hurry),
        hurry_words=hurry_words,
        hopes=hopes,
        reach=reach,
    )


def state(database: Database, case: CaseId) -> tuple[bool, date | None] | None:
    """Tell whether a case lies in the bin, and the day it was closed on; None: there is no such case."""
    row = database.query_one(_STATE, (case,))
    return None if row is None else (bool(row[0]), maybe_day(row[1]))


def codes(database: Database) -> frozenset[str]:
    """Return all codes in use, those in the bin too."""
    return frozenset(code for (code,) in database.query(_CODES))


def coded(database: Database, code: str) -> CaseId | None:
    """Return the case of a code, in the bin or not, however it is written."""
    row = database.query_one(_CODED, (fold_name(code),))
    return None if row is None else CaseId(row[0])


def worded(database: Database, word: str) -> frozenset[CaseId]:
    """Return the cases of a word of recognition that are not in the bin."""
    return frozenset(CaseId(number) for (number,) in database.query(_WORDED, (fold_name(word),)))


def numbers(database: Database) -> list[CaseId]:
    """Return all cases there are, in the bin or not."""
    return [CaseId(number) for (number,) in database.query(_NUMBERS)]


def count(database: Database) -> int:
    """Count cases that are not in the bin."""
    return int(database.query(_COUNT)[0][0])


def insert(database: Database, case: CaseId, draft: CaseDraft) -> None:
    """Add a case."""
    database.execute(_INSERT, _fields(case, draft))
    _put_text(database, case, draft)


def update(database: Database, case: CaseId, draft: CaseDraft) -> None:
    """Replace what is known of a case."""
    database.execute(_UPDATE, _fields(case, draft))
    _put_text(database, case, draft)


def set_closed(database: Database, case: CaseId, day: date | None) -> None:
    """Close a case, or open it again."""
    database.execute(_CLOSED, (None if day is None else day.isoformat(), case))


def set_deleted(database: Database, case: CaseId, day: date | None) -> None:
    """Put a case into the bin, or take it out."""
    database.execute(_DELETED, (None if day is None else day.isoformat(), case))


def marks(database: Database, case: CaseId) -> dict[Phase, PhaseState]:
    """Return what the adviser marked."""
    return {Phase(phase): PhaseState(marked) for phase, marked in database.query(_MARKS, (case,))}


def set_mark(database: Database, case: CaseId, phase: Phase, marked: PhaseState | None) -> None:
    """Mark a phase, or take the mark away."""
    if marked is None:
        database.execute(_UNMARK, (case, phase))
    else:
        database.execute(_MARK, (case, phase, marked))


def points(database: Database, case: CaseId) -> frozenset[str]:
    """Return the points that were told."""
    return frozenset(point for (point,) in database.query(_POINTS, (case,)))


def set_point(database: Database, case: CaseId, point: str, *, told: bool) -> None:
    """Keep that a point was told, or not after all."""
    database.execute(_TELL if told else _UNTELL, (case, point))


def begun(database: Database, case: CaseId) -> frozenset[Phase]:
    """Return the phases in which anything was recorded."""
    return frozenset(Phase(phase) for (phase,) in database.query(_BEGUN, (case,)))


def _fields(case: CaseId, draft: CaseDraft) -> tuple[object, ...]:
    return (
        draft.code,
        fold_name(draft.code),
        draft.word,
        fold_name(draft.word),
        draft.organisation,
        draft.track,
        draft.position,
        draft.danger,
        draft.hurry,
        case,
    )


def _put_text(database: Database, case: CaseId, draft: CaseDraft) -> None:
    texts = (draft.about, draft.hurry_words, draft.hopes, draft.reach)
    database.execute(_PUT_TEXT, (case, *texts, digest(*texts)))
