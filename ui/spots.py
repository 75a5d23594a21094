"""Says in a ``Place`` where a search found its word: the record, which of its texts, and where in that one.

Numbers only, because a place is kept while the journal is locked and never holds anything typed.
"""

import re

from vpjournal.domain.ids import ContactId
from vpjournal.domain.views import Spot

_WRITTEN = re.compile(r"(\d{1,19})@(\d{1,3}):(\d{1,9})-(\d{1,9})")


def spot_detail(record: int, spot: Spot) -> str:
    """Write down a spot in a record."""
    return f"{record}@{spot.text}:{spot.start}-{spot.end}"


def read_spot(detail: str) -> tuple[int, Spot] | None:
    """Read what ``spot_detail`` wrote; ``None`` for anything else."""
    found = _WRITTEN.fullmatch(detail)
    if found is None:
        return None
    record, text, start, end = map(int, found.groups())
    return record, Spot(text, start, end)


def contact_place(detail: str) -> tuple[ContactId | None, int | Spot | None]:
    """Read a contact with where the cursor once was, or what a search found; what cannot be read is nowhere."""
    if found := read_spot(detail):
        return ContactId(found[0]), found[1]
    contact, _, cursor = detail.partition(":")
    if not contact.isdecimal():
        return None, None
    return ContactId(int(contact)), int(cursor) if cursor.isdecimal() else None
