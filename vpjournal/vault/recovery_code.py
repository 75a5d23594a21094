"""The code on the recovery sheet: 140 random bits that a person can copy from paper, and that notice each slip.

Seven groups of five Crockford base32 characters; the fifth of a group is its checksum over GF(32). The checksum
knows the group's place, so that two groups in each other's place are noticed too.
"""

import secrets
from dataclasses import dataclass

from vpjournal.errors import RecoveryCodeMistyped
from vpjournal.vault.keys import Secret, hkdf

GROUPS = 7
_DATA = 4
_LENGTH = _DATA + 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MODULUS = 0b100101  # x^5 + x^2 + 1
_WEIGHTS = (2, 4, 8, 16)
_ALIKE = str.maketrans("ILO", "110")
_SEPARATORS = str.maketrans("", "", " -\t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014\u2212")


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
    drawn = ["".join(secrets.choice(_ALPHABET) for _ in range(_DATA)) for _ in range(GROUPS)]
    return RecoveryCode(tuple(data + _checksum(data, place) for place, data in enumerate(drawn, 1)))


def parse_recovery_code(typed: str) -> RecoveryCode:
    """Read a code as a person types it: any case, spaces or hyphens anywhere, I and L for 1, O for 0.

    Raises RecoveryCodeMistyped with the first group (from 1) that is incomplete or fails its checksum.
    """
    text = typed.translate(_SEPARATORS).upper().translate(_ALIKE)
    groups = tuple(text[start : start + _LENGTH] for start in range(0, GROUPS * _LENGTH, _LENGTH))
    for place, group in enumerate(groups, 1):
        if not _is_sound(group, place):
            raise RecoveryCodeMistyped(place)
    if len(text) > GROUPS * _LENGTH:
        raise RecoveryCodeMistyped(GROUPS)
    return RecoveryCode(groups)


def group_is_sound(typed: str, place: int) -> bool:
    """Say whether one group, as typed back from the sheet, has the checksum of its place (from 1)."""
    return _is_sound(typed.translate(_SEPARATORS).upper().translate(_ALIKE), place)


def _is_sound(group: str, place: int) -> bool:
    if len(group) != _LENGTH or not all(character in _ALPHABET for character in group):
        return False
    return _checksum(group[:_DATA], place) == group[_DATA]


def _checksum(data: str, place: int) -> str:
    total = place
    for weight, character in zip(_WEIGHTS, data, strict=True):
        total ^= _product(weight, _ALPHABET.index(character))
    return _ALPHABET[total]


def _product(left: int, right: int) -> int:
    """Multiply in GF(32): every weight has an inverse, so that no single slip can cancel out."""
    result = 0
    while right:
        if right & 1:
            result ^= left
        left <<= 1
        if left & 0b100000:
            left ^= _MODULUS
        right >>= 1
    return result
