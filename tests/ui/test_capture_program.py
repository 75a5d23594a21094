"""The program itself: others see none of its windows, unless the adviser shows them one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.journals import journal_folder, operations, preferences
from tests.ui.laptop import laptop, opened, session, unlock
from tests.ui.told_screen import Told
from ui.dialogs.ask import Question
from ui.frame import Frame
from ui.navigation import CommandName
from ui.operations import Operations
from ui.platform import capture
from ui.preferences import Preferences
from ui.session import Session

__all__ = ["journal_folder", "laptop", "opened", "operations", "preferences", "session"]


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """The system that the program is on, as far as it asks for captures."""
    made = Told()
    monkeypatch.setattr(capture, "this_screen", lambda: made)
    yield made
    made.end()


def shown_to_others(told: Told) -> list[str]:
    return [
        type(window).__name__
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and told.of(window) is not True
    ]


def test_others_see_no_window_of_the_program(
    qtbot: QtBot, session: Session, operations: Operations, told: Told
) -> None:
    assert shown_to_others(told) == []
    unlock(qtbot, session)
    qtbot.waitUntil(lambda: not operations.is_busy)
    frame = session.window.content
    assert isinstance(frame, Frame)
    for command in CommandName:
        frame._command(command)
        above = QApplication.activeModalWidget()
        assert above is not None
        assert shown_to_others(told) == []
        above.close()
    frame.context.asker.ask(Question("Weggooien?", accept="Weg", decline="Laat staan"), on_accept=lambda: None)
    assert shown_to_others(told) == []
    assert told.late == []
    assert len(told.shielded) >= 2 + len(CommandName)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    session.departure.cover()
    assert shown_to_others(told) == []


def test_what_is_shown_to_others_is_hidden_again_when_the_looking_ends(
    qtbot: QtBot, opened: Session, told: Told
) -> None:
    frame, window = opened.frame, opened.window
    assert frame is not None
    assert frame.context.shield is opened.shield
    frame.context.immerse(True)
    opened.shield.lift(frame)
    assert told.of(window) is False
    frame._command(CommandName.FIND)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert told.of(sheet) is True
    sheet.close()
    frame.context.immerse(False)
    assert told.of(window) is True


def test_what_is_shown_to_others_is_hidden_again_when_the_window_is_made_anew(
    qtbot: QtBot, opened: Session, told: Told, preferences: Preferences, operations: Operations
) -> None:
    frame, window = opened.frame, opened.window
    assert frame is not None
    opened.shield.lift(frame)
    preferences.set_text_scale(1.5)
    qtbot.waitUntil(lambda: opened.frame is not frame)
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert told.of(window) is True
