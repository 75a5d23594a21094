"""A journal goes for good: what opens it first, so that whatever an interruption leaves opens for nobody.

A file that anyone can read lies in the folder meanwhile and says what is going on. A disk may keep what was written
over all the same (a solid-state disk writes elsewhere); what it keeps is encrypted, and so are its copies.
"""

import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from vpjournal.domain.progress import Progress
from vpjournal.errors import JournalExists, JournalNotFound
from vpjournal.vault import durable, folder, header_files
from vpjournal.vault.folder import Unlocked
from vpjournal.vault.lock import FolderLock

MARKER = header_files.EMPTYING
_WORDS = """\
Hier stond een journaal van VP-journaal. De eigenaar is het aan het leegmaken. Staat dit bestand er nog, dan is dat
onderbroken: open VP-journaal om het af te maken.

A journal of VP-journaal was here. Its owner is emptying it. If this file is still here, that was interrupted: open
VP-journaal to finish it.
"""
_PIECE = 1 << 20
_LOCK = "lock"
_KEYS = "journal"
_OURS = (_KEYS, "data-", "backup.db", "reserve")
"""How every file begins that this program, or a sync program after it, leaves in the folder of a journal."""


def empty(unlocked: Unlocked, *, progress: Progress | None = None) -> bool:
    """Write over and remove the headers of a journal, then its databases, then the rest and the folder itself.

    The database is closed before; the lock is let go of here. ``progress`` is told how many bytes of how many are gone
    and may raise Cancelled before the first. Return whether nothing is left: what this program did not make stays, and
    its folder with it. Raises ReadOnly, DeviceFailed, DiskFull; then whatever is left is told by ``JournalEmptied``
    or, while a header is whole, opens as before.
    """
    place = unlocked.folder
    try:
        if progress is not None:
            progress(0, 1)
        # A full disk must not keep anyone from this.
        unlocked.release_reserve()
        files = _ours(place)
        whole = sum(size for _path, size in files)
        durable.replace_file(place / MARKER, _WORDS.encode("utf-8"))
        _destroy(sorted(files, key=lambda file: not file[0].name.startswith(_KEYS)), whole=whole, progress=progress)
    finally:
        unlocked.close()
    return _remove_folder(place)


def finish(place: Path) -> bool:
    """Remove what an interrupted emptying left: nothing of it opens any more. Return as ``empty`` does.

    Raises JournalNotFound when nothing of the kind lies there, JournalInUse, JournalExists when it does open still.
    """
    place = place.absolute()
    folder.require_folder(place)
    if not header_files.is_emptying(place):
        raise JournalNotFound
    lock = FolderLock(place)
    try:
        if any(found.sealed is not None for found in header_files.read_both(place)):
            raise JournalExists
        _destroy(_ours(place), whole=0, progress=None)
    finally:
        lock.release()
    return _remove_folder(place)


def _ours(place: Path) -> list[tuple[Path, int]]:
    with durable.os_errors_told():
        names = sorted(path for path in place.iterdir() if path.name.startswith(_OURS) and not path.is_dir())
        return [(path, _size(path)) for path in names]


def _size(path: Path) -> int:
    found = path.lstat()
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def _destroy(files: list[tuple[Path, int]], *, whole: int, progress: Progress | None) -> None:
    """Write over each file and take it away, each on the disk before the next."""
    gone = 0
    for path, size in files:
        with durable.os_errors_told():
            for piece in _written_over(path, size):
                gone += piece
                if progress is not None:
                    progress(min(gone, whole), max(whole, 1))
            path.unlink()
            durable.sync_folder(path.parent)


def _written_over(path: Path, size: int) -> Iterator[int]:
    """Put random bytes in the place of what a file holds; what a link leads to is not touched."""
    if durable.is_link(path) or not size:
        return
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    with path.open("r+b", buffering=0) as file:
        for begin in range(0, size, _PIECE):
            length = min(_PIECE, size - begin)
            file.write(secrets.token_bytes(length))
            yield length
        os.fsync(file.fileno())


def _remove_folder(place: Path) -> bool:
    """Take away what is left of ours, and the folder in one step if nothing else is in it."""
    ours = (MARKER, _LOCK)
    with durable.os_errors_told():
        if any(path.name not in ours for path in place.iterdir()):
            for name in ours:
                (place / name).unlink(missing_ok=True)
            return False
    folder.discard(place)
    return True
