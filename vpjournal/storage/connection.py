"""The only way to the database: SQLCipher, set up in one way, which knows when its file is no longer its own."""

import contextlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from vpjournal.domain.progress import Progress
from vpjournal.errors import (
    Cancelled,
    DeviceFailed,
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalNotFound,
    JournalReplaced,
    NotAJournal,
    PartsDoNotMatch,
    ReadOnly,
    translate_os_error,
)
from vpjournal.storage.file_state import PAGE, FileState

IntegrityError: type[Exception] = dbapi2.IntegrityError
Row = tuple[Any, ...]
_STEP = 512
"""How many pages are copied between two looks at progress; 2 MiB take about 17 ms."""
_WRITE_WAIT = 5.0
_READ_WAIT = 30.0
"""Seconds that a connection waits for another; a backup can wait, and may have to while much is saved."""
_KEYSPEC = re.compile(r"x'[0-9a-f]{64}([0-9a-f]{32})'")
_SETTINGS = (
    "cipher_page_size = 4096",
    "temp_store = MEMORY",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)
_ATTACH, _DETACH = 24, 25
_BUSY, _READONLY_DBMOVED, _NOTADB = 5, 1032, 26
_LEAVES: dict[int, type[JournalError]] = {
    5: JournalInUse,
    6: JournalInUse,
    8: ReadOnly,
    9: Cancelled,
    10: DeviceFailed,
    13: DiskFull,
    14: DeviceFailed,
}
_DAMAGE = (11, _NOTADB)


class Database:
    """A connection with its recipe. Used on the thread that made it; ``interrupt`` alone may come from another.

    An insert of 2,000 characters with its commit takes about 2 ms on an SSD at these settings: the directory sync
    of EXTRA is in that, and keeps the last commit through a power loss.
    """

    def __init__(self, path: Path, keyspec: str, *, new: bool = False, read_only: bool = False) -> None:
        """Open the database at ``path``, which must exist; ``new`` says that it is still empty.

        Raises JournalNotFound, NotAJournal, JournalDamaged, PartsDoNotMatch, ReadOnly, DeviceFailed.
        """
        self._read_only = read_only
        self.on_return: Callable[[], None] = _nothing
        """Called when the file is taken up again after it was away; what it raises keeps the file from that."""
        self._open(path, keyspec, new=new)

    def _open(self, path: Path, keyspec: str, *, new: bool) -> None:
        self._salt = _salt_of(keyspec)
        self.path = path
        self._keyspec = keyspec
        _check_files(path, new=new)
        try:
            with _told():
                self._connection = _connect(path, keyspec, read_only=self._read_only)
                self._first_use(new=new)
        except JournalDamaged as error:
            code = getattr(error.__cause__, "sqlite_errorcode", 0)
            if code & 0xFF == _NOTADB and not self.begins_with_salt():
                raise PartsDoNotMatch from error
            raise
        self._file = FileState(path)

    def _first_use(self, *, new: bool) -> None:
        try:
            if new:
                self._make_first_page()
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            self._require_whole_file()
        except BaseException:
            self._connection.close()
            raise

    def _make_first_page(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("PRAGMA user_version = 0")
        self._connection.execute("COMMIT")
        if not self.begins_with_salt():
            raise AssertionError("the key was not taken in its raw form")

    def _require_whole_file(self) -> None:
        """Compare length and pages; after the first read, because a crash may have left something to roll back."""
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        if self.path.stat().st_size != pages * PAGE:
            raise JournalDamaged("database")

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a SELECT, or of an INSERT … RETURNING inside a transaction."""
        with _told():
            self._compare_outside_transaction()
            rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return rows

    def query_one(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row, or None."""
        rows = self.query(sql, parameters)
        return rows[0] if rows else None

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Change something inside a transaction; return how many rows it touched."""
        self._require_transaction()
        with _told():
            count: int = self._connection.execute(sql, parameters).rowcount
        return count

    def execute_many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        """Run one statement for each set of parameters inside a transaction."""
        self._require_transaction()
        with _told():
            self._connection.executemany(sql, parameters)

    def insert(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Insert a row inside a transaction; return its row id."""
        self._require_transaction()
        with _told():
            row_id: int = self._connection.execute(sql, parameters).lastrowid
        return row_id

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what happens inside, all of it, or none when it raises.

        Raises JournalReplaced before anything is written when the file is no longer the one that was opened.
        """
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open")
        with _told():
            self._compare()
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            with _told():
                yield
                self._connection.execute("COMMIT")
        except BaseException as error:
            # After some errors, a full disk among them, SQLite has rolled back by itself.
            if self._connection.in_transaction:
                with contextlib.suppress(dbapi2.Error):
                    self._connection.execute("ROLLBACK")
            if isinstance(error, DeviceFailed) and self._may_not_write():
                raise ReadOnly from error
            raise
        finally:
            self._file.remember()

    def write_anew(self) -> None:
        """Write every page anew, outside a transaction: 2 s for each 100 MB, and as much memory.

        A row that SQLite once moved to another page can leave a copy between the rows of the page it left, which
        ``secure_delete`` does not reach.
        """
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open")
        with _told():
            self._compare()
            # It attaches an empty database to itself.
            self._connection.set_authorizer(None)
            try:
                self._connection.execute("VACUUM")
            finally:
                self._connection.set_authorizer(_authorize)
                self._file.remember()

    def copy_to(self, path: Path, keyspec: str, *, progress: Progress | None = None) -> None:
        """Copy everything into the empty file at ``path`` under another raw key: about 120 MB/s.

        Another connection may go on writing; the copy is then begun again. ``progress`` is told how many pages of how
        many are done, and may raise to give up. Raises DiskFull, DeviceFailed, JournalDamaged.
        """
        copy = Database(path, keyspec, new=True)
        with contextlib.closing(copy), _told():
            self._compare_outside_transaction()
            # What is copied counts only once it is whole and synced, which the caller sees to.
            copy._connection.execute("PRAGMA synchronous = OFF")
            self._connection.backup(copy._connection, pages=_STEP, progress=_as_counted(progress), sleep=0.05)
            copy._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            copy._require_whole_file()
        if not copy.begins_with_salt():
            raise AssertionError("the copy has another salt than its key")

    def move(self, path: Path, keyspec: str) -> None:
        """Go on with another file, which holds the same: the connection to this one is closed first."""
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open")
        self._connection.close()
        self._open(path, keyspec, new=False)

    def begins_with_salt(self) -> bool:
        """Say whether the file begins with the derived salt, as it does when only we wrote it."""
        try:
            with self.path.open("rb") as file:
                return file.read(16) == self._salt
        except OSError as error:
            raise translate_os_error(error) from error

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def open_reader(self) -> "Database":
        """Open a second connection that only reads, to be made and used on another thread."""
        return Database(self.path, self._keyspec, read_only=True)

    def interrupt(self) -> None:
        """Stop the statement that is running; it raises Cancelled. May be called from any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close. Safe to call twice."""
        self._connection.close()

    def _require_transaction(self) -> None:
        if not self._connection.in_transaction:
            raise RuntimeError("a change outside a transaction")

    def _compare_outside_transaction(self) -> None:
        if not self._connection.in_transaction:
            self._compare()

    def _compare(self) -> None:
        try:
            # A reader sees size and time change whenever the writer commits.
            if self._file.is_ours(only_the_file=self._read_only):
                return
            is_back = not self._read_only and self._file.is_back()
        except OSError as error:
            raise (JournalReplaced if self.path.parent.exists() else DeviceFailed) from error
        if not is_back:
            raise JournalReplaced
        self._take_up_again()

    def _take_up_again(self) -> None:
        """Go on with the file that came back: what was open leads to one that is gone."""
        self.on_return()
        fresh = Database(self.path, self._keyspec)
        before, self._connection, self._file = self._connection, fresh._connection, fresh._file
        with contextlib.suppress(dbapi2.Error):
            before.close()

    def _may_not_write(self) -> bool:
        folder = self.path.parent
        return folder.is_dir() and not os.access(folder, os.W_OK)

    def __repr__(self) -> str:
        return "Database(…)"


def _as_counted(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    if progress is None:
        return None
    return lambda _status, remaining, total: progress(total - remaining, total)


def _salt_of(keyspec: str) -> bytes:
    match = _KEYSPEC.fullmatch(keyspec)
    if match is None:
        # SQLCipher would take anything else for a passphrase, and the file would not be what its format says.
        raise ValueError("not a raw key")
    return bytes.fromhex(match[1])


def _check_files(path: Path, *, new: bool) -> None:
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
        raise JournalDamaged("database")


def _is_plain_file(path: Path) -> bool:
    return stat.S_ISREG(os.lstat(path).st_mode)


def _connect(path: Path, keyspec: str, *, read_only: bool) -> Any:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # A network share on Windows: SQLite wants the host in the path.
        uri = uri.replace("file://", "file:////", 1)
    mode = "ro" if read_only else "rw"
    wait = _READ_WAIT if read_only else _WRITE_WAIT
    connection = dbapi2.connect(f"{uri}?mode={mode}", uri=True, isolation_level=None, timeout=wait)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(keyspec)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("PRAGMA query_only = ON" if read_only else "PRAGMA journal_mode = DELETE")
        connection.set_authorizer(_authorize)
    except BaseException:
        connection.close()
        raise
    return connection


def _authorize(action: int, *_names: str | None) -> int:
    # No statement of ours attaches a file; one that came in with a hostile schema would. VACUUM attaches too.
    denied: int = dbapi2.SQLITE_DENY if action in (_ATTACH, _DETACH) else dbapi2.SQLITE_OK
    return denied


def _nothing() -> None:
    pass


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turn what SQLite says about disk and file into leaves; what it says about our SQL stays a bug."""
    try:
        yield
    except dbapi2.Error as error:
        if str(error).startswith("Could not decode"):
            # Only damage makes such a text, and the message quotes it.
            error.args = ()
            raise JournalDamaged("database") from None
        code = getattr(error, "sqlite_errorcode", None) or 0
        if code == _READONLY_DBMOVED:
            raise JournalReplaced from error
        if code & 0xFF in _DAMAGE:
            raise JournalDamaged("database") from error
        leaf = _LEAVES.get(code & 0xFF)
        if leaf is None:
            raise
        raise leaf from error
