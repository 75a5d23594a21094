"""*Reservekopieën*: a place is chosen once, one button makes one, the list says which there are."""

import shutil
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.builders import PASSPHRASE, a_case
from tests.ui.backups.steps import choose, made_in, make, state, words
from tests.ui.desk import Desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.backups.backups_page import BackupsPage
from ui.widgets.choice_row import ChoiceRow
from vpjournal.domain.backups import Interval
from vpjournal.domain.days import today
from vpjournal.journal.opening import CHEAPEST
from vpjournal.journal.restoring import verify_backup

MADE = ("De reservekopie is gemaakt en nagekeken.", MessageKind.DONE)


def test_without_a_place_the_one_button_asks_for_it_and_goes_on(desk: Desk, page: BackupsPage, stick: Path) -> None:
    assert "Er is nog geen reservekopie." in words(page)
    make(desk, page)
    desk.qtbot.waitUntil(lambda: bool(desk.messages))
    desk.settle()
    (file,) = stick.iterdir()
    assert desk.messages == [MADE]
    assert state(desk).folder == str(stick)
    assert state(desk).last(today()) == today()
    assert "De laatste reservekopie is van vandaag." in words(page)
    assert all(not finding.problems for finding in verify_backup(file, PASSPHRASE, floor=CHEAPEST))


def test_the_place_is_kept_and_not_asked_for_again(desk: Desk, page: BackupsPage, stick: Path, tmp_path: Path) -> None:
    desk.click(page, "choosePlaceButton")
    assert state(desk).folder == str(stick)
    assert not list(stick.iterdir())
    choose(desk, tmp_path / "elders")
    make(desk, page)
    assert len(list(stick.iterdir())) == 1
    assert f"Reservekopieën komen in: {stick}" in words(page)


def test_thinking_better_of_it_changes_nothing(desk: Desk, page: BackupsPage) -> None:
    choose(desk, None)
    desk.click(page, "makeBackupButton")
    desk.click(page, "choosePlaceButton")
    assert (state(desk).folder, state(desk).items) == ("", ())
    assert not desk.context.backups.is_busy


def test_a_stick_that_is_gone_is_a_calm_line_and_goes_when_it_is_back(
    desk: Desk, page: BackupsPage, stick: Path
) -> None:
    desk.click(page, "choosePlaceButton")
    shutil.rmtree(stick)
    make(desk, page)
    assert "steek die dan in de laptop" in seen(page, QLabel, "backupFault").text()
    assert not desk.messages
    page.open(Place(Page.BACKUPS))
    desk.settle()
    assert seen(page, QLabel, "backupFault").isHidden()
    assert seen(page, QLabel, "aboutPlace").text().startswith("Deze plek is er nu niet.")
    stick.mkdir()
    make(desk, page)
    assert desk.messages == [MADE]
    assert "Deze plek is er nu niet." not in words(page)


def test_a_synced_folder_is_told_of_and_may_be_used(desk: Desk, page: BackupsPage, tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox" / "werk"
    synced.mkdir(parents=True)
    choose(desk, synced)
    desk.click(page, "choosePlaceButton")
    assert "Deze map wordt door Dropbox ook ergens anders bewaard." in words(page)
    assert state(desk).folder == str(synced)


def test_a_folder_on_the_disk_of_the_journal_is_told_of_mildly(desk: Desk, page: BackupsPage) -> None:
    desk.click(page, "choosePlaceButton")
    assert "Deze map staat op dezelfde schijf als uw journaal." in words(page)


def test_the_journals_own_folder_is_no_place(desk: Desk, page: BackupsPage, journal_folder: Path) -> None:
    inside = journal_folder / "hier"
    inside.mkdir()
    choose(desk, inside)
    desk.click(page, "makeBackupButton")
    assert "Dit is de map van het journaal zelf." in words(page)
    assert state(desk).folder == ""
    assert not list(inside.iterdir())


def test_stopping_leaves_nothing_and_says_so(desk: Desk, page: BackupsPage, stick: Path) -> None:
    desk.click(page, "choosePlaceButton")
    maker = desk.context.backups
    seen(page, QAbstractButton, "makeBackupButton").click()
    assert not seen(page, QAbstractButton, "makeBackupButton").isEnabled()
    maker.cancel()
    desk.qtbot.waitUntil(lambda: not maker.is_busy)
    desk.settle()
    assert seen(page, QLabel, "backupFault").text() == "U hebt dit gestopt. Er is geen reservekopie gemaakt."
    assert not list(stick.iterdir())
    assert state(desk).items == ()
    make(desk, page)
    assert desk.messages == [MADE]


def test_what_another_page_began_is_shown_and_can_be_stopped_here(desk: Desk, page: BackupsPage, stick: Path) -> None:
    told: list[int] = []

    def hear(step: int) -> None:
        told.append(step)

    desk.context.backups.progressed.connect(hear)
    desk.context.backups.make(stick)
    assert "U kunt gewoon doorwerken." in words(page)
    desk.qtbot.waitUntil(lambda: not desk.context.backups.is_busy)
    desk.settle()
    assert told == sorted(told)
    assert len(told) > 3
    assert desk.messages == []
    assert "Uw reservekopieën" in words(page)


def test_how_often_is_chosen_with_one_click(desk: Desk, page: BackupsPage) -> None:
    row = seen(page, ChoiceRow, "backupIntervalChoice")
    assert row.value is Interval.WEEKLY
    row.button(Interval.DAILY).click()
    desk.settle()
    assert state(desk).interval is Interval.DAILY
    desk.run(lambda journal: journal.backups.set_interval(Interval.BY_HAND))
    assert row.value is Interval.BY_HAND


def test_in_the_example_nothing_is_said_to_come_by_itself(desk: Desk) -> None:
    made = BackupsPage(replace(desk.context, view_example=None))
    desk.show(made)
    made.open(Place(Page.BACKUPS))
    desk.settle()
    assert not [row for row in made.findChildren(ChoiceRow) if row.isVisible()]


def test_one_that_is_too_old_says_so_only_when_there_is_a_younger_one(
    desk: Desk, page: BackupsPage, stick: Path
) -> None:
    made_in(desk, stick, days_ago=91)
    assert "Ouder dan 90 dagen." not in words(page)
    made_in(desk, stick, days_ago=3)
    assert words(page).count("Ouder dan 90 dagen.") == 1


def test_a_few_are_shown_at_a_time(desk: Desk, page: BackupsPage, stick: Path) -> None:
    names = [made_in(desk, stick).name for _ in range(7)][::-1]

    def shown() -> list[str]:
        return [name for name in names if f"· {name}" in words(page)]

    assert shown() == names[:5]
    desk.click(page, "earlierBackupsLink")
    assert shown() == names[5:]
    assert not [link for link in page.findChildren(QAbstractButton, "earlierBackupsLink") if link.isVisible()]
    desk.click(page, "newestBackupsLink")
    assert shown() == names[:5]


def test_a_lock_gives_it_up_and_another_can_be_made_after_it(desk: Desk, page: BackupsPage, stick: Path) -> None:
    desk.run(a_case)
    desk.click(page, "choosePlaceButton")
    seen(page, QAbstractButton, "makeBackupButton").click()
    desk.operations.interrupt()
    assert not desk.context.backups.is_busy
    desk.settle()
    assert not list(stick.iterdir())
    make(desk, page)
    assert [path.suffix for path in stick.iterdir()] == [".vpbackup"]
