"""The code on the recovery sheet: 140 random bits that a person can copy from paper, and that notice each slip.

Seven groups of five Crockford base32 characters; the fifth of a group is its check character. That knows the group's
place, so that two groups in each other's place are noticed too.
"""

import secrets
from dataclasses import dataclass

from vpjournal.domain.base32 import ALPHABET, as_printed, check_character, is_sound
from vpjournal.errors import RecoveryCodeMistyped
from vpjournal.vault.keys import Secret, hkdf

GROUPS = 7
_DATA = 4
_LENGTH = _DATA + 1


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """A code as it stands on the sheet; ``groups`` has seven texts of five characters."""

    groups: tuple[str, ...]

    def __repr__(self) -> str:
        return "RecoveryCode(…)"

    def seed(self, *, journal_id: bytes) -> Secret:
        """Return the 32 bytes that are the private key of this journal's recovery slot."""
        characters = "".join(group[:_DATA] for group in self.groups).encode("ascii")
        return Secret(hkdf(characters, journal_id=journal_id, purpose="recovery key", length=32))


def new_recovery_code() -> RecoveryCode:
    """Draw a code."""
    drawn = ["".join(secrets.choice(ALPHABET) for _ in range(_DATA)) for _ in range(GROUPS)]
    return RecoveryCode(tuple(data + check_character(data, start=place) for place, data in enumerate(drawn, 1)))


def parse_recovery_code(typed: str) -> RecoveryCode:
    """Read a code as a person types it: any case, spaces or hyphens anywhere, I and L for 1, O for 0.

    Raises RecoveryCodeMistyped with the first group (from 1) that is incomplete or fails its checksum.
    """
    text = as_printed(typed)
    groups = tuple(text[start : start + _LENGTH] for start in range(0, GROUPS * _LENGTH, _LENGTH))
    for place, group in enumerate(groups, 1):
        if not is_sound(group, length=_LENGTH, start=place):
            raise RecoveryCodeMistyped(place)
    if len(text) > GROUPS * _LENGTH:
        raise RecoveryCodeMistyped(GROUPS)
    return RecoveryCode(groups)


def group_is_sound(typed: str, place: int) -> bool:
    """Say whether one group, as typed back from the sheet, has the checksum of its place (from 1)."""
    return is_sound(as_printed(typed), length=_LENGTH, start=place)
