import contextlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact
from vpjournal.errors import Cancelled, DeviceFailed, FieldMissing, KeysChanged, OnlyToLook, WrongPassphrase
from vpjournal.journal.facade import Journal
from vpjournal.journal.keys import draw_code
from vpjournal.journal.looking import open_to_look
from vpjournal.journal.opening import (
    CHEAPEST,
    STANDARD,
    create_journal,
    describe,
    open_journal,
    open_journal_with_code,
    verify,
)
from vpjournal.journal.restoring import verify_backup

NEW = "kelder bezem zolder trap kraan dak"


def filled(journal: Journal) -> None:
    a_contact(journal, a_case(journal), note="gesprek over zomergras")


def folder_of(journal: Journal) -> Path:
    return journal._unlocked.folder


def clean(folder: Path, passphrase: str) -> bool:
    return not any(finding.problems for finding in verify(folder, passphrase, floor=CHEAPEST))


@pytest.mark.row(50, "the old passphrase")
def test_a_changed_passphrase_opens_the_same_journal_which_went_on_meanwhile(journal: Journal) -> None:
    filled(journal)
    told: list[tuple[int, int]] = []
    journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST, progress=lambda done, of: told.append((done, of)))
    assert journal.search.find("zomergras")
    a_case(journal, "Reiger-12")
    folder = folder_of(journal)
    journal.close()
    assert told[-1][0] == told[-1][1]
    with pytest.raises(WrongPassphrase):
        open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    with contextlib.closing(open_journal(folder, NEW, floor=CHEAPEST)) as again:
        assert {row.code for row in again.cases.list()} == {"Merel-47", "Reiger-12"}
    assert clean(folder, NEW)


def test_whoever_does_not_know_the_present_passphrase_changes_nothing(journal: Journal) -> None:
    for change in (
        journal.keys.change_passphrase,
        lambda present, _new, **more: journal.keys.new_code(present, **more),
    ):
        with pytest.raises(WrongPassphrase):
            change("iets anders", NEW, profile=CHEAPEST)
    with pytest.raises(FieldMissing):
        journal.keys.change_passphrase(PASSPHRASE, "", profile=CHEAPEST)
    assert [path.name for path in sorted(folder_of(journal).glob("data-*"))] == ["data-000001.db"]


def test_giving_up_at_any_step_leaves_everything_as_it_was(journal: Journal) -> None:
    filled(journal)
    steps: list[int] = []
    journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST, progress=lambda done, _of: steps.append(done))
    for at in range(len(steps)):
        seen: list[int] = []

        def stop(done: int, _of: int, at: int = at, seen: list[int] = seen) -> None:
            seen.append(done)
            if len(seen) > at:
                raise Cancelled

        with pytest.raises(Cancelled):
            journal.keys.change_passphrase(NEW, PASSPHRASE, profile=CHEAPEST, progress=stop)
        assert journal.search.find("zomergras")
    folder = folder_of(journal)
    journal.close()
    assert clean(folder, NEW)


@pytest.mark.row(50, "the old recovery sheet")
def test_a_new_sheet_takes_the_place_of_the_old_one_and_is_to_be_checked(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    old, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    with contextlib.closing(journal):
        journal.settings.save(replace(journal.settings.read(), recovery_confirmed=True))
        new = journal.keys.new_code(PASSPHRASE, profile=CHEAPEST)
        assert not journal.settings.read().recovery_confirmed
    with pytest.raises(WrongPassphrase):
        open_journal_with_code(folder, " ".join(old.groups))
    open_journal_with_code(folder, " ".join(new.groups)).close()
    open_journal(folder, PASSPHRASE, floor=CHEAPEST).close()


def test_giving_up_a_new_sheet_leaves_the_old_one_checked(journal: Journal) -> None:
    journal.settings.save(replace(journal.settings.read(), recovery_confirmed=True))

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        journal.keys.new_code(PASSPHRASE, profile=CHEAPEST, progress=stop)
    assert journal.settings.read().recovery_confirmed


def test_recovery_leads_to_a_new_passphrase_and_a_new_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    old, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    filled(journal)
    assert not journal.recovered
    journal.close()
    with contextlib.closing(open_journal_with_code(folder, " ".join(old.groups))) as journal:
        assert journal.recovered
        new = journal.keys.recover(NEW, profile=CHEAPEST)
        assert not journal.recovered
    for groups, opens in ((old.groups, False), (new.groups, True)):
        with contextlib.nullcontext() if opens else pytest.raises(WrongPassphrase):
            open_journal_with_code(folder, " ".join(groups)).close()
    with pytest.raises(WrongPassphrase):
        open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    with contextlib.closing(open_journal(folder, NEW, floor=CHEAPEST)) as journal:
        assert journal.search.find("zomergras")


def test_who_was_not_let_in_by_the_code_cannot_leave_out_the_passphrase(journal: Journal) -> None:
    with pytest.raises(RuntimeError):
        journal.keys.recover(NEW, profile=CHEAPEST)


def test_an_old_copy_of_the_folder_still_opens_with_the_old_passphrase_only(journal: Journal, tmp_path: Path) -> None:
    filled(journal)
    old = tmp_path / "kopie.vpjournal"
    shutil.copytree(folder_of(journal), old)
    journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST)
    with contextlib.closing(open_journal(old, PASSPHRASE, floor=CHEAPEST)) as copy:
        assert copy.search.find("zomergras")
        copy.close()
    with pytest.raises(WrongPassphrase):
        open_journal(old, NEW, floor=CHEAPEST)


def test_a_code_that_was_checked_before_it_counts_is_the_one_and_is_not_asked_for_again(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    old, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    drawn = draw_code()
    with contextlib.closing(journal):
        journal.settings.save(replace(journal.settings.read(), recovery_later_used=True))
        assert journal.keys.new_code(PASSPHRASE, checked=drawn, profile=CHEAPEST) is drawn
        settings = journal.settings.read()
        assert settings.recovery_confirmed
        assert not settings.recovery_later_used
    open_journal_with_code(folder, " ".join(drawn.groups)).close()
    with pytest.raises(WrongPassphrase):
        open_journal_with_code(folder, " ".join(old.groups))


def test_recovery_may_leave_the_sheet_that_was_used(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    code, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    journal.close()
    with contextlib.closing(open_journal_with_code(folder, " ".join(code.groups))) as journal:
        journal.keys.recover_passphrase(NEW, profile=CHEAPEST)
        assert not journal.recovered
        assert journal.settings.read().recovery_confirmed
        with pytest.raises(RuntimeError):
            journal.keys.recover_passphrase(NEW, profile=CHEAPEST)
    open_journal(folder, NEW, floor=CHEAPEST).close()
    open_journal_with_code(folder, " ".join(code.groups)).close()
    with pytest.raises(WrongPassphrase):
        open_journal(folder, PASSPHRASE, floor=CHEAPEST)


def test_what_fails_after_the_change_says_that_it_was_made(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise DeviceFailed

    # The moment between the header and the new connection: no device of ours fails so exactly.
    monkeypatch.setattr(journal._database, "move", fail)
    with pytest.raises(KeysChanged):
        journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST)
    folder = folder_of(journal)
    journal.close()
    open_journal(folder, NEW, floor=CHEAPEST).close()


def test_the_derivation_stays_as_dear_as_this_reader_believes(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    code, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    journal.close()
    with contextlib.closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        journal.keys.change_passphrase(PASSPHRASE, NEW)
    assert describe(folder).profile == CHEAPEST
    # The code needs no floor, and must not let in a cheap derivation by the back door.
    with contextlib.closing(open_journal_with_code(folder, " ".join(code.groups))) as journal:
        journal.keys.recover(PASSPHRASE)
    assert describe(folder).profile.memory >= STANDARD.memory


def test_a_backup_that_is_under_way_is_finished_with_what_it_began_with(journal: Journal, tmp_path: Path) -> None:
    filled(journal)
    folder = tmp_path / "stick"
    folder.mkdir()
    job = journal.backups.prepare(folder)
    begun, go_on = Event(), Event()

    def pause(_done: int, _of: int) -> None:
        begun.set()
        go_on.wait(20)

    with ThreadPoolExecutor(1) as thread:
        making = thread.submit(job.run, pause)
        assert begun.wait(20)
        try:
            journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST)
        finally:
            go_on.set()
        made = making.result(20)
    assert not any(finding.problems for finding in verify_backup(made.path, PASSPHRASE, floor=CHEAPEST))
    with pytest.raises(WrongPassphrase):
        verify_backup(made.path, NEW, floor=CHEAPEST)
    assert journal.search.find("zomergras")
    assert not list(folder_of(journal).glob("*.new*"))


def test_a_journal_that_is_only_looked_at_keeps_its_keys_and_what_is_damaged(journal: Journal) -> None:
    filled(journal)
    folder = folder_of(journal)
    journal.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with contextlib.closing(open_to_look(folder, PASSPHRASE, floor=CHEAPEST)) as looked_at:
        with pytest.raises(OnlyToLook):
            looked_at.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST)
        with pytest.raises(OnlyToLook):
            looked_at.keys.new_code(PASSPHRASE, profile=CHEAPEST)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
