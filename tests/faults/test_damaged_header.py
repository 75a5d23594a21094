"""Rows 1, 9, 13, 27 and 56 of the fault catalogue: what can happen to the two headers."""

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.core.vaults import Made, make_journal, numbers_in, opened, snapshot, unlock
from tests.faults.recorder import Tried, count
from vpjournal.errors import JournalDamaged, JournalError, JournalNotFound, NotAJournal, PartsDoNotMatch
from vpjournal.vault.header import parse


def flipped(data: bytes, bit: int) -> bytes:
    spoilt = bytearray(data)
    spoilt[bit // 8] ^= 1 << bit % 8
    return bytes(spoilt)


def test_every_flipped_bit_of_a_header_is_noticed(made: Made, tried: Tried) -> None:
    data = made.header.read_bytes()
    for bit in range(len(data) * 8):
        with pytest.raises(JournalDamaged):
            parse(flipped(data, bit))
    tried(1, "bits of a header flipped, and looked at without a key", len(data) * 8)


def test_the_same_bit_flipped_in_both_is_refused_and_nothing_is_written(made: Made, tried: Tried) -> None:
    data = made.header.read_bytes()
    bits = range(0, len(data) * 8, len(data) * 8 // count(40, len(data) * 8))
    for bit in bits:
        for path in (made.header, made.copy):
            path.write_bytes(flipped(data, bit))
        before = snapshot(made.folder)
        with pytest.raises(JournalDamaged) as caught:
            unlock(made.folder)
        assert caught.value.part == "header"
        assert snapshot(made.folder) == before
    tried(1, "bits flipped in header and copy", len(bits))


@pytest.mark.parametrize("name", ["journal.header", "journal.header.copy"])
def test_a_bit_flipped_in_one_is_repaired_from_the_other_and_said(made: Made, name: str, tried: Tried) -> None:
    path = made.folder / name
    data = path.read_bytes()
    bits = range(0, len(data) * 8, len(data) * 8 // count(40, len(data) * 8))
    for bit in bits:
        path.write_bytes(flipped(data, bit))
        unlocked = unlock(made.folder)
        unlocked.close()
        assert unlocked.repaired
        assert path.read_bytes() == data
    tried(1, "bits flipped in one of the two", len(bits))


@pytest.mark.parametrize("name", ["journal.header", "journal.header.copy"])
def test_a_lost_header_comes_back_from_the_other(made: Made, name: str) -> None:
    data = (made.folder / name).read_bytes()
    (made.folder / name).unlink()
    unlocked = unlock(made.folder)
    unlocked.close()
    assert unlocked.repaired
    assert (made.folder / name).read_bytes() == data
    unlocked = unlock(made.folder)
    unlocked.close()
    assert not unlocked.repaired


def test_both_headers_lost_is_said_by_name(made: Made) -> None:
    for path in (made.header, made.copy):
        path.unlink()
    with pytest.raises(JournalNotFound) as caught:
        unlock(made.folder)
    assert caught.value.part == "journal.header"


@pytest.mark.row(26, "database removed")
def test_a_lost_database_is_said_by_name(made: Made) -> None:
    made.database.unlink()
    before = snapshot(made.folder)
    with pytest.raises(JournalNotFound) as caught:
        unlock(made.folder)
    assert caught.value.part == "data-000001.db"
    assert snapshot(made.folder) == before


@pytest.mark.parametrize("of_other", ["database", "headers"])
def test_a_header_and_a_database_of_two_journals_are_told_apart_from_damage(
    made: Made, tmp_path: Path, of_other: str
) -> None:
    other = make_journal(tmp_path / "other.vpjournal", texts=3)
    for name in {"database": ["data-000001.db"], "headers": ["journal.header", "journal.header.copy"]}[of_other]:
        shutil.copy(other.folder / name, made.folder / name)
    before = snapshot(made.folder)
    with pytest.raises(PartsDoNotMatch), opened(made.folder):
        pass
    assert snapshot(made.folder) == before


@pytest.mark.parametrize("name", ["journal.header", "journal.header.copy", "data-000001.db", "lock"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
@pytest.mark.row(27, "what is no file in the place of a part")
def test_what_is_no_regular_file_is_refused_and_left_alone(made: Made, tmp_path: Path, name: str, kind: str) -> None:
    path, elsewhere = made.folder / name, tmp_path / "elsewhere"
    path.rename(elsewhere)
    if kind == "link":
        path.symlink_to(elsewhere)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    content, inode = elsewhere.read_bytes(), path.lstat().st_ino
    with pytest.raises(NotAJournal), opened(made.folder):
        pass
    assert (elsewhere.read_bytes(), path.lstat().st_ino) == (content, inode)


@pytest.mark.parametrize("kind", ["link", "file", "pipe"])
@pytest.mark.row(27, "what is no folder in the place of the journal")
def test_a_folder_that_is_none_is_refused(made: Made, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "other.vpjournal"
    if kind == "link":
        path.symlink_to(made.folder)
    elif kind == "file":
        path.write_bytes(b"x")
    else:
        os.mkfifo(path)
    with pytest.raises(NotAJournal):
        unlock(path)


def test_an_export_left_beside_the_parts_disturbs_nobody(made: Made) -> None:
    (made.folder / "journal.header.new").write_bytes(b"left by a crash")
    (made.folder / "desktop.ini").write_bytes(b"x")
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(20))


def test_no_spoilt_header_raises_anything_but_what_is_told(made: Made, chance: random.Random) -> None:
    data = made.header.read_bytes()
    for _ in range(count(5_000, 1_000_000)):
        spoilt = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(spoilt))
            spoilt[at : at + chance.randrange(3)] = chance.choice(
                (b"", b"\n", b'"', b"{", b"\x00", b"9", b"-1", b"1e9", b"\xff", b"\\u0000", b"[" * 50)
            )
        if bytes(spoilt) != data:
            with pytest.raises(JournalError):
                parse(bytes(spoilt))
