"""Removes what interrupted work left outside a journal: copies of a database that its own keys open.

Locking ends the process whatever it is at, and a copy that stays may hold what was destroyed in the journal since.
"""

import contextlib
import shutil
import time
from pathlib import Path

from vpjournal.journal.places import CONFLICT, LOOKED_AT, TRIED, own_folder
from vpjournal.vault import durable, remove_abandoned

AT_WORK = 3600.0
"""Seconds for which another process may still be at work on what lies there."""


def remove_remains(journal: Path, *, unused: float = AT_WORK) -> None:
    """Remove what nothing was written in for so many seconds; what cannot be removed waits for the next time."""
    before = time.time() - unused
    for name in (TRIED, LOOKED_AT, CONFLICT):
        with contextlib.suppress(OSError):
            for path in own_folder().glob(f"{name}*"):
                if _is_older(path, before):
                    _remove(path)
    for place in dict.fromkeys((own_folder(), journal.parent)):
        remove_abandoned(place, only=lambda path: _is_older(path, before))


def _is_older(path: Path, before: float) -> bool:
    """Tell whether it was last written in before then, or at a time that is still to come: a clock was wrong."""
    changed = path.lstat().st_mtime
    return changed <= before or changed > before + 2 * AT_WORK


def _remove(path: Path) -> None:
    if path.is_dir() and not durable.is_link(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink()
