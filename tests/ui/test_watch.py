"""What is said above the pages of an open journal without being asked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.ui.program import Program
from ui.preferences import Preferences
from ui.widgets.message_bar import MessageBar
from ui.widgets.question_bar import QuestionBar
from vpjournal.domain.days import today
from vpjournal.domain.language import Language, Texts
from vpjournal.journal.opening import CHEAPEST, open_journal

OLDER = "olderStateBar"


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("ui.watch.COUNT_AFTER_MS", 0)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, journal_folder: Path) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, journal_folder)
    yield made
    made.end()


def visit(folder: Path) -> None:
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    journal.witness.begin()
    journal.close()


def put_an_older_one_back(folder: Path) -> None:
    visit(folder)
    shutil.copytree(folder, folder.with_name("copy"))
    visit(folder)
    shutil.rmtree(folder)
    shutil.copytree(folder.with_name("copy"), folder)


def bars(program: Program, name: str) -> list[QuestionBar]:
    return [bar for bar in program.window.findChildren(QuestionBar, name) if bar.isVisible()]


def test_an_older_journal_is_told_calmly_until_the_adviser_says_that_it_is_right(
    program: Program, journal_folder: Path, qtbot: QtBot
) -> None:
    put_an_older_one_back(journal_folder)
    program.start()
    program.unlock()
    program.wait_for_frame()
    (bar,) = bars(program, OLDER)
    day = Texts(Language.DUTCH).day(today(), today=today())
    assert f"van {day} (teller 4)" in bar.text
    assert f"van {day} (teller 2)" in bar.text
    button = bar.findChild(QPushButton, "olderStateAcceptButton")
    assert isinstance(button, QPushButton)
    program.click(button)
    qtbot.waitUntil(lambda: not bars(program, OLDER))
    program.settle()
    told: list[object] = []
    program.operations.run(lambda journal: journal.witness.older(), done=told.append)
    program.settle()
    assert told == [None]


def test_another_language_tells_it_again(program: Program, journal_folder: Path, qtbot: QtBot) -> None:
    put_an_older_one_back(journal_folder)
    program.start()
    program.unlock()
    program.wait_for_frame()
    program.preferences.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: len(bars(program, OLDER)) == 1 and "counter 2" in bars(program, OLDER)[0].text)


def test_usual_work_is_counted_and_nothing_is_told(program: Program, journal_folder: Path, qtbot: QtBot) -> None:
    visit(journal_folder)
    program.start()
    program.unlock()
    program.wait_for_frame()
    assert not bars(program, OLDER)
    counts: list[int] = []

    def count() -> int:
        program.operations.run(lambda journal: journal.witness._count(), done=counts.append)
        program.settle()
        return counts[-1]

    qtbot.waitUntil(lambda: count() == 3)


def test_a_header_put_right_from_its_copy_is_said(program: Program, journal_folder: Path, qtbot: QtBot) -> None:
    (journal_folder / "journal.header").write_bytes(b"x")
    program.start()
    program.unlock()
    frame = program.wait_for_frame()
    qtbot.waitUntil(lambda: "hersteld uit de kopie" in frame.findChild(MessageBar).text)
