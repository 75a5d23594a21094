"""Rows 19 to 21 of the fault catalogue: no room, no permission, no memory."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_journal
from tests.core.vaults import Made, add_texts, make_journal, numbers_in, opened, snapshot, unlock
from tests.faults.disks import disk, fill, mount, read_only
from vpjournal import vault
from vpjournal.domain.unsaved import Home, Kind, Unsaved
from vpjournal.errors import DeviceFailed, DiskFull, ReadOnly
from vpjournal.journal.drafts import Drafts
from vpjournal.storage import Database, checks
from vpjournal.vault import emptying, write_new_file

__all__ = ["disk"]

LITTLE_MEMORY = """
import resource
from vpjournal.errors import TooLittleMemory
from vpjournal.vault.kdf import Profile, derive
resource.setrlimit(resource.RLIMIT_AS, (600 * 2**20, 600 * 2**20))
try:
    derive("wolk", salt=bytes(32), profile=Profile(memory=2**20, passes=3, lanes=1))
except TooLittleMemory:
    print("told")
"""

SOMEONE_ELSE = """
import os, sys
from pathlib import Path
from tests.core.vaults import unlock
from vpjournal.errors import JournalError
folder = Path(sys.argv[1])
if os.geteuid() == 0:
    folder.parent.chmod(0o755)
    os.setuid(65534)
else:
    folder.chmod(0)
try:
    unlock(folder)
except JournalError as error:
    print(repr(error))
"""


@pytest.mark.row(19, "saves until the disk is full, then deletes with the reserve")
def test_a_full_disk_loses_nothing_and_the_reserve_lets_one_delete(disk: Path) -> None:
    folder = make_journal(disk / "Proef.vpjournal", texts=20).folder
    fill(disk)
    with contextlib.closing(unlock(folder)) as unlocked:
        database = Database(unlocked.database_path, unlocked.keyspec())
        with contextlib.closing(database):
            with pytest.raises(DiskFull):
                add_texts(database, range(20, 2000))
            found = numbers_in(database)
            assert set(range(20)) <= found
            assert checks.structure(database) == checks.pages(database) == 0
            assert unlocked.release_reserve()
            with database.transaction():
                database.execute("DELETE FROM text_of_test WHERE id >= 10")
            assert numbers_in(database) == set(range(10))
        unlocked.restore_reserve()
    with opened(folder) as database:
        assert numbers_in(database) == set(range(10))


@pytest.mark.row(19, "opens on a full disk")
def test_a_full_disk_does_not_keep_anyone_from_opening(disk: Path) -> None:
    made = make_journal(disk / "Proef.vpjournal", texts=3)
    made.copy.unlink()
    fill(disk)
    with opened(made.folder) as database:
        assert numbers_in(database) == {0, 1, 2}


@pytest.mark.row(19, "seals a text on a full disk, with the reserve")
def test_the_reserve_lets_one_seal_a_text(disk: Path) -> None:
    with contextlib.closing(a_journal(disk)) as journal:
        drafts = Drafts(journal.drafts._desk, journal._unlocked, journal.notes, disk / "drafts")
        fill(disk)
        text = Unsaved(Home(Kind.CONTACT_LINE), "bel gerust " * 10_000)
        assert len(drafts.seal([text])) == 1
        fill(disk)
        with pytest.raises(DiskFull):
            drafts.seal([text])
        assert len(list((disk / "drafts").iterdir())) == 1


@pytest.mark.row(19, "makes a journal that does not fit")
def test_a_journal_that_does_not_fit_leaves_nothing(disk: Path) -> None:
    (disk / "x").write_bytes(bytes(5 * 2**20))
    with pytest.raises(DiskFull):
        make_journal(disk / "Proef.vpjournal")
    assert [path.name for path in disk.iterdir()] == ["x"]


@pytest.mark.row(19, "saves a paper that does not fit")
def test_a_paper_that_does_not_fit_leaves_nothing(disk: Path) -> None:
    with pytest.raises(DiskFull):
        write_new_file(disk / "paper.pdf", os.urandom(9 * 2**20))
    assert not list(disk.iterdir())


@pytest.mark.row(19, "empties a journal on a full disk")
def test_a_full_disk_does_not_keep_anyone_from_emptying(disk: Path) -> None:
    folder = make_journal(disk / "Proef.vpjournal", texts=3).folder
    fill(disk)
    assert emptying.empty(unlock(folder))
    assert not folder.exists()


@pytest.mark.row(20, "empties nothing in a folder that turned read-only, and says so")
def test_a_read_only_folder_keeps_its_journal_whole(disk: Path) -> None:
    folder = make_journal(disk / "Proef.vpjournal", texts=3).folder
    unlocked = unlock(folder)
    before = snapshot(folder)
    with read_only(folder), pytest.raises(ReadOnly):
        emptying.empty(unlocked)
    assert snapshot(folder) == before
    assert emptying.empty(unlock(folder))


@pytest.mark.row(20, "opens, saves and creates on a read-only disk")
def test_a_read_only_disk_is_said(disk: Path) -> None:
    folder = make_journal(disk / "Proef.vpjournal", texts=3).folder
    before = snapshot(folder)
    mount("-o", "remount,ro", str(disk))
    with pytest.raises(ReadOnly):
        unlock(folder)
    with pytest.raises(ReadOnly):
        write_new_file(disk / "paper.pdf", b"x")
    with pytest.raises(ReadOnly):
        make_journal(disk / "new.vpjournal")
    assert vault.describe(folder).generation == 1
    assert snapshot(folder) == before


@pytest.mark.row(20, "saves on a disk that was pulled out")
@pytest.mark.row(20, "saves in a folder that turned read-only, and after")
def test_a_folder_that_turns_read_only_while_it_is_open_is_said_and_written_to_again_after(disk: Path) -> None:
    folder = make_journal(disk / "Proef.vpjournal", texts=3).folder
    with opened(folder) as database:
        with read_only(folder):
            for _try in range(2):
                with pytest.raises(ReadOnly):
                    add_texts(database, range(3, 4))
                assert numbers_in(database) == {0, 1, 2}
        add_texts(database, range(3, 4))
        assert numbers_in(database) == {0, 1, 2, 3}


def test_a_disk_that_is_pulled_out_is_said(disk: Path) -> None:
    folder = make_journal(disk / "Proef.vpjournal", texts=3).folder
    with opened(folder) as database:
        subprocess.run(["umount", "-l", str(disk)], check=True)
        with pytest.raises(DeviceFailed):
            add_texts(database, range(3, 4))
        with pytest.raises(DeviceFailed):
            write_new_file(folder / "paper.pdf", b"x")
    assert not list(disk.iterdir())


@pytest.mark.row(20, "opens a folder of another user")
@pytest.mark.row(22, "another user")
def test_a_folder_of_someone_else_is_said(made: Made) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SOMEONE_ELSE, str(made.folder)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "ReadOnly()\n", done.stderr


@pytest.mark.row(21, "derives a key without room for it")
def test_too_little_memory_is_said(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LITTLE_MEMORY], capture_output=True, text=True, check=False)
    assert done.stdout == "told\n", done.stderr
