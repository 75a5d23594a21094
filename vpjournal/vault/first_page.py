"""What the first page of a database says of its length, which SQLite does not tell of a file that was cut off."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from vpjournal.vault import durable
from vpjournal.vault.keys import Keys

_PAGE = 4096
_SALT, _VECTOR, _MAC = 16, _PAGE - 80, _PAGE - 64
"""Where the salt of the first page ends, and where the vector and the HMAC of each page begin."""


def has_its_length(path: Path, keys: Keys) -> bool:
    """Tell whether a database is as long as its first page says; one that cannot be understood says nothing."""
    with durable.os_errors_told(), path.open("rb") as file:
        page, size = file.read(_PAGE), path.stat().st_size
    if len(page) < _PAGE:
        return False
    cipher = Cipher(AES(keys.database_key.reveal()), CBC(page[_VECTOR:_MAC])).decryptor()
    text = bytes(_SALT) + cipher.update(page[_SALT:_VECTOR])
    understood = int.from_bytes(text[16:18], "big") == _PAGE
    return not understood or size == int.from_bytes(text[28:32], "big") * _PAGE
