"""The only way to the database: SQLCipher, set up in one way, which knows when its file is no longer its own."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from vpjournal.domain.progress import Progress
from vpjournal.errors import (
    DeviceFailed,
    JournalDamaged,
    JournalError,
    JournalReplaced,
    OnlyToLook,
    PartsDoNotMatch,
    ReadOnly,
    WrongLength,
    translate_os_error,
)
from vpjournal.storage import free_pages
from vpjournal.storage.faults import NOTADB, hold_nul, told
from vpjournal.storage.file_state import PAGE, FileState, check_files, salt_of

IntegrityError: type[Exception] = dbapi2.IntegrityError
Row = tuple[Any, ...]
_STEP = 512
"""How many pages are copied between two looks at progress; 2 MiB take about 17 ms."""
_WRITE_WAIT = 5.0
_READ_WAIT = 30.0
"""Seconds that a connection waits for another; a backup can wait, and may have to while much is saved."""
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


class Database:
    """A connection with its recipe. Used on the thread that made it; ``interrupt`` alone may come from another.

    An insert of 2,000 characters with its commit takes about 2 ms on an SSD at these settings: the directory sync
    of EXTRA is in that, and keeps the last commit through a power loss.
    """

    def __init__(
        self, path: Path, keyspec: str, *, new: bool = False, read_only: bool = False, damaged: bool = False
    ) -> None:
        """Open the database at ``path``, which must exist; ``new`` says that it is still empty.

        With ``damaged`` it may have any length, as long as its first page can be read: for copies alone.

        Raises JournalNotFound, NotAJournal, JournalDamaged, WrongLength, PartsDoNotMatch, ReadOnly, DeviceFailed.
        """
        self._read_only = read_only
        self.on_return: Callable[[], None] = _nothing
        """Called when the file is taken up again after it was away; what it raises keeps the file from that."""
        self._damaged = damaged
        self._yielding: Database | None = None
        self._open(path, keyspec, new=new)

    def _open(self, path: Path, keyspec: str, *, new: bool) -> None:
        self._salt = salt_of(keyspec)
        self.path = path
        self._keyspec = keyspec
        check_files(path, new=new)
        interrupted = not self._read_only and free_pages.may_be_half_written(path)
        try:
            with told():
                self._connection = self._connect(path)
                self._first_use(new=new)
        except JournalDamaged as error:
            code = getattr(error.__cause__, "sqlite_errorcode", 0)
            if code & 0xFF == NOTADB and not self.begins_with_salt():
                raise PartsDoNotMatch from error
            raise
        if interrupted:
            # A full disk must not keep anyone from opening their journal.
            with contextlib.suppress(JournalError), told():
                free_pages.renew(self._connection)
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
        size = self.path.stat().st_size
        if size != pages * PAGE and not self._damaged:
            left = size > pages * PAGE and size % PAGE == 0
            if not (left and free_pages.are_ours_after(self._connection, pages)):
                raise WrongLength

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a SELECT, or of an INSERT … RETURNING inside a transaction."""
        try:
            rows = self._query(sql, parameters)
            if self._connection.in_transaction or not hold_nul(rows):
                return rows
        except JournalDamaged:
            if self._connection.in_transaction:
                raise
        # SQLCipher gives no page any more on a connection that met a damaged one, perhaps for an earlier question.
        self._connect_again()
        with self._usable_after_damage():
            rows = self._query(sql, parameters)
        if hold_nul(rows):
            self._connect_again()
        return rows

    def _query(self, sql: str, parameters: Sequence[object]) -> list[Row]:
        with told():
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
        with told():
            count: int = self._connection.execute(sql, parameters).rowcount
        return count

    def execute_many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        """Run one statement for each set of parameters inside a transaction."""
        self._require_transaction()
        with told():
            self._connection.executemany(sql, parameters)

    def insert(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Insert a row inside a transaction; return its row id."""
        self._require_transaction()
        with told():
            row_id: int = self._connection.execute(sql, parameters).lastrowid
        return row_id

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what happens inside, all of it, or none when it raises.

        Raises JournalReplaced before anything is written when the file is no longer the one that was opened, and
        OnlyToLook when it was opened for reading alone.
        """
        self.require_writable()
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open")
        if self._yielding is not None:
            # It may have ended in this very moment.
            with contextlib.suppress(dbapi2.ProgrammingError):
                self._yielding.interrupt()
            self._yielding = None
        with told():
            self._compare()
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            with told():
                yield
                self._connection.execute("COMMIT")
        except BaseException as error:
            # After some errors, a full disk among them, SQLite has rolled back by itself.
            if self._connection.in_transaction:
                with contextlib.suppress(dbapi2.Error):
                    self._connection.execute("ROLLBACK")
            if isinstance(error, DeviceFailed) and self._may_not_write():
                raise ReadOnly from error
            if isinstance(error, JournalDamaged):
                self._connect_again()
            raise
        finally:
            self._file.remember()

    def require_writable(self) -> None:
        """Raise OnlyToLook when this was opened for reading alone."""
        if self._read_only:
            raise OnlyToLook

    def write_anew(self) -> None:
        """Write every page anew, outside a transaction: 2 s for each 100 MB, and as much memory.

        A row that SQLite once moved to another page can leave a copy between the rows of the page it left, which
        ``secure_delete`` does not reach.
        """
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open")
        with told():
            self._compare()
            # It attaches an empty database to itself.
            self._connection.set_authorizer(None)
            try:
                self._connection.execute("VACUUM")
            finally:
                self._connection.set_authorizer(_authorize)
                self._file.remember()

    def write_whole_to(self, path: Path) -> None:
        """Write all that the tables hold into the empty file at ``path``, under the same key: 2 s for each 100 MB.

        Pages that are free are not even read. Raises JournalDamaged, DiskFull, DeviceFailed.
        """
        with self._usable_after_damage(), told():
            self._compare_outside_transaction()
            self._connection.set_authorizer(None)
            try:
                self._connection.execute("VACUUM INTO ?", (str(path),))
            finally:
                self._connection.set_authorizer(_authorize)

    def copy_to(self, path: Path, keyspec: str, *, progress: Progress | None = None) -> None:
        """Copy everything into the empty file at ``path`` under another raw key: about 120 MB/s.

        Another connection may go on writing; the copy is then begun again. ``progress`` is told how many pages of how
        many are done, and may raise to give up. Raises DiskFull, DeviceFailed, JournalDamaged.
        """
        with told():
            self._compare_outside_transaction()
        with self._usable_after_damage():
            self._copy(path, keyspec, progress)

    def copy_as_opened(self, path: Path, keyspec: str, *, progress: Progress | None = None) -> None:
        """Copy what is open although another file lies in its place by now.

        Raises JournalReplaced when there is nothing left to read, because the very file was overwritten.
        """
        if not self._file.can_be_read_on():
            raise JournalReplaced
        self._copy(path, keyspec, progress)

    def _copy(self, path: Path, keyspec: str, progress: Progress | None) -> None:
        copy = Database(path, keyspec, new=True)
        with contextlib.closing(copy), told():
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

    def open_reader(self, *, gives_way: bool = False) -> "Database":
        """Open a second connection that only reads, to be made and used on another thread.

        One that ``gives_way`` is stopped, and raises Cancelled, as soon as something is to be written here.
        """
        reader = Database(self.path, self._keyspec, read_only=True)
        if gives_way:
            self._yielding = reader
        return reader

    def interrupt(self) -> None:
        """Stop the statement that is running; it raises Cancelled. May be called from any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close. Safe to call twice."""
        self._connection.close()

    @contextlib.contextmanager
    def _usable_after_damage(self) -> Iterator[None]:
        """Let what is whole be read on."""
        try:
            yield
        except JournalDamaged:
            if not self._connection.in_transaction:
                self._connect_again()
            raise

    def _connect_again(self) -> None:
        with contextlib.suppress(dbapi2.Error):
            fresh = self._connect(self.path)
            self._connection.close()
            self._connection = fresh

    def _connect(self, path: Path) -> Any:
        return _connect(path, self._keyspec, read_only=self._read_only, damaged=self._damaged)

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


def _connect(path: Path, keyspec: str, *, read_only: bool, damaged: bool) -> Any:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # A network share on Windows: SQLite wants the host in the path.
        uri = uri.replace("file://", "file:////", 1)
    mode = "ro" if read_only else "rw"
    wait = _READ_WAIT if read_only else _WRITE_WAIT
    connection = dbapi2.connect(f"{uri}?mode={mode}", uri=True, isolation_level=None, timeout=wait)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(keyspec)
        if damaged:
            # Without this SQLite refuses a file that is shorter than its first page says.
            connection.execute("PRAGMA writable_schema = ON")
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
