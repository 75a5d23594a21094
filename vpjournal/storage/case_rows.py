"""The list of cases: everything it shows in one row each, so that five thousand are read at once."""

from vpjournal.domain.case import CaseRow, CaseStatus, Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import CaseId, OrganisationId
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import coarse_day, maybe_day

_NEXT_STEP_LENGTH = 200
_LIST = """
SELECT c.id, code, word, organisation_id, o.name, phase, last_precision, last_contact, next_step, next_day, closed_on
FROM guided_case AS c JOIN case_row ON case_id = c.id LEFT JOIN organisation AS o ON o.id = organisation_id
WHERE c.deleted_on IS NULL
  AND (?1 = 'all' OR (?1 = 'open') = (closed_on IS NULL))
  AND (?2 IS NULL OR organisation_id = ?2)
  AND (?3 IS NULL OR phase = ?3)
  AND (?4 = '' OR instr(folded_code || ' ' || folded_word || ' ' || coalesce(o.folded_name, ''), ?4))
ORDER BY last_contact DESC, c.id
"""
_NAMED = """
SELECT c.id, code, word, organisation_id, o.name, phase, last_precision, last_contact, next_step, next_day, closed_on
FROM guided_case AS c JOIN case_row ON case_id = c.id LEFT JOIN organisation AS o ON o.id = organisation_id
WHERE c.deleted_on IS NULL AND (instr(folded_code, ?1) OR instr(folded_word, ?1))
ORDER BY (folded_code = ?1 OR folded_word = ?1) DESC, last_contact DESC, c.id LIMIT ?2
"""
_PUT = """
INSERT OR REPLACE INTO case_row (case_id, phase, last_precision, last_contact, next_step, next_day)
VALUES (?, ?, ?, ?, ?, ?)
"""
_LAST = """
SELECT precision, day FROM contact WHERE case_id = ? AND deleted_on IS NULL
ORDER BY day IS NULL, day DESC, rank DESC LIMIT 1
"""
_NEXT = """
SELECT substr(what, 1, ?), due FROM agreement JOIN agreement_text ON agreement_id = id
WHERE case_id = ? AND done_on IS NULL AND deleted_on IS NULL ORDER BY due IS NULL, due, rank LIMIT 1
"""


def rows(
    database: Database,
    *,
    status: CaseStatus,
    organisation: OrganisationId | None = None,
    phase: Phase | None = None,
    word: str = "",
) -> tuple[CaseRow, ...]:
    """Return the cases that are not in the bin, the one with the newest contact first.

    ``word`` is a folded word, or a part of one, that stands in the code, the word of recognition or the organisation.
    """
    return tuple(map(_row, database.query(_LIST, (status, organisation, phase, word))))


def named(database: Database, word: str, *, limit: int) -> tuple[CaseRow, ...]:
    """Return the cases with a folded word in their code or word of recognition, exact ones first."""
    return tuple(map(_row, database.query(_NAMED, (word, limit))))


def _row(row: Row) -> CaseRow:
    number, code, word, organisation, name, phase, precision, last, step, next_day, closed_on = row
    return CaseRow(
        CaseId(number),
        code,
        word,
        organisation,
        name or "",
        _PHASES[phase],
        None if precision is None else coarse_day(precision, last),
        step,
        maybe_day(next_day),
        maybe_day(closed_on),
    )


_PHASES = {str(phase): phase for phase in Phase}


def refresh(database: Database, case: CaseId, phase: Phase) -> None:
    """Work out again what the list shows of a case; called by whatever changed it, in the same transaction."""
    last = database.query_one(_LAST, (case,)) or (None, None)
    step = database.query_one(_NEXT, (_NEXT_STEP_LENGTH, case)) or ("", None)
    database.execute(_PUT, (case, phase, *last, *step))


def last_contact(database: Database, case: CaseId) -> CoarseDay | None:
    """Return the day of the newest contact; None: no contact was recorded."""
    row = database.query_one(_LAST, (case,))
    return None if row is None else coarse_day(*row)
