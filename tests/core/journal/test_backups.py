import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, Clock, a_case, a_contact
from tests.core.vaults import snapshot
from vpjournal.domain.backups import Interval
from vpjournal.domain.changes import Area
from vpjournal.domain.progress import Progress
from vpjournal.domain.views import BinKind
from vpjournal.errors import BackupFolderGone, Cancelled, JournalDamaged, JournalExists, ReadOnly, WrongPassphrase
from vpjournal.journal.backups import WHOLE, WRITTEN
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal
from vpjournal.journal.restoring import describe_backup, folder_for_restored, restore, verify_backup
from vpjournal.storage.migrate import shipped
from vpjournal.vault import backup_file

JOURNALS = Path(__file__).parents[2] / "journals"
NEW = "kelder bezem zolder trap kraan dak"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def filled(journal: Journal) -> None:
    a_contact(journal, a_case(journal), note="gesprek over zomergras")


def back_up(journal: Journal, folder: Path) -> Path:
    made = journal.backups.prepare(folder).run()
    assert journal.backups.record(made).areas == {Area.BACKUPS}
    return made.path


def restored(file: Path, target: Path, passphrase: str = PASSPHRASE) -> Journal:
    restore(file, target, passphrase=passphrase, floor=CHEAPEST)
    return open_journal(target, passphrase, floor=CHEAPEST)


def rows_of(journal: Journal) -> dict[str, list[object]]:
    names = journal._database.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name NOT IN ('backup', 'meta')"
    )
    return {name: journal._database.query(f"SELECT * FROM {name}") for (name,) in names}  # noqa: S608 - names of the schema


def test_a_backup_holds_everything_and_opens_beside_the_journal(journal: Journal, stick: Path, tmp_path: Path) -> None:
    filled(journal)
    told: list[int] = []
    made = journal.backups.prepare(stick).run(lambda done, of: told.append(done * WHOLE // of))
    journal.backups.record(made)
    assert made.path.name == "Proef 2026-11-18.vpbackup"
    assert told == sorted(told)
    assert told[-1] == WHOLE
    (item,) = journal.backups.state().items
    assert (item.folder, item.name, item.made_on, item.to_renew) == (str(stick), made.path.name, made.made_on, False)
    with contextlib.closing(restored(made.path, tmp_path / "Terug.vpjournal")) as again:
        assert rows_of(again) == rows_of(journal)
        assert again.search.find("zomergras")
    assert [path.name for path in stick.iterdir()] == [made.path.name]
    assert not list(journal._unlocked.folder.glob("*.new"))


def test_a_second_one_on_a_day_has_a_name_of_its_own(journal: Journal, stick: Path) -> None:
    assert back_up(journal, stick) != back_up(journal, stick)
    assert sorted(path.name for path in stick.iterdir()) == [
        "Proef 2026-11-18 (2).vpbackup",
        "Proef 2026-11-18.vpbackup",
    ]


def test_two_sticks_with_one_letter_are_both_on_the_list(journal: Journal, stick: Path, tmp_path: Path) -> None:
    first = back_up(journal, stick)
    case = a_case(journal)
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    stick.rename(tmp_path / "in the drawer")
    stick.mkdir()
    assert back_up(journal, stick) != first
    # Of the one in the drawer it is still known that it holds what was destroyed.
    assert [item.name for item in journal.backups.state().to_renew] == [first.name]


def test_what_is_not_there_is_said_and_nothing_stays(journal: Journal, stick: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupFolderGone):
        journal.backups.prepare(tmp_path / "away").run()
    assert not list(journal._unlocked.folder.glob("*.new"))
    if os.geteuid() != 0:
        stick.chmod(0o500)
        with pytest.raises(ReadOnly):
            journal.backups.prepare(stick).run()


def test_giving_up_at_any_step_leaves_nothing(journal: Journal, stick: Path) -> None:
    filled(journal)
    before = snapshot(journal._unlocked.folder)
    for percent in range(0, 100, 5):

        def stop(done: int, of: int, percent: int = percent) -> None:
            if done * 100 >= percent * of:
                raise Cancelled

        with pytest.raises(Cancelled):
            journal.backups.prepare(stick).run(stop)
        assert not list(stick.iterdir())
        assert snapshot(journal._unlocked.folder) == before


def test_a_backup_that_cannot_be_read_back_is_not_kept(
    journal: Journal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = backup_file.read

    def spoilt(path: Path, *, progress: Progress | None = None) -> backup_file.BackupFile:
        with path.open("r+b") as file:
            file.seek(5000)
            file.write(b"\1\2\3")
        return read(path, progress=progress)

    monkeypatch.setattr(backup_file, "read", spoilt)
    with pytest.raises(JournalDamaged):
        journal.backups.prepare(stick).run()
    assert not list(stick.iterdir())


def test_one_that_was_not_read_back_has_no_name_yet(journal: Journal, stick: Path) -> None:
    def end(done: int, _of: int) -> None:
        if done > WRITTEN:
            os._exit(0)

    child = os.fork()
    if child == 0:
        journal.backups.prepare(stick).run(end)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    (left,) = stick.iterdir()
    assert left.name.startswith(".")
    assert back_up(journal, stick) == stick / "Proef 2026-11-18.vpbackup"
    assert len(list(stick.iterdir())) == 1


def test_one_goes_on_writing_while_a_backup_is_made(journal: Journal, stick: Path, tmp_path: Path) -> None:
    filled(journal)
    case = a_case(journal, "Reiger-12")
    contact = a_contact(journal, case)
    outcome: list[Path] = []
    job = journal.backups.prepare(stick)
    thread = threading.Thread(target=lambda: outcome.append(job.run().path))
    thread.start()
    saves = 0
    while thread.is_alive():
        journal.notes.save(contact, f"regel {saves}")
        saves += 1
    thread.join()
    assert saves > 0
    with contextlib.closing(restored(outcome[0], tmp_path / "Terug.vpjournal")) as again:
        assert again.search.find("zomergras")


@pytest.mark.row(50, "an old backup")
def test_an_old_backup_opens_with_the_passphrase_of_its_day_only(journal: Journal, stick: Path, tmp_path: Path) -> None:
    filled(journal)
    file = back_up(journal, stick)
    journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST)
    with pytest.raises(WrongPassphrase):
        restore(file, tmp_path / "Terug.vpjournal", passphrase=NEW, floor=CHEAPEST)
    assert not (tmp_path / "Terug.vpjournal").exists()
    restored(file, tmp_path / "Terug.vpjournal").close()
    new_file = back_up(journal, stick)
    restored(new_file, tmp_path / "Nieuw.vpjournal", NEW).close()


def test_a_backup_opens_with_the_recovery_code_of_its_day(tmp_path: Path, stick: Path) -> None:
    code, journal = create_journal(tmp_path / "Proef.vpjournal", PASSPHRASE, profile=CHEAPEST)
    with contextlib.closing(journal):
        filled(journal)
        file = back_up(journal, stick)
    restore(file, tmp_path / "Terug.vpjournal", code=" ".join(code.groups))
    with contextlib.closing(open_journal(tmp_path / "Terug.vpjournal", PASSPHRASE, floor=CHEAPEST)) as again:
        assert again.search.find("zomergras")


def test_trying_a_backup_makes_every_check_and_leaves_nothing(journal: Journal, stick: Path, tmp_path: Path) -> None:
    filled(journal)
    file = back_up(journal, stick)
    found = verify_backup(file, PASSPHRASE, floor=CHEAPEST)
    assert {finding.check: finding.problems for finding in found} == dict.fromkeys(
        ("salt", "pages", "structure", "references", "texts", "stray"), 0
    )
    with pytest.raises(WrongPassphrase):
        verify_backup(file, "anders", floor=CHEAPEST)
    assert not [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    described = describe_backup(file)
    assert (described.generation, described.schema) == (1, len(shipped()))


def test_restoring_tells_how_far_it_is_and_stops_anywhere_without_leaving_anything(
    journal: Journal, stick: Path, tmp_path: Path
) -> None:
    filled(journal)
    file = back_up(journal, stick)
    told: list[tuple[int, int]] = []
    target = tmp_path / "terug" / "Terug.vpjournal"
    restore(file, target, passphrase=PASSPHRASE, floor=CHEAPEST, progress=lambda *step: told.append(step))
    assert told == sorted(told)
    assert told[-1] == (WHOLE, WHOLE)
    # While the key is derived nothing is told, and at once after it.
    assert (300, WHOLE) in told
    for place in range(len(told)):
        left = iter(range(place))

        def stop(_done: int, _of: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        target = tmp_path / f"gestopt-{place}" / "Terug.vpjournal"
        with pytest.raises(Cancelled):
            restore(file, target, passphrase=PASSPHRASE, floor=CHEAPEST, progress=stop)
        assert not target.parent.exists() or list(target.parent.iterdir()) == []


def test_a_restored_journal_never_lies_over_anything(journal: Journal, stick: Path, tmp_path: Path) -> None:
    file = back_up(journal, stick)
    with pytest.raises(JournalExists):
        restore(file, journal._unlocked.folder, passphrase=PASSPHRASE, floor=CHEAPEST)
    first = folder_for_restored(today=Clock().day)
    assert first.parent == tmp_path / "data" / "VP-journaal"
    for name in ("VP-journaal.vpjournal", "VP-journaal 2026-11-18.vpjournal", "VP-journaal 2026-11-18 (2).vpjournal"):
        place = folder_for_restored(today=Clock().day)
        assert place.name == name
        place.mkdir(parents=True)


def test_what_a_journal_was_made_of_is_on_its_list(journal: Journal, stick: Path, tmp_path: Path) -> None:
    first, second = back_up(journal, stick), back_up(journal, stick)
    with contextlib.closing(restored(second, tmp_path / "Terug.vpjournal")) as again:
        assert {item.name for item in again.backups.state().items} == {first.name, second.name}
        again.cases.remove(a_case(again))
        again.bin.empty()
        assert {item.name for item in again.backups.state().to_renew} == {first.name, second.name}
        fresh = back_up(again, stick)
        again.backups.remover(again.backups.state().to_renew)()
    assert list(stick.iterdir()) == [fresh]


def test_a_journal_is_made_in_no_other_one(journal: Journal, stick: Path, tmp_path: Path) -> None:
    file, home = back_up(journal, stick), journal._unlocked.folder
    (tmp_path / "door").symlink_to(home)
    (home / "journal.header").rename(tmp_path / "away")
    for place in (home / "x.vpjournal", tmp_path / "door" / "x.vpjournal"):
        with pytest.raises(JournalExists):
            restore(file, place, passphrase=PASSPHRASE, floor=CHEAPEST)


def test_a_backup_whose_path_is_no_text_is_restored_all_the_same(journal: Journal, stick: Path, tmp_path: Path) -> None:
    odd = back_up(journal, stick).rename(stick / os.fsdecode(b"\xe9\xff.vpbackup"))
    with contextlib.closing(restored(odd, tmp_path / "Terug.vpjournal")) as again:
        assert again.backups.state().items == ()


def test_a_choice_of_place_and_interval_is_kept(journal: Journal, stick: Path, clock: Clock) -> None:
    assert journal.backups.state().interval is Interval.WEEKLY
    assert not journal.backups.state().is_due(clock.day)
    journal.backups.choose_folder(stick)
    journal.backups.set_interval(Interval.DAILY)
    state = journal.backups.state()
    assert (state.folder, state.interval, state.is_due(clock.day)) == (str(stick), Interval.DAILY, True)
    back_up(journal, stick)
    assert not journal.backups.state().is_due(clock.day)
    assert journal.backups.state().is_due(clock.day + timedelta(days=1))


def test_what_is_destroyed_makes_every_older_backup_one_to_renew(journal: Journal, stick: Path) -> None:
    case = a_case(journal)
    back_up(journal, stick)
    journal.cases.remove(case)
    assert not journal.backups.state().to_renew
    assert Area.BACKUPS in journal.bin.destroy(BinKind.CASE, case).areas
    (old,) = journal.backups.state().to_renew
    back_up(journal, stick)
    assert [item.to_renew for item in journal.backups.state().items] == [False, True]
    assert journal.backups.remover([old])() == (old.id,)
    journal.backups.forget([old.id])
    assert [path.name for path in stick.iterdir()] == ["Proef 2026-11-18 (2).vpbackup"]
    assert not journal.backups.state().to_renew


def test_the_last_one_that_is_there_stays_whatever_the_list_says(journal: Journal, stick: Path, tmp_path: Path) -> None:
    old, fresh = back_up(journal, stick), back_up(journal, stick)
    (item,) = [item for item in journal.backups.state().items if item.name == old.name]
    aside = fresh.rename(tmp_path / "aside")
    # Somebody removed it from the stick.
    assert journal.backups.remover([item])() == ()
    fresh.write_bytes(b"a letter")
    assert journal.backups.remover([item])() == ()
    assert old.exists()
    aside.replace(fresh)
    assert journal.backups.remover([item])() == (item.id,)
    assert [path.name for path in stick.iterdir()] == [fresh.name]


def test_only_backups_of_this_journal_are_removed(journal: Journal, stick: Path, tmp_path: Path) -> None:
    file = back_up(journal, stick)
    with contextlib.closing(create_journal(tmp_path / "Ander.vpjournal", PASSPHRASE, profile=CHEAPEST)[1]) as other:
        theirs = back_up(other, stick)
    (item,) = journal.backups.state().items
    fresh = back_up(journal, stick)
    for data in (b"a letter", theirs.read_bytes()):
        file.write_bytes(data)
        assert journal.backups.remover([item])() == ()
        assert file.read_bytes() == data
    file.unlink()
    file.symlink_to(theirs)
    assert journal.backups.remover([item])() == ()
    assert theirs.exists()
    assert fresh.exists()
    shutil.rmtree(stick)
    assert journal.backups.remover([item])() == ()


@pytest.mark.parametrize("version", [migration.version for migration in shipped()[:-1]])
def test_a_journal_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    folder = tmp_path / "oud.vpjournal"
    shutil.copytree(JOURNALS / f"schema-{version}.vpjournal", folder)
    with contextlib.closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        (item,) = (each for each in journal.backups.state().items if each.folder == str(tmp_path))
        rows = journal.cases.list()
    file = tmp_path / item.name
    assert describe_backup(file).schema == version
    # What is restored of it is brought up to date as well.
    with contextlib.closing(restored(file, tmp_path / "terug" / "Terug.vpjournal")) as again:
        assert again.cases.list() == rows
    assert len(list(tmp_path.glob("*.vpbackup"))) == 1


def test_without_room_for_that_backup_a_journal_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "oud.vpjournal"
    shutil.copytree(JOURNALS / "schema-1.vpjournal", folder)
    before = (folder / "data-000001.db").read_bytes()

    def full(*_given: object, **_more: object) -> None:
        raise ReadOnly

    monkeypatch.setattr("vpjournal.vault.backup_file.write", full)
    with pytest.raises(ReadOnly):
        open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert (folder / "data-000001.db").read_bytes() == before


def test_what_was_left_half_by_a_loss_of_power_goes_with_the_next_one(journal: Journal, stick: Path) -> None:
    left = stick / ".Proef 2026-11-03.vpbackup.new"
    second = stick / ".Proef 2026-11-03 (2).vpbackup.new"
    of_another = stick / ".Ander 2026-11-03.vpbackup.new"
    of_a_restored_one = stick / ".Proef 2026-11-03 2026-11-18.vpbackup.new"
    for each in (left, second, of_another, of_a_restored_one):
        each.write_bytes(b"half")
    made = back_up(journal, stick)
    assert sorted(stick.iterdir()) == sorted([made, of_another, of_a_restored_one])


def test_one_begun_before_something_was_destroyed_is_to_be_renewed(journal: Journal, stick: Path) -> None:
    job = journal.backups.prepare(stick)
    journal.cases.remove(a_case(journal))
    journal.bin.empty()
    journal.backups.record(job.run())
    assert [item.to_renew for item in journal.backups.state().items] == [True]
    back_up(journal, stick)
    assert [item.to_renew for item in journal.backups.state().items] == [False, True]


def test_finding_those_beside_the_journal_changes_nothing_of_what_is_known(journal: Journal) -> None:
    beside = journal._unlocked.folder.parent
    made = journal.backups.prepare(beside).run()
    journal.backups.record(made)
    journal.cases.remove(a_case(journal))
    journal.bin.empty()
    known = journal.backups.state().items
    # That of a restored copy beside it, which is the same journal.
    shutil.copyfile(made.path, beside / "Proef 2026-11-03 2026-11-18.vpbackup")
    with journal._database.transaction():
        journal.backups.record_beside(made)
    assert journal.backups.state().items == known
    shutil.copyfile(made.path, beside / "Proef 2026-11-03.vpbackup")
    with journal._database.transaction():
        journal.backups.record_beside(made)
    assert len(journal.backups.state().items) == len(known) + 1


def test_those_of_before_another_passphrase_are_known_and_another_sheet_is_none(journal: Journal, stick: Path) -> None:
    back_up(journal, stick)
    journal.keys.new_code(PASSPHRASE, profile=CHEAPEST)
    journal.keys.change_passphrase(PASSPHRASE, PASSPHRASE, profile=CHEAPEST)
    assert [item.older_passphrase for item in journal.backups.state().items] == [False]
    journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST)
    back_up(journal, stick)
    assert [item.older_passphrase for item in journal.backups.state().items] == [False, True]


def test_a_change_that_was_given_up_leaves_the_passphrase_what_it_is(journal: Journal, stick: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    back_up(journal, stick)
    with pytest.raises(Cancelled):
        journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST, progress=stop)
    assert [item.older_passphrase for item in journal.backups.state().items] == [False]


def test_a_place_is_looked_at_before_it_is_used(journal: Journal, stick: Path, tmp_path: Path) -> None:
    look = journal.backups.look_at(stick)()
    assert (look.folder, look.there, look.synced_by, look.inside_journal) == (str(stick), True, "", False)
    assert look.same_disk
    gone = journal.backups.look_at(tmp_path / "weg")()
    assert (gone.there, gone.same_disk) == (False, False)
    assert journal.backups.look_at(journal._unlocked.folder / "hier")().inside_journal
    assert journal.backups.look_at(tmp_path / "Dropbox" / "x")().synced_by == "Dropbox"


def test_a_stick_that_got_another_letter_keeps_what_lies_on_it(journal: Journal, stick: Path, tmp_path: Path) -> None:
    made, lost = back_up(journal, stick), back_up(journal, stick)
    lost.unlink()
    elsewhere = tmp_path / "stick 2"
    stick.rename(elsewhere)
    (elsewhere / lost.name).write_bytes(b"iets anders")
    look = journal.backups.look_at(elsewhere)()
    journal.backups.choose_folder(elsewhere, moved=look.moved)
    assert {(item.folder, item.name) for item in journal.backups.state().items} == {
        (str(elsewhere), made.name),
        (str(stick), lost.name),
    }
    known = journal.backups.state().items
    back_up(journal, elsewhere)
    removed = journal.backups.remover(known)()
    assert len(removed) == 1
    assert not (elsewhere / made.name).exists()


def test_a_copy_elsewhere_does_not_take_the_place_of_the_one_that_is_known(
    journal: Journal, stick: Path, tmp_path: Path
) -> None:
    made = back_up(journal, stick)
    elsewhere = tmp_path / "stick 2"
    shutil.copytree(stick, elsewhere)
    assert journal.backups.look_at(elsewhere)().moved == ()
    journal.backups.choose_folder(elsewhere)
    assert [item.folder for item in journal.backups.state().items] == [str(made.parent)]
