"""The four lines that say what a journal is and hold its wrapped keys; read as if a stranger had written them."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from vpjournal.errors import JournalDamaged, JournalTooNew, NotAJournal
from vpjournal.vault import slots
from vpjournal.vault.kdf import Profile
from vpjournal.vault.keys import Secret
from vpjournal.vault.slots import PassphraseSlot, RecoverySlot

LIMIT = 16 * 1024
FORMAT = 1
_MAGIC = b"VPJOURNAL "
_VERSION = re.compile(rb"VPJOURNAL ([1-9][0-9]{0,3})")
_HIGHEST_GENERATION = 999_999


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says. ``journal_id`` has 16 bytes and stays the same for the life of a journal."""

    journal_id: bytes
    generation: int
    passphrase: PassphraseSlot
    recovery: RecoverySlot

    @property
    def database(self) -> str:
        """The name of the database file of this generation."""
        return f"data-{self.generation:06d}.db"


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header as read from disk: sound in form, not yet proven to be ours."""

    data: bytes
    header: Header
    _proven: bytes
    _mac: bytes

    def check_mac(self, header_key: Secret) -> None:
        """Prove that whoever wrote this held the data key. Raises JournalDamaged."""
        expected = hmac.digest(header_key.reveal(), self._proven, "sha256")
        if not hmac.compare_digest(expected, self._mac):
            raise JournalDamaged("header")


def encode(header: Header, *, header_key: Secret) -> bytes:
    """Return the bytes of ``journal.header``."""
    proven = b"VPJOURNAL %d\n%s\n" % (FORMAT, _canonical(_as_json(header)))
    lines = proven + base64.b64encode(hmac.digest(header_key.reveal(), proven, "sha256")) + b"\n"
    return lines + hashlib.sha256(lines).hexdigest().encode("ascii") + b"\n"


def parse(data: bytes) -> SealedHeader:
    """Read the bytes of a header. Raises JournalDamaged, JournalTooNew, or NotAJournal for sound foreign text."""
    lines, digest = _split_last_line(data)
    if not hmac.compare_digest(hashlib.sha256(lines).hexdigest().encode("ascii"), digest):
        _damaged()
    first, _, rest = lines.partition(b"\n")
    if not first.startswith(_MAGIC):
        raise NotAJournal
    version = _VERSION.fullmatch(first)
    if version is None:
        _damaged()
    if int(version[1]) > FORMAT:
        raise JournalTooNew
    body, _, mac_line = rest.partition(b"\n")
    mac = _base64(mac_line.removesuffix(b"\n"), length=32)
    if mac_line != base64.b64encode(mac) + b"\n":
        _damaged()
    return SealedHeader(data, _from_json(_load(body)), first + b"\n" + body + b"\n", mac)


def _split_last_line(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > LIMIT or not data.endswith(b"\n"):
        _damaged()
    cut = data.rfind(b"\n", 0, -1) + 1
    return data[:cut], data[cut:-1]


def _as_json(header: Header) -> dict[str, object]:
    profile = header.passphrase.profile
    passphrase = {
        "kind": "passphrase",
        "kdf": "argon2id",
        "memory": profile.memory,
        "passes": profile.passes,
        "lanes": profile.lanes,
        "salt": _text(header.passphrase.salt),
        "nonce": _text(header.passphrase.nonce),
        "wrapped": _text(header.passphrase.wrapped),
    }
    recovery = {
        "kind": "recovery",
        "public": _text(header.recovery.public_key),
        "sealed": _text(header.recovery.sealed),
    }
    return {
        "database": header.database,
        "format": FORMAT,
        "generation": header.generation,
        "journal": header.journal_id.hex(),
        "slots": [passphrase, recovery],
    }


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _load(body: bytes) -> object:
    """Read canonical JSON and nothing else: no doubled key, no fraction, no space, no other way of writing it."""
    try:
        value = json.loads(
            body.decode("ascii"),
            object_pairs_hook=_distinct,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError):
        _damaged()
    if _canonical(value) != body:
        _damaged()
    return value


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _refuse(_text: str) -> NoReturn:
    raise ValueError("whole numbers only")


def _from_json(value: object) -> Header:
    found = _object(value, {"database", "format", "generation", "journal", "slots"})
    if type(found["format"]) is not int or found["format"] != FORMAT or type(found["slots"]) is not list:
        _damaged()
    if len(found["slots"]) != 2:
        _damaged()
    header = Header(
        journal_id=_journal_id(found["journal"]),
        generation=_whole(found["generation"], highest=_HIGHEST_GENERATION),
        passphrase=_passphrase_slot(found["slots"][0]),
        recovery=_recovery_slot(found["slots"][1]),
    )
    # Derived, never taken from the file: a name in a header is not a path to open.
    if found["database"] != header.database:
        _damaged()
    return header


def _passphrase_slot(value: object) -> PassphraseSlot:
    found = _object(value, {"kind", "kdf", "memory", "passes", "lanes", "salt", "nonce", "wrapped"})
    if found["kind"] != "passphrase" or found["kdf"] != "argon2id":
        _damaged()
    memory, passes, lanes = (_whole(found[key], highest=2**32 - 1) for key in ("memory", "passes", "lanes"))
    return PassphraseSlot(
        profile=Profile(memory=memory, passes=passes, lanes=lanes),
        salt=_base64(found["salt"], length=slots.SALT_BYTES),
        nonce=_base64(found["nonce"], length=slots.NONCE_BYTES),
        wrapped=_base64(found["wrapped"], length=slots.WRAPPED_BYTES),
    )


def _recovery_slot(value: object) -> RecoverySlot:
    found = _object(value, {"kind", "public", "sealed"})
    if found["kind"] != "recovery":
        _damaged()
    return RecoverySlot(
        public_key=_base64(found["public"], length=slots.PUBLIC_KEY_BYTES),
        sealed=_base64(found["sealed"], length=slots.SEALED_BYTES),
    )


def _object(value: object, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict) or value.keys() != keys:
        _damaged()
    return value


def _whole(value: object, *, highest: int) -> int:
    # A bool is an int to Python.
    if type(value) is not int or not 1 <= value <= highest:
        _damaged()
    return value


def _journal_id(value: object) -> bytes:
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{32}", value):
        _damaged()
    return bytes.fromhex(value)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _base64(value: object, *, length: int) -> bytes:
    if not isinstance(value, str | bytes):
        _damaged()
    try:
        found = base64.b64decode(value, validate=True)
    except ValueError:
        _damaged()
    # One way of writing it, or a bit could be flipped without anyone noticing.
    encoded = value.encode("ascii") if isinstance(value, str) else value
    if len(found) != length or base64.b64encode(found) != encoded:
        _damaged()
    return found


def _damaged() -> NoReturn:
    raise JournalDamaged("header")
