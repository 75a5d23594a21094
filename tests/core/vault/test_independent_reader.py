"""Reads a journal by what docs/file-format.md says, with nothing of ours on the reading side."""

import base64
import contextlib
import hashlib
import hmac
import json
import re
import sqlite3
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import apsw
import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.core.vaults import PASSPHRASE, Made, unlock, words_of
from vpjournal.storage import checks
from vpjournal.vault import backup_file

PAGE = (Path(__file__).parents[3] / "docs" / "file-format.md").read_text(encoding="utf-8")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def hkdf(material: bytes, journal_id: bytes, purpose: str, length: int) -> bytes:
    key = hmac.digest(journal_id, material, "sha256")
    return hmac.digest(key, f"vpjournal 1 {purpose}".encode() + b"\x01", "sha256")[:length]


def read_header(data: bytes) -> tuple[dict[str, object], bytes, bytes]:
    """The object, the bytes that are proven, and their HMAC."""
    lines = data.split(b"\n")
    assert len(lines) == 5
    assert lines[4] == b""
    assert lines[0] == b"VPJOURNAL 1"
    assert hashlib.sha256(b"\n".join(lines[:3]) + b"\n").hexdigest().encode() == lines[3]
    return json.loads(lines[1]), lines[0] + b"\n" + lines[1] + b"\n", base64.b64decode(lines[2])


def key_of_passphrase(slot: dict[str, object], passphrase: str) -> bytes:
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode(),
        base64.b64decode(slot["salt"]),
        slot["passes"],
        slot["memory"],
        slot["lanes"],
        32,
        Type.ID,
        0x13,
    )


def by_passphrase(journal: str, slot: dict[str, object], passphrase: str) -> bytes:
    bound = (
        f"VPJOURNAL 1\n{journal}\npassphrase\n"
        f"argon2id 19 {slot['memory']} {slot['passes']} {slot['lanes']}\n{slot['salt']}\n"
    )
    key = key_of_passphrase(slot, passphrase)
    nonce, wrapped = (base64.b64decode(slot[name]) for name in ("nonce", "wrapped"))
    return AESGCM(key).decrypt(nonce, wrapped, bound.encode())


def private_of_code(journal: str, code: str) -> X25519PrivateKey:
    characters = "".join(group[:4] for group in code.split())
    return X25519PrivateKey.from_private_bytes(hkdf(characters.encode(), bytes.fromhex(journal), "recovery key", 32))


def by_code(journal: str, sealed: bytes, code: str) -> bytes:
    suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
    bound = f"VPJOURNAL 1\n{journal}\nrecovery\n".encode()
    return suite.decrypt(sealed, private_of_code(journal, code), info=bound)


def raw_key(data_key: bytes, journal_id: bytes) -> str:
    key, salt = hkdf(data_key, journal_id, "database key", 32), hkdf(data_key, journal_id, "database salt", 16)
    return f"x'{key.hex()}{salt.hex()}'"


def checksum(data: str, place: int) -> str:
    total = place
    for power, character in enumerate(data, 1):
        value = ALPHABET.index(character) << power
        for bit in range(9, 4, -1):
            if value >> bit & 1:
                value ^= 0b100101 << (bit - 5)
        total ^= value
    return ALPHABET[total]


def test_a_stranger_reads_a_fresh_journal(made: Made) -> None:
    header, proven, mac = read_header(made.header.read_bytes())
    journal = str(header["journal"])
    passphrase_slot, recovery_slot = header["slots"]
    data_key = by_passphrase(journal, passphrase_slot, PASSPHRASE)
    assert by_code(journal, base64.b64decode(recovery_slot["sealed"]), " ".join(made.groups)) == data_key
    journal_id = bytes.fromhex(journal)
    assert hmac.digest(hkdf(data_key, journal_id, "header key", 32), proven, "sha256") == mac

    file = made.folder / str(header["database"])
    assert file.read_bytes()[:16] == hkdf(data_key, journal_id, "database salt", 16)
    with contextlib.closing(apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)) as reader:
        reader.execute("PRAGMA cipher = 'sqlcipher'")
        reader.execute("PRAGMA legacy = 4")
        reader.execute(f'PRAGMA key = "{raw_key(data_key, journal_id)}"')
        (pages,) = next(iter(reader.execute("PRAGMA page_count")))
        rows = list(reader.execute("SELECT id, words FROM text_of_test ORDER BY id"))
        assert list(reader.execute("PRAGMA integrity_check")) == [("ok",)]
    assert rows == [(number, words_of(number)) for number in range(20)]
    assert file.stat().st_size == pages * 4096


def test_a_stranger_reads_a_backup(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "x.vpbackup"
    with contextlib.closing(unlock(made.folder)) as unlocked:
        backup_file.write(
            path,
            sealed=unlocked.header_bytes,
            image=unlocked.database_path,
            keys=unlocked.keys,
            made_on=date(2026, 11, 18),
            schema=3,
        )
    data = path.read_bytes()
    assert hashlib.sha256(data[:-64]).hexdigest().encode() == data[-64:]
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["journal.header", "data-000001.db", "manifest"]
        header, database, manifest = (archive.read(name) for name in archive.namelist())
    lines = manifest.split(b"\n")
    assert lines[0] == b"VPBACKUP 1"
    value = json.loads(lines[1])
    assert value == {
        "database": {"bytes": len(database), "name": "data-000001.db", "sha256": hashlib.sha256(database).hexdigest()},
        "header": hashlib.sha256(header).hexdigest(),
        "made_on": "2026-11-18",
        "schema": 3,
    }
    found, _proven, _mac = read_header(header)
    journal = str(found["journal"])
    data_key = by_passphrase(journal, found["slots"][0], PASSPHRASE)
    backup_key = hkdf(data_key, bytes.fromhex(journal), "backup key", 32)
    assert hmac.digest(backup_key, b"\n".join(lines[:2]) + b"\n", "sha256") == base64.b64decode(lines[2])


def test_without_the_raw_key_nobody_reads_it(made: Made) -> None:
    with contextlib.closing(apsw.Connection(str(made.database), flags=apsw.SQLITE_OPEN_READONLY)) as reader:
        reader.execute("PRAGMA cipher = 'sqlcipher'")
        reader.execute("PRAGMA legacy = 4")
        reader.execute(f"PRAGMA key = \"x'{'0' * 96}'\"")
        with pytest.raises(apsw.NotADBError):
            reader.execute("SELECT * FROM sqlite_schema")
    with contextlib.closing(sqlite3.connect(made.database)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_schema")


@pytest.fixture
def vector() -> dict[str, str]:
    table = PAGE.partition("## Test vector")[2]
    return dict(re.findall(r"^\| ([^|]+?) \| `([^`]+)` \|$", table, re.MULTILINE))


def test_the_test_vector_is_right(vector: dict[str, str]) -> None:
    journal, data_key = vector["journal id"], bytes.fromhex(vector["data key"])
    journal_id = bytes.fromhex(journal)
    for purpose, length in (
        ("database key", 32),
        ("database salt", 16),
        ("header key", 32),
        ("draft key", 32),
        ("backup key", 32),
    ):
        assert hkdf(data_key, journal_id, purpose, length).hex() == vector[purpose]
    assert raw_key(data_key, journal_id) == vector["raw key of the database"]

    memory, passes, lanes = (int(number) for number in vector["memory, passes, lanes"].split())
    slot: dict[str, object] = {"memory": memory, "passes": passes, "lanes": lanes}
    for name in ("salt", "nonce", "wrapped"):
        slot[name] = base64.b64encode(bytes.fromhex(vector[name])).decode()
    assert key_of_passphrase(slot, vector["passphrase"]).hex() == vector["key from Argon2id"]
    assert by_passphrase(journal, slot, vector["passphrase"]) == data_key

    code = vector["recovery code"]
    assert all(checksum(group[:4], place) == group[4] for place, group in enumerate(code.split(), 1))
    private = private_of_code(journal, code)
    assert private.private_bytes_raw().hex() == vector["private"]
    assert private.public_key().public_bytes_raw().hex() == vector["public"]
    assert by_code(journal, bytes.fromhex(vector["one possible sealed"]), code) == data_key


def test_a_sealed_text_is_read(vector: dict[str, str], tmp_path: Path) -> None:
    from vpjournal.vault import DraftKey, SealedDrafts
    from vpjournal.vault.keys import Secret

    key, journal_id = bytes.fromhex(vector["draft key"]), bytes.fromhex(vector["journal id"])
    name = SealedDrafts(tmp_path).seal(b'{"kind": "note"}', DraftKey(Secret(key), journal_id))
    file = (tmp_path / name).read_bytes()
    line, _lf, rest = file.partition(b"\n")
    assert line == f"VPDRAFT 1 {vector['journal id']} {vector['draft key number']}".encode()
    text = AESGCM(key).decrypt(rest[:12], rest[12:], line + b"\n")
    assert json.loads(text) == {"kind": "note"}
    assert len(text) % 1024 == 0


def test_a_text_is_sealed_as_the_vector_says(vector: dict[str, str]) -> None:
    from vpjournal.vault import DraftKey
    from vpjournal.vault.keys import Secret
    from vpjournal.vault.sealed_drafts import sealed

    key = DraftKey(Secret(bytes.fromhex(vector["draft key"])), bytes.fromhex(vector["journal id"]))
    assert hmac.digest(key.key.reveal(), b"vpjournal 1 draft key number", "sha256").hex()[:16] == key.number
    nonce = bytes.fromhex(vector["nonce of the sealed text"])
    file = sealed(vector["sealed text"].encode(), key, nonce=nonce)
    assert hashlib.sha256(file).hexdigest() == vector["SHA-256 of its file"]


def test_we_make_what_the_vector_says(vector: dict[str, str]) -> None:
    from vpjournal.vault.keys import Secret, derive_keys
    from vpjournal.vault.recovery_code import parse_recovery_code
    from vpjournal.vault.slots import RecoverySlot

    journal_id, data_key = bytes.fromhex(vector["journal id"]), bytes.fromhex(vector["data key"])
    assert derive_keys(Secret(data_key), journal_id=journal_id).keyspec() == vector["raw key of the database"]
    slot = RecoverySlot(bytes.fromhex(vector["public"]), bytes.fromhex(vector["one possible sealed"]))
    code = parse_recovery_code(vector["recovery code"])
    assert slot.open(code, journal_id=journal_id).reveal() == data_key


def test_the_page_lists_the_texts_that_have_digests() -> None:
    table = PAGE.partition("| table | texts |")[2].partition("##")[0]
    listed = {}
    for tables, columns in re.findall(r"^\| (`.+?) \| (.+) \|$", table, re.MULTILINE):
        for name in re.findall(r"`(\w+)`", tables):
            listed[name] = tuple(re.findall(r"`(\w+)`", columns))
    assert listed == dict(checks.TEXTS)
