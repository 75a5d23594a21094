"""What *Vandaag* shows, read from short rows alone."""

from datetime import date

from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import AgreementKind
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.moving import Tally
from vpjournal.domain.views import AgreedDay, SilentCase, UnwrittenNote
from vpjournal.storage.connection import Database
from vpjournal.storage.days import coarse_day, day_out

_AGREED = """
SELECT case_id, code, phase, due, kind FROM agreement AS a JOIN guided_case AS c ON c.id = case_id
WHERE due <= ? AND due IS NOT NULL AND done_on IS NULL AND a.deleted_on IS NULL AND c.deleted_on IS NULL
ORDER BY due, code
"""
_UNWRITTEN = """
SELECT case_id, code, a.id, a.phase, precision, day FROM contact AS a JOIN guided_case AS c ON c.id = case_id
WHERE note_state = 'unwritten' AND a.deleted_on IS NULL AND c.deleted_on IS NULL
ORDER BY day IS NULL, day DESC, code, rank
"""
# Whether a case is open is asked first: few are, and nearly all were silent for long.
_SILENT = """
SELECT case_id, code, last_precision, last_contact FROM guided_case CROSS JOIN case_row ON case_id = id
WHERE last_contact < ? AND closed_on IS NULL AND deleted_on IS NULL
ORDER BY last_contact, code
"""
_TALLY = """
SELECT (SELECT count(*) FROM guided_case WHERE deleted_on IS NULL),
  (SELECT count(*) FROM contact AS a JOIN guided_case AS c ON c.id = case_id
   WHERE a.deleted_on IS NULL AND c.deleted_on IS NULL),
  (SELECT count(*) FROM organisation WHERE deleted_on IS NULL)
"""
_LAST = """
SELECT last_precision, last_contact FROM case_row JOIN guided_case ON id = case_id
WHERE deleted_on IS NULL AND last_contact IS NOT NULL ORDER BY last_contact DESC, last_precision LIMIT 1
"""
_NAMED = "SELECT code FROM guided_case WHERE id = ? AND deleted_on IS NULL"


def agreed(database: Database, until: date) -> tuple[AgreedDay, ...]:
    """Return open agreements with a day up to ``until``, those overdue too, by day."""
    return tuple(
        AgreedDay(CaseId(case), code, Phase(phase), day_out(due), kind == AgreementKind.APPOINTMENT)
        for case, code, phase, due, kind in database.query(_AGREED, (until.isoformat(),))
    )


def unwritten(database: Database) -> tuple[UnwrittenNote, ...]:
    """Return contacts of which nothing was written yet, newest first."""
    return tuple(
        UnwrittenNote(CaseId(case), code, ContactId(contact), Phase(phase), coarse_day(precision, day))
        for case, code, contact, phase, precision, day in database.query(_UNWRITTEN)
    )


def silent(database: Database, before: date) -> tuple[SilentCase, ...]:
    """Return open cases whose last contact was before a day, longest ago first."""
    return tuple(
        SilentCase(CaseId(case), code, coarse_day(precision, last))
        for case, code, precision, last in database.query(_SILENT, (before.isoformat(),))
    )


def tally(database: Database) -> Tally:
    """Count what is in the journal, without the bin."""
    (row,), last = database.query(_TALLY), database.query_one(_LAST)
    cases, contacts, organisations = row
    return Tally(cases, contacts, organisations, None if last is None else coarse_day(*last))


def code_of(database: Database, case: CaseId) -> str | None:
    """Return the code of a case that is not in the bin."""
    row = database.query_one(_NAMED, (case,))
    return None if row is None else str(row[0])
