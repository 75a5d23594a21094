"""Texts that could not be saved, sealed outside the journal: its own folder may be full, gone, or somebody else's now.

Each is a file of its own, which only the data key of its journal opens. ``docs/file-format.md`` has its form.
"""

import contextlib
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vpjournal.errors import JournalDamaged, JournalError, JournalTooNew, WrongPassphrase
from vpjournal.vault import durable
from vpjournal.vault.keys import Secret

LIMIT = 32 * 1024 * 1024
"""Bytes of the largest file that is read; the longest note there can be takes 8 MiB."""
_FORMAT = 1
_NAME = re.compile(r"[0-9a-f]{32}\.vpdraft")
_LINE = re.compile(rb"VPDRAFT ([1-9][0-9]{0,5}) ([0-9a-f]{32}) ([0-9a-f]{16})\n")
_NONCE = 12
_STEP = 1024
"""Texts are filled up to a multiple of this many bytes, so that a file tells little of their length."""


@dataclass(frozen=True, slots=True)
class DraftKey:
    """What seals texts of one journal, for as long as it has this data key."""

    key: Secret
    journal_id: bytes

    @property
    def number(self) -> str:
        """Tell keys apart without giving anything away of them: 16 hexadecimal digits."""
        return hmac.new(self.key.reveal(), b"vpjournal 1 draft key number", hashlib.sha256).hexdigest()[:16]


class SealedDrafts:
    """A folder of sealed texts, of all journals of one person; made when the first one is sealed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def seal(self, data: bytes, key: DraftKey) -> str:
        """Keep a text; return its name. Raises DiskFull, ReadOnly, DeviceFailed: then nothing is there."""
        name = f"{secrets.token_hex(16)}.vpdraft"
        with durable.os_errors_told():
            self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._folder.is_dir():
            durable.create_folder(self._folder)
        durable.write_new_file(self._folder / name, sealed(data, key, nonce=secrets.token_bytes(_NONCE)))
        return name

    def of_journal(self, journal_id: bytes) -> tuple[str, ...]:
        """Return the names of what was sealed for a journal, the oldest first; nothing when none can be read."""
        found = []
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                with contextlib.suppress(OSError, JournalError):
                    if _NAME.fullmatch(path.name) and self._journal_of(path) == journal_id.hex():
                        found.append((path.lstat().st_mtime_ns, path.name))
        return tuple(name for _time, name in sorted(found))

    def open(self, name: str, key: DraftKey) -> bytes:
        """Return what was sealed.

        Raises JournalTooNew, WrongPassphrase for what another data key sealed, JournalDamaged("draft"), DeviceFailed.
        """
        return opened(durable.read_file(self._folder / name, limit=LIMIT), key)

    def seal_anew(self, name: str, data: bytes, key: DraftKey) -> None:
        """Seal what ``open`` returned with another key, in one step. Raises DiskFull, ReadOnly, DeviceFailed."""
        text = data.rstrip(b" ")
        durable.replace_file(self._folder / name, sealed(text, key, nonce=secrets.token_bytes(_NONCE)))

    def remove(self, name: str) -> None:
        """Remove a sealed text, now that it is safe elsewhere or not wanted. Raises ReadOnly, DeviceFailed."""
        with durable.os_errors_told():
            (self._folder / name).unlink(missing_ok=True)
            durable.sync_folder(self._folder)

    def _journal_of(self, path: Path) -> str:
        durable.require_regular(path)
        with path.open("rb") as file:
            line = _LINE.match(file.readline(80))
        return "" if line is None else line[2].decode("ascii")


def sealed(data: bytes, key: DraftKey, *, nonce: bytes) -> bytes:
    """Return the bytes of a file: a line that says whose it is, the nonce, and the text under AES-256-GCM."""
    line = f"VPDRAFT {_FORMAT} {key.journal_id.hex()} {key.number}\n".encode("ascii")
    # White space at the end, which JSON does not mind.
    filled = data + b" " * (-len(data) % _STEP)
    return line + nonce + AESGCM(key.key.reveal()).encrypt(nonce, filled, line)


def opened(file: bytes, key: DraftKey) -> bytes:
    """Return what ``sealed`` was given, filled up with spaces. Raises as ``SealedDrafts.open``."""
    match = _LINE.match(file)
    if match is None or match[2] != key.journal_id.hex().encode("ascii"):
        raise JournalDamaged("draft")
    if int(match[1]) > _FORMAT:
        raise JournalTooNew
    if match[3] != key.number.encode("ascii"):
        raise WrongPassphrase
    line, nonce, rest = match[0], file[match.end() :][:_NONCE], file[match.end() + _NONCE :]
    if len(nonce) != _NONCE:
        raise JournalDamaged("draft")
    try:
        return AESGCM(key.key.reveal()).decrypt(nonce, rest, line)
    except InvalidTag as error:
        raise JournalDamaged("draft") from error
