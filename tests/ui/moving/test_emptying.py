"""A journal is destroyed from the open program: nothing of it is left, and the next start is a first one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.ui.program import Program
from tests.ui.test_stray_windows import Watch, watch
from ui.navigation import Page, Place
from ui.pages.moving.emptying_page import EmptyingPage
from ui.pages.moving.moving_page import MovingPage
from ui.pages.unlock_page import UnlockPage
from ui.preferences import Preferences
from ui.widgets.passphrase_field import PassphraseField
from vpjournal.domain.moving import LeftBehind
from vpjournal.journal.opening import CHEAPEST, open_journal

__all__ = ["watch"]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, preferences: Preferences, journal_folder: Path) -> Iterator[Program]:
    made = Program(qtbot, qapp, preferences, journal_folder)
    made.start()
    made.unlock()
    made.wait_for_frame()
    yield made
    if made.window.isVisible():
        made.end()


def leave(program: Program) -> None:
    """Go through the page until the passphrase was right."""
    frame = program.wait_for_frame()
    frame.navigate(Place(Page.MOVING))
    program.settle()
    page: object = frame.page
    assert isinstance(page, MovingPage)
    page.findChildren(QCheckBox, "lookedThereBox")[0].click()
    page.findChildren(PassphraseField)[0].set_text(PASSPHRASE)
    page.findChildren(QPushButton, "destroyJournalButton")[0].click()
    program.qtbot.waitUntil(lambda: isinstance(program.window.content, EmptyingPage))
    program.settle()


def emptying_page(program: Program) -> EmptyingPage:
    page = program.window.content
    assert isinstance(page, EmptyingPage)
    return page


def test_nothing_is_left_and_the_next_start_is_the_first(
    program: Program, journal_folder: Path, tmp_path: Path
) -> None:
    assert program.preferences.journal_folder == journal_folder
    program.preferences.set_backup_folder(tmp_path / "stick")
    leave(program)
    page = emptying_page(program)
    assert page.state.emptied is not None
    assert page.state.emptied.folder_gone
    assert page.state.passphrase == ""
    assert not journal_folder.exists()
    assert program.preferences.journal_folder is None
    assert program.preferences.backup_folder is None
    assert not program.window.is_covered
    assert program.session.frame is None
    # Other looks keep the list.
    program.session.entrance.show_again()
    page = emptying_page(program)
    closed: list[bool] = []
    program.window.close_requested.connect(lambda: closed.append(True))
    program.click(page.close_button)
    program.qtbot.waitUntil(lambda: not program.window.isVisible())
    assert closed == [True]


def test_a_lock_that_has_begun_leaves_the_journal_as_it_is(program: Program, journal_folder: Path) -> None:
    departure = program.session.departure
    departure.lock()
    departure.empty(PASSPHRASE, LeftBehind((), ()))
    program.qtbot.waitUntil(lambda: bool(program.left))
    program.settle()
    assert not isinstance(program.window.content, EmptyingPage)
    open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST).close()


def test_what_does_not_work_is_told_and_tried_again(
    program: Program, journal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def kept(path: Path, missing_ok: bool = False) -> None:
        if path.name.startswith("data-"):
            raise PermissionError(1, "no")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", kept)
    leave(program)
    page = emptying_page(program)
    assert "mag een deel van het journaal niet wissen" in page.fault.text()
    assert program.preferences.journal_folder == journal_folder
    monkeypatch.undo()
    program.click(page.again_button)
    program.qtbot.waitUntil(lambda: emptying_page(program).state.emptied is not None)
    assert not journal_folder.exists()


def test_one_that_is_open_elsewhere_stays_whole(
    program: Program, journal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vpjournal.vault.lock._try_lock", lambda _descriptor: False)
    leave(program)
    page = emptying_page(program)
    assert "nog ergens anders open" in page.fault.text()
    monkeypatch.undo()
    program.click(page.back_button)
    assert isinstance(program.window.content, UnlockPage)
    program.unlock()
    program.wait_for_frame()
    assert journal_folder.exists()


def test_files_of_others_in_the_folder_stay(program: Program, journal_folder: Path) -> None:
    (journal_folder / "brief.txt").write_text("een brief")
    leave(program)
    assert [path.name for path in journal_folder.iterdir()] == ["brief.txt"]
    emptied = emptying_page(program).state.emptied
    assert emptied is not None
    assert not emptied.folder_gone


def test_another_journal_is_named(program: Program, journal_folder: Path) -> None:
    other = journal_folder.with_name("Ander.vpjournal")
    shutil.copytree(journal_folder, other)
    (other / "lock").unlink()
    leave(program)
    emptied = emptying_page(program).state.emptied
    assert emptied is not None
    assert emptied.others == (other,)


def test_nothing_flashes(program: Program, watch: Watch, journal_folder: Path) -> None:
    (journal_folder / "brief.txt").write_text("een brief")
    leave(program)
    assert watch.shown == []
