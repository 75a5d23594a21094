"""Follow-up in rows; a case without any has no row."""

from vpjournal.domain.case import Asked
from vpjournal.domain.guidance import AfterCare, FollowUp, Referral
from vpjournal.domain.ids import CaseId
from vpjournal.storage.connection import Database
from vpjournal.storage.days import day_in, maybe_day
from vpjournal.storage.texts import check, digest

_READ = "SELECT after_care, how, until_day, disadvantage, digest FROM follow_up WHERE case_id = ?"
_EXISTS = "SELECT 1 FROM follow_up WHERE case_id = ?"
_REFERRALS = "SELECT referral FROM follow_up_referral WHERE case_id = ? ORDER BY rank"
_CLEAR = "DELETE FROM follow_up WHERE case_id = ?"
_WRITE = """
INSERT INTO follow_up (case_id, after_care, how, until_day, disadvantage, digest) VALUES (?, ?, ?, ?, ?, ?)
"""
_WRITE_REFERRAL = "INSERT INTO follow_up_referral (case_id, rank, referral) VALUES (?, ?, ?)"


def read(database: Database, case: CaseId) -> FollowUp:
    """Return the follow-up of a case. Raises JournalDamaged("follow_up")."""
    row = database.query_one(_READ, (case,))
    if row is None:
        return FollowUp()
    after_care, how, until, disadvantage, expected = row
    check("follow_up", expected, how)
    referrals = tuple(Referral(referral) for (referral,) in database.query(_REFERRALS, (case,)))
    return FollowUp(AfterCare(after_care), how, maybe_day(until), Asked(disadvantage), referrals)


def exists(database: Database, case: CaseId) -> bool:
    """Tell whether anything was recorded."""
    return database.query_one(_EXISTS, (case,)) is not None


def write(database: Database, case: CaseId, follow_up: FollowUp) -> None:
    """Keep the follow-up."""
    database.execute(_CLEAR, (case,))
    if follow_up == FollowUp():
        return
    fields = (follow_up.after_care, follow_up.how, day_in(follow_up.until), follow_up.disadvantage)
    database.execute(_WRITE, (case, *fields, digest(follow_up.how)))
    referrals = [(case, rank, referral) for rank, referral in enumerate(follow_up.referrals)]
    database.execute_many(_WRITE_REFERRAL, referrals)
