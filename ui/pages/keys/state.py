"""How far someone is with passphrase and sheet, apart from the widgets, so that it survives another look.

It is in memory alone: nothing here is ever written anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vpjournal.journal.opening import RecoveryCode


class Screen(StrEnum):
    """A screen of the first run, of a change, or of recovery."""

    LOOK = "look"
    ABOUT = "about"
    WORDS = "words"
    OWN = "own"
    PRACTICE = "practice"
    SHEET = "sheet"
    APPLY = "apply"
    DONE = "done"
    PLACE = "place"


@dataclass(slots=True)
class KeyState:
    """What was chosen and made so far."""

    screen: Screen = Screen.LOOK
    words: tuple[str, ...] = field(default=(), repr=False)
    passphrase: str = field(default="", repr=False)
    """The new one, while its sheet is put on paper."""
    code: RecoveryCode | None = field(default=None, repr=False)
    sheet: bytes = field(default=b"", repr=False)
    asked: tuple[int, ...] = ()
    """The places, from 1, of the groups that are typed back."""
    keeps_sheet: bool = False
    """The old sheet keeps its use, because no new one is made."""
    on_paper: bool = False
    """The sheet was printed or saved."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the code."""
        return () if self.code is None else self.code.groups
