import contextlib
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.vaults import PASSPHRASE, Made, make_journal, snapshot, unlock
from vpjournal import vault
from vpjournal.errors import (
    DiskFull,
    FieldMissing,
    JournalExists,
    JournalInUse,
    JournalNotFound,
    NotAJournal,
    RecoveryCodeMistyped,
    WrongPassphrase,
)
from vpjournal.vault import CHEAPEST
from vpjournal.vault.lock import FolderLock

HOLD = """
import sys
from pathlib import Path
from vpjournal.vault.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def _nothing(path: Path, keyspec: str) -> None:
    pass


@contextlib.contextmanager
def held(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Have another process hold the lock of the journal."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield process


@pytest.mark.row(28, "a new journal")
def test_a_journal_is_made_with_all_its_parts_private_under_any_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        folder = make_journal(tmp_path / "new" / "Proef.vpjournal").folder
    finally:
        os.umask(old)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    names = ("data-000001.db", "journal.header", "journal.header.copy", "lock", "reserve")
    assert modes == dict.fromkeys(names, 0o600)
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert (folder / "reserve").stat().st_size == 4 * 1024 * 1024
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.row(28, "a copy with loose modes")
def test_loose_modes_are_tightened_at_the_next_unlock(made: Made) -> None:
    made.folder.chmod(0o755)
    made.database.chmod(0o644)
    unlock(made.folder).close()
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.database.stat().st_mode) == 0o600


@pytest.mark.parametrize("kind", ["file", "folder", "link", "journal"])
@pytest.mark.row(27, "something at the place of a new journal")
def test_a_journal_never_takes_the_place_of_anything(tmp_path: Path, made: Made, kind: str) -> None:
    target = tmp_path / "taken"
    if kind == "file":
        target.write_bytes(b"keep")
    elif kind == "folder":
        target.mkdir()
    elif kind == "link":
        target.symlink_to(tmp_path / "nowhere")
    else:
        target = made.folder
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(JournalExists):
        vault.create(target, passphrase="x", profile=CHEAPEST, make_database=_nothing)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(path: Path, keyspec: str) -> None:
        raise DiskFull

    with pytest.raises(DiskFull):
        vault.create(tmp_path / "x.vpjournal", passphrase="x", profile=CHEAPEST, make_database=fail)
    with pytest.raises(FieldMissing):
        vault.create(tmp_path / "x.vpjournal", passphrase="", profile=CHEAPEST, make_database=_nothing)
    assert not list(tmp_path.iterdir())


def test_a_name_taken_while_the_journal_was_made_is_respected(tmp_path: Path) -> None:
    folder = tmp_path / "x.vpjournal"

    def overtake(path: Path, keyspec: str) -> None:
        folder.mkdir()

    with pytest.raises(JournalExists):
        vault.create(folder, passphrase="x", profile=CHEAPEST, make_database=overtake)
    assert [path.name for path in tmp_path.rglob("*")] == [folder.name]


def test_what_a_killed_creation_left_is_removed_and_a_living_one_is_not(tmp_path: Path) -> None:
    left, living = (tmp_path / f".x.vpjournal.new-{number}" for number in ("0", "1"))
    for workshop in (left, living):
        workshop.mkdir()
        (workshop / "reserve").write_bytes(b"x")
    lock = FolderLock(living)
    make_journal(tmp_path / "x.vpjournal")
    assert not left.exists()
    assert (living / "reserve").exists()
    lock.release()


@pytest.mark.row(49, "the right code")
def test_passphrase_and_code_open_the_same_keys(made: Made) -> None:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        by_words = unlocked.keyspec()
    with contextlib.closing(vault.unlock_with_code(made.folder, "-".join(made.groups).lower())) as unlocked:
        assert unlocked.keyspec() == by_words


def test_a_code_of_another_journal_and_a_mistyped_one_are_told_apart(made: Made, tmp_path: Path) -> None:
    other = make_journal(tmp_path / "other.vpjournal")
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_code(made.folder, " ".join(other.groups))
    with pytest.raises(RecoveryCodeMistyped):
        vault.unlock_with_code(made.folder, " ".join(made.groups[::-1]))


@pytest.mark.row(39, "twenty wrong passphrases in a row")
def test_wrong_passphrases_change_nothing_and_count_nothing(made: Made) -> None:
    before = snapshot(made.folder)
    times = {path: path.stat().st_mtime_ns for path in (made.folder, *made.folder.iterdir())}
    told = set()
    for number in range(20):
        with pytest.raises(WrongPassphrase) as caught:
            unlock(made.folder, f"{PASSPHRASE} {number}")
        told.add(repr(caught.value))
    assert told == {"WrongPassphrase()"}
    assert snapshot(made.folder) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times
    unlock(made.folder).close()


def test_a_quote_in_a_passphrase_is_a_character(tmp_path: Path) -> None:
    passphrase = '\'; DROP TABLE "x" --'
    made = make_journal(tmp_path / "x.vpjournal", passphrase=passphrase)
    unlock(made.folder, passphrase).close()


@pytest.mark.row(22, "another process holds the journal")
def test_a_second_process_is_refused_at_once(made: Made) -> None:
    with held(made.folder) as process:
        before, began = snapshot(made.folder), time.monotonic()
        with pytest.raises(JournalInUse):
            unlock(made.folder)
        assert time.monotonic() - began < 10  # A watchdog, at ten times what is promised.
        # Also with a wrong passphrase: who does not hold the journal learns nothing about it.
        with pytest.raises(JournalInUse):
            unlock(made.folder, "x")
        assert snapshot(made.folder) == before
        assert process.poll() is None
        process.communicate()
    unlock(made.folder).close()


@pytest.mark.row(23, "opens after a kill")
def test_a_lock_left_by_a_killed_process_holds_nobody_up(made: Made) -> None:
    with held(made.folder) as process:
        process.kill()
    unlock(made.folder).close()


@pytest.mark.row(27, "what is no file in the place of the lock")
def test_the_lock_file_may_be_missing_but_not_something_else(made: Made) -> None:
    (made.folder / "lock").unlink()
    unlock(made.folder).close()
    (made.folder / "lock").unlink()
    (made.folder / "lock").symlink_to(made.database)
    with pytest.raises(NotAJournal):
        unlock(made.folder)


def test_the_reserve_is_given_once_and_made_again(made: Made) -> None:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        assert unlocked.release_reserve()
        assert not unlocked.release_reserve()
        unlocked.restore_reserve()
        assert (made.folder / "reserve").stat().st_size == 4 * 1024 * 1024


def test_a_place_without_a_journal_is_said_and_gets_no_lock(tmp_path: Path) -> None:
    with pytest.raises(JournalNotFound):
        unlock(tmp_path / "absent")
    with pytest.raises(JournalNotFound):
        unlock(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_description_needs_no_passphrase(made: Made) -> None:
    found = vault.describe(made.folder)
    assert (found.format, found.generation, found.slots) == (1, 1, ("passphrase", "recovery"))
    assert (found.profile, found.header_sound, found.copy_sound) == (CHEAPEST, True, True)
    assert found.database_bytes == made.database.stat().st_size
    made.copy.write_bytes(b"spoilt")
    assert not vault.describe(made.folder).copy_sound


def test_keys_are_in_no_repr(made: Made) -> None:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        shown = f"{unlocked!r} {unlocked.keys!r}"
        assert unlocked.keys.database_key.reveal().hex() not in shown
        assert "header_key=Secret(…)" in shown


def test_a_folder_that_came_back_is_held_again(made: Made, tmp_path: Path) -> None:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        made.folder.rename(tmp_path / "away")
        shutil.copytree(tmp_path / "away", made.folder)
        unlocked.lock_again()
        unlocked.lock_again()
        with pytest.raises(JournalInUse):
            unlock(made.folder)
        (made.folder / "lock").unlink()
        unlocked.lock_again()
        with pytest.raises(JournalInUse):
            unlock(made.folder)
    unlock(made.folder).close()


def test_a_folder_that_came_back_and_is_open_elsewhere_is_not_held(made: Made, tmp_path: Path) -> None:
    with contextlib.closing(unlock(made.folder)) as unlocked:
        made.folder.rename(tmp_path / "away")
        shutil.copytree(tmp_path / "away", made.folder)
        with contextlib.closing(unlock(made.folder)), pytest.raises(JournalInUse):
            unlocked.lock_again()
