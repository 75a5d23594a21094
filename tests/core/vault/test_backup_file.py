import contextlib
import hashlib
import io
import json
import os
import random
import time
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.core.vaults import PASSPHRASE, Made, make_journal, numbers_in, snapshot, unlock
from vpjournal.errors import (
    Cancelled,
    JournalDamaged,
    JournalError,
    JournalExists,
    JournalNotFound,
    JournalTooNew,
    NotAJournal,
    RecoveryCodeMistyped,
    WrongPassphrase,
)
from vpjournal.storage import Database
from vpjournal.vault import CHEAPEST, Unlocked, backup_file, restoring

DAY = date(2026, 11, 18)


def write(path: Path, unlocked: Unlocked, **changed: object) -> None:
    with contextlib.closing(Database(unlocked.database_path, unlocked.keyspec())):
        given = {
            "sealed": unlocked.header_bytes,
            "image": unlocked.database_path,
            "keys": unlocked.keys,
            "made_on": DAY,
            "schema": 1,
            **changed,
        }
        backup_file.write(path, **given)  # type: ignore[arg-type]  # Named as they are there.


@pytest.fixture(scope="session")
def whole(template: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("backup") / "x.vpbackup"
    with contextlib.closing(unlock(template.folder, repair=False)) as unlocked:
        write(path, unlocked)
    return path.read_bytes()


@pytest.fixture
def backup(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "Proef 2026-11-18.vpbackup"
    path.write_bytes(whole)
    return path


def restore(backup: Path, target: Path, passphrase: str = PASSPHRASE) -> None:
    found = backup_file.read(backup)
    keys = restoring.keys_by_passphrase(found, passphrase, floor=CHEAPEST)
    restoring.restore(found, target, keys=keys, check_database=lambda _path, _keyspec: None)


def remade(whole: bytes, change: dict[str, bytes | None], *, names: dict[str, str] | None = None) -> bytes:
    """Make a ZIP with a right digest of other members, as a stranger could."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as archive:
        for member in old.infolist():
            data = change.get(member.filename, old.read(member))
            if data is not None:
                archive.writestr((names or {}).get(member.filename, member.filename), data)
        for name, data in change.items():
            if name not in old.namelist() and data is not None:
                archive.writestr(name, data)
        archive.comment = b"0" * 64
    return with_digest(out.getvalue())


def with_digest(data: bytes) -> bytes:
    return data[:-64] + hashlib.sha256(data[:-64]).hexdigest().encode()


def test_a_backup_comes_back_as_the_journal_it_was(made: Made, backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "back" / "Terug.vpjournal"
    restore(backup, target)
    with (
        contextlib.closing(unlock(target)) as unlocked,
        contextlib.closing(Database(unlocked.database_path, unlocked.keyspec())) as database,
    ):
        assert numbers_in(database) == set(range(20))
    assert snapshot(target)["data-000001.db"] == snapshot(made.folder)["data-000001.db"]
    assert {path.name for path in target.iterdir()} >= {"journal.header", "journal.header.copy", "reserve"}
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_the_parts_can_be_taken_out_by_any_program_and_carry_no_time(backup: Path, made: Made) -> None:
    with zipfile.ZipFile(backup) as archive:
        assert archive.namelist() == ["journal.header", "data-000001.db", "manifest"]
        assert archive.read("journal.header") == made.header.read_bytes()
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_two_backups_of_the_same_are_the_same_bytes(whole: bytes, made: Made, tmp_path: Path) -> None:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        write(tmp_path / "again.vpbackup", unlocked)
    assert (tmp_path / "again.vpbackup").read_bytes() == whole


def test_any_byte_that_is_not_as_it_was_is_noticed_before_anything_is_made(
    whole: bytes, backup: Path, tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - chance that can be repeated is the point
    places = {*range(120), *range(len(whole) - 900, len(whole)), *chance.sample(range(len(whole)), 100)}
    data = bytearray(whole)
    for at in sorted(places):
        data[at] ^= 1 << chance.randrange(8)
        backup.write_bytes(data)
        with pytest.raises((JournalDamaged, NotAJournal)):
            restore(backup, tmp_path / "new" / "x.vpjournal")
        data[at] = whole[at]
    assert not (tmp_path / "new").exists()


@pytest.mark.row(47, "cut off, or longer")
def test_one_that_is_cut_off_or_longer_is_noticed(whole: bytes, backup: Path) -> None:
    for size in [*range(0, 200, 7), *range(200, len(whole), 9973), len(whole) - 1]:
        backup.write_bytes(whole[:size])
        with pytest.raises((JournalDamaged, NotAJournal)):
            backup_file.read(backup)
    backup.write_bytes(whole + b"x")
    with pytest.raises(JournalDamaged):
        backup_file.read(backup)


@pytest.mark.parametrize(
    "change",
    [
        {"manifest": None},
        {"journal.header": None},
        {"data-000001.db": None},
        {"extra": b"x"},
        {"manifest": b""},
        {"manifest": b"VPBACKUP 1\n{}\nAAAA\n"},
        {"manifest": b"VPBACKUP 1\n" + b"[" * 2000 + b"\nAAAA\n"},
        {"manifest": b'VPBACKUP 1\n{"made_on":"2026-11-18","schema":1e400}\nAAAA\n'},
        {"manifest": b'VPBACKUP 1\n{"made_on":7,"schema":1}\nAAAA\n'},
        {"manifest": b"x" * 5000},
        {"journal.header": b"x" * 20_000},
        {"data-000001.db": b""},
    ],
)
@pytest.mark.row(46, "files put together by a stranger")
def test_what_a_stranger_put_together_is_refused(whole: bytes, backup: Path, change: dict[str, bytes | None]) -> None:
    backup.write_bytes(remade(whole, change))
    with pytest.raises((JournalDamaged, NotAJournal)):
        restore(backup, backup.with_name("x.vpjournal"))
    assert not backup.with_name("x.vpjournal").exists()


@pytest.mark.parametrize("name", ["../../evil.db", "/evil.db", "data-000002.db", "C:\\evil.db", "journal.header"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.row(46, "names that lead elsewhere")
def test_a_name_in_it_is_never_a_path(whole: bytes, backup: Path, tmp_path: Path, name: str) -> None:
    backup.write_bytes(remade(whole, {}, names={"data-000001.db": name}))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises((JournalDamaged, NotAJournal)):
        restore(backup, tmp_path / "x.vpjournal")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.row(46, "another database in a sound file")
def test_another_database_with_a_right_digest_has_no_proof(whole: bytes, backup: Path, tmp_path: Path) -> None:
    """Somebody who has no key can make a sound file, but not one that is ours: its database is never opened."""
    database = b"SQLite format 3\0" + bytes(8176)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        first, body, mac, _ = archive.read("manifest").split(b"\n")
    value = json.loads(body)
    value["database"] |= {"bytes": len(database), "sha256": hashlib.sha256(database).hexdigest()}
    forged = json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
    backup.write_bytes(remade(whole, {"data-000001.db": database, "manifest": b"\n".join((first, forged, mac, b""))}))
    assert backup_file.read(backup).database_bytes == len(database)
    with pytest.raises(JournalDamaged):
        restore(backup, tmp_path / "x.vpjournal")
    assert not (tmp_path / "x.vpjournal").exists()


@pytest.mark.row(46, "the header of another journal")
def test_a_header_of_another_journal_has_no_proof(whole: bytes, backup: Path, tmp_path: Path) -> None:
    other = make_journal(tmp_path / "other.vpjournal", texts=1)
    backup.write_bytes(remade(whole, {"journal.header": other.header.read_bytes()}))
    with pytest.raises(JournalDamaged):
        restore(backup, tmp_path / "x.vpjournal")


def test_a_newer_format_is_refused_kindly(whole: bytes, backup: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        manifest = archive.read("manifest").replace(b"VPBACKUP 1", b"VPBACKUP 2")
    backup.write_bytes(remade(whole, {"manifest": manifest}))
    with pytest.raises(JournalTooNew):
        backup_file.read(backup)


@pytest.mark.row(46, "a ZIP that unpacks to a mountain")
def test_a_zip_that_unpacks_to_a_mountain_is_refused_at_once(whole: bytes, backup: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("journal.header", bytes(50_000_000))
        archive.writestr("data-000001.db", bytes(50_000_000))
        archive.writestr("manifest", b"x")
        archive.comment = b"0" * 64
    backup.write_bytes(with_digest(out.getvalue()))
    tracemalloc.start()
    start = time.monotonic()
    with pytest.raises(JournalDamaged):
        backup_file.read(backup)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.monotonic() - start < 20  # A watchdog, at ten times what is promised.
    assert peak < 20_000_000


def test_another_zip_and_any_other_file_are_no_backup(backup: Path) -> None:
    with zipfile.ZipFile(backup, "w") as archive:
        archive.writestr("brief.docx", "x")
    with pytest.raises(NotAJournal):
        backup_file.read(backup)
    for data in (b"", b"x", b"PK\x03\x04", bytes(100_000)):
        backup.write_bytes(data)
        with pytest.raises(NotAJournal):
            backup_file.read(backup)


@pytest.mark.parametrize("kind", ["nothing", "link", "pipe", "folder"])
@pytest.mark.row(27, "what is no file as a backup")
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, whole: bytes, kind: str) -> None:
    path = tmp_path / "x.vpbackup"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(whole)
    if kind == "link":
        path.symlink_to(elsewhere)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    with pytest.raises((JournalNotFound, NotAJournal)):
        backup_file.read(path)
    with pytest.raises((JournalNotFound, NotAJournal)):
        backup_file.glance(path)


def test_wrong_passphrase_and_wrong_code_are_told_apart_from_damage(backup: Path, tmp_path: Path, made: Made) -> None:
    with pytest.raises(WrongPassphrase):
        restore(backup, tmp_path / "x.vpjournal", passphrase="ander")
    found = backup_file.read(backup)
    other = make_journal(tmp_path / "other.vpjournal")
    with pytest.raises(WrongPassphrase):
        restoring.keys_by_code(found, " ".join(other.groups))
    with pytest.raises(RecoveryCodeMistyped):
        restoring.keys_by_code(found, " ".join(made.groups)[:-1] + "?")
    assert restoring.keys_by_code(found, " ".join(made.groups)).keyspec()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
@pytest.mark.row(27, "something at the place of a backup")
def test_restoring_and_writing_take_the_place_of_nothing(backup: Path, tmp_path: Path, made: Made, kind: str) -> None:
    taken = tmp_path / "taken"
    if kind == "file":
        taken.write_bytes(b"keep")
    elif kind == "folder":
        taken.mkdir()
    else:
        taken.symlink_to(tmp_path / "nowhere")
    state = taken.lstat()
    with pytest.raises(JournalExists):
        restore(backup, taken)
    with contextlib.closing(unlock(made.folder)) as unlocked, pytest.raises(JournalExists):
        write(taken, unlocked)
    assert (taken.lstat().st_ino, taken.lstat().st_size) == (state.st_ino, state.st_size)
    assert not list(tmp_path.glob(".*"))


def test_giving_up_while_writing_leaves_nothing(made: Made, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with contextlib.closing(unlock(made.folder)) as unlocked, pytest.raises(Cancelled):
        write(tmp_path / "x.vpbackup", unlocked, progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["Proef.vpjournal"]


def test_giving_up_while_restoring_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    found = backup_file.read(backup)
    keys = restoring.keys_by_passphrase(found, PASSPHRASE, floor=CHEAPEST)
    with pytest.raises(Cancelled):
        restoring.restore(found, tmp_path / "x.vpjournal", keys=keys, check_database=lambda _p, _k: None, progress=stop)
    assert {path.name for path in tmp_path.iterdir()} == {backup.name}


def test_what_a_crash_left_of_a_backup_goes_with_the_next_of_that_name(made: Made, tmp_path: Path) -> None:
    (tmp_path / ".x.vpbackup.new").write_bytes(b"half")
    with contextlib.closing(unlock(made.folder)) as unlocked:
        write(tmp_path / "x.vpbackup", unlocked)
    assert {path.name for path in tmp_path.iterdir()} == {"x.vpbackup", "Proef.vpjournal"}
    assert (tmp_path / "x.vpbackup").stat().st_mode & 0o777 == 0o600


def test_no_spoilt_backup_raises_anything_but_what_is_told(whole: bytes, backup: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - as above
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in ("journal.header", "manifest")}
    for _ in range(300):
        name = chance.choice(sorted(parts))
        spoilt = bytearray(parts[name])
        for _ in range(chance.randrange(1, 5)):
            at = chance.randrange(len(spoilt))
            spoilt[at : at + chance.randrange(3)] = chance.choice((b"", b"\n", b'"', b"{", b"\0", b"9", b"-1", b"1e9"))
        backup.write_bytes(remade(whole, {name: bytes(spoilt)}))
        try:
            restoring.keys_by_passphrase(backup_file.read(backup), PASSPHRASE, floor=CHEAPEST)
        except JournalError:
            continue
        assert bytes(spoilt) == parts[name]
