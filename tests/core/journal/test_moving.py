"""Moving: the same numbers on both laptops, what stays outside the journal, and emptying it."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, TODAY, Clock, a_case, a_contact, a_journal, an_organisation, let_out
from tests.core.vaults import snapshot
from vpjournal.domain.case import Asked
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.language import Language
from vpjournal.domain.moving import Tally
from vpjournal.domain.register import PaperKind, Way
from vpjournal.domain.unsaved import Home, Kind, Unsaved
from vpjournal.errors import JournalEmptied, JournalNotFound, WrongPassphrase
from vpjournal.journal.facade import Journal
from vpjournal.journal.moving import clear_away, finish_emptying, remove_journal
from vpjournal.journal.nearby import journals_nearby
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.restoring import restore


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_the_numbers_are_the_same_in_what_was_restored(journal: Journal, tmp_path: Path) -> None:
    assert journal.moving.tally() == Tally(0, 0, 0, None)
    an_organisation(journal)
    case, gone = a_case(journal), a_case(journal, "Kade-28")
    a_contact(journal, case)
    a_contact(journal, case, day=TODAY - timedelta(days=3))
    a_contact(journal, gone, day=TODAY + timedelta(days=1))
    journal.cases.remove(gone)
    tally = journal.moving.tally()
    assert tally == Tally(1, 2, 1, CoarseDay.exactly(TODAY))
    made = journal.backups.prepare(tmp_path).run()
    restore(made.path, tmp_path / "nieuw" / "Proef.vpjournal", passphrase=PASSPHRASE, floor=CHEAPEST)
    again = open_journal(tmp_path / "nieuw" / "Proef.vpjournal", PASSPHRASE, floor=CHEAPEST)
    assert again.moving.tally() == tally
    again.close()


def test_what_stays_is_what_was_saved_and_not_removed_and_the_backups(journal: Journal, tmp_path: Path) -> None:
    order = journal.papers.pocket_card(Language.DUTCH)
    let_out(journal, order)
    removed = let_out(journal, order, Way.FILE, place="/home/x/weg.pdf")
    journal.register.set_afterwards(removed, Asked.YES)
    let_out(journal, order, Way.FILE, place="/home/x/blad.pdf", protected=True)
    stick = tmp_path / "stick"
    stick.mkdir()
    journal.backups.record(journal.backups.prepare(stick).run())
    left = journal.moving.left_behind()
    ((paper),) = left.papers
    assert (paper.kind, paper.day, paper.place, paper.protected) == (
        PaperKind.POCKET_CARD,
        TODAY,
        "/home/x/blad.pdf",
        True,
    )
    assert [Path(item.folder) for item in left.backups] == [stick]
    assert "blad" not in repr(left)


def test_what_the_program_put_outside_goes_with_the_journal(journal: Journal, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    journal.drafts.seal([Unsaved(Home(Kind.CONTACT_LINE), "verzegeld")])
    drafts = tmp_path / "data" / "VP-journaal" / "drafts"
    assert len(list(drafts.iterdir())) == 1
    beside = journal.backups.prepare(tmp_path).run()
    journal.backups.record(beside)
    alone = journal.moving.left_behind()
    assert (len(alone.beside), len(alone.backups), alone.waiting) == (1, 0, 1)
    # The only backup there is stays.
    assert [item.name for item in clear_away(alone).backups] == [beside.path.name]
    assert beside.path.exists()
    assert not list(drafts.iterdir())
    journal.backups.record(journal.backups.prepare(stick).run())
    left = clear_away(journal.moving.left_behind())
    assert [item.folder for item in left.backups] == [str(stick)]
    assert (left.beside, left.waiting) == ((), 0)
    assert not beside.path.exists()
    assert len(list(stick.iterdir())) == 1


def test_what_another_one_of_the_same_backup_needs_stays(journal: Journal, tmp_path: Path) -> None:
    journal.drafts.seal([Unsaved(Home(Kind.CONTACT_LINE), "verzegeld")])
    drafts = tmp_path / "data" / "VP-journaal" / "drafts"
    beside = journal.backups.prepare(tmp_path).run()
    journal.backups.record(beside)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = journal.backups.prepare(stick).run()
    journal.backups.record(made)
    restore(
        journal.backups.prepare(stick).run().path, tmp_path / "Oud.vpjournal", passphrase=PASSPHRASE, floor=CHEAPEST
    )
    old = open_journal(tmp_path / "Oud.vpjournal", PASSPHRASE, floor=CHEAPEST)
    left = old.moving.take_leave(PASSPHRASE)
    assert (left.waiting, left.beside) == (0, ())
    old.close()
    remove_journal(tmp_path / "Oud.vpjournal", PASSPHRASE, floor=CHEAPEST)
    clear_away(left)
    assert len(list(drafts.iterdir())) == 1
    assert beside.path.exists()
    # Whoever empties the last one takes all of it along.
    clear_away(journal.moving.left_behind())
    assert not list(drafts.iterdir())
    assert not beside.path.exists()


def test_what_is_not_of_this_journal_stays_beside_it(journal: Journal, tmp_path: Path) -> None:
    made = journal.backups.prepare(tmp_path).run()
    journal.backups.record(made)
    stick = tmp_path / "stick"
    stick.mkdir()
    journal.backups.record(journal.backups.prepare(stick).run())
    made.path.write_bytes(b"a letter")
    left = clear_away(journal.moving.left_behind())
    assert made.path.read_bytes() == b"a letter"
    assert sorted(item.folder for item in left.backups) == sorted([str(stick), str(tmp_path)])


def test_leaving_asks_for_the_passphrase_and_then_forgets_the_journal_elsewhere(
    journal: Journal, tmp_path: Path
) -> None:
    journal.witness.begin()
    witness = tmp_path / "data" / "VP-journaal" / "witness"
    assert len(list(witness.iterdir())) == 1
    with pytest.raises(WrongPassphrase):
        journal.moving.take_leave("dit is hem niet")
    assert len(list(witness.iterdir())) == 1
    assert journal.moving.take_leave(PASSPHRASE) == journal.moving.left_behind()
    assert not list(witness.iterdir())
    # What was asked for just before comes too late.
    journal.witness.begin()
    journal.close()
    assert not list(witness.iterdir())


def test_the_journal_goes_and_nothing_beside_it(journal: Journal, tmp_path: Path) -> None:
    folder = journal._unlocked.folder
    journal.close()
    other = a_journal(tmp_path, name="Ander")
    other.close()
    before = snapshot(tmp_path / "Ander.vpjournal")
    with pytest.raises(WrongPassphrase):
        remove_journal(folder, "dit is hem niet", floor=CHEAPEST)
    open_journal(folder, PASSPHRASE, floor=CHEAPEST).close()
    assert remove_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert not folder.exists()
    assert snapshot(tmp_path / "Ander.vpjournal") == before
    with pytest.raises(JournalNotFound):
        finish_emptying(tmp_path / "Ander.vpjournal")


def test_what_was_interrupted_is_told_and_finished(journal: Journal) -> None:
    folder = journal._unlocked.folder
    journal.close()

    def stop(done: int, of: int) -> None:
        if done * 2 > of:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remove_journal(folder, PASSPHRASE, floor=CHEAPEST, progress=stop)
    with pytest.raises(JournalEmptied):
        open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert finish_emptying(folder)
    assert not folder.exists()


def test_other_journals_are_found_where_journals_lie(journal: Journal, tmp_path: Path) -> None:
    usual = tmp_path / "data" / "VP-journaal"
    usual.mkdir(parents=True)
    a_journal(usual, name="VP-journaal").close()
    a_journal(usual, name="Voorbeeld").close()
    a_journal(tmp_path, name="Oud").close()
    (tmp_path / "Geen.vpjournal").mkdir()
    (tmp_path / "Weg.vpjournal").symlink_to(tmp_path / "Oud.vpjournal")
    long_ago = 1_700_000_000
    os.utime(tmp_path / "Oud.vpjournal" / "data-000001.db", (long_ago, long_ago))
    found = journals_nearby(journal._unlocked.folder, but=(usual / "Voorbeeld.vpjournal",))
    assert [each.folder for each in found] == [usual / "VP-journaal.vpjournal", tmp_path / "Oud.vpjournal"]
    assert found[1].changed_on == date.fromtimestamp(long_ago)  # noqa: DTZ012 - the day on the wall


def test_with_nothing_else_there_is_nothing_to_find(journal: Journal, clock: Clock) -> None:
    assert clock.today() == TODAY
    assert journals_nearby(journal._unlocked.folder) == ()
