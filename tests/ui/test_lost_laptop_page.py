"""*Laptop kwijt?* lists what a finder could read, as the register and the journal know it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, desk, seen
from tests.ui.laptop import laptop, session
from tests.ui.test_register_page import left
from ui.dialogs.sheet import Sheet
from ui.navigation import Page, Place
from ui.pages.lost_laptop_page import LostLaptopPage
from ui.pages.other_journal_page import OtherJournalPage
from ui.session import Session
from ui.widgets.labels import Words
from vpjournal.domain.case import Asked
from vpjournal.domain.language import Language
from vpjournal.domain.register import Way
from vpjournal.journal.facade import Journal
from vpjournal.storage import backups

__all__ = ["desk", "laptop", "session"]


def opened(desk: Desk) -> LostLaptopPage:
    page = LostLaptopPage(desk.context)
    desk.follow(page)
    desk.show(page)
    page.open(Place(Page.LOST_LAPTOP))
    desk.settle()
    return page


def said(page: QWidget, name: str) -> str:
    return "\n".join(each.text() for each in seen(page, QWidget, name).findChildren(Words) if not each.isHidden())


def test_a_file_without_a_password_lies_open_until_it_is_removed(desk: Desk) -> None:
    order = desk.run(lambda journal: journal.papers.reporter_log(Language.DUTCH))
    left(desk, order)
    left(desk, order, Way.FILE, place="/home/ik/dicht.pdf")
    page = opened(desk)
    assert "Er is geen blad bekend" in said(page, "lyingOpen")

    entry = left(desk, order, Way.FILE, place="/home/ik/open.pdf", protected=False)
    page.open(Place(Page.LOST_LAPTOP))
    desk.settle()
    assert "Logboek voor de melder" in said(page, "lyingOpen")
    assert "/home/ik/open.pdf" in said(page, "lyingOpen")
    assert "dicht.pdf" not in said(page, "lyingOpen")

    desk.run(lambda journal: journal.register.set_afterwards(entry, Asked.YES))
    assert "Er is geen blad bekend" in said(page, "lyingOpen")


def test_it_says_when_the_journal_was_last_locked(desk: Desk) -> None:
    assert "De vorige keer" not in seen(opened(desk), Words, "lastLockedWords").text()
    desk.run(lambda journal: journal.place.save(""))
    at = desk.run(lambda journal: journal.place.locked_at())
    assert at is not None
    assert f"om {at:%H:%M}" in seen(opened(desk), Words, "lastLockedWords").text()


def test_backups_are_listed_with_their_folder(desk: Desk) -> None:
    assert "nog geen reservekopie" in said(opened(desk), "backupsThere")
    desk.run(_add_backup)
    assert "/media/stick" in said(opened(desk), "backupsThere")


def test_the_register_and_the_settings_are_one_click_away(desk: Desk) -> None:
    page = opened(desk)
    assert page.focusProxy() is not None
    desk.click(page, "to_register")
    assert desk.places == [Place(Page.REGISTER)]
    assert seen(page, QPushButton, "to_register").isEnabled()


def test_it_can_be_read_where_there_is_no_journal(qtbot: QtBot, session: Session) -> None:
    session.entrance.show_other(back=session.entrance.show_unlock)
    page = session.window.content
    assert isinstance(page, OtherJournalPage)
    qtbot.mouseClick(page.lost_button, Qt.MouseButton.LeftButton)
    sheet = session.window.findChild(Sheet, "lostLaptopSheet")
    assert sheet is not None
    told = "\n".join(each.text() for each in sheet.findChildren(Words))
    assert "functionaris gegevensbescherming" in told
    assert "Zet op deze laptop een reservekopie terug" in told
    sheet.accept()
    qtbot.waitUntil(lambda: not session.window.findChildren(Sheet))


def _add_backup(journal: Journal) -> None:
    with journal._database.transaction():
        backups.add_found(journal._database, folder="/media/stick", name="a", made_on=date(2026, 3, 14))
