"""What the database file looked like when we left it: to notice another one in its place, and to know it again.

A stick that was pulled out and put back, or a folder that was copied back, gives the same bytes in another file. The
first page is encrypted anew by every commit, so whoever has the first page that we left has all that we left.
"""

import contextlib
import os
import re
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from vpjournal.errors import JournalNotFound, NotAJournal, WrongLength, translate_os_error

PAGE = 4096
_KEYSPEC = re.compile(r"x'[0-9a-f]{64}([0-9a-f]{32})'")


class Identity(NamedTuple):
    """Which file it is, and what changes when somebody writes into it."""

    device: int
    file: int
    size: int
    changed: int


class FileState:
    """Knows the file at a path. Later looks raise OSError where nobody can look at it."""

    def __init__(self, path: Path) -> None:
        """Look at the file for the first time. Raises DeviceFailed, ReadOnly."""
        self._path = path
        try:
            self._identity = identity(path)
            self._first_page = _first_page(path)
        except OSError as error:
            raise translate_os_error(error) from error

    def remember(self) -> None:
        """Take what is there now for what we left; where the file is away, what was known of it stays."""
        with contextlib.suppress(OSError):
            self._identity = identity(self._path)
            # Until it is read, no other file is ours; this one still is.
            self._first_page = b""
            self._first_page = _first_page(self._path)

    def is_ours(self, *, only_the_file: bool) -> bool:
        """Tell whether nobody but us has been there; ``only_the_file`` for one in which a writer is at work."""
        found = identity(self._path)
        return found[:2] == self._identity[:2] and (only_the_file or found == self._identity)

    def is_back(self) -> bool:
        """Tell whether another file lies there that holds what we left, to the byte, and nothing that is unfinished."""
        found = identity(self._path)
        if found[:2] == self._identity[:2] or found.size != self._identity.size:
            # Somebody wrote into our very file, or it is another one.
            return False
        return not self._is_unfinished() and _first_page(self._path) == self._first_page

    def can_be_read_on(self) -> bool:
        """Tell whether what was opened is untouched: as it was left, or merely no longer at its place.

        Something unfinished at that place would be taken for a part of it.
        """
        if self._is_unfinished():
            return False
        try:
            found = identity(self._path)
        except OSError:
            return True
        return found == self._identity or found[:2] != self._identity[:2]

    def _is_unfinished(self) -> bool:
        return os.path.lexists(self._path.with_name(self._path.name + "-journal"))


def identity(path: Path) -> Identity:
    """Look at the file at a path."""
    found = path.stat()
    # Windows updates the time of an open file when it likes, and lets nobody rename over one.
    changed = 0 if sys.platform == "win32" else found.st_mtime_ns
    return Identity(found.st_dev, found.st_ino, found.st_size, changed)


def _first_page(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(PAGE)


def check_files(path: Path, *, new: bool) -> None:
    """Look before SQLite does, which follows links, waits on pipes and takes an empty file for a new database."""
    try:
        found = os.lstat(path)
    except FileNotFoundError as error:
        raise JournalNotFound(path.name) from error
    except OSError as error:
        raise translate_os_error(error) from error
    journal = path.with_name(path.name + "-journal")
    if not stat.S_ISREG(found.st_mode) or (os.path.lexists(journal) and not _is_plain_file(journal)):
        raise NotAJournal
    whole = found.st_size > 0 and (found.st_size % PAGE == 0 or journal.exists())
    if whole == new:
        raise WrongLength


def _is_plain_file(path: Path) -> bool:
    return stat.S_ISREG(os.lstat(path).st_mode)


def salt_of(keyspec: str) -> bytes:
    match = _KEYSPEC.fullmatch(keyspec)
    if match is None:
        # SQLCipher would take anything else for a passphrase, and the file would not be what its format says.
        raise ValueError("not a raw key")
    return bytes.fromhex(match[1])
