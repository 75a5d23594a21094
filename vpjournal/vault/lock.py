"""One process at a time, by the operating system's own lock: it lets go when the process ends, however it ends."""

import errno
import os
import sys
from pathlib import Path

from vpjournal.errors import JournalInUse, NotAJournal
from vpjournal.vault.durable import is_link, os_errors_told

if sys.platform == "win32":
    from vpjournal.vault import windows
else:
    import fcntl

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class FolderLock:
    """Holds the file ``lock`` of a journal until ``release``."""

    def __init__(self, folder: Path) -> None:
        path = folder / "lock"
        with os_errors_told():
            if os.path.lexists(path) and (is_link(path) or not path.is_file()):
                raise NotAJournal
            self._descriptor = os.open(path, _FLAGS, 0o600)
            try:
                taken = _try_lock(self._descriptor)
            except OSError:
                os.close(self._descriptor)
                raise
        if not taken:
            os.close(self._descriptor)
            raise JournalInUse

    def is_of(self, folder: Path) -> bool:
        """Tell whether the file that is held is the one that lies there now, not one of a stick that was away."""
        path = folder / "lock"
        with os_errors_told():
            return os.path.lexists(path) and os.path.samestat(os.fstat(self._descriptor), os.lstat(path))

    def release(self) -> None:
        """Let go. Safe to call twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        return windows.try_lock(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise
    return True
