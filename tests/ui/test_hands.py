"""Locking and covering by key wherever it is pressed, and knowing when a key or the mouse was last used."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.ui.laptop import Laptop, front, laptop, opened, session
from ui.cover import Cover
from ui.hands import Hands
from ui.platform.clocks import Clocks, Stopwatch
from ui.session import Session
from vpjournal.journal.opening import CHEAPEST, open_journal

__all__ = ["laptop", "opened", "session"]

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Open = Callable[[QtBot, QWidget], QWidget]


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field that has the keyboard, and a shortcut of its own."""
    made, field = QWidget(), QLineEdit()
    QVBoxLayout(made).addWidget(field)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    field.setFocus()
    return made


@pytest.fixture
def hands(qapp: QApplication, window: QWidget, clock: Clock) -> Iterator[Hands]:
    """Watching from before anything is opened above the window."""
    owner = QObject()
    yield Hands(qapp, owner, now=clock, stopwatch=Stopwatch(Clocks(running=clock, of_day=lambda: 0.0)))
    shiboken6.delete(owner)


def nothing(_qtbot: QtBot, window: QWidget) -> QWidget:
    return window


def dialog(qtbot: QtBot, window: QWidget) -> QWidget:
    made = QDialog(window)
    QVBoxLayout(made).addWidget(QLineEdit())
    with qtbot.waitExposed(made):
        made.open()
    return made


def file_dialog(qtbot: QtBot, window: QWidget) -> QWidget:
    made = QFileDialog(window)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    with qtbot.waitExposed(made):
        made.open()
    return made


def menu(qtbot: QtBot, window: QWidget) -> QWidget:
    made = QMenu(window)
    made.addAction("Afdrukken")
    made.popup(window.mapToGlobal(QPoint(5, 5)))
    assert QApplication.activePopupWidget() is made
    return made


def menu_above_a_dialog(qtbot: QtBot, window: QWidget) -> QWidget:
    return menu(qtbot, dialog(qtbot, window))


PLACES = [nothing, dialog, file_dialog, menu, menu_above_a_dialog]


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_l_locks_whatever_is_open(qtbot: QtBot, hands: Hands, window: QWidget, place: Open) -> None:
    place(qtbot, window)
    hands.watch_windows()
    with qtbot.waitSignal(hands.lock_requested):
        QTest.keyClick(front(window), Qt.Key.Key_L, CTRL)


@pytest.mark.parametrize("place", PLACES)
def test_the_cover_comes_whatever_is_open(qtbot: QtBot, hands: Hands, window: QWidget, place: Open) -> None:
    place(qtbot, window)
    hands.watch_windows()
    with qtbot.waitSignal(hands.cover_requested):
        QTest.keyClick(front(window), Qt.Key.Key_H, CTRL | SHIFT)


def test_a_dialog_with_the_same_shortcut_is_covered_all_the_same(qtbot: QtBot, hands: Hands, window: QWidget) -> None:
    own = QShortcut(QKeySequence("Ctrl+Shift+H"), dialog(qtbot, window))
    with qtbot.assertNotEmitted(own.activated), qtbot.waitSignal(hands.cover_requested):
        QTest.keyClick(front(window), Qt.Key.Key_H, CTRL | SHIFT)


def test_a_key_that_is_held_asks_once(qtbot: QtBot, hands: Hands, window: QWidget) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_H, CTRL | SHIFT, "", True)
    with qtbot.assertNotEmitted(hands.cover_requested):
        QApplication.sendEvent(front(window), held)


def test_other_keys_are_left_alone(qtbot: QtBot, hands: Hands, window: QWidget) -> None:
    [field] = window.findChildren(QLineEdit)
    with qtbot.assertNotEmitted(hands.lock_requested):
        QTest.keyClick(front(window), Qt.Key.Key_L)
    assert field.text() == "l"


def test_widgets_are_not_watched(qtbot: QtBot, qapp: QApplication, window: QWidget) -> None:
    """Thousands of events when a case opens would each cost some microseconds."""
    watched: set[type] = set()

    class Counting(Hands):
        def eventFilter(self, watched_object: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            watched.add(type(watched_object))
            return super().eventFilter(watched_object, event)

    owner = QObject()
    Counting(qapp, owner)
    QTest.keyClick(front(window), Qt.Key.Key_A)
    dialog(qtbot, window)
    QTest.keyClick(front(window), Qt.Key.Key_A)
    assert watched == {QWindow}
    shiboken6.delete(owner)


def _use_shortcut(window: QWidget) -> None:
    QShortcut(QKeySequence("Ctrl+K"), window)
    QTest.keyClick(front(window), Qt.Key.Key_K, CTRL)


USES: dict[str, Callable[[QWidget], object]] = {
    "a key": lambda window: QTest.keyClick(front(window), Qt.Key.Key_A),
    "a shortcut": _use_shortcut,
    "a click": lambda window: QTest.mouseClick(front(window), Qt.MouseButton.LeftButton),
    "the mouse": lambda window: QTest.mouseMove(front(window), QPoint(12, 11)),
    "the wheel": lambda window: QTest.wheelEvent(front(window), QPoint(5, 5), QPoint(0, 120)),
}


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("place", [nothing, dialog, menu])
def test_it_knows_when_something_was_used(
    qtbot: QtBot, hands: Hands, window: QWidget, clock: Clock, place: Open, use: str
) -> None:
    place(qtbot, window)
    hands.watch_windows()
    clock.seconds += 30
    assert hands.idle == 30
    with qtbot.waitSignal(hands.stirred):
        USES[use](window)
    assert (hands.last_stir, hands.idle) == (130, 0)


def test_a_mouse_that_trembles_is_not_used(hands: Hands, window: QWidget, clock: Clock) -> None:
    def move(pixels: float) -> None:
        place = QPoint(50, 50).toPointF() + QPoint(1, 0).toPointF() * pixels
        nobody, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, place, place, nobody, nobody, none)
        QApplication.sendEvent(front(window), event)

    move(0)
    clock.seconds += 30
    for pixels in (1, -1, 2, -2):
        move(pixels)
    assert hands.idle == 30
    move(4)
    assert hands.idle == 0


def test_it_tells_at_most_once_a_second(hands: Hands, window: QWidget, clock: Clock) -> None:
    told: list[float] = []
    hands.stirred.connect(lambda: told.append(clock.seconds))
    for _ in range(20):
        clock.seconds += 0.25
        QTest.keyClick(front(window), Qt.Key.Key_A)
    assert told == [101, 102, 103, 104, 105]
    assert hands.last_stir == 105


# In the program


def test_the_key_locks_with_a_menu_open(qtbot: QtBot, opened: Session, laptop: Laptop, journal_folder: Path) -> None:
    menu(qtbot, opened.window)
    QTest.keyClick(front(opened.window), Qt.Key.Key_L, CTRL)
    assert opened.window.is_covered
    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(lambda: laptop.leaves == 1)
    open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST).close()


def test_one_key_covers_and_the_same_brings_it_back(qtbot: QtBot, opened: Session) -> None:
    above = dialog(qtbot, opened.window)
    QTest.keyClick(front(opened.window), Qt.Key.Key_H, CTRL | SHIFT)
    assert opened.window.is_covered
    assert not above.isVisible()
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_H, CTRL | SHIFT)
    assert not opened.window.is_covered
    assert above.isVisible()
    above.close()


def test_the_lock_key_locks_a_covered_screen(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    QTest.keyClick(front(opened.window), Qt.Key.Key_H, CTRL | SHIFT)
    QTest.keyClick(front(opened.window), Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: laptop.leaves == 1)
    assert opened.window.is_covered


def test_the_cover_does_not_take_the_place_of_a_lock(qtbot: QtBot, opened: Session, laptop: Laptop) -> None:
    QTest.keyClick(front(opened.window), Qt.Key.Key_L, CTRL)
    QTest.keyClick(front(opened.window), Qt.Key.Key_H, CTRL | SHIFT)
    assert opened.window.is_covered
    assert not opened.window.findChildren(Cover)
    qtbot.waitUntil(lambda: laptop.leaves == 1)
