import contextlib
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.core.vault.rotating import NEW, open_journal, rotated
from tests.core.vaults import PASSPHRASE, Made, add_texts, numbers_in, opened, snapshot, unlock
from vpjournal import vault
from vpjournal.errors import Cancelled, DeviceFailed, DiskFull, FieldMissing, JournalDamaged, WrongPassphrase
from vpjournal.storage import Database, checks
from vpjournal.vault import new_recovery_code

NAMES = {"data-000002.db", "journal.header", "journal.header.copy", "lock", "reserve"}


def by_code(folder: Path, groups: tuple[str, ...]) -> vault.Unlocked:
    return vault.unlock_with_code(folder, " ".join(groups))


def data_key_of(folder: Path, groups: tuple[str, ...]) -> bytes:
    with contextlib.closing(by_code(folder, groups)) as unlocked:
        return unlocked.keys.database_key.reveal()


def test_the_new_passphrase_opens_all_that_was_there_and_the_old_one_nothing(made: Made) -> None:
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database)
        # The connection that was open goes on in the new file.
        add_texts(database, range(20, 21))
        assert database.path.name == "data-000002.db"
    assert set(snapshot(made.folder)) == NAMES
    with opened(made.folder, passphrase=NEW) as database:
        assert numbers_in(database) == set(range(21))
        assert checks.pages(database) == checks.structure(database) == checks.salt(database) == 0
    with pytest.raises(WrongPassphrase):
        unlock(made.folder)


def test_every_key_changes_and_the_journal_stays_the_same_one(made: Made) -> None:
    with contextlib.closing(unlock(made.folder)) as before:
        journal_id, keys = before.header.journal_id, before.keys
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database)
        assert unlocked.header.journal_id == journal_id
        for name in ("database_key", "header_key", "draft_key", "backup_key"):
            assert getattr(unlocked.keys, name).reveal() != getattr(keys, name).reveal()
        assert unlocked.keys.database_salt != keys.database_salt


@pytest.mark.row(50, "an old copy of the folder")
def test_an_old_copy_and_all_that_is_in_it_opens_nothing_of_the_present_journal(made: Made, tmp_path: Path) -> None:
    old = tmp_path / "old copy.vpjournal"
    shutil.copytree(made.folder, old)
    code = new_recovery_code()
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database, code=code)
    with opened(old) as database:
        assert numbers_in(database) == set(range(20))
    with pytest.raises(WrongPassphrase):
        by_code(made.folder, made.groups)
    # An old header beside the new database is told, and opens nothing.
    for name in ("journal.header", "journal.header.copy"):
        shutil.copy(old / name, made.folder / name)
    (made.folder / "data-000002.db").rename(made.folder / "data-000001.db")
    with pytest.raises(JournalDamaged), opened(made.folder):
        pass
    assert by_code(old, made.groups).header.generation == 1


def test_the_recovery_sheet_keeps_its_use_when_only_the_passphrase_changes(made: Made) -> None:
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database)
        key = unlocked.keys.database_key.reveal()
    assert data_key_of(made.folder, made.groups) == key


def test_a_new_code_opens_and_the_one_before_does_not(made: Made) -> None:
    code = new_recovery_code()
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database, code=code, passphrase=PASSPHRASE)
    by_code(made.folder, code.groups).close()
    with pytest.raises(WrongPassphrase):
        by_code(made.folder, made.groups)
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(20))


def test_the_code_stands_nowhere_in_the_folder_nor_in_the_database(made: Made) -> None:
    code = new_recovery_code()
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database, code=code)
        texts = "".join(str(row) for row in database.query("SELECT * FROM text_of_test"))
    for group in code.groups:
        assert group not in texts
        assert not any(group.encode() in data for data in snapshot(made.folder).values())


def test_giving_up_leaves_the_journal_as_it_was_and_open(made: Made) -> None:
    before = snapshot(made.folder)
    with open_journal(made.folder) as (unlocked, database):

        def give_up(path: Path, keyspec: str) -> None:
            database.copy_to(path, keyspec)
            raise Cancelled

        with pytest.raises(Cancelled):
            rotated(unlocked, database, copy=give_up)
        assert snapshot(made.folder) == before
        add_texts(database, range(20, 21))
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(21))


def test_giving_up_in_the_middle_of_copying_leaves_nothing(made: Made) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    before = snapshot(made.folder)
    with open_journal(made.folder) as (unlocked, database), pytest.raises(Cancelled):
        rotated(unlocked, database, copy=lambda path, keyspec: database.copy_to(path, keyspec, progress=stop))
    assert snapshot(made.folder) == before


def test_an_empty_passphrase_is_refused(made: Made) -> None:
    with open_journal(made.folder) as (unlocked, database), pytest.raises(FieldMissing):
        rotated(unlocked, database, passphrase="")


@pytest.mark.parametrize("error", [OSError(28, "no space"), OSError(5, "device")])
def test_a_header_that_cannot_be_replaced_leaves_the_old_journal(
    made: Made, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    before = snapshot(made.folder)
    with open_journal(made.folder) as (unlocked, database):

        def fail(source: Path, target: Path) -> None:
            if target.name == "journal.header":
                raise error
            os.replace(source, target)  # noqa: PTH105 - what the module does

        monkeypatch.setattr("vpjournal.vault.durable._replace", fail)
        with pytest.raises((DiskFull, DeviceFailed)):
            rotated(unlocked, database)
        assert snapshot(made.folder) == before
        add_texts(database, range(20, 21))
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(21))


def test_a_header_that_changed_over_without_a_promise_of_the_disk_counts(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both databases stay: after a loss of power either header may be the one that is found."""
    with open_journal(made.folder) as (unlocked, database):

        def fail(folder: Path) -> None:
            if (folder / "data-000002.db").exists() and unlocked.header.generation == 1:
                raise OSError(5, "device")

        calls: list[Path] = []

        def once(folder: Path) -> None:
            calls.append(folder)
            # Creating the new file, its rename, the temporary header; then the header itself.
            if len(calls) >= 4:
                fail(made.folder)

        monkeypatch.setattr("vpjournal.vault.durable.sync_folder", once)
        rotated(unlocked, database)
        monkeypatch.undo()
        assert numbers_in(database) == set(range(20))
    with opened(made.folder, passphrase=NEW) as database:
        assert numbers_in(database) == set(range(20))
    assert set(snapshot(made.folder)) == NAMES


@pytest.mark.parametrize("found_last", ["header", "copy"])
def test_an_interrupted_change_is_finished_at_the_next_unlocking_and_is_no_damage(made: Made, found_last: str) -> None:
    before = snapshot(made.folder)
    with open_journal(made.folder) as (unlocked, database):
        rotated(unlocked, database)
    if found_last == "copy":
        (made.folder / "journal.header.copy").write_bytes(before["journal.header.copy"])
    (made.folder / "data-000001.db").write_bytes(before["data-000001.db"])
    with contextlib.closing(unlock(made.folder, NEW)) as unlocked:
        assert not unlocked.repaired
    assert set(snapshot(made.folder)) == NAMES
    with opened(made.folder, passphrase=NEW) as database:
        assert numbers_in(database) == set(range(20))


def test_a_change_that_was_interrupted_before_it_counted_leaves_the_old_one(made: Made) -> None:
    left = ("data-000002.db.new", "data-000002.db.new-journal", "backup.db.new", "journal.header.new", "reserve.new")
    for name in (*left, "journal.header.copy.new"):
        (made.folder / name).write_bytes(b"x" * 4096)
    with opened(made.folder) as database:
        assert numbers_in(database) == set(range(20))
    assert set(snapshot(made.folder)) == {name.replace("2", "1") for name in NAMES}


def test_a_database_of_a_later_generation_is_not_removed_by_unlocking_nor_ever_written_over(made: Made) -> None:
    stranger = made.folder / "data-000007.db"
    stranger.write_bytes(b"y" * 4096)
    with open_journal(made.folder) as (unlocked, database):
        assert stranger.exists()
        rotated(unlocked, database)
        assert unlocked.header.generation == 8
    with opened(made.folder, passphrase=NEW) as database:
        assert numbers_in(database) == set(range(20))


def test_it_can_be_done_again_and_again(made: Made) -> None:
    with open_journal(made.folder) as (unlocked, database):
        for number in range(5):
            rotated(unlocked, database, passphrase=f"{NEW} {number}")
            add_texts(database, range(20 + number, 21 + number))
    with opened(made.folder, passphrase=f"{NEW} 4") as database:
        assert numbers_in(database) == set(range(25))


@pytest.mark.row(28, "another passphrase")
def test_what_is_made_is_private_under_any_umask(made: Made) -> None:
    old = os.umask(0)
    try:
        with open_journal(made.folder) as (unlocked, database):
            rotated(unlocked, database)
            modes = {stat.S_IMODE(path.stat().st_mode) for path in made.folder.iterdir()}
    finally:
        os.umask(old)
    assert modes == {0o600}


def test_a_copy_that_is_not_whole_is_never_changed_over_to(made: Made) -> None:
    before = snapshot(made.folder)
    with open_journal(made.folder) as (unlocked, database):

        def spoilt(path: Path, keyspec: str) -> None:
            database.copy_to(path, keyspec)
            with path.open("r+b") as file:
                file.seek(3 * 4096 + 100)
                file.write(b"\0\0\0\0")
            with contextlib.closing(Database(path, keyspec, read_only=True)) as copy:
                checks.require_whole(copy)

        with pytest.raises(JournalDamaged):
            rotated(unlocked, database, copy=spoilt)
    assert snapshot(made.folder) == before
