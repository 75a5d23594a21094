import contextlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact
from vpjournal.errors import Cancelled, FieldMissing, WrongPassphrase
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal, open_journal_with_code, verify

NEW = "kelder bezem zolder trap kraan dak"


def filled(journal: Journal) -> None:
    a_contact(journal, a_case(journal), note="gesprek over zomergras")


def folder_of(journal: Journal) -> Path:
    return journal._unlocked.folder


def clean(folder: Path, passphrase: str) -> bool:
    return not any(finding.problems for finding in verify(folder, passphrase, floor=CHEAPEST))


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
