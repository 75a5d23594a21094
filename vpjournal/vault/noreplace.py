"""Renaming that never takes the place of something, which the standard library cannot say on every system."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
_RENAME_EXCL = 4
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def rename_new(source: Path, target: Path) -> None:
    """Rename a file or folder to a name that must be free. Raises FileExistsError, also for an empty folder."""
    if sys.platform == "win32":
        source.rename(target)
        return
    failure = _exclusively(os.fsencode(source), os.fsencode(target))
    if failure in _UNSUPPORTED:
        _carefully(source, target)
    elif failure:
        raise OSError(failure, os.strerror(failure))


def _exclusively(source: bytes, target: bytes) -> int:
    """Ask the kernel; return 0, or the error number."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            result = libc.renamex_np(source, target, _RENAME_EXCL)
        else:
            result = libc.renameat2(_AT_FDCWD, source, _AT_FDCWD, target, _RENAME_NOREPLACE)
    except AttributeError:
        return errno.ENOSYS
    return ctypes.get_errno() if result else 0


def _carefully(source: Path, target: Path) -> None:
    """Do without the kernel's promise: a hard link refuses a taken name; a folder can only look first."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if source.is_file():
        try:
            target.hardlink_to(source)
        except FileExistsError:
            raise
        except OSError:
            source.rename(target)
        else:
            source.unlink()
        return
    source.rename(target)
