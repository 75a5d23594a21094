import contextlib
import stat
from pathlib import Path

import pytest

from tests.core.vaults import Made, make_journal, numbers_in, opened, unlock
from vpjournal.errors import Cancelled, JournalEmptied, JournalExists, JournalInUse, JournalNotFound, NotAJournal
from vpjournal.vault import describe, emptying, unlock_with_code
from vpjournal.vault.lock import FolderLock


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_journal(tmp_path / "data" / "Proef.vpjournal", texts=10)


def half_emptied(made: Made) -> None:
    """Leave what is left after the headers went."""

    class Stop(Exception):
        pass

    headers = sum(path.stat().st_size for path in made.folder.glob("journal*"))

    def stop(done: int, _of: int) -> None:
        if done > headers:
            raise Stop

    with pytest.raises(Stop):
        emptying.empty(unlock(made.folder), progress=stop)


def test_nothing_is_left_and_nothing_else_is_touched(made: Made) -> None:
    beside = made.folder.with_name("Proef 2026-11-18.vpbackup")
    beside.write_bytes(b"a backup")
    told: list[tuple[int, int]] = []
    assert emptying.empty(unlock(made.folder), progress=lambda *step: told.append(step))
    assert [path.name for path in made.folder.parent.iterdir()] == [beside.name]
    assert told == sorted(told)
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]


def test_what_a_link_leads_to_stays(made: Made, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_text("a letter")
    (made.folder / "data-000099.db").symlink_to(letter)
    assert emptying.empty(unlock(made.folder))
    assert letter.read_text() == "a letter"


def test_what_this_program_did_not_make_stays_with_its_folder(made: Made) -> None:
    (made.folder / "brief.txt").write_text("a letter")
    assert not emptying.empty(unlock(made.folder))
    assert {path.name: path.read_text() for path in made.folder.iterdir()} == {"brief.txt": "a letter"}


def test_copies_that_a_sync_program_made_of_the_header_go_before_it(made: Made) -> None:
    conflict = made.folder / "journal (conflict).header"
    conflict.write_bytes(made.header.read_bytes())
    half_emptied(made)
    assert not conflict.exists()
    assert not made.header.exists()


def test_a_file_that_may_not_be_written_goes_all_the_same(made: Made) -> None:
    made.header.chmod(stat.S_IRUSR)
    assert emptying.empty(unlock(made.folder))


def test_one_may_think_better_of_it_before_the_first_byte(made: Made) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    unlocked = unlock(made.folder)
    with contextlib.closing(unlocked), pytest.raises(Cancelled):
        emptying.empty(unlocked, progress=stop)
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(10))


def test_an_interrupted_one_says_what_it_is_and_can_be_finished(made: Made) -> None:
    half_emptied(made)
    assert "onderbroken" in (made.folder / emptying.MARKER).read_text("utf-8")
    for attempt in (
        lambda: unlock(made.folder),
        lambda: unlock_with_code(made.folder, " ".join(made.groups)),
        lambda: describe(made.folder),
    ):
        with pytest.raises(JournalEmptied):
            attempt()
    assert emptying.finish(made.folder)
    assert not made.folder.exists()


def test_while_a_header_is_whole_nothing_is_finished(made: Made) -> None:
    (made.folder / emptying.MARKER).write_text("x")
    with pytest.raises(JournalExists):
        emptying.finish(made.folder)
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(10))
    # It was thought better of.
    assert not (made.folder / emptying.MARKER).exists()


def test_only_what_was_being_emptied_is_finished(made: Made, tmp_path: Path) -> None:
    with pytest.raises(JournalNotFound):
        emptying.finish(made.folder)
    made.header.unlink()
    made.copy.unlink()
    with pytest.raises(JournalNotFound):
        emptying.finish(made.folder)
    assert made.database.exists()
    link = tmp_path / "link"
    link.symlink_to(made.folder)
    with pytest.raises(NotAJournal):
        emptying.finish(link)


def test_it_is_not_finished_by_two_at_once(made: Made) -> None:
    half_emptied(made)
    (made.folder / "lock").touch()
    lock = FolderLock(made.folder)
    with pytest.raises(JournalInUse):
        emptying.finish(made.folder)
    lock.release()
    assert emptying.finish(made.folder)
