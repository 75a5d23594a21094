"""How far the first run is, apart from its widgets, so that it survives a change of language or text size."""

from dataclasses import dataclass, field
from enum import StrEnum


class Screen(StrEnum):
    """A screen of the first run."""

    LOOK = "look"
    ABOUT = "about"
    WORDS = "words"
    OWN = "own"
    PRACTICE = "practice"
    SHEET = "sheet"
    PLACE = "place"


STEPS = {
    Screen.LOOK: 1,
    Screen.ABOUT: 2,
    Screen.WORDS: 3,
    Screen.OWN: 3,
    Screen.PRACTICE: 3,
    Screen.SHEET: 4,
    Screen.PLACE: 5,
}
BEFORE = {
    Screen.ABOUT: Screen.LOOK,
    Screen.WORDS: Screen.ABOUT,
    Screen.OWN: Screen.WORDS,
    Screen.PRACTICE: Screen.WORDS,
}
"""The screen that *Terug* leads to; once the journal is made there is no way back."""


@dataclass(slots=True)
class FirstRunState:
    """What was chosen and made so far."""

    screen: Screen = Screen.LOOK
    words: tuple[str, ...] = field(default=(), repr=False)
    groups: tuple[str, ...] = field(default=(), repr=False)
    sheet: bytes = field(default=b"", repr=False)
    asked: tuple[int, ...] = ()
    """The places, from 1, of the groups that are typed back."""
    on_paper: bool = False
    """The sheet was printed or saved."""
