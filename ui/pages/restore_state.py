"""How far restoring is, apart from its widgets, so that it survives a change of language or text size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ui.restorer import FoundBackup, Restored


@dataclass(slots=True)
class RestoreState:
    """What was chosen, typed and made so far."""

    file: Path | None = None
    """The backup that was chosen; whether it is one shows when it was looked over."""
    found: FoundBackup | None = None
    by_code: bool = False
    passphrase: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    restored: Restored | None = None
