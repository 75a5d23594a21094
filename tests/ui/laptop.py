"""The program in the process of the test, on a real journal: its clocks are the test's, and its end is only counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from ui.crash import CrashHook
from ui.door import Door
from ui.frame import Frame
from ui.operations import Operations
from ui.pages.today_page import TodayPage
from ui.pages.unlock_page import UnlockPage
from ui.platform.clocks import Clocks
from ui.preferences import Preferences
from ui.session import Session


class Laptop:
    """The two clocks that the program looks at; ``leaves`` counts how often its process would have ended."""

    def __init__(self) -> None:
        self.running, self.of_day = 5_000.0, 1_800_000_000.0
        self.leaves = 0

    def go_on(self, seconds: float) -> None:
        """Let time go by with nobody there."""
        self.running += seconds
        self.of_day += seconds

    @property
    def clocks(self) -> Clocks:
        return Clocks(running=lambda: self.running, of_day=lambda: self.of_day)

    def leave(self, _folder: Path, **_more: object) -> None:
        self.leaves += 1


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


@pytest.fixture
def session(
    qtbot: QtBot,
    qapp: QApplication,
    preferences: Preferences,
    operations: Operations,
    journal_folder: Path,
    laptop: Laptop,
) -> Iterator[Session]:
    """The program at the page that asks for the passphrase, with everything loaded."""
    made = Session(
        qapp,
        preferences=preferences,
        operations=operations,
        door=Door(journal_folder, cheapest=True),
        crash_hook=CrashHook(),
        restart=laptop.leave,
        clocks=laptop.clocks,
    )
    made.start(first_run=False, quietly=False)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(TodayPage)))
    yield made
    made.window.close_now()
    shiboken6.delete(made.window)


@pytest.fixture
def opened(qtbot: QtBot, session: Session, operations: Operations) -> Session:
    """The program with an open journal at *Vandaag*."""
    unlock(qtbot, session)
    qtbot.waitUntil(lambda: not operations.is_busy)
    return session


def unlock(qtbot: QtBot, session: Session, shows: type[QWidget] = Frame) -> None:
    """Type the passphrase and wait for what comes then."""
    page = session.window.content
    assert isinstance(page, UnlockPage)
    page.field.set_text(PASSPHRASE)
    page.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(session.window.content, shows))


def front(window: QWidget) -> QWindow:
    """Return which of a window and what is open above it the adviser's keys and clicks go to."""
    above = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
    return above.windowHandle()
