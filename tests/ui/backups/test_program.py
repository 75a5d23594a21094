"""The whole program: a backup comes by itself after two minutes of rest and at the end, never on the way to a lock."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.laptop import Laptop, laptop, opened, session
from ui.navigation import Page, Place
from ui.operations import Operations
from ui.session import Session
from vpjournal.domain.days import today
from vpjournal.journal.backups import MadeBackup

__all__ = ["laptop", "opened", "session"]


@pytest.fixture
def stick(qtbot: QtBot, opened: Session, operations: Operations, tmp_path: Path) -> Path:
    """The place for backups, which the journal knows."""
    place = tmp_path / "stick"
    place.mkdir()
    with qtbot.waitSignal(operations.changed):
        operations.run(lambda journal: journal.backups.choose_folder(place))
    at_rest(qtbot, opened, operations)
    return place


def at_rest(qtbot: QtBot, session: Session, operations: Operations) -> None:
    qtbot.waitUntil(lambda: not operations.is_busy and not session.keeper.maker.is_busy)


def test_it_comes_when_nobody_stirred_for_two_minutes(
    qtbot: QtBot, opened: Session, operations: Operations, laptop: Laptop, stick: Path
) -> None:
    laptop.go_on(119)
    opened.keeper.go_round()
    at_rest(qtbot, opened, operations)
    assert not list(stick.iterdir())
    laptop.go_on(1)
    opened.keeper.go_round()
    qtbot.waitUntil(lambda: bool(list(stick.glob("*.vpbackup"))))
    at_rest(qtbot, opened, operations)


def test_closing_the_window_makes_the_one_that_is_due(
    qtbot: QtBot, opened: Session, operations: Operations, stick: Path
) -> None:
    opened.window.close()
    qtbot.waitUntil(lambda: not opened.window.isVisible())
    assert not operations.is_open
    assert [path.suffix for path in stick.iterdir()] == [".vpbackup"]


def test_locking_makes_none_and_gives_up_the_one_that_runs(
    qtbot: QtBot, opened: Session, operations: Operations, laptop: Laptop, stick: Path
) -> None:
    opened.keeper.maker.make(stick)
    opened.departure.lock()
    qtbot.waitUntil(lambda: laptop.leaves == 1)
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert not list(stick.iterdir())


def test_a_lock_while_the_last_one_is_made_locks_and_closes_nothing(
    qtbot: QtBot, opened: Session, operations: Operations, laptop: Laptop, stick: Path
) -> None:
    opened.window.close()
    opened.departure.lock()
    qtbot.waitUntil(lambda: laptop.leaves == 1)
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert opened.window.isVisible()
    assert not list(stick.iterdir())


def test_covering_shows_no_journal_that_is_about_to_close(qtbot: QtBot, opened: Session, stick: Path) -> None:
    opened.window.close()
    qtbot.waitUntil(lambda: opened.window.is_covered)
    opened.departure.cover()
    assert opened.window.is_covered
    qtbot.waitUntil(lambda: not opened.window.isVisible())


def test_the_quiet_line_says_how_long_ago_the_last_one_was_made(
    qtbot: QtBot, opened: Session, operations: Operations, tmp_path: Path
) -> None:
    frame = opened.frame
    assert frame is not None
    assert "reservekopie" not in frame._quiet.text
    made = MadeBackup(tmp_path / "stick" / "er.vpbackup", today() - timedelta(days=3))
    operations.run(lambda journal: journal.backups.record(made))
    qtbot.waitUntil(lambda: frame._quiet.text.endswith(" · laatste reservekopie 3 dagen geleden"))
    opened._show_frame(Place(Page.TODAY))
    again = opened.frame
    assert again is not None
    qtbot.waitUntil(lambda: again._quiet.text == "Laatste reservekopie 3 dagen geleden")
    at_rest(qtbot, opened, operations)


def test_a_journal_in_a_synced_folder_is_told_of_once(
    qtbot: QtBot, opened: Session, operations: Operations, tmp_path: Path
) -> None:
    def shown() -> str:
        opened._show_frame(Place(Page.TODAY))
        at_rest(qtbot, opened, operations)
        frame = opened.frame
        assert frame is not None
        return frame._message.text

    assert shown() == ""
    opened._preferences.set_journal_folder(tmp_path / "Dropbox" / "Proef.vpjournal")
    assert "door Dropbox ook ergens anders bewaard" in shown()
    assert shown() == ""
