"""What a process leaves outside the journal when it ends in mid-work goes, and what is in use stays."""

import os
import time
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact
from vpjournal.journal.facade import Journal
from vpjournal.journal.moving import remove_journal
from vpjournal.journal.opening import CHEAPEST
from vpjournal.journal.places import own_folder
from vpjournal.journal.restoring import restore, verify_backup
from vpjournal.vault import durable
from vpjournal.vault.lock import FolderLock

TAKEN_OUT = 700


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def end(done: int, _of: int) -> None:
    if done >= TAKEN_OUT:
        os._exit(0)


def left_by_a_process_that_ended(journal: Journal, place: Path) -> list[Path]:
    """Try a backup and restore it, in processes that end while the database lies there."""
    a_contact(journal, a_case(journal), note="gesprek over zomergras")
    file = journal.backups.prepare(place).run().path
    restored = own_folder() / "Terug.vpjournal"
    for work in (
        lambda: verify_backup(file, PASSPHRASE, floor=CHEAPEST, progress=end),
        lambda: restore(file, restored, passphrase=PASSPHRASE, floor=CHEAPEST, progress=end),
    ):
        child = os.fork()
        if child == 0:
            work()
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    found = sorted(own_folder().iterdir())
    assert [path.name[:7] for path in found] == [".Terug.", ".tried-"]
    return found


def test_they_go_when_the_journal_is_tidied_once_nobody_is_at_work_on_them(journal: Journal, tmp_path: Path) -> None:
    left = left_by_a_process_that_ended(journal, tmp_path)
    journal.tidy()
    assert sorted(own_folder().iterdir()) == left
    long_ago = time.time() - 7200
    for path in left:
        os.utime(path, (long_ago, long_ago))
    journal.tidy()
    assert list(own_folder().iterdir()) == []


def test_what_holds_its_lock_stays(journal: Journal) -> None:
    making = own_folder() / ".Nieuw.vpjournal.new-0123abcd"
    making.mkdir(parents=True)
    lock = FolderLock(making)
    os.utime(making, (0, 0))
    journal.tidy()
    assert making.exists()
    lock.release()
    os.utime(making, (0, 0))
    journal.tidy()
    assert not making.exists()


def test_all_of_it_goes_with_a_journal_that_is_destroyed(journal: Journal, tmp_path: Path) -> None:
    left_by_a_process_that_ended(journal, tmp_path)
    durable.create_file(own_folder() / "conflict.db.new", b"encrypted")
    durable.create_folder(own_folder() / ".looked-at-0123abcd")
    folder = journal._unlocked.folder
    journal.close()
    assert remove_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert list(own_folder().iterdir()) == []
