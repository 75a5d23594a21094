"""What was open when another file took its place is kept as a backup, as long as it can be read."""

import shutil
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, TODAY, a_case
from vpjournal.domain.changes import Area
from vpjournal.domain.guidance import Goals
from vpjournal.errors import JournalReplaced
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.places import own_folder
from vpjournal.journal.restoring import restore


def database_of(journal: Journal) -> Path:
    return journal._database.path


def replace_by_an_older_one(journal: Journal, *, in_place: bool) -> bytes:
    """Let a sync program bring back what the journal was, after something else was saved."""
    path = database_of(journal)
    older = shutil.copy(path, path.with_name("older"))
    case = a_case(journal, "Ekster-12")
    journal.goals.save(case, Goals(needs="rust"))
    if in_place:
        path.write_bytes(Path(older).read_bytes())
    else:
        Path(older).replace(path)
    with pytest.raises(JournalReplaced):
        journal.goals.save(case, Goals(needs="meer rust"))
    return path.read_bytes()


def test_what_was_replaced_is_kept_as_it_was_open(journal: Journal, tmp_path: Path) -> None:
    there = replace_by_an_older_one(journal, in_place=False)
    path = journal.conflict_copy.keep()
    assert path == tmp_path / f"Proef kopie {TODAY}.vpbackup"
    assert database_of(journal).read_bytes() == there
    assert not (own_folder() / "conflict.db.new").exists()
    assert journal.conflict_copy.keep().name == f"Proef kopie {TODAY} (2).vpbackup"
    restored = tmp_path / "Terug.vpjournal"
    restore(path, restored, passphrase=PASSPHRASE, floor=CHEAPEST)
    copy = open_journal(restored, PASSPHRASE, floor=CHEAPEST)
    (row,) = copy.cases.list()
    assert copy.goals.read(row.id).needs == "rust"
    copy.close()


def test_a_copy_is_on_the_list_of_whoever_goes_on_with_what_lies_there(journal: Journal, tmp_path: Path) -> None:
    replace_by_an_older_one(journal, in_place=False)
    path = journal.conflict_copy.keep()
    folder = journal._unlocked.folder
    (tmp_path / "Proef kopie 2026-11-01.vpbackup").write_bytes(b"a letter")
    journal.close()
    again = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert Area.BACKUPS in again.tidy().areas
    ((item),) = again.backups.state().items
    assert (Path(item.folder, item.name), item.made_on, item.to_renew) == (path, TODAY, False)
    assert Area.BACKUPS not in again.tidy().areas
    again.cases.remove(a_case(again))
    again.bin.empty()
    again.backups.forget([item.id])
    again.tidy()
    assert again.backups.state().to_renew
    again.close()


def test_what_was_removed_is_kept_too(journal: Journal) -> None:
    a_case(journal)
    database_of(journal).unlink()
    assert journal.conflict_copy.keep().exists()


def test_what_was_overwritten_cannot_be_kept(journal: Journal, tmp_path: Path) -> None:
    replace_by_an_older_one(journal, in_place=True)
    with pytest.raises(JournalReplaced):
        journal.conflict_copy.keep()
    assert not list(tmp_path.glob("*.vpbackup"))
    assert not (own_folder() / "conflict.db.new").exists()


def test_something_unfinished_at_its_place_is_not_mixed_in(journal: Journal, tmp_path: Path) -> None:
    replace_by_an_older_one(journal, in_place=False)
    path = database_of(journal)
    path.with_name(path.name + "-journal").write_bytes(b"x")
    with pytest.raises(JournalReplaced):
        journal.conflict_copy.keep()
    assert not list(tmp_path.glob("*.vpbackup"))
