"""One run of the program in real windows, on a journal of the test's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from ui.crash import CrashHook
from ui.dialogs.ask import AskDialog
from ui.door import Door
from ui.frame import Frame
from ui.operations import Operations
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets.example_banner import ExampleBanner


class Program:
    """One run of the program on a journal folder; what would start a fresh process is written down."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, preferences: Preferences, folder: Path) -> None:
        self.qtbot = qtbot
        self.preferences = preferences
        self.left: list[tuple[Path, bool]] = []
        self.operations = Operations()
        self.operations.crashed.connect(lambda error: pytest.fail(repr(error)))
        self.session = Session(
            qapp,
            preferences=preferences,
            operations=self.operations,
            door=Door(folder, cheapest=True),
            crash_hook=CrashHook(),
            restart=self._restart,
        )
        self.window = self.session.window
        qtbot.addWidget(self.window, before_close_func=lambda window: window.close_now())

    def _restart(self, folder: Path, *, example: bool = False) -> None:
        self.left.append((folder, example))

    def start(self, *, first_run: bool = False, example: bool = False) -> None:
        with self.qtbot.waitExposed(self.window):
            self.session.start(first_run=first_run, quietly=False, example=example)

    def unlock(self) -> None:
        """Type the passphrase of the builders on the page that asks for it."""
        page = self.window.content
        assert isinstance(page, UnlockPage)
        page.field.set_text(PASSPHRASE)
        self.click(page.unlock_button)

    def end(self) -> None:
        self.operations.close(done=lambda _nothing: None, failed=lambda _error: None)
        self.operations.stop()

    def click(self, button: QPushButton) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait_for_frame(self) -> Frame:
        self.qtbot.waitUntil(lambda: isinstance(self.window.content, Frame), timeout=30_000)
        self.settle()
        frame = self.window.content
        assert isinstance(frame, Frame)
        return frame

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.operations.is_busy)

    def banner(self) -> ExampleBanner:
        banners = [each for each in self.window.findChildren(ExampleBanner) if each.isVisible()]
        assert len(banners) == 1
        return banners[0]

    def answer(self, *, accept: bool) -> None:
        (dialog,) = [each for each in self.window.findChildren(AskDialog) if each.isVisible()]
        self.click(dialog.accept_button if accept else dialog.decline_button)
