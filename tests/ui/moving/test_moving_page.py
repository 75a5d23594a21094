"""*Verhuizen*: the same numbers on both laptops, and a journal that goes only with its passphrase."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton

from tests.builders import PASSPHRASE, TODAY, a_case, a_contact, an_organisation, let_out
from tests.ui.desk import Desk, desk, seen
from tests.ui.scripted import ScriptedFiles
from ui.navigation import Page, Place
from ui.pages.moving.moving_page import MovingPage
from ui.pages.settings_page import SettingsPage
from ui.widgets.passphrase_field import PassphraseField
from vpjournal.domain.language import Language
from vpjournal.domain.moving import LeftBehind
from vpjournal.domain.register import Way
from vpjournal.domain.unsaved import Home, Kind, Unsaved
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def leavings() -> list[tuple[str, LeftBehind]]:
    return []


@pytest.fixture
def page(desk: Desk, tmp_path: Path, leavings: list[tuple[str, LeftBehind]]) -> MovingPage:
    stick = tmp_path / "stick"
    stick.mkdir()

    def leave(passphrase: str, left: LeftBehind) -> None:
        leavings.append((passphrase, left))

    desk.context = replace(desk.context, files=ScriptedFiles(stick), empty_journal=leave)
    made = MovingPage(desk.context)
    desk.show(made)
    desk.follow(made)
    made.open(Place(Page.MOVING))
    desk.settle()
    return made


def fill(journal: Journal) -> None:
    an_organisation(journal)
    a_contact(journal, a_case(journal))
    a_contact(journal, a_case(journal, "Kade-28"))


def wiped(page: MovingPage) -> list[str]:
    return [each.text().replace("\u200b", "") for each in page.findChildren(QLabel, "wipeLine") if each.isVisible()]


def destroy_button(page: MovingPage) -> QAbstractButton:
    return seen(page, QPushButton, "destroyJournalButton")


def test_the_numbers_to_compare_are_there_and_follow_what_changes(desk: Desk, page: MovingPage) -> None:
    words = seen(page, QLabel, "tallyWords")
    assert "0 casussen" in words.text()
    assert "laatste contact" not in words.text()
    desk.run(lambda journal: [fill(journal), journal.settings.save(journal.settings.read())][1])
    page.open(Place(Page.MOVING))
    desk.settle()
    text = words.text()
    assert all(each in text for each in ("2 casussen", "2 contactmomenten", "1 organisatie"))
    assert desk.context.texts.day(TODAY) in text


def test_a_backup_is_made_here_and_then_stands_on_the_list(desk: Desk, page: MovingPage, tmp_path: Path) -> None:
    assert seen(page, QLabel, "noBackupWords").isVisible()
    desk.click(page, "makeBackupButton")
    desk.qtbot.waitUntil(lambda: not desk.context.backups.is_busy and bool(list((tmp_path / "stick").iterdir())))
    desk.settle()
    assert seen(page, QLabel, "noBackupWords").isHidden()
    assert any(".vpbackup" in line for line in wiped(page))


def test_a_text_that_has_no_place_is_told_because_it_does_not_come_along(desk: Desk, page: MovingPage) -> None:
    link = page.findChildren(QPushButton, "toWaitingTextsLink")[0]
    assert not link.isVisible()
    desk.run(lambda journal: journal.drafts.seal([Unsaved(Home(Kind.CONTACT_LINE), "verzegeld")]))
    page.open(Place(Page.MOVING))
    desk.settle()
    desk.click(page, "toWaitingTextsLink")
    assert desk.places == [Place(Page.WAITING_TEXTS)]


def test_backups_that_the_program_put_beside_the_journal_are_told(
    desk: Desk, page: MovingPage, journal_folder: Path
) -> None:
    words = page.findChildren(QLabel, "besideWords")[0]

    def back_up(journal: Journal) -> None:
        journal.backups.record(journal.backups.prepare(journal_folder.parent).run())

    desk.run(back_up)
    page.open(Place(Page.MOVING))
    desk.settle()
    # It is the only one, so it stays.
    assert not words.isVisible()
    desk.click(page, "makeBackupButton")
    desk.qtbot.waitUntil(lambda: not desk.context.backups.is_busy and words.isVisible())


def test_what_was_saved_and_not_removed_is_named(desk: Desk, page: MovingPage) -> None:
    def save(journal: Journal) -> None:
        order = journal.papers.pocket_card(Language.DUTCH)
        let_out(journal, order, Way.FILE, place="/home/x/Documenten/kaart.pdf")

    desk.run(save)
    page.open(Place(Page.MOVING))
    desk.settle()
    assert any(line.endswith("zonder wachtwoord: /home/x/Documenten/kaart.pdf") for line in wiped(page))
    assert any("prullenbak" in line for line in wiped(page))


def test_it_goes_after_looking_there_and_with_the_passphrase(
    desk: Desk, page: MovingPage, leavings: list[tuple[str, LeftBehind]]
) -> None:
    field = page.findChildren(PassphraseField)[0]
    assert not destroy_button(page).isEnabled()
    assert not field.isVisible()
    seen(page, QCheckBox, "lookedThereBox").click()
    assert field.isVisible()
    desk.click(page, "destroyJournalButton")
    assert field.fault == "Typ eerst uw wachtzin."
    field.set_text("dit is hem niet")
    desk.click(page, "destroyJournalButton")
    assert "Er is niets vernietigd" in field.fault
    assert destroy_button(page).isEnabled()
    assert not leavings
    field.set_text(PASSPHRASE)
    desk.click(page, "destroyJournalButton")
    assert [passphrase for passphrase, _left in leavings] == [PASSPHRASE]


def test_coming_back_begins_anew(desk: Desk, page: MovingPage) -> None:
    seen(page, QCheckBox, "lookedThereBox").click()
    field = page.findChildren(PassphraseField)[0]
    field.set_text(PASSPHRASE)
    page.open(Place(Page.MOVING))
    desk.settle()
    assert field.text == ""
    assert not destroy_button(page).isEnabled()


def test_the_example_is_not_emptied(desk: Desk) -> None:
    page = MovingPage(desk.context)
    desk.show(page)
    page.open(Place(Page.MOVING))
    desk.settle()
    assert not [each for each in page.findChildren(QPushButton, "destroyJournalButton") if each.isVisible()]


def test_settings_lead_here(desk: Desk) -> None:
    page = SettingsPage(desk.context)
    desk.show(page)
    desk.click(page, "to_moving")
    assert desk.places == [Place(Page.MOVING)]
