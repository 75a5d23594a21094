"""What tests of keys need: the whole program at its entrance, in this process, and what became of a lock."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE

# Fixtures are found where they are named.
from tests.ui.desk import desk
from ui.crash import CrashHook
from ui.door import Door
from ui.operations import Operations
from ui.preferences import Preferences
from ui.session import Session
from vpjournal.journal.opening import CHEAPEST, create_journal

__all__ = ["Program", "desk", "program", "sheet_groups"]

P = TypeVar("P", bound=QWidget)


@dataclass
class Program:
    """A session, and how often its process would have ended for a fresh one."""

    session: Session
    operations: Operations
    qtbot: QtBot
    left: list[Path] = field(default_factory=list)

    def page(self, kind: type[P]) -> P:
        """Wait until this page stands in the window, and nothing is being done."""
        self.qtbot.waitUntil(lambda: isinstance(self.session.window.content, kind))
        self.qtbot.waitUntil(lambda: not self.operations.is_busy)
        found = self.session.window.content
        assert isinstance(found, kind)
        return found

    def wait_until_left(self) -> None:
        """Wait until a fresh process would have taken over."""
        self.qtbot.waitUntil(lambda: bool(self.left))


@pytest.fixture
def sheet_groups(tmp_path: Path) -> tuple[str, ...]:
    """The groups on the sheet of a real journal, closed; ``PASSPHRASE`` of the builders opens it too."""
    code, journal = create_journal(tmp_path / "Blad.vpjournal", PASSPHRASE, profile=CHEAPEST)
    journal.close()
    return code.groups


@pytest.fixture
def program(
    qtbot: QtBot,
    qapp: QApplication,
    preferences: Preferences,
    operations: Operations,
    sheet_groups: tuple[str, ...],
    tmp_path: Path,
) -> Iterator[Program]:
    """The program at the page that asks for the passphrase."""
    left: list[Path] = []
    session = Session(
        qapp,
        preferences=preferences,
        operations=operations,
        door=Door(tmp_path / "Blad.vpjournal", cheapest=True),
        crash_hook=CrashHook(),
        restart=lambda folder, **_more: left.append(folder),
    )
    operations.crashed.connect(lambda error: pytest.fail(repr(error)))
    with qtbot.waitSignal(session.warmed_up, timeout=20_000):
        session.start(first_run=False, quietly=False)
    yield Program(session, operations, qtbot, left)
    if shiboken6.isValid(session.window):
        session.window.close_now()
        session.window.deleteLater()
