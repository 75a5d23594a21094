"""Takes away what an interrupted rotation or backup left in a journal's folder, never what is newer than its header.

A database of a later generation opens with no key that exists here; it may be somebody's all the same, after a sync
program brought back an old header, and stays until the journal itself has gone past it.
"""

import contextlib
import re
from pathlib import Path

from vpjournal.vault import durable, header_files
from vpjournal.vault.header import SealedHeader

IMAGE = "backup.db.new"
"""The database image that a backup is made of; like every ``*.new`` it is never read after an interruption."""
_DATABASE = re.compile(r"data-(\d{6})\.db(?:-journal)?")
_UNFINISHED = re.compile(r"(?:data-\d{6}|backup)\.db\.new(?:-journal)?|(?:journal\.header(?:\.copy)?|reserve)\.new")


def remove(folder: Path, sealed: SealedHeader, *, with_image: bool = True) -> None:
    """Remove what is unfinished, and earlier databases once both headers are sure to say so; what fails waits.

    ``with_image`` takes the image of a backup too: nobody can be at work on it when the journal has just been opened.
    """
    with contextlib.suppress(OSError):
        for path in _matching(folder, _UNFINISHED):
            if with_image or not path.name.startswith(IMAGE):
                path.unlink()
        if header_files.unlike(folder, sealed):
            return
        earlier = [path for path in _matching(folder, _DATABASE) if _generation(path) < sealed.header.generation]
        if earlier:
            # The names of the headers first: without them the earlier database would be the only one that opens.
            durable.sync_folder(folder)
            for path in earlier:
                path.unlink()


def _matching(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    return [path for path in folder.iterdir() if pattern.fullmatch(path.name)]


def _generation(path: Path) -> int:
    match = _DATABASE.fullmatch(path.name)
    return int(match[1]) if match else 0
