"""Every window of the program is left out of what captures the screen, as long as the adviser wants that."""

import ctypes
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, desk, seen
from tests.ui.told_screen import Told
from ui.crash import CrashReport
from ui.dialogs.ask import AskDialog, Question
from ui.dialogs.crash_dialog import CrashDialog
from ui.dialogs.sheet import Sheet
from ui.pages.case.board.look_together import LookTogether
from ui.pages.case.share_button import share_button
from ui.pages.settings_page import SettingsPage
from ui.platform.capture import MacScreen, NoScreen, Reach, Shield, WindowsScreen
from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import Words
from ui.window import Window
from vpjournal.domain.language import Texts

__all__ = ["desk"]


@pytest.fixture
def told() -> Iterator[Told]:
    made = Told()
    yield made
    made.end()


@pytest.fixture
def shield(qapp: QApplication, preferences: Preferences, told: Told) -> Iterator[Shield]:
    made = Shield(qapp, preferences=preferences, screen=told)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def window(qtbot: QtBot, shield: Shield) -> Window:
    made = Window()
    qtbot.addWidget(made)
    shield.watch(made)
    made.show()
    return made


def test_the_window_and_what_stands_above_it_is_shielded_before_it_is_shown(
    window: Window, told: Told, theme: Theme, dutch: Texts
) -> None:
    report = CrashReport(code="0", kind="ValueError", lines=())
    question = Question(words="Zeker?", accept="Ja", decline="Nee")
    first = AskDialog(question, theme=theme, parent=window)
    dialogs = [
        first,
        Sheet("Uitleg", theme=theme, texts=dutch, above=window),
        CrashDialog(report, theme=theme, texts=dutch, parent=window),
        AskDialog(question, theme=theme, parent=first),
    ]
    for dialog in dialogs:
        dialog.show()
    shown = [window, *dialogs]
    assert len({int(each.winId()) for each in shown}) == 5
    assert [told.of(each) for each in shown] == [True] * 5
    assert told.late == []


def test_menus_lists_and_tips_are_shielded_as_soon_as_the_system_tells_of_them(
    qtbot: QtBot, window: Window, told: Told
) -> None:
    box = QComboBox(window)
    box.addItems(["a", "b"])
    box.show()
    menu = QMenu(box)
    menu.addAction("Kopiëren")
    menu.popup(QPoint(5, 5))
    box.showPopup()
    QToolTip.showText(QPoint(9, 9), "uitleg", box)
    tips = [each for each in QApplication.topLevelWidgets() if each.metaObject().className() == "QTipLabel"]
    shown = {int(each.winId()) for each in (menu, box.view().window(), *tips)}
    assert len(shown) == 3
    # A tip may have gone again by then.
    qtbot.waitUntil(lambda: {each for each in shown if told.shielded.get(each)} == shown)
    QToolTip.hideText()
    box.hidePopup()
    menu.close()


def test_where_the_system_tells_nothing_the_keyboard_does(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences
) -> None:
    told = Told(Reach.ASKS, tells=False)
    shield = Shield(qapp, preferences=preferences, screen=told)
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.show()
    with qtbot.waitActive(stray):
        stray.activateWindow()
    qtbot.waitUntil(lambda: told.of(stray) is True)
    shiboken6.delete(shield)


def test_the_switch_reaches_the_windows_that_are_open(window: Window, told: Told, preferences: Preferences) -> None:
    preferences.set_shield(on=False)
    assert told.of(window) is False
    preferences.set_shield(on=True)
    assert told.of(window) is True


def test_the_switch_is_remembered(tmp_path: Path) -> None:
    made = Preferences(tmp_path / "preferences.ini")
    assert made.shield
    made.set_shield(on=False)
    assert not Preferences(tmp_path / "preferences.ini").shield


def test_one_window_is_shown_to_others_until_the_looking_ends(
    qtbot: QtBot, shield: Shield, told: Told, theme: Theme, dutch: Texts
) -> None:
    window, other = Window(), Window()
    together = LookTogether(theme=theme, texts=dutch, shield=shield)
    window.show_content(together)
    for each in (window, other):
        qtbot.addWidget(each)
        shield.watch(each)
        each.show()
    share = seen(together, type(share_button(shield, theme=theme, texts=dutch)), "shareButton")
    QTest.mouseClick(share, Qt.MouseButton.LeftButton)
    assert (told.of(window), told.of(other)) == (False, True)
    assert share.text() == "Niet meer laten zien"
    QTest.mouseClick(share, Qt.MouseButton.LeftButton)
    assert told.of(window) is True
    QTest.mouseClick(share, Qt.MouseButton.LeftButton)
    shield.restore()
    assert told.of(window) is True


def test_there_is_no_button_where_nothing_is_hidden(
    shield: Shield, preferences: Preferences, qapp: QApplication, theme: Theme, dutch: Texts
) -> None:
    preferences.set_shield(on=False)
    assert share_button(shield, theme=theme, texts=dutch) is None
    assert share_button(None, theme=theme, texts=dutch) is None
    preferences.set_shield(on=True)
    powerless = Shield(qapp, preferences=preferences, screen=NoScreen())
    assert share_button(powerless, theme=theme, texts=dutch) is None


@pytest.mark.parametrize("reach", Reach)
def test_the_settings_say_what_this_system_does(desk: Desk, qapp: QApplication, reach: Reach, told: Told) -> None:
    from dataclasses import replace

    told.reach = reach
    shield = Shield(qapp, preferences=desk.context.preferences, screen=told)
    page = SettingsPage(replace(desk.context, shield=shield))
    desk.show(page)
    words = " ".join(each.text() for each in page.findChildren(Words))
    if reach is Reach.NOTHING:
        assert page.findChild(ChoiceRow, "shieldChoice") is None
        assert "kan een programma niet vragen" in words
        shiboken6.delete(shield)
        return
    assert ("macOS houdt zich daar niet altijd aan" in words) is (reach is Reach.ASKS)
    switch = seen(page, ChoiceRow, "shieldChoice")
    assert switch.value is True
    QTest.mouseClick(switch.button(False), Qt.MouseButton.LeftButton)
    assert not desk.context.preferences.shield
    assert told.of(page) is False
    shiboken6.delete(shield)
    told.end()


class _User32:
    def __init__(self, *, new: bool = True) -> None:
        self.new, self.calls = new, list[tuple[int, int]]()
        self.hooked: tuple[Any, ...] = ()

    def SetWinEventHook(self, *given: Any) -> int:  # noqa: N802 - the name in Windows
        self.hooked = given
        return 1

    def GetAncestor(self, window: int, kind: int) -> int:  # noqa: N802 - as above
        assert kind == 2
        return window // 10 * 10

    def SetWindowDisplayAffinity(self, window: int, affinity: int) -> int:  # noqa: N802 - the name in Windows
        self.calls.append((window, affinity))
        return int(self.new or affinity != 0x11)


def test_windows_leaves_the_window_out_and_an_old_one_shows_it_black() -> None:
    new, old = _User32(new=True), _User32(new=False)
    for user32 in (new, old):
        screen = WindowsScreen(user32)
        screen.shield(7, on=True)
        screen.shield(7, on=False)
    assert new.calls == [(7, 0x11), (7, 0)]
    assert old.calls == [(7, 0x11), (7, 1), (7, 0)]


def test_windows_tells_of_windows_of_this_process_and_not_of_their_parts() -> None:
    user32, shown = _User32(), list[int]()
    screen = WindowsScreen(user32)
    screen.follow(shown.append)
    first, last, module, call, process, thread, how = user32.hooked
    assert (first, last, module, process, thread, how) == (0x8002, 0x8002, None, os.getpid(), 0, 0)
    for window, thing in ((70, 0), (71, 0), (80, -4), (0, 0), (90, 0)):
        call(1, first, window, thing, 0, 5, 5)
    assert shown == [70, 90]


def test_macos_is_asked_by_the_window_that_the_view_is_in() -> None:
    calls: list[tuple[int, bytes, int]] = []
    selectors: dict[int, bytes] = {}

    class ObjectiveC:
        class Named:
            restype: object = None
            argtypes: object = None

            def __call__(self, name: bytes) -> int:
                number = 100 + len(selectors)
                selectors[number] = name
                return number

        sel_registerName = Named()  # noqa: N815 - the name in Objective-C

        objc_msgSend: object = None  # noqa: N815 - as above

    def answer(receiver: int, selector: int, value: int) -> int:
        calls.append((receiver, selectors[selector], value))
        return 70

    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(answer)
    library = ObjectiveC()
    library.objc_msgSend = send
    screen = MacScreen(library)
    screen.shield(7, on=True)
    screen.shield(7, on=False)
    asked = [(receiver, selector) for receiver, selector, _value in calls]
    assert asked == [(7, b"window"), (70, b"setSharingType:")] * 2
    assert [value for _r, selector, value in calls if selector == b"setSharingType:"] == [0, 1]
