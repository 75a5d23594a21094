"""A passphrase becomes a key here and nowhere else.

Argon2id: slow for whoever guesses, and never with figures that a damaged or hostile header made up.
"""

import time
import unicodedata
from dataclasses import dataclass, replace

from argon2.exceptions import HashingError
from argon2.low_level import Type, error_to_str, hash_secret_raw

from vpjournal.errors import JournalDamaged, TooLittleMemory
from vpjournal.vault.keys import Secret

_VERSION = 19  # Argon2 v1.3
_MEMORY_ALLOCATION_ERROR = -22


@dataclass(frozen=True, slots=True)
class Profile:
    """What one derivation costs: memory in KiB, passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int

    def check(self, *, floor: "Profile") -> None:
        """Refuse figures below ``floor`` or above what any machine is asked for. Raises JournalDamaged."""
        ranges = (
            (floor.memory, self.memory, CEILING.memory),
            (floor.passes, self.passes, CEILING.passes),
            (floor.lanes, self.lanes, CEILING.lanes),
        )
        if not all(type(value) is int and low <= value <= high for low, value, high in ranges):
            raise JournalDamaged("header")


STANDARD = Profile(memory=256 * 1024, passes=4, lanes=4)
FLOOR = Profile(memory=64 * 1024, passes=3, lanes=1)
CEILING = Profile(memory=4 * 1024 * 1024, passes=20, lanes=16)
# For tests. A reader refuses it unless it is handed along as the floor.
CHEAPEST = Profile(memory=64, passes=1, lanes=1)


def derive(passphrase: str, *, salt: bytes, profile: Profile) -> Secret:
    """Return 32 bytes for a passphrase of any length and any characters. Raises TooLittleMemory."""
    # A lone surrogate cannot come from a keyboard, but must not crash here either.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        key = hash_secret_raw(
            secret=secret,
            salt=salt,
            time_cost=profile.passes,
            memory_cost=profile.memory,
            parallelism=profile.lanes,
            hash_len=32,
            type=Type.ID,
            version=_VERSION,
        )
    except MemoryError as error:
        raise TooLittleMemory from error
    except HashingError as error:
        if str(error) == error_to_str(_MEMORY_ALLOCATION_ERROR):
            raise TooLittleMemory from error
        raise
    return Secret(key)


def calibrate(*, seconds: float = 1.0) -> Profile:
    """Return the standard profile, with more passes where this machine needs less than ``seconds`` for it."""
    start = time.perf_counter()
    derive("", salt=bytes(32), profile=STANDARD)
    spent = time.perf_counter() - start
    passes = int(STANDARD.passes * seconds / spent)
    return replace(STANDARD, passes=min(max(passes, STANDARD.passes), CEILING.passes))
