"""The frame that is made while the passphrase is typed: it holds nothing of a case, and takes nothing from typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_case, an_agreement
from ui.crash import CrashHook
from ui.door import Door
from ui.frame import Frame
from ui.navigation import TODAY
from ui.operations import Operations
from ui.pages.today_page import TodayPage
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.session import Session
from vpjournal.domain.days import today
from vpjournal.journal.opening import CHEAPEST, open_journal

BEGUN = "molen lant"


@pytest.fixture
def folder(journal_folder: Path) -> Path:
    """A journal with a case that is on *Vandaag*."""
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    an_agreement(journal, a_case(journal), due=today())
    journal.close()
    return journal_folder


@pytest.fixture
def session(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, operations: Operations, folder: Path
) -> Iterator[Session]:
    """The program at the page that asks for the passphrase, with the frame ready."""
    made = Session(
        qapp,
        preferences=preferences,
        operations=operations,
        door=Door(folder, cheapest=True),
        crash_hook=CrashHook(),
        restart=lambda _folder: pytest.fail("left"),
    )
    made.start(first_run=False, quietly=False)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(TodayPage)))
    yield made
    if shiboken6.isValid(made.window):
        made.window.close_now()
        made.window.deleteLater()


def unlock_page(session: Session) -> UnlockPage:
    page = session.window.content
    assert isinstance(page, UnlockPage)
    return page


def frame_of(session: Session) -> Frame:
    [frame] = session.window.findChildren(Frame)
    return frame


def words(frame: Frame) -> list[str]:
    labels = [label.text() for label in frame.findChildren(QLabel)]
    return labels + [button.text() for button in frame.findChildren(QAbstractButton)]


def unlock(qtbot: QtBot, session: Session) -> None:
    page = unlock_page(session)
    page.field.set_text(PASSPHRASE)
    page.unlock_button.click()
    qtbot.waitUntil(lambda: any("Merel-47" in each for each in words(frame_of(session))))


def test_before_unlocking_it_is_made_unseen_and_without_anything_of_a_case(
    qtbot: QtBot, session: Session, operations: Operations
) -> None:
    assert not operations.is_open
    assert frame_of(session).isHidden()
    assert isinstance(session.window.content, UnlockPage)
    assert not [each for each in words(frame_of(session)) if "Merel" in each]
    assert frame_of(session).place() is None


def test_what_is_shown_after_unlocking_was_made_before(qtbot: QtBot, session: Session) -> None:
    made = frame_of(session)
    unlock(qtbot, session)
    assert session.window.content is made
    assert made.isVisible()
    assert made.place() == TODAY


def test_nothing_is_made_for_a_window_that_is_gone(qtbot: QtBot, session: Session, preferences: Preferences) -> None:
    preferences.step_text_scale(1)
    backstage = session._kept_backstage
    assert backstage is not None
    qtbot.waitUntil(lambda: backstage._work.is_busy)
    work, window = backstage._work, session.window
    window.close_now()
    shiboken6.delete(window)
    # An error in a slot would fail the test.
    QTest.qWait(0)
    assert not shiboken6.isValid(work)


def test_its_keys_do_nothing_before_unlocking(qtbot: QtBot, session: Session, operations: Operations) -> None:
    for key, held in ((Qt.Key.Key_L, "Control"), (Qt.Key.Key_K, "Control"), (Qt.Key.Key_F1, "No")):
        modifier = Qt.KeyboardModifier[f"{held}Modifier"]
        qtbot.keyClick(unlock_page(session).field.edit, key, modifier)
    assert not session.window.is_covered
    assert QApplication.activeModalWidget() is None
    assert not operations.is_busy


def test_another_text_size_makes_it_anew_and_keeps_what_was_typed(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    qtbot.keyClicks(unlock_page(session).field.edit, BEGUN)
    before = frame_of(session)
    preferences.step_text_scale(1)
    qtbot.waitUntil(lambda: before not in session.window.findChildren(Frame))
    qtbot.waitUntil(lambda: bool(session.window.findChildren(TodayPage)))
    assert frame_of(session).context.theme.text_scale == preferences.text_scale
    assert unlock_page(session).field.text == BEGUN


def test_who_unlocks_before_it_is_ready_need_not_wait_for_it(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    preferences.step_text_scale(1)
    unlock(qtbot, session)
    assert frame_of(session).context.theme.text_scale == preferences.text_scale
    assert isinstance(session.window.content, Frame)


def test_colours_that_the_palette_did_not_tell_come_once_the_window_is_painted(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, operations: Operations, folder: Path
) -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Window, "#202020")
    system.setColor(QPalette.ColorRole.WindowText, "#c0c0c0")
    qapp.setPalette(system)
    session = Session(
        qapp,
        preferences=preferences,
        operations=operations,
        door=Door(folder, cheapest=True),
        crash_hook=CrashHook(),
        restart=lambda _folder: pytest.fail("left"),
    )
    guessed = qapp.palette().color(QPalette.ColorRole.Window)
    session.start(first_run=False, quietly=False)
    qtbot.waitUntil(lambda: qapp.palette().color(QPalette.ColorRole.Window) != guessed)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(TodayPage)))
    session.window.close_now()
    session.window.deleteLater()
