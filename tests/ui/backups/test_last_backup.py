"""Closing makes the backup that is due behind a page that says so; it is never waited for against one's will."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.backups.steps import made_in, state, words
from tests.ui.conftest import ScriptedAsker
from tests.ui.desk import Desk, seen
from ui.backups.keeper import BackupKeeper
from ui.backups.last_backup import LastBackup, LastBackupPage
from ui.closing import Closing
from ui.window import Window
from vpjournal.domain.days import today


class NoHands:
    """Somebody is always at work."""

    idle = 0.0


@pytest.fixture
def keeper(desk: Desk, stick: Path) -> BackupKeeper:
    made = BackupKeeper(desk.operations, desk.operations)
    desk.run(lambda journal: journal.backups.choose_folder(stick))
    made.begin(NoHands())
    desk.settle()
    return made


@pytest.fixture
def window(desk: Desk) -> Window:
    made = Window()
    desk.qtbot.addWidget(made, before_close_func=lambda each: each.close_now())
    made.show()
    desk.qtbot.waitExposed(made)
    return made


class Saved:
    """What stands in the window: nothing that is not saved."""

    def flush(self, done: Callable[[bool], None]) -> None:
        done(True)


class Ending:
    """A closing as the departure makes it."""

    def __init__(self, desk: Desk, keeper: BackupKeeper, window: Window) -> None:
        self.last = LastBackup(keeper, window=window, theme=desk.context.theme, texts=desk.context.texts, parent=window)
        self.closing = Closing(
            asker=ScriptedAsker(),
            texts=desk.context.texts,
            operations=desk.operations,
            parent=window,
            first=self._first,
        )
        self.ends = 0
        self.closing.closed.connect(self._on_closed)

    def begin(self) -> None:
        self.closing.close(Saved(), sheet_is_at_risk=False)

    def _first(self, then: Callable[[], None]) -> None:
        self.last.over.connect(then)
        self.last.begin()

    def _on_closed(self) -> None:
        self.ends += 1


@pytest.fixture
def ending(desk: Desk, keeper: BackupKeeper, window: Window) -> Ending:
    return Ending(desk, keeper, window)


def ended(desk: Desk, ending: Ending) -> None:
    desk.qtbot.waitUntil(lambda: ending.ends > 0)
    assert ending.ends == 1
    assert not desk.operations.is_open


def test_one_that_is_due_is_made_before_the_journal_closes(
    desk: Desk, ending: Ending, window: Window, stick: Path
) -> None:
    ending.begin()
    page = window.findChildren(LastBackupPage)[0]
    assert page.isVisible()
    assert "Uw reservekopie wordt nog even gemaakt" in words(page)
    ended(desk, ending)
    assert [path.suffix for path in stick.iterdir()] == [".vpbackup"]


def test_without_one_that_is_due_it_closes_at_once(desk: Desk, ending: Ending, window: Window, stick: Path) -> None:
    made_in(desk, stick)
    ending.begin()
    assert not window.findChildren(LastBackupPage)
    ended(desk, ending)
    assert len(list(stick.iterdir())) == 1


def test_a_stick_that_is_away_holds_nobody_up(desk: Desk, ending: Ending, stick: Path) -> None:
    shutil.rmtree(stick)
    ending.begin()
    ended(desk, ending)
    assert not stick.exists()


def test_it_closes_without_at_wish_and_leaves_nothing_half(
    desk: Desk, ending: Ending, window: Window, stick: Path
) -> None:
    ending.begin()
    seen(window, QAbstractButton, "closeWithoutBackupButton").click()
    ended(desk, ending)
    desk.settle()
    assert not list(stick.iterdir())


def test_one_that_is_being_made_is_waited_for(
    desk: Desk, keeper: BackupKeeper, ending: Ending, window: Window, stick: Path
) -> None:
    keeper.maker.make(stick)
    ending.begin()
    assert window.findChildren(LastBackupPage)
    ended(desk, ending)
    assert len(list(stick.iterdir())) == 1


def test_one_that_cannot_be_made_holds_nobody_up(desk: Desk, ending: Ending, stick: Path) -> None:
    desk.run(lambda journal: (journal._unlocked.folder / "backup.db.new").mkdir())
    ending.begin()
    ended(desk, ending)
    assert not list(stick.iterdir())


def test_a_lock_on_the_way_takes_over(desk: Desk, ending: Ending, stick: Path) -> None:
    ending.begin()
    ending.closing.abandon()
    desk.operations.interrupt()
    desk.settle()
    assert ending.ends == 0
    assert desk.operations.is_open
    assert not list(stick.iterdir())
    assert state(desk).last(today()) in (None, today())
