"""Whenever the journal locks while its keys change, exactly one of the old and the new passphrase opens all of it."""

from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from tests.builders import PASSPHRASE, a_case
from tests.ui.keys.conftest import Program
from tests.ui.keys.steps import take_words, type_words
from ui.frame import Frame
from ui.navigation import Page, Place
from ui.pages.keys.passphrase_page import PassphrasePage
from ui.pages.unlock_page import UnlockPage
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.opening import CHEAPEST, open_journal, verify

LAST = (1, 1)


class Pause:
    """Holds the thread that changes the keys at one of its steps, until it is told to go on."""

    def __init__(self, page: PassphrasePage, *, at: int) -> None:
        self.steps: list[tuple[int, int]] = []
        self.reached, self.go_on = Event(), Event()
        self._at = at
        page.change.progressed.connect(self._hold, Qt.ConnectionType.DirectConnection)

    def _hold(self, done: int, of: int) -> None:
        self.steps.append((done, of))
        if len(self.steps) == self._at:
            self.reached.set()
            self.go_on.wait(20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Blad.vpjournal"


@pytest.fixture
def page(program: Program, folder: Path) -> PassphrasePage:
    with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        a_case(journal)
    unlock = program.page(UnlockPage)
    unlock.field.set_text(PASSPHRASE)
    unlock.unlock_button.click()
    frame = program.page(Frame)
    frame.navigate(Place(Page.PASSPHRASE))
    program.page(Frame)
    assert isinstance(frame.page, PassphrasePage)
    return frame.page


def opens(folder: Path, passphrase: str) -> bool:
    """Tell whether this opens the journal; if it does, all of it is there."""
    try:
        with closing(open_journal(folder, passphrase, floor=CHEAPEST)) as journal:
            assert [row.code for row in journal.cases.list()] == ["Merel-47"]
    except WrongPassphrase:
        return False
    assert not any(finding.problems for finding in verify(folder, passphrase, floor=CHEAPEST))
    return True


@pytest.mark.parametrize("step", range(1, 6))
def test_exactly_one_opens(program: Program, page: PassphrasePage, folder: Path, step: int) -> None:
    pause = Pause(page, at=step)
    new = take_words(page.step)
    type_words(page.step, new, present=PASSPHRASE)
    program.qtbot.waitUntil(lambda: pause.reached.is_set() or not page.change.is_running)
    changes = not page.change.is_running or pause.steps[-1] == LAST
    program.session.departure.lock()
    assert program.session.window.is_covered
    pause.go_on.set()
    program.wait_until_left()
    program.qtbot.waitUntil(lambda: not program.operations.is_busy)
    assert opens(folder, new) is changes
    assert opens(folder, PASSPHRASE) is not changes


def test_a_change_that_hangs_does_not_keep_the_journal_open(
    program: Program, page: PassphrasePage, folder: Path
) -> None:
    pause = Pause(page, at=2)
    new = take_words(page.step)
    type_words(page.step, new, present=PASSPHRASE)
    program.qtbot.waitUntil(pause.reached.is_set)
    program.session.departure.lock()
    # The real process ends here, within the second, with the change where it is.
    program.wait_until_left()
    assert page.change.is_running
    pause.go_on.set()
    program.operations.close(done=lambda _nothing: None, failed=lambda error: pytest.fail(repr(error)))
    program.qtbot.waitUntil(lambda: not program.operations.is_busy)
    assert opens(folder, PASSPHRASE)
    assert not opens(folder, new)


def test_closing_waits_for_the_end_of_a_change(program: Program, page: PassphrasePage, folder: Path) -> None:
    pause = Pause(page, at=2)
    new = take_words(page.step)
    type_words(page.step, new, present=PASSPHRASE)
    program.qtbot.waitUntil(pause.reached.is_set)
    program.session.departure.close()
    assert program.session.window.isVisible()
    pause.go_on.set()
    program.qtbot.waitUntil(lambda: not program.session.window.isVisible())
    assert opens(folder, new)
    assert not opens(folder, PASSPHRASE)
