"""Puts right the pages that hold nothing, after a crash.

SQLite keeps no copy of a free page before it uses it, so a loss of power can leave one half written. Nothing is lost
by that; but its HMAC is wrong, and a copy of the whole database, for a backup or another key, is zeros from there on.
"""

import contextlib
import re
from pathlib import Path
from typing import Any

_PAGE = re.compile(r"page (\d+)")
OVERFLOW = 4096 - 80 - 4
"""Bytes of one long value that a page holds."""


def may_be_half_written(database: Path) -> bool:
    """Tell, before it is opened, whether a change was interrupted, which SQLite takes back at the first reading."""
    with contextlib.suppress(OSError):
        return database.with_name(database.name + "-journal").stat().st_size > 0
    return False


def are_ours_after(connection: Any, pages: int) -> bool:
    """Tell whether all that lies beyond the last page is pages that we wrote: 4 ms for each megabyte of the file.

    SQLite cuts a database that became shorter only after the commit; a crash in between leaves its old end, which the
    next writing anew takes away. Bytes that somebody added have no HMAC of ours.
    """
    found = (_PAGE.search(str(problem)) for (problem,) in connection.execute("PRAGMA cipher_integrity_check"))
    return all(match is not None and int(match[1]) <= pages for match in found)


def renew(connection: Any) -> None:
    """Fill all free pages and set them free again, in one transaction; what they held is never read.

    Two pages are written for each that is free, about 10 ms for each megabyte.
    """
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    if not free:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("CREATE TABLE filling (zeros BLOB NOT NULL) STRICT")
        connection.execute("INSERT INTO filling VALUES (zeroblob(?))", (free * OVERFLOW,))
        connection.execute("DROP TABLE filling")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
