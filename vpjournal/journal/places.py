"""Where the program keeps what is its own: the journal by default, and what has to lie outside of a journal."""

import os
import sys
from pathlib import Path

_NAME = "VP-journaal.vpjournal"
_APPLICATION = "VP-journaal"
_DRAFTS = "drafts"
TRIED, LOOKED_AT, CONFLICT = ".tried-", ".looked-at-", "conflict.db.new"
"""How the names of copies of a database begin that lie in the program's own folder while it is at work on them."""


def own_folder() -> Path:
    """Return the folder of the program's own data, out of sync folders; it may not be there yet."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
        # The specification of these folders says to ignore a relative one.
        base = chosen if chosen.is_absolute() else Path.home() / ".local" / "share"
    return base / _APPLICATION


def default_folder() -> Path:
    """Return where the journal lies when nobody chose a place."""
    return own_folder() / _NAME


def drafts_folder() -> Path:
    """Return where texts lie sealed that could not be saved."""
    return own_folder() / _DRAFTS
