"""The one place that writes files: whole or not at all, for our eyes only, and on the disk before it returns.

Linux, macOS and Windows differ in what "on the disk" takes; callers do not see it.
"""

import contextlib
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from vpjournal.errors import (
    JournalDamaged,
    JournalExists,
    JournalNotFound,
    NotAJournal,
    translate_os_error,
)
from vpjournal.vault.noreplace import rename_new

if sys.platform == "win32":
    from vpjournal.vault import windows
elif sys.platform == "darwin":
    import fcntl

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_CREATE = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY
_REPLACE_PATIENCE = 2.0


@contextlib.contextmanager
def os_errors_told() -> Iterator[None]:
    """Turn what the system says into the leaf that the adviser hears."""
    try:
        yield
    except OSError as error:
        raise translate_os_error(error) from error


def read_file(path: Path, *, limit: int) -> bytes:
    """Return a regular file's bytes; never follows a link, never waits on a pipe.

    Raises JournalNotFound, NotAJournal for what is no regular file, JournalDamaged when larger than ``limit``.
    """
    with os_errors_told():
        # Looked at first, since opening a device can do something and Windows follows links; and again once open.
        require_regular(path)
        descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW | _NONBLOCK | _BINARY)
        with open(descriptor, "rb") as file:  # noqa: PTH123  (a descriptor, not a path)
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise NotAJournal
            data = file.read(limit + 1)
    if len(data) > limit:
        raise JournalDamaged(path.name)
    return data


def require_regular(path: Path) -> None:
    """Refuse what is absent (JournalNotFound) or is a link, a folder, a pipe or a device (NotAJournal)."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError as error:
        raise JournalNotFound(path.name) from error
    if not stat.S_ISREG(mode) or is_link(path):
        raise NotAJournal


def is_link(path: Path) -> bool:
    """Say whether the last part of the path leads elsewhere: a symbolic link, or a junction."""
    if sys.platform == "win32":
        return windows.is_link(path)
    return path.is_symlink()


def create_file(path: Path, data: bytes) -> None:
    """Write a new file that must not exist yet, 0600, synced; remove it again when that fails."""
    with os_errors_told():
        descriptor = os.open(path, _CREATE, 0o600)
        with gone_when_it_fails(path):
            _fill(descriptor, data)
        sync_folder(path.parent)


@contextlib.contextmanager
def gone_when_it_fails(path: Path) -> Iterator[None]:
    """Remove a file again when what is done with it goes wrong, or is given up."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def create_folder(path: Path) -> None:
    """Make a folder that only its owner enters."""
    with os_errors_told():
        path.mkdir(mode=0o700)
        if sys.platform == "win32":
            windows.protect(path)


def replace_file(path: Path, data: bytes) -> None:
    """Put new bytes in the place of a file in one step: afterwards it holds the old bytes or the new, never a mix.

    A link at ``path`` is itself replaced; where it leads is not touched.
    """
    fresh = path.with_name(path.name + ".new")
    with os_errors_told():
        # Left behind by a process that was killed; the folder's lock says that nobody is writing it now.
        fresh.unlink(missing_ok=True)
        create_file(fresh, data)
        with gone_when_it_fails(fresh):
            _replace(fresh, path)
        sync_folder(path.parent)


def write_new_file(path: Path, data: bytes) -> None:
    """Save a file where the adviser chose to, 0600: never over anything, never through a link, never in part.

    Raises JournalExists when anything has this name, also a link that leads nowhere.
    """
    with os_errors_told():
        if not _write_nameless(path, data):
            _write_named(path, data)
        sync_folder(path.parent)


@contextlib.contextmanager
def new_file(path: Path, *, look: Callable[[Path], None] | None = None) -> Iterator[BinaryIO]:
    """Hand out a file to write and read back, which gets its name once it is whole and synced: never over anything.

    ``look`` looks at it where it lies then, and raises when it is to have no name.

    Until then it is hidden beside its later place under a name that tells whose it is; a crash leaves that, and the
    next to write a file of this name removes it. Raises JournalExists and whatever the block raises.
    """
    making = path.with_name(f".{path.name}.new")
    with os_errors_told():
        if os.path.lexists(path):
            raise JournalExists
        making.unlink(missing_ok=True)
        descriptor = os.open(making, _CREATE, 0o600)
        with gone_when_it_fails(making):
            with open(descriptor, "w+b") as file:  # noqa: PTH123  (a descriptor, not a path)
                yield file
                file.flush()
                _sync(descriptor)
            if look is not None:
                look(making)
            rename_new(making, path)
        sync_folder(path.parent)


def forget_cached(file: BinaryIO) -> None:
    """Let what is read next come from the disk rather than from memory, where the system knows how."""
    if sys.platform == "linux":
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    elif sys.platform == "darwin":
        fcntl.fcntl(file.fileno(), fcntl.F_NOCACHE, 1)


def _write_nameless(path: Path, data: bytes) -> bool:
    """Write a file that has no name until it is whole, so that a crash leaves nothing; False where that cannot be."""
    if sys.platform != "linux":
        return False
    try:
        descriptor = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError:
        return False
    try:
        _write(descriptor, data)
        # Naming a folder makes the call follow /proc's link; without it the link itself would be linked.
        folder = os.open(path.parent, os.O_PATH)
        try:
            os.link(f"/proc/self/fd/{descriptor}", path.name, src_dir_fd=folder, dst_dir_fd=folder)
        except FileExistsError:
            raise
        except OSError:  # No /proc, or a file system without such links.
            return False
        finally:
            os.close(folder)
    finally:
        os.close(descriptor)
    return True


def _write_named(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    descriptor = os.open(temporary, _CREATE, 0o600)
    with gone_when_it_fails(temporary):
        _fill(descriptor, data)
        rename_new(temporary, path)


def sync_file(path: Path) -> None:
    """Make what another wrote in a file durable."""
    descriptor = os.open(path, os.O_RDWR | _NOFOLLOW | _BINARY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and journals them itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def tighten(folder: Path) -> None:
    """Take the modes of a journal back to 0700 and 0600 when a copy or an archive loosened them."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # A file system without modes must not keep anyone from their journal.
        for path, mode in ((folder, 0o700), *((child, 0o600) for child in folder.iterdir())):
            found = os.lstat(path).st_mode
            if (stat.S_ISREG(found) or path == folder) and stat.S_IMODE(found) & 0o077:
                path.chmod(mode)


def _fill(descriptor: int, data: bytes) -> None:
    try:
        _write(descriptor, data)
    finally:
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    _sync(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        try:
            # fsync on macOS stops at the drive's own cache.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # A network or FAT volume does not know it.
            os.fsync(descriptor)
        return
    os.fsync(descriptor)


def _replace(source: Path, target: Path) -> None:
    if sys.platform == "win32":
        _replace_patiently(source, target)
    else:
        source.replace(target)


def _replace_patiently(source: Path, target: Path) -> None:
    # A virus scanner or a sync program may hold the old file for a moment.
    deadline = time.monotonic() + _REPLACE_PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
