"""Row numbers, one type for each kind of record, so that a case can never be asked for by a contact's number.

They are random: a sequence would tell in which order people came.
"""

import secrets
from typing import NewType

OrganisationId = NewType("OrganisationId", int)
CaseId = NewType("CaseId", int)
ContactId = NewType("ContactId", int)
OptionId = NewType("OptionId", int)
ChoiceId = NewType("ChoiceId", int)
AgreementId = NewType("AgreementId", int)
RoleCheckId = NewType("RoleCheckId", int)
SummaryId = NewType("SummaryId", int)
ApprovalId = NewType("ApprovalId", int)
HandedOutId = NewType("HandedOutId", int)
BackupId = NewType("BackupId", int)
NotNameId = NewType("NotNameId", int)
AcceptedId = NewType("AcceptedId", int)
CountingId = NewType("CountingId", int)
OwnCodeId = NewType("OwnCodeId", int)


def new_id() -> int:
    """Return a fresh random row number, positive and of 62 bits, so that it fits SQLite and Qt alike."""
    return secrets.randbits(62) or 1
