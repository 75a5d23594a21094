"""A counter kept outside the journal, so that an older folder put back in its place is noticed.

The file lies in the program's own folder. Its name and its content come from a key inside the journal: without that
they tell nobody which journal it is for, where that lies, or how far it counted.
"""

import contextlib
import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vpjournal.errors import JournalError
from vpjournal.vault import durable
from vpjournal.vault.keys import Secret, hkdf

FOLDER = "witness"
_NONCE, _COUNT, _TAG = 12, 8, 16
_SIZE = _NONCE + _COUNT + len("2026-01-01") + _TAG


@dataclass(frozen=True, slots=True)
class Mark:
    """How often a journal was opened and closed, and the day on which it was last counted."""

    count: int
    day: date


class Witness:
    """What was last seen of the journal at one place on this computer."""

    def __init__(self, home: Path, *, journal: Path, journal_id: bytes, material: bytes) -> None:
        """``home`` is the program's own folder; ``material`` is the key in the journal, the same for all its life."""
        name_key = hkdf(material, journal_id=journal_id, purpose="witness name", length=32)
        place = os.path.normcase(journal.absolute())
        name = hmac.new(name_key, os.fsencode(place), sha256).hexdigest()[:32]
        self._path = home / FOLDER / name
        self._key = Secret(hkdf(material, journal_id=journal_id, purpose="witness key", length=32))

    def read(self) -> Mark | None:
        """Return what was seen last; None when nothing was, or when it is not ours or not whole."""
        try:
            data = durable.read_file(self._path, limit=_SIZE)
            text = AESGCM(self._key.reveal()).decrypt(data[:_NONCE], data[_NONCE:], self._bound())
            return Mark(int.from_bytes(text[:_COUNT], "big"), date.fromisoformat(text[_COUNT:].decode("ascii")))
        except (JournalError, InvalidTag, ValueError):
            return None

    def write(self, mark: Mark) -> None:
        """Remember this. What cannot be written is left: a witness must not keep anyone from working."""
        text = mark.count.to_bytes(_COUNT, "big") + mark.day.isoformat().encode("ascii")
        nonce = secrets.token_bytes(_NONCE)
        data = nonce + AESGCM(self._key.reveal()).encrypt(nonce, text, self._bound())
        with contextlib.suppress(JournalError, OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            durable.replace_file(self._path, data)

    def forget(self) -> None:
        """Know nothing of this place any more."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _bound(self) -> bytes:
        return self._path.name.encode("ascii")
