"""What was destroyed leaves the backups after one yes; what cannot be reached stays on the list until it can."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.builders import a_case
from tests.ui.backups.steps import at_rest, destroy_something, made_in, make, state, words
from tests.ui.desk import Desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.backups import RENEW
from ui.pages.backups.backups_page import BackupsPage
from ui.pages.bin_page import BinPage
from ui.pages.today_page import TodayPage
from vpjournal.journal.facade import Journal


def renew(desk: Desk, page: BackupsPage, answer: str = "Eerdere verwijderen") -> None:
    desk.asker.answers = [answer]
    desk.click(page, "renewBackupsButton")
    at_rest(desk)
    desk.settle()


def test_nothing_is_asked_as_long_as_nothing_was_destroyed(desk: Desk, page: BackupsPage, stick: Path) -> None:
    made_in(desk, stick)
    assert "Nog te vernieuwen" not in words(page)


def test_after_one_yes_there_is_a_fresh_one_and_no_older_one(desk: Desk, page: BackupsPage, stick: Path) -> None:
    old = [made_in(desk, stick), made_in(desk, stick)]
    desk.run(destroy_something)
    assert "Nog te vernieuwen" in words(page)
    renew(desk, page)
    assert desk.messages == [("De reservekopieën zijn vernieuwd.", MessageKind.DONE)]
    (fresh,) = stick.iterdir()
    assert fresh not in old
    assert [item.name for item in state(desk).items] == [fresh.name]
    assert not state(desk).to_renew
    assert "Nog te vernieuwen" not in words(page)
    assert len(desk.asker.asked) == 1


def test_a_no_leaves_everything(desk: Desk, page: BackupsPage, stick: Path) -> None:
    old = made_in(desk, stick)
    desk.run(destroy_something)
    renew(desk, page, "Niet doen")
    assert list(stick.iterdir()) == [old]
    assert len(state(desk).to_renew) == 1


def test_a_fresh_one_that_is_there_already_is_enough(desk: Desk, page: BackupsPage, stick: Path) -> None:
    old = made_in(desk, stick)
    desk.run(destroy_something)
    make(desk, page)
    renew(desk, page)
    assert len(list(stick.iterdir())) == 1
    assert not old.exists()


def test_a_fresh_one_that_was_removed_by_hand_is_made_anew(desk: Desk, page: BackupsPage, stick: Path) -> None:
    old = made_in(desk, stick)
    desk.run(destroy_something)
    made_in(desk, stick).unlink()
    renew(desk, page)
    (fresh,) = stick.iterdir()
    assert fresh != old
    assert not state(desk).to_renew


def test_what_is_out_of_reach_stays_on_the_list(desk: Desk, page: BackupsPage, stick: Path, tmp_path: Path) -> None:
    away = tmp_path / "andere stick"
    away.mkdir()
    made_in(desk, stick)
    far = made_in(desk, away)
    desk.run(destroy_something)
    shutil.move(away, tmp_path / "in de la")
    renew(desk, page)
    assert [item.name for item in state(desk).to_renew] == [far.name]
    assert "was nu niet te bereiken" in seen(page, QLabel, "renewFault").text()
    shutil.move(tmp_path / "in de la", away)
    renew(desk, page)
    assert not far.exists()
    assert not state(desk).to_renew


def test_without_the_place_for_a_fresh_one_nothing_is_removed(
    desk: Desk, page: BackupsPage, stick: Path, tmp_path: Path
) -> None:
    near = tmp_path / "hier"
    near.mkdir()
    made_in(desk, stick)
    old = made_in(desk, near)
    desk.run(destroy_something)
    shutil.rmtree(stick)
    renew(desk, page)
    assert old.exists()
    assert "steek die dan in de laptop" in seen(page, QLabel, "renewFault").text()
    assert len(state(desk).to_renew) == 2


def test_one_that_is_gone_is_taken_off_the_list_after_a_question(desk: Desk, page: BackupsPage, stick: Path) -> None:
    made_in(desk, stick).unlink()
    desk.run(destroy_something)
    desk.asker.answers = ["Op de lijst laten"]
    desk.click(page, "backupGoneLink")
    assert len(state(desk).items) == 1
    desk.asker.answers = ["Van de lijst halen"]
    desk.click(page, "backupGoneLink")
    assert state(desk).items == ()


def test_what_is_destroyed_while_a_backup_is_made_asks_for_another_one(desk: Desk, stick: Path) -> None:
    def work(journal: Journal) -> None:
        job = journal.backups.prepare(stick)
        destroy_something(journal)
        journal.backups.record(job.run())

    desk.run(work)
    assert len(state(desk).to_renew) == 1
    assert not state(desk).is_renewed


def test_what_is_destroyed_meanwhile_is_told_and_nothing_is_removed(desk: Desk, page: BackupsPage, stick: Path) -> None:
    old = made_in(desk, stick)
    desk.run(destroy_something)
    once = [True]

    def destroy_more(_step: int) -> None:
        if once:
            once.clear()
            desk.operations.run(destroy_something)

    desk.context.backups.progressed.connect(destroy_more)
    renew(desk, page)
    assert old.exists()
    assert (
        seen(page, QLabel, "renewFault").text()
        == "Er is intussen nog iets vernietigd of vervangen. Vernieuw nog een keer."
    )
    renew(desk, page)
    assert len(list(stick.iterdir())) == 1


def test_emptying_the_bin_leads_here(desk: Desk, stick: Path) -> None:
    made_in(desk, stick)
    desk.run(lambda journal: journal.cases.remove(a_case(journal, "Kade-28")))
    bin_page = BinPage(desk.context)
    desk.show(bin_page)
    bin_page.open(Place(Page.BIN))
    desk.settle()
    desk.asker.answers = ["Vernietigen"]
    desk.click(bin_page, "emptyBinButton")
    assert desk.messages == [("Vernietigd", MessageKind.DONE)]
    desk.undo()
    assert desk.places == [Place(Page.BACKUPS, part=RENEW)]


def test_coming_from_there_the_button_has_the_focus(desk: Desk, page: BackupsPage, stick: Path) -> None:
    made_in(desk, stick)
    desk.run(destroy_something)
    page.open(Place(Page.BACKUPS, part=RENEW))
    desk.settle()
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "renewBackupsButton"


def test_today_says_it_and_leads_here(desk: Desk, stick: Path) -> None:
    desk.run(a_case)
    today = TodayPage(desk.context)
    desk.show(today)
    desk.follow(today)
    today.open(Place(Page.TODAY))
    desk.settle()
    assert "Kies er een plek voor" in words(today)
    made_in(desk, stick)
    assert "Reservekopieën" not in words(today)
    desk.run(destroy_something)
    assert "staat nog iets wat u hebt vernietigd of vervangen" in words(today)
    desk.click(today, "toBackupsButton")
    assert desk.places == [Place(Page.BACKUPS, part=RENEW)]


def test_today_is_calm_about_a_stick_that_stays_away(desk: Desk, stick: Path) -> None:
    desk.run(a_case)
    made_in(desk, stick, days_ago=15)
    today = TodayPage(desk.context)
    desk.show(today)
    today.open(Place(Page.TODAY))
    desk.settle()
    assert "Kijk of de plek voor de reservekopieën er is: zit de usb-stick in de laptop?" in words(today)
    desk.click(today, "toBackupsButton")
    assert desk.places == [Place(Page.BACKUPS)]
