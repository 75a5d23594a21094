"""What SQLite says about disk and file, told as the adviser hears it."""

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlcipher3 import dbapi2

from vpjournal.errors import (
    Cancelled,
    DeviceFailed,
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalReplaced,
    ReadOnly,
)

_READONLY_DBMOVED, NOTADB = 1032, 26
_LEAVES: dict[int, type[JournalError]] = {
    5: JournalInUse,
    6: JournalInUse,
    8: ReadOnly,
    9: Cancelled,
    10: DeviceFailed,
    13: DiskFull,
    14: DeviceFailed,
}
_DAMAGE = (11, NOTADB)
_WORDS = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": NOTADB,
}


def _code_of(error: Exception) -> int:
    """Return the number of a fault, or 0. The backup API tells its own in SQLite's words alone."""
    return getattr(error, "sqlite_errorcode", None) or _WORDS.get(str(error), 0)


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Turn what SQLite says about disk and file into leaves; what it says about our SQL stays a bug."""
    try:
        yield
    except dbapi2.Error as error:
        if str(error).startswith("Could not decode"):
            # Only damage makes such a text, and the message quotes it.
            error.args = ()
            raise JournalDamaged("database") from None
        code = _code_of(error)
        if code == _READONLY_DBMOVED:
            raise JournalReplaced from error
        if code & 0xFF in _DAMAGE:
            raise JournalDamaged("database") from error
        leaf = _LEAVES.get(code & 0xFF)
        if leaf is None:
            raise
        raise leaf from error


def hold_nul(rows: Iterable[tuple[Any, ...]]) -> bool:
    """Tell whether a text holds a NUL, which nobody wrote: damage that was met without an error leaves them."""
    return any(isinstance(value, str) and "\0" in value for row in rows for value in row)
