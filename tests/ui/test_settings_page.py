"""Looks change at once, the contact line saves itself, and the page says where the journal lies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.desk import Desk, desk, seen
from ui.navigation import MessageKind, Page, Place
from ui.pages.settings_page import SettingsPage
from ui.theme import Mode
from ui.widgets.choice_row import ChoiceRow
from vpjournal.domain.language import Language
from vpjournal.domain.views import JournalSettings

__all__ = ["desk"]


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> SettingsPage:
    desk.context.preferences.set_journal_folder(tmp_path / "Proef.vpjournal")
    made = SettingsPage(desk.context)
    desk.show(made)
    desk.follow(made)
    made.open(Place(Page.SETTINGS))
    desk.settle()
    return made


def contact_line(desk: Desk) -> str:
    return desk.run(lambda journal: journal.settings.read()).contact_line


def test_each_look_is_chosen_with_one_click(desk: Desk, page: SettingsPage) -> None:
    preferences, looks = desk.context.preferences, []
    preferences.look_changed.connect(lambda: looks.append(None))
    choices = {"languageChoice": Language.ENGLISH, "textScaleChoice": 2.0, "themeChoice": Mode.CONTRAST}
    for name, value in choices.items():
        QTest.mouseClick(seen(page, ChoiceRow, name).button(value), Qt.MouseButton.LeftButton)
    assert (preferences.language, preferences.text_scale, preferences.theme_mode) == tuple(choices.values())
    assert len(looks) == 3


def test_the_keyboard_goes_on_where_it_was_after_the_look_changed(desk: Desk, page: SettingsPage) -> None:
    row = seen(page, ChoiceRow, "textScaleChoice")
    row.button(1.0).setFocus()
    QTest.keyClick(row.button(1.0), Qt.Key.Key_Right)
    assert desk.context.preferences.text_scale == 1.15
    place = Place.decode(page.place().encode())
    again = SettingsPage(desk.context)
    desk.show(again)
    again.open(place)
    desk.settle()
    assert seen(again, ChoiceRow, "textScaleChoice").button(1.15).hasFocus()


def test_the_contact_line_saves_itself_and_leaves_the_rest_alone(desk: Desk, page: SettingsPage) -> None:
    desk.run(lambda journal: journal.settings.save(JournalSettings(recovery_confirmed=True)))
    field = seen(page, QLineEdit, "contactLineField")
    QTest.keyClicks(field, "06 00 00 00 00")
    assert desk.flush(page)
    kept = desk.run(lambda journal: journal.settings.read())
    assert kept == JournalSettings(contact_line="06 00 00 00 00", recovery_confirmed=True)


def test_a_full_disk_keeps_the_line_and_saves_it_later(desk: Desk, page: SettingsPage) -> None:
    field = seen(page, QLineEdit, "contactLineField")
    line = "bel " * 40_000
    desk.fill_disk()
    field.setText(line)
    page._autosave.touch()
    assert not desk.flush(page)
    assert [kind for _, kind in desk.messages] == [MessageKind.FAILED]
    assert field.text() == line
    desk.empty_disk()
    assert desk.flush(page)
    assert contact_line(desk) == line.strip()
    assert desk.messages[-1] == ("Opslaan lukt weer. Uw tekst is bewaard.", MessageKind.DONE)


def test_it_shows_what_was_changed_elsewhere_but_not_over_what_is_typed(desk: Desk, page: SettingsPage) -> None:
    field = seen(page, QLineEdit, "contactLineField")
    desk.run(lambda journal: journal.settings.save(JournalSettings(contact_line="elders")))
    assert field.text() == "elders"
    QTest.keyClicks(field, " en hier")
    desk.run(lambda journal: journal.settings.save(JournalSettings(contact_line="nog eens")))
    assert field.text() == "elders en hier"
    assert desk.flush(page)
    assert contact_line(desk) == "elders en hier"


def test_it_says_where_the_journal_lies_and_whether_the_sheet_was_checked(desk: Desk, page: SettingsPage) -> None:
    assert seen(page, QLabel, "journalFolder").text().endswith("Proef.vpjournal")

    def shown() -> str:
        return " ".join(label.text() for label in page.findChildren(QLabel))

    assert "Uw herstelblad is nog niet gecontroleerd." in shown()
    desk.run(lambda journal: journal.settings.save(JournalSettings(recovery_confirmed=True)))
    assert "U hebt een herstelblad en hebt het gecontroleerd." in shown()


@pytest.mark.parametrize("goal", [Page.REGISTER, Page.CHECK_PAPER, Page.PAPERS, Page.NOT_NAMES])
def test_what_has_to_do_with_paper_is_one_click_away(desk: Desk, page: SettingsPage, goal: Page) -> None:
    desk.click(page, f"to_{goal}")

    assert desk.places == [Place(goal)]


def test_a_journal_in_a_synced_folder_is_told_of(desk: Desk, tmp_path: Path) -> None:
    desk.context.preferences.set_journal_folder(tmp_path / "Dropbox" / "Proef.vpjournal")
    made = SettingsPage(desk.context)
    desk.show(made)
    made.open(Place(Page.SETTINGS))
    desk.settle()
    assert "door Dropbox ook ergens anders bewaard" in seen(made, QLabel, "syncedJournalWords").text()


def test_of_a_journal_that_stays_here_nothing_is_said(desk: Desk, page: SettingsPage) -> None:
    assert seen(page, QLabel, "syncedJournalWords").isHidden()
