"""From one random data key to every key that is used, so that each has one purpose and none is stored."""

import re
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEYSPEC = re.compile(r"x'[0-9a-f]{96}'")


class Secret:
    """Bytes that show up in no repr, log or traceback. ``reveal()`` is the one way to them."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        self._value = value

    def reveal(self) -> bytes:
        """Return the bytes."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> str:
        raise TypeError("a secret is not written down")


@dataclass(frozen=True, slots=True)
class Keys:
    """What a data key opens in one journal."""

    database_key: Secret
    database_salt: bytes
    header_key: Secret
    draft_key: Secret
    backup_key: Secret

    def keyspec(self) -> str:
        """Return key and salt of the database as SQLCipher's raw form, ``x'`` + 96 lower-case hex digits + ``'``."""
        text = f"x'{self.database_key.reveal().hex()}{self.database_salt.hex()}'"
        # Anything else SQLCipher takes for a passphrase, silently.
        if not KEYSPEC.fullmatch(text):
            raise ValueError("not a raw key")
        return text


def new_data_key() -> Secret:
    """Return 32 random bytes."""
    return Secret(secrets.token_bytes(32))


def derive_keys(data_key: Secret, *, journal_id: bytes) -> Keys:
    """Derive what this data key opens in the journal with this id (16 bytes)."""

    def derived(purpose: str, length: int) -> bytes:
        return hkdf(data_key.reveal(), journal_id=journal_id, purpose=purpose, length=length)

    return Keys(
        database_key=Secret(derived("database key", 32)),
        database_salt=derived("database salt", 16),
        header_key=Secret(derived("header key", 32)),
        draft_key=Secret(derived("draft key", 32)),
        backup_key=Secret(derived("backup key", 32)),
    )


def hkdf(material: bytes, *, journal_id: bytes, purpose: str, length: int) -> bytes:
    """HKDF-SHA256 (RFC 5869) with the journal id as salt and ``vpjournal 1 <purpose>`` as info."""
    info = f"vpjournal 1 {purpose}".encode("ascii")
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=journal_id, info=info).derive(material)
