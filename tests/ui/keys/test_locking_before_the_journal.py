"""A page that stands before the open journal locks as the journal itself does, and loses no place by it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import PASSPHRASE
from tests.ui.keys.conftest import Program
from ui.navigation import Page, Place
from ui.pages.sheet_reminder_page import SheetReminderPage
from ui.pages.unlock_page import UnlockPage
from vpjournal.journal.opening import CHEAPEST, open_journal

PLACE = Place(Page.SETTINGS).encode()


def with_a_reminder(folder: Path) -> None:
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    journal.settings.save(replace(journal.settings.read(), recovery_later_used=True))
    journal.place.save(PLACE)
    journal.close()


def test_the_reminder_of_the_sheet_locks_by_key_and_keeps_the_place(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "Blad.vpjournal"
    with_a_reminder(folder)
    unlock = program.page(UnlockPage)
    unlock.field.set_text(PASSPHRASE)
    unlock.unlock_button.click()
    program.page(SheetReminderPage)
    QTest.keyClick(program.session.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.session.window.is_covered
    program.wait_until_left()
    assert program.left == [folder]
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert journal.place.load() == PLACE
    assert journal.settings.read().recovery_later_used
    journal.close()


def test_where_no_journal_is_open_there_is_nothing_to_lock(program: Program) -> None:
    program.page(UnlockPage)
    QTest.keyClick(program.session.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not program.session.window.is_covered
    assert not program.left
