"""Four mebibytes kept aside, so that a full disk still lets an adviser save and delete."""

import contextlib
import secrets
import shutil
from pathlib import Path

from vpjournal.errors import JournalError
from vpjournal.vault import durable

NAME = "reserve"
SIZE = 4 * 1024 * 1024
_SPARE = 16 * SIZE


def make(folder: Path) -> None:
    """Write the reserve. Random, because some file systems store zeros in no room at all."""
    durable.create_file(folder / NAME, secrets.token_bytes(SIZE))


def release(folder: Path) -> bool:
    """Give the room back; return whether there was any."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True


def restore(folder: Path) -> None:
    """Make the reserve again when it is missing or short and the disk has plenty; otherwise leave it for later."""
    path = folder / NAME
    with contextlib.suppress(JournalError, OSError):
        whole = not path.is_symlink() and path.exists() and path.stat().st_size == SIZE
        if not whole and shutil.disk_usage(folder).free > _SPARE:
            durable.replace_file(path, secrets.token_bytes(SIZE))
