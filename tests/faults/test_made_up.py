"""Rows 47 and 56 of the fault catalogue: bytes that chance, damage or a stranger made up in the place of ours."""

import io
import json
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.core.vault.test_backup_file import remade, with_digest
from tests.core.vault.test_header import with_digest as header_with_digest
from tests.core.vaults import Made, unlock
from tests.faults.recorder import Tried, count
from vpjournal.errors import JournalDamaged, JournalError, NotAJournal
from vpjournal.vault import backup_file, header, kdf

PARTS = 4
HANG = 1.0
"""Seconds of work after which reading one file counts as hanging; other programs do not count."""
TOKENS = (
    *(
        b"",
        b"\n",
        b"\r\n",
        b'"',
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\\",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b" ",
        b"=",
    ),
    *(
        b"0",
        b"9",
        b"-1",
        b"1e9",
        b"1e400",
        b"NaN",
        b"Infinity",
        b"true",
        b"null",
        b"4294967296",
        b"9" * 30,
        b"99999999999",
    ),
    *(b"\\u0000", b"\\ud800", b"[" * 50, b'{"a":' * 50, b'"format":1,', b'"slots":[],', b"VPJOURNAL 2", b"VPBACKUP 2"),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"journal.header", b"../", b"/", b"data-000002.db", b"manifest"),
)


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Some bytes flipped, taken out, put in, doubled or moved."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(made) + 1)
        kind = chance.randrange(4)
        if kind == 0 and at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            made[at : at + chance.randrange(8)] = chance.choice(TOKENS)
        elif kind == 2:
            start = chance.randrange(len(made) + 1)
            made[at:at] = made[start : start + chance.randrange(40)]
        else:
            del made[at : at + chance.randrange(40)]
    return bytes(made)


@pytest.fixture(autouse=True)
def _no_key_is_derived(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is made up, looking at it derives no key."""

    def refuse(**_given: object) -> bytes:
        raise AssertionError("a key was derived")

    monkeypatch.setattr(kdf, "hash_secret_raw", refuse)


class Reading:
    """Reads what was made up, counts how that ends, and notices what hangs."""

    def __init__(self, read: Callable[[bytes], object]) -> None:
        self._read = read
        self.ends: Counter[str] = Counter()
        self.slowest = 0.0

    def __call__(self, data: bytes) -> None:
        start = time.process_time()
        try:
            self._read(data)
        except JournalError as error:
            self.ends[type(error).__name__] += 1
        else:
            self.ends["read"] += 1
        self.slowest = max(self.slowest, time.process_time() - start)


@pytest.mark.parametrize("part", range(PARTS))
def test_headers_made_up_at_random(template: Made, chance: random.Random, tried: Tried, part: int) -> None:
    data = template.header.read_bytes()
    lines = data[: data.rfind(b"\n", 0, -1) + 1]

    def read(made: bytes) -> None:
        found = header.parse(made)
        # What is read at all is in its one form, and its figures are within what may be asked of a machine, or refused.
        assert json.loads(made.split(b"\n")[1])["generation"] == found.header.generation
        found.header.passphrase.profile.check(floor=kdf.FLOOR)

    reading = Reading(read)
    number = count(2_000, 1_000_000 // PARTS)
    for each in range(number):
        # One in four as damage would leave it; the others with a right checksum, as a stranger would.
        reading(spoilt(data, chance) if each % 4 == 0 else header_with_digest(spoilt(lines, chance)))
    assert reading.slowest < HANG
    assert reading.ends["JournalDamaged"] > number // 2
    tried(56, "headers", number)


@pytest.fixture(scope="session")
def small_backup(template: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup whose database is two pages; nobody opens it."""
    place = tmp_path_factory.mktemp("small")
    (place / "image").write_bytes(bytes(8192))
    opened = unlock(template.folder, repair=False)
    opened.close()
    backup_file.write(
        place / "x.vpbackup",
        sealed=opened.header_bytes,
        image=place / "image",
        keys=opened.keys,
        made_on=date(2026, 11, 18),
        schema=1,
    )
    return (place / "x.vpbackup").read_bytes()


@pytest.mark.parametrize("part", range(PARTS))
def test_backups_made_up_at_random(
    small_backup: bytes, tmp_path: Path, chance: random.Random, tried: Tried, part: int
) -> None:
    path = tmp_path / "x.vpbackup"

    def read(made: bytes) -> None:
        path.write_bytes(made)
        with backup_file.read(path).open_database() as pieces:
            assert sum(len(piece) for piece in pieces) < 100_000

    reading = Reading(read)
    number = count(500, 100_000 // PARTS)
    for each in range(number):
        if each % 4 == 0:
            reading(spoilt(small_backup, chance))
        elif each % 4 == 1:
            reading(with_digest(spoilt(small_backup[:-64], chance) + b"0" * 64))
        else:
            reading(_with_a_member_spoilt(small_backup, chance))
    assert reading.slowest < HANG
    assert reading.ends["JournalDamaged"] > number // 2
    tried(56, "backups", number)


def _with_a_member_spoilt(whole: bytes, chance: random.Random) -> bytes:
    """A sound ZIP with a right digest, in which header or manifest is not what it was."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        name = chance.choice(("journal.header", "manifest"))
        data = archive.read(name)
    if name == "journal.header" and chance.random() < 0.5:
        return remade(whole, {name: header_with_digest(spoilt(data[: data.rfind(b"\n", 0, -1) + 1], chance))})
    return remade(whole, {name: spoilt(data, chance)})


def test_every_byte_of_a_small_backup_counts(
    small_backup: bytes, tmp_path: Path, chance: random.Random, tried: Tried
) -> None:
    number = count(300, len(small_backup))
    _flip(small_backup, chance.sample(range(len(small_backup)), number), tmp_path, chance)
    tried(47, "bytes of a small backup", number)


def test_any_byte_of_a_backup_counts(backup: Path, tmp_path: Path, chance: random.Random, tried: Tried) -> None:
    whole, number = backup.read_bytes(), count(200, 10_000)
    _flip(whole, chance.sample(range(len(whole)), number), tmp_path, chance)
    tried(47, "bytes of a backup of a journal", number)


def _flip(whole: bytes, places: list[int], tmp_path: Path, chance: random.Random) -> None:
    """Change each of these bytes alone; every one is noticed before anything is made of it."""
    path = tmp_path / "x.vpbackup"
    path.write_bytes(whole)
    with path.open("r+b", buffering=0) as file:
        for at in places:
            file.seek(at)
            file.write(bytes([whole[at] ^ chance.randrange(1, 256)]))
            with pytest.raises((JournalDamaged, NotAJournal)):
                backup_file.read(path)
            file.seek(at)
            file.write(whole[at : at + 1])
    assert backup_file.read(path).schema
