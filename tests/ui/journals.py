"""Fixtures for what stands on a real journal: its folder, the thread it is open on, and preferences."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_journal
from ui.door import Door
from ui.operations import Operations
from ui.preferences import Preferences
from vpjournal.domain.language import Language


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences in a file of the test's own, in Dutch."""
    made = Preferences(tmp_path / "config" / "preferences.ini")
    made.set_language(Language.DUTCH)
    return made


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    """A journal thread without a journal; what it still has to do is done when the test ends."""
    made = Operations()
    yield made
    if not made._stopped:
        # Unless the window of the whole program was closed.
        made.close(done=lambda _nothing: None, failed=lambda _error: None)
        made.stop()


@pytest.fixture
def journal_folder(tmp_path: Path) -> Path:
    """A real journal with the cheapest key derivation, closed; ``PASSPHRASE`` of the builders opens it."""
    a_journal(tmp_path).close()
    return tmp_path / "Proef.vpjournal"


@pytest.fixture
def open_operations(qtbot: QtBot, operations: Operations, journal_folder: Path) -> Operations:
    """The journal thread with a real journal open on it."""
    door = Door(journal_folder, cheapest=True)
    with qtbot.waitSignal(operations.idle):
        operations.open(lambda: door.open(PASSPHRASE), done=lambda _nothing: None, failed=pytest.fail)
    return operations
