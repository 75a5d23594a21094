"""Locking when nobody is there: counted down in sight, held off by any key, and whatever is open."""

from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.ui.laptop import Laptop, front, laptop, opened, session, unlock
from ui.countdown import Countdown
from ui.cover import Cover
from ui.door import Door
from ui.idle_lock import LOOK_EVERY_MS, IdleLock
from ui.locking import WITHIN_MS_IDLE
from ui.navigation import Page, Place
from ui.operations import Operations
from ui.pages.keys.state import KeyState
from ui.pages.sheet_reminder_page import SheetReminderPage
from ui.preferences import IDLE_MINUTES, Preferences
from ui.session import Session
from vpjournal.journal.opening import CHEAPEST, RecoveryCode, open_journal

__all__ = ["laptop", "opened", "session"]

MINUTE = 60.0
YEAR = 365.25 * 24 * 3600


def look(session: Session) -> Countdown | None:
    """Let it look now, as it does four times a second; return the countdown that is in sight."""
    [lock] = session.window.findChildren(IdleLock)
    lock.look()
    return lock.countdown


def gone(qtbot: QtBot, session: Session, laptop: Laptop) -> None:
    """See the window blank already, and the process end."""
    assert session.window.is_covered
    qtbot.waitUntil(lambda: laptop.leaves == 1)


@pytest.mark.row(36, "idle, with what may be open above the window")
def test_it_counts_the_last_minute_down_and_locks(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    laptop.go_on(11 * MINUTE - 0.5)
    assert look(opened) is None
    laptop.go_on(0.5)
    countdown = look(opened)
    assert countdown is not None
    assert countdown.isVisible()
    assert countdown.left == 60
    laptop.go_on(58.7)
    assert look(opened) is countdown
    assert countdown.left == 2
    assert laptop.leaves == 0
    laptop.go_on(1.4)
    assert look(opened) is None
    gone(qtbot, opened, laptop)


def test_it_looks_by_itself(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    laptop.go_on(12 * MINUTE)
    qtbot.waitUntil(lambda: opened.window.is_covered, timeout=LOOK_EVERY_MS * 8)
    gone(qtbot, opened, laptop)


@pytest.mark.parametrize("use", ["a key", "a click", "a click on it"])
def test_any_key_or_click_stays(qtbot: QtBot, opened: Session, laptop: Laptop, use: str) -> None:
    laptop.go_on(11 * MINUTE + 30)
    countdown = look(opened)
    assert countdown is not None
    assert opened.presence is not None
    # It was told of use a moment ago, not in another life of the laptop's clock.
    opened.presence.hands._told = 0.0
    with qtbot.waitSignal(countdown.destroyed):
        if use == "a key":
            QTest.keyClick(front(opened.window), Qt.Key.Key_Shift)
        else:
            place = countdown.geometry().center() if use == "a click on it" else opened.window.rect().center()
            QTest.mouseClick(front(opened.window), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        # At once, not when it looks the next time.
        assert opened.presence.idle_lock.countdown is None
    laptop.go_on(10 * MINUTE)
    assert look(opened) is None
    assert not opened.window.is_covered


def test_what_never_gets_the_keyboard_is_watched_too(opened: Session, laptop: Laptop, qtbot: QtBot) -> None:
    above = QWidget(opened.window, Qt.WindowType.ToolTip | Qt.WindowType.WindowDoesNotAcceptFocus)
    with qtbot.waitExposed(above):
        above.show()
    look(opened)
    laptop.go_on(11 * MINUTE)
    QTest.mouseClick(above.windowHandle(), Qt.MouseButton.LeftButton)
    assert look(opened) is None
    above.close()


@pytest.mark.row(36, "idle, with what may be open above the window")
@pytest.mark.parametrize("kind", ["a dialog", "a file dialog", "a menu"])
def test_it_locks_whatever_is_open(qtbot: QtBot, opened: Session, laptop: Laptop, kind: str) -> None:
    above: QWidget
    if kind == "a menu":
        above = QMenu(opened.window)
        above.addAction("Afdrukken")
        above.popup(opened.window.mapToGlobal(opened.window.rect().center()))
    else:
        dialog = QDialog(opened.window) if kind == "a dialog" else QFileDialog(opened.window)
        dialog.setModal(True)
        dialog.open()
        above = dialog
    qtbot.waitUntil(above.isVisible)
    laptop.go_on(11 * MINUTE + 1)
    countdown = look(opened)
    assert countdown is not None
    assert countdown.isVisible()
    assert countdown.window() is (opened.window if kind == "a menu" else above)
    laptop.go_on(MINUTE)
    look(opened)
    assert not above.isVisible()
    gone(qtbot, opened, laptop)


def test_the_countdown_moves_to_the_window_that_is_left(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    dialog = QDialog(opened.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    laptop.go_on(11 * MINUTE + 1)
    look(opened)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    countdown = look(opened)
    assert countdown is not None
    assert countdown.window() is opened.window


@pytest.mark.row(36, "idle, with what may be open above the window")
def test_who_wakes_the_laptop_too_late_sees_no_countdown(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    laptop.go_on(8 * 3600)
    assert look(opened) is None
    gone(qtbot, opened, laptop)


@pytest.mark.row(37, "locked in time with the clock set forward or back")
@pytest.mark.parametrize("set_by", [-10 * YEAR, 3600 - 7200])
def test_a_clock_set_back_does_not_keep_it_open(qtbot: QtBot, opened: Session, laptop: Laptop, set_by: float) -> None:
    laptop.go_on(6 * MINUTE)
    laptop.of_day += set_by
    laptop.go_on(6 * MINUTE)
    look(opened)
    gone(qtbot, opened, laptop)


@pytest.mark.row(37, "locked in time with the clock set forward or back")
def test_a_clock_set_forward_locks(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    laptop.of_day += 10 * YEAR
    look(opened)
    gone(qtbot, opened, laptop)


def test_looking_together_takes_half_an_hour(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    assert opened.frame is not None
    opened.frame.context.immerse(True)
    laptop.go_on(29 * MINUTE - 1)
    assert look(opened) is None
    laptop.go_on(30)
    assert look(opened) is not None
    opened.frame.context.immerse(False)
    look(opened)
    gone(qtbot, opened, laptop)


@pytest.mark.parametrize("minutes", IDLE_MINUTES)
def test_the_adviser_chooses_how_long(opened: Session, preferences: Preferences, laptop: Laptop, minutes: int) -> None:
    preferences.set_idle_minutes(minutes)
    laptop.go_on((minutes - 1) * MINUTE - 1)
    assert look(opened) is None
    laptop.go_on(2)
    assert look(opened) is not None


@pytest.mark.parametrize("stored", ["", "0", "-1", "1000000", "twaalf"])
def test_any_other_choice_in_the_file_is_the_usual_one(preferences: Preferences, stored: str) -> None:
    preferences._settings.setValue("idle_minutes", stored)
    assert preferences.idle_minutes == 12


def test_the_cover_loses_no_time(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    laptop.go_on(11 * MINUTE)
    opened.departure.cover()
    laptop.go_on(MINUTE)
    look(opened)
    gone(qtbot, opened, laptop)


def test_it_comes_back_to_the_same_place(
    qtbot: QtBot, opened: Session, operations: Operations, laptop: Laptop, journal_folder: Path
) -> None:
    assert opened.frame is not None
    opened.frame.navigate(Place(Page.ORGANISATIONS))
    qtbot.waitUntil(lambda: not operations.is_busy)
    laptop.go_on(12 * MINUTE)
    look(opened)
    gone(qtbot, opened, laptop)
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    assert Place.decode(journal.place.load()).page is Page.ORGANISATIONS
    journal.close()


@pytest.mark.row(36, "idle, with what may be open above the window")
def test_a_front_page_with_an_open_journal_locks_and_keeps_the_place(
    qtbot: QtBot, session: Session, laptop: Laptop, journal_folder: Path
) -> None:
    kept = Place(Page.CASES).encode()
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    journal.settings.save(replace(journal.settings.read(), recovery_later_used=True, recovery_confirmed=False))
    journal.place.save(kept)
    journal.close()
    unlock(qtbot, session, SheetReminderPage)
    laptop.go_on(12 * MINUTE)
    look(session)
    gone(qtbot, session, laptop)
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    assert journal.place.load() == kept
    journal.close()


def test_a_code_that_is_on_no_paper_yet_is_covered_and_not_lost(
    qtbot: QtBot, session: Session, laptop: Laptop, operations: Operations, tmp_path: Path
) -> None:
    state = KeyState()
    session.entrance.show_first_run(state)
    door = Door(tmp_path / "Nieuw.vpjournal", cheapest=True)

    def keep(code: RecoveryCode) -> None:
        state.code = code

    with qtbot.waitSignal(operations.idle):
        operations.open(lambda: door.create(PASSPHRASE), done=keep, failed=pytest.fail)
    laptop.go_on(11.5 * MINUTE)
    # It would be said that the journal locks.
    assert look(session) is None
    laptop.go_on(MINUTE)
    look(session)
    [cover] = session.window.findChildren(Cover)
    cover.timed_out.emit()
    assert cover.isVisible()
    QTest.keyClick(front(session.window), Qt.Key.Key_Space)
    assert not session.window.is_covered
    assert laptop.leaves == 0


def test_nothing_is_locked_at_the_page_that_asks_for_the_passphrase(session: Session, laptop: Laptop) -> None:
    laptop.go_on(11.5 * MINUTE)
    assert look(session) is None
    laptop.go_on(YEAR)
    assert look(session) is None
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(front(session.window), Qt.Key.Key_L, held)
    QTest.keyClick(front(session.window), Qt.Key.Key_H, held | Qt.KeyboardModifier.ShiftModifier)
    assert not session.window.is_covered


def test_it_locks_when_the_system_says_that_nobody_is_there(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    assert opened.presence is not None
    opened.presence.session_lock.gone.emit()
    gone(qtbot, opened, laptop)


def test_where_no_journal_is_open_the_laptop_may_sleep_at_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    let: list[bool] = []
    assert session.presence is not None
    lock = session.presence.session_lock
    monkeypatch.setattr(lock, "let_sleep", lambda: let.append(True))
    lock.gone.emit()
    assert let == [True]
    assert not session.window.is_covered


@pytest.mark.row(36, "saving hangs")
def test_it_ends_within_a_second_of_waking_whatever_hangs(
    qtbot: QtBot, opened: Session, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.frame, "flush", lambda _done: None)
    laptop.go_on(8 * 3600)
    began = monotonic()
    qtbot.waitUntil(lambda: opened.departure.is_locking)
    qtbot.waitUntil(lambda: laptop.leaves == 1, timeout=10_000)
    # On a machine that is free; ten times that is what a test may wait.
    assert monotonic() - began < 10
    assert opened.departure._locking._watchdog.interval() == WITHIN_MS_IDLE
    assert LOOK_EVERY_MS + WITHIN_MS_IDLE < 1_000


def test_what_is_covered_while_two_people_look_comes_back_as_it_was(qtbot: QtBot, opened: Session) -> None:
    assert opened.frame is not None
    opened.frame.context.immerse(True)
    assert opened.window.isFullScreen()
    menu = QMenu(opened.window)
    menu.addAction("Afdrukken")
    menu.popup(opened.window.mapToGlobal(opened.window.rect().center()))
    opened.departure.cover()
    assert QApplication.activePopupWidget() is None
    assert not opened.frame.isVisible()
    QTest.keyClick(front(opened.window), Qt.Key.Key_Space)
    assert opened.window.isFullScreen()
    assert opened.frame.isVisible()
    assert opened.frame.is_immersed
    opened.frame.context.immerse(False)
