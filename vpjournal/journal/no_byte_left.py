"""What destroying a record and replacing a name end with, so that no byte of what went is left in the journal."""

from contextlib import suppress
from datetime import date

from vpjournal.errors import Cancelled, DiskFull
from vpjournal.storage import Database, backups, index, meta

_COPIES_LEFT = "copies_left"


def clean(database: Database, *, today: date) -> None:
    """Write the search index anew and mark the backups, in the transaction of what went. Takes seconds."""
    index.optimize(database, today=today)
    # Each holds what goes.
    backups.mark_to_renew(database)
    meta.write(database, _COPIES_LEFT, "yes")


def write_anew(database: Database) -> None:
    """Write the journal anew after something went; where that cannot be now, the next sweep of the bin does it."""
    # What went is gone by now: nothing that stops here may look as if nothing had happened.
    with suppress(DiskFull, Cancelled):
        if meta.read(database, _COPIES_LEFT):
            database.write_anew()
            with database.transaction():
                meta.write(database, _COPIES_LEFT, "")
