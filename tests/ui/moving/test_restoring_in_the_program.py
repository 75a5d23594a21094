"""Closing the window while a backup is restored: it is given up, and nothing half is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_case
from tests.ui.program import Program
from ui.pages.restore_page import RestorePage
from ui.preferences import Preferences
from vpjournal.errors import Cancelled
from vpjournal.journal.opening import CHEAPEST, open_journal


@pytest.fixture
def backup(tmp_path: Path, journal_folder: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    a_case(journal)
    made = journal.backups.prepare(stick).run()
    journal.close()
    return made.path


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, journal_folder: Path) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, journal_folder)
    made.start()
    yield made
    if made.window.isVisible():
        made.end()


def test_closing_gives_it_up(program: Program, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    program.session.entrance.show_restore(back=program.session.entrance.show_unlock, file=backup)
    program.settle()
    page = program.window.content
    assert isinstance(page, RestorePage)
    ended: list[object] = []
    failed = page._on_not_restored
    monkeypatch.setattr(page, "_on_not_restored", lambda error: [ended.append(error), failed(error)])
    page.secret.field.set_text(PASSPHRASE)
    page.restore_button.click()
    program.window.close()
    program.qtbot.waitUntil(lambda: not program.window.isVisible())
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert program.preferences.journal_folder is None
    assert all(isinstance(error, Cancelled) for error in ended)
