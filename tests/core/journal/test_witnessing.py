"""The counter outside the journal: an older folder put back is told, and nothing else is."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, TODAY, Clock, a_case, a_journal, at_clock
from tests.core.vaults import snapshot
from vpjournal.domain.older_state import OlderState
from vpjournal.journal.example import make_demo
from vpjournal.journal.example.plan import Size
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.places import own_folder
from vpjournal.journal.restoring import restore


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    a_journal(tmp_path, clock=clock).close()
    return tmp_path / "Proef.vpjournal"


@pytest.fixture
def visit(folder: Path, clock: Clock) -> Callable[..., OlderState | None]:
    """Open the journal as the window does, do something, close it; return what was told."""

    def once(work: Callable[[Journal], object] = lambda _journal: None) -> OlderState | None:
        journal = at_clock(open_journal(folder, PASSPHRASE, floor=CHEAPEST), clock)
        told = journal.witness.older()
        journal.witness.begin()
        work(journal)
        journal.close()
        return told

    return once


Visit = Callable[..., OlderState | None]


def put_back(copy: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)


def test_usual_work_tells_nothing_not_even_the_first_time(visit: Visit, clock: Clock) -> None:
    for _ in range(4):
        assert visit() is None
        clock.pass_days(1)


def test_an_older_folder_put_back_is_told_with_both_counters_until_it_is_answered(
    visit: Visit, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    visit()
    shutil.copytree(folder, tmp_path / "copy")
    clock.pass_days(9)
    visit()
    put_back(tmp_path / "copy", folder)
    told = OlderState(2, TODAY, 4, TODAY + timedelta(days=9))
    for _ in range(4):
        # Working on does not make it go away.
        assert visit(lambda journal: a_case(journal, f"Merel-{len(journal.cases.list()) + 10}")) == told
    assert visit(lambda journal: journal.witness.accept()) == told
    assert visit() is None


def test_a_copy_from_the_middle_of_a_session_is_older_too(visit: Visit, folder: Path, tmp_path: Path) -> None:
    visit(lambda _journal: shutil.copytree(folder, tmp_path / "copy"))
    put_back(tmp_path / "copy", folder)
    told = visit()
    assert told is not None
    assert (told.count, told.seen_count) == (1, 2)


def test_the_newer_folder_that_comes_back_later_is_told_as_well(visit: Visit, folder: Path, tmp_path: Path) -> None:
    visit()
    shutil.copytree(folder, tmp_path / "old")
    visit()
    shutil.copytree(folder, tmp_path / "new")
    put_back(tmp_path / "old", folder)
    visit(lambda journal: journal.witness.accept())
    put_back(tmp_path / "new", folder)
    assert visit() is not None


def test_an_older_folder_with_its_old_passphrase_is_told(visit: Visit, folder: Path, tmp_path: Path) -> None:
    visit()
    shutil.copytree(folder, tmp_path / "copy")
    visit(lambda journal: journal.keys.change_passphrase(PASSPHRASE, "heel iets anders", profile=CHEAPEST))
    put_back(tmp_path / "copy", folder)
    assert visit() is not None


def test_a_kill_between_journal_and_witness_tells_nothing(visit: Visit) -> None:
    visit()
    (witness,) = (own_folder() / "witness").iterdir()
    before = witness.read_bytes()
    visit()
    # The journal counted, and the process died before the witness heard of it.
    witness.write_bytes(before)
    assert visit() is None


@pytest.mark.parametrize("spoil", ["gone", "empty", "flipped", "folder", "pipe"])
def test_a_witness_that_cannot_be_read_tells_nothing_and_is_made_again(visit: Visit, spoil: str) -> None:
    import os

    visit()
    (witness,) = (own_folder() / "witness").iterdir()
    data = bytearray(witness.read_bytes())
    data[-1] ^= 1
    witness.unlink()
    if spoil == "pipe":
        os.mkfifo(witness)
    elif spoil == "folder":
        witness.mkdir()
    elif spoil != "gone":
        witness.write_bytes(b"" if spoil == "empty" else bytes(data))
    assert visit() is None
    if spoil != "folder":
        assert witness.is_file()
        assert len(witness.read_bytes()) == len(data)


def test_a_folder_of_its_own_that_is_read_only_keeps_nobody_from_working(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert visit() is None
    assert visit() is None


def test_the_program_putting_a_backup_in_the_same_place_is_no_surprise(
    visit: Visit, folder: Path, tmp_path: Path
) -> None:
    made: list[Path] = []
    visit(lambda journal: made.append(journal.backups.prepare(tmp_path).run().path))
    visit()
    shutil.rmtree(folder)
    restore(made[0], folder, passphrase=PASSPHRASE, floor=CHEAPEST)
    assert visit() is None


def test_a_copy_at_another_place_has_a_witness_of_its_own(visit: Visit, folder: Path, tmp_path: Path) -> None:
    visit()
    shutil.copytree(folder, tmp_path / "Ander.vpjournal")
    visit()
    journal = open_journal(tmp_path / "Ander.vpjournal", PASSPHRASE, floor=CHEAPEST)
    assert journal.witness.older() is None
    journal.close()


def test_the_witness_tells_nobody_anything(visit: Visit, folder: Path, clock: Clock) -> None:
    visit()
    (witness,) = (own_folder() / "witness").iterdir()
    first = witness.read_bytes()
    visit()
    second = witness.read_bytes()
    assert len(first) == len(second)
    assert first != second
    for known in (TODAY.isoformat().encode(), folder.name.encode(), open_id(folder)):
        assert known not in second
        assert known.decode("ascii", "ignore") not in witness.name


def open_id(folder: Path) -> bytes:
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    journal.close()
    return journal._unlocked.header.journal_id.hex().encode()


def test_only_looking_counts_nothing(folder: Path) -> None:
    open_journal(folder, PASSPHRASE, floor=CHEAPEST).close()
    before = snapshot(folder)
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert journal.witness.older() is None
    journal.close()
    assert snapshot(folder) == before
    assert not (own_folder() / "witness").exists()


def test_the_example_has_no_witness(tmp_path: Path) -> None:
    folder = tmp_path / "voorbeeld.vpjournal"
    _, journal = make_demo(folder, PASSPHRASE, profile=CHEAPEST, size=Size(2, 1, 0), today=date(2026, 11, 18))
    journal.witness.begin()
    journal.close()
    assert not (own_folder() / "witness").exists()


def test_a_session_that_never_ended_makes_the_thorough_look_due(visit: Visit, folder: Path) -> None:
    visit(lambda journal: journal.health.passed())
    due: list[bool] = []
    visit(lambda journal: due.append(journal.health.is_thorough_due()))
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    journal.witness.begin()
    # As a process that was killed leaves it.
    journal._database.close()
    journal._unlocked.close()
    visit(lambda journal: due.append(journal.health.is_thorough_due()))
    assert due == [False, True]
