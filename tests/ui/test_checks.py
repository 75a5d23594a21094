"""The journal is looked over while nobody types: what lost nothing is healed and said, the rest gets a bar."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, a_case, a_contact, an_option
from tests.ui.program import Program
from ui.frame import Frame
from ui.pages.damage_page import DamagePage
from ui.preferences import Preferences
from ui.widgets.message_bar import MessageBar
from ui.widgets.question_bar import QuestionBar
from vpjournal.domain.damage import Damage
from vpjournal.errors import JournalDamaged
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal

DATABASE = "data-000001.db"


@pytest.fixture(autouse=True)
def _at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("ui.checks.LOOK_EVERY_MS", 50)
    monkeypatch.setattr("ui.checks.PAGES_AFTER", 0.0)
    monkeypatch.setattr("ui.checks.STRUCTURE_AFTER", 0.0)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, journal_folder: Path) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, journal_folder)
    yield made
    made.end()


def fill(folder: Path) -> None:
    """Write two cases with long notes, and take a third away again, so that pages come free."""
    with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        for code in ("Merel-47", "Vink-12"):
            case = a_case(journal, code)
            an_option(journal, case)
            a_contact(journal, case, note=f"gesprek van {code} over de dijk. " * 600)
        gone = a_contact(journal, a_case(journal, "Lijster-33"), note="dit gaat weg. " * 3000)
        journal.notes.save(gone, "")
        journal.notes.finish(gone)


def spoil_where(folder: Path, fits: Callable[[Journal], bool]) -> None:
    """Damage the first page for which a check of the opened journal comes out as asked."""
    path = folder / DATABASE
    data = path.read_bytes()
    for at in range(4096, len(data), 4096):
        path.write_bytes(data[: at + 200] + bytes([data[at + 200] ^ 1]) + data[at + 201 :])
        try:
            with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
                if fits(journal):
                    return
        except JournalDamaged:
            continue
    pytest.fail("there is no such page")


def only_free(journal: Journal) -> bool:
    database = journal._database
    return not journal.health.affected() and database.query("PRAGMA integrity_check(1)") == [("ok",)]


def only_the_note_of_merel(journal: Journal) -> bool:
    return [text.name for text in journal.health.affected()] == ["Merel-47"]


def opened_frame(program: Program) -> Frame:
    program.start()
    program.qtbot.waitUntil(lambda: program.session.presence is not None)
    program.unlock()
    return program.wait_for_frame()


def test_damage_of_a_free_page_is_healed_and_said(program: Program, journal_folder: Path, qtbot: QtBot) -> None:
    fill(journal_folder)
    spoil_where(journal_folder, only_free)
    frame = opened_frame(program)
    bar = frame.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    qtbot.waitUntil(lambda: "Een ongebruikt stuk" in bar.text, timeout=10_000)
    assert not (journal_folder / DATABASE).exists()
    codes: list[set[str]] = []
    program.operations.run(lambda journal: {row.code for row in journal.cases.list()}, done=codes.append)
    program.settle()
    assert codes == [{"Merel-47", "Vink-12", "Lijster-33"}]
    with_nothing_left: list[Damage | None] = []
    program.operations.run(lambda journal: journal.health.make_sure(), done=with_nothing_left.append)
    program.settle()
    assert with_nothing_left == [None]


def test_damage_of_a_note_is_told_with_its_code_and_day_and_leads_to_help(
    program: Program, journal_folder: Path, qtbot: QtBot
) -> None:
    fill(journal_folder)
    spoil_where(journal_folder, only_the_note_of_merel)
    frame = opened_frame(program)
    qtbot.waitUntil(lambda: bool(frame.findChildren(QuestionBar, "damageBar")), timeout=10_000)
    (bar,) = frame.findChildren(QuestionBar, "damageBar")
    assert "aantekening van 18 november in Merel-47" in bar.text
    # The rest can be used.
    program.operations.run(lambda journal: a_case(journal, "Kievit-71"))
    program.settle()
    button = bar.findChild(QPushButton, "damageHelpButton")
    assert isinstance(button, QPushButton)
    program.click(button)
    qtbot.waitUntil(lambda: isinstance(program.window.content, DamagePage))
    assert not program.operations.is_open


def test_a_whole_journal_is_not_spoken_of_and_not_looked_over_again_for_a_week(
    program: Program, journal_folder: Path, qtbot: QtBot
) -> None:
    fill(journal_folder)
    frame = opened_frame(program)
    due: list[bool] = []

    def still_due() -> bool:
        program.operations.run(lambda journal: journal.health.is_thorough_due(), done=due.append)
        program.settle()
        return due[-1]

    qtbot.waitUntil(lambda: not still_due(), timeout=10_000)
    assert not frame.findChildren(QuestionBar, "damageBar")
    bar = frame.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    assert bar.text == ""
