"""The example in real windows: made, opened without questions, under a banner on every page, left and removed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, TODAY
from tests.ui.program import Program
from ui.dialogs.ask import AskDialog
from ui.example import ExampleDoor
from ui.navigation import Page, Place
from ui.pages.example_page import ExamplePage
from ui.pages.first_run_page import FirstRunPage
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.widgets.example_banner import ExampleBanner
from ui.window import TITLE
from vpjournal.domain.case import CaseDraft
from vpjournal.domain.days import today
from vpjournal.domain.language import Language
from vpjournal.errors import Cancelled
from vpjournal.journal.example import (
    Size,
    example_folder,
    make_demo,
    make_example,
    open_example,
    remove_example,
)
from vpjournal.journal.opening import CHEAPEST, open_journal


@pytest.fixture(autouse=True)
def _no_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test begin without an example, in a home of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, journal_folder: Path) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, journal_folder)
    yield made
    made.end()


@pytest.fixture(scope="session")
def small_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "Voorbeeld.vpjournal"
    make_example(folder, today=today(), size=Size(cases=15), profile=CHEAPEST).close()
    return folder


@pytest.fixture
def in_example(program: Program, small_example: Path) -> Program:
    shutil.copytree(small_example, example_folder())
    enter(program)
    return program


def enter(program: Program) -> None:
    program.start()
    unlock = program.window.content
    assert isinstance(unlock, UnlockPage)
    program.click(unlock.example_button)
    program.wait_for_frame()


def test_it_is_made_when_missing_and_opens_without_questions(program: Program) -> None:
    assert not example_folder().exists()
    enter(program)
    assert example_folder().is_dir()
    assert program.banner().remove_button.isVisible()
    assert program.window.windowTitle() == TITLE
    cases: list[int] = []
    program.operations.run(lambda journal: journal.today.view().cases, done=cases.append)
    program.settle()
    assert cases[0] > 200
    assert program.preferences.journal_folder is None


def test_the_banner_stands_above_every_page_and_after_a_change_of_looks(in_example: Program) -> None:
    frame = in_example.wait_for_frame()
    for page in set(Page) - {Page.CASE, Page.ORGANISATION}:
        frame.navigate(Place(page))
        in_example.settle()
        assert in_example.banner().words.text() == "Dit is het voorbeeld: alles is verzonnen."
    in_example.preferences.set_language(Language.ENGLISH)
    in_example.qtbot.waitUntil(lambda: in_example.window.content is not frame)
    in_example.settle()
    assert in_example.banner().words.text().endswith("The cases are in Dutch.")


def test_settings_of_the_example_do_not_offer_the_example(in_example: Program) -> None:
    frame = in_example.wait_for_frame()
    frame.navigate(Place(Page.SETTINGS))
    in_example.settle()
    assert not in_example.window.findChildren(QPushButton, "viewExampleButton")


def test_where_the_backups_of_ones_own_journal_are_is_not_forgotten_over_it(
    program: Program, small_example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.watch.COUNT_AFTER_MS", 0)
    program.preferences.set_backup_folder(tmp_path / "stick")
    shutil.copytree(small_example, example_folder())
    enter(program)
    program.operations.run(lambda journal: journal.backups.choose_folder(tmp_path))
    program.settle()
    assert program.preferences.backup_folder == tmp_path / "stick"


def test_closing_leaves_to_the_own_journal_and_keeps_what_was_practised(
    in_example: Program, journal_folder: Path
) -> None:
    draft = CaseDraft("Oefen-11", about="een oefening")
    in_example.operations.run(lambda journal: journal.cases.add(draft))
    in_example.click(in_example.banner().close_button)
    in_example.qtbot.waitUntil(lambda: bool(in_example.left))
    assert in_example.left == [(journal_folder, False)]
    assert in_example.window.is_covered
    again = open_example(example_folder(), floor=CHEAPEST)
    assert again.cases.find("Oefen-11")
    again.close()
    own = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    assert not own.is_example
    assert own.cases.list() == ()
    own.close()


def test_removing_asks_once_and_then_it_is_gone(in_example: Program, journal_folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in journal_folder.iterdir()}
    in_example.click(in_example.banner().remove_button)
    in_example.answer(accept=False)
    assert in_example.left == []
    in_example.click(in_example.banner().remove_button)
    in_example.answer(accept=True)
    in_example.qtbot.waitUntil(lambda: bool(in_example.left))
    assert in_example.left == [(journal_folder, False)]
    assert list(example_folder().parent.iterdir()) == []
    assert {path.name: path.read_bytes() for path in journal_folder.iterdir()} == before


def test_an_example_that_cannot_be_removed_is_told_and_the_way_back_works(
    in_example: Program, journal_folder: Path
) -> None:
    aside = example_folder().with_name("elders")
    in_example.click(in_example.banner().remove_button)
    example_folder().rename(aside)
    example_folder().symlink_to(aside)
    in_example.answer(accept=True)
    in_example.qtbot.waitUntil(lambda: isinstance(in_example.window.content, ExamplePage))
    page = in_example.window.content
    assert isinstance(page, ExamplePage)
    assert "niet aangeraakt" in page.fault.text()
    assert (aside / "journal.header").exists()
    in_example.click(page.back_button)
    assert in_example.left == [(journal_folder, False)]


def test_first_run_leads_there_and_stopping_leads_back(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program.start(first_run=True)
    first = program.window.content
    assert isinstance(first, FirstRunPage)
    stopped: list[ExamplePage] = []
    original = ExamplePage.start

    def start_and_stop(page: ExamplePage) -> None:
        original(page)
        stopped.append(page)
        page.busy.cancelled.emit()

    monkeypatch.setattr(ExamplePage, "start", start_and_stop)
    program.click(first.step.example_button)  # type: ignore[attr-defined]  # It is the look step.
    program.qtbot.waitUntil(lambda: isinstance(program.window.content, FirstRunPage) and bool(stopped))
    program.settle()
    assert not program.operations.is_open
    assert not example_folder().exists()
    assert list(example_folder().parent.glob(".*")) == []


def test_the_own_settings_lock_first_and_ask_a_fresh_process_for_the_example(
    program: Program, journal_folder: Path
) -> None:
    program.start()
    unlock = program.window.content
    assert isinstance(unlock, UnlockPage)
    unlock.field.set_text(PASSPHRASE)
    program.click(unlock.unlock_button)
    program.qtbot.waitUntil(lambda: not isinstance(program.window.content, UnlockPage), timeout=10_000)
    frame = program.wait_for_frame()
    assert program.preferences.journal_folder == journal_folder
    assert not program.window.findChildren(ExampleBanner)
    frame.navigate(Place(Page.SETTINGS))
    program.settle()
    button = program.window.findChild(QPushButton, "viewExampleButton")
    assert isinstance(button, QPushButton)
    button.click()
    program.qtbot.waitUntil(lambda: bool(program.left))
    assert program.left == [(journal_folder, True)]
    open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST).close()


def test_a_fresh_process_opens_the_example_at_once(program: Program, small_example: Path) -> None:
    shutil.copytree(small_example, example_folder())
    program.start(example=True)
    program.wait_for_frame()
    assert program.banner().remove_button.isVisible()


def test_a_demonstration_that_was_opened_with_a_passphrase_is_told_but_not_remembered_or_removed(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, tmp_path: Path, journal_folder: Path
) -> None:
    folder = tmp_path / "Demo.vpjournal"
    make_demo(folder, PASSPHRASE, profile=CHEAPEST, size=Size(cases=12), today=TODAY)[1].close()
    preferences.set_journal_folder(journal_folder)
    program = Program(qtbot, qapp, preferences, folder)
    program.start()
    unlock = program.window.content
    assert isinstance(unlock, UnlockPage)
    unlock.field.set_text(PASSPHRASE)
    program.click(unlock.unlock_button)
    program.wait_for_frame()
    assert not program.banner().remove_button.isVisible()
    assert preferences.journal_folder == journal_folder
    program.click(program.banner().close_button)
    qtbot.waitUntil(lambda: bool(program.left))
    assert program.left == [(journal_folder, False)]
    program.end()


def test_giving_up_is_heard_while_it_is_made() -> None:
    door = ExampleDoor(cheapest=True)
    told: list[int] = []

    def tell(done: int, of: int) -> None:
        told.append(done)
        door.stop()

    with pytest.raises(Cancelled):
        door.open(tell)
    assert told == [1]
    assert list(example_folder().parent.iterdir()) == []
    door.open(lambda _done, _of: None)[1].close()
    remove_example(example_folder(), floor=CHEAPEST)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_question_is_whole_at_every_text_size(program: Program, small_example: Path, scale: float) -> None:
    shutil.copytree(small_example, example_folder())
    program.preferences.set_text_scale(scale)
    program.start(example=True)
    program.wait_for_frame()
    program.click(program.banner().remove_button)
    (dialog,) = [each for each in program.window.findChildren(AskDialog) if each.isVisible()]
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    program.click(dialog.decline_button)
