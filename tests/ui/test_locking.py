"""Locking: blank first, then save, then close, then gone; and gone in time whatever hangs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from ui.app import fresh_process_arguments
from ui.door import Door
from ui.locking import Locking
from ui.navigation import Page, Place
from ui.operations import Operations
from ui.pages.unsaved_page import UnsavedPage
from ui.theme import Theme
from ui.window import Window
from vpjournal.domain.language import Texts
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.unsaved import Home, Kind, Unsaved
from vpjournal.journal.opening import CHEAPEST, open_journal
from vpjournal.journal.places import drafts_folder

PLACE = Place(Page.CASE, record=7, part="board").encode()


class Frame:
    """Saves a record, fails, or never answers, and notes what the window showed meanwhile."""

    def __init__(self, window: Window, operations: Operations, *, how: str) -> None:
        self._window, self._operations, self._how = window, operations, how
        self.covered_while_saving: list[bool] = []
        self.texts: tuple[Unsaved, ...] = ()
        self.answer: Callable[[bool], None] = lambda _saved: None

    def unsaved(self) -> tuple[Unsaved, ...]:
        return self.texts

    def flush(self, done: Callable[[bool], None]) -> None:
        self.covered_while_saving.append(self._window.is_covered)
        self.answer = done
        if self._how == "fails":
            done(False)
        elif self._how == "saves":
            self._operations.run(
                lambda journal: journal.organisations.add(OrganisationDraft("Fabeldierenzorg Het Nest")),
                done=lambda _changes: done(True),
            )


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    made = Window()
    qtbot.addWidget(made, before_close_func=lambda each: each.close_now())
    made.show_content(QLabel("wat niemand mag zien"))
    with qtbot.waitExposed(made):
        made.show()
    return made


class Leaving:
    """Counts how often the process would have ended."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


def test_it_saves_keeps_the_place_closes_and_leaves(
    qtbot: QtBot, window: Window, open_operations: Operations, journal_folder: Path
) -> None:
    leaving = Leaving()
    frame = Frame(window, open_operations, how="saves")
    locking = Locking(window=window, operations=open_operations, leave=leaving)
    locking.lock(frame, place=lambda: PLACE)
    content = window.content
    assert content is not None
    assert not content.isVisible()
    qtbot.waitUntil(lambda: leaving.times > 0)
    assert frame.covered_while_saving == [True]
    assert leaving.times == 1
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    assert journal.place.load() == PLACE
    assert len(journal.organisations.list()) == 1
    journal.close()


def test_it_leaves_in_time_when_saving_hangs(qtbot: QtBot, window: Window, open_operations: Operations) -> None:
    leaving = Leaving()
    locking = Locking(window=window, operations=open_operations, leave=leaving, within_ms=20)
    locking.lock(Frame(window, open_operations, how="hangs"), place=lambda: PLACE)
    qtbot.waitUntil(lambda: leaving.times == 1)
    assert window.is_covered


def test_a_text_that_cannot_be_saved_is_asked_about_first(
    qtbot: QtBot, window: Window, open_operations: Operations
) -> None:
    leaving = Leaving()
    locking = Locking(window=window, operations=open_operations, leave=leaving, within_ms=20)
    with qtbot.waitSignal(locking.draft_in_danger):
        locking.lock(Frame(window, open_operations, how="fails"), place=lambda: PLACE)
    with qtbot.assertNotEmitted(open_operations.busy_changed, wait=60):
        assert leaving.times == 0
    locking.lock_anyway()
    qtbot.waitUntil(lambda: leaving.times == 1 and not open_operations.is_open and not open_operations.is_busy)


def test_the_question_about_a_text_ends_in_locking(qtbot: QtBot, theme: Theme, dutch: Texts) -> None:
    page = UnsavedPage(theme=theme, texts=dutch, lock_after_ms=1)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.lock_requested):
        page.show()


def test_the_fresh_process_is_told_the_folder_and_nothing_of_the_place(tmp_path: Path) -> None:
    folder = tmp_path / "Proef.vpjournal"
    assert fresh_process_arguments(folder, frozen=False) == ["-m", "ui", "--journal", str(folder), "--after-lock"]
    assert fresh_process_arguments(folder, frozen=True) == ["--journal", str(folder), "--after-lock"]


def test_the_folder_is_free_for_the_fresh_process(
    qtbot: QtBot, window: Window, open_operations: Operations, journal_folder: Path
) -> None:
    leaving = Leaving()
    locking = Locking(window=window, operations=open_operations, leave=leaving)
    locking.lock(Frame(window, open_operations, how="saves"), place=str)
    qtbot.waitUntil(lambda: leaving.times == 1)
    door = Door(journal_folder, cheapest=True)
    with qtbot.waitSignal(open_operations.idle):
        open_operations.open(lambda: door.open(PASSPHRASE), done=lambda _nothing: None, failed=pytest.fail)
    assert open_operations.is_open


# What cannot be saved is sealed


TEXT = Unsaved(Home(Kind.ORGANISATION), OrganisationDraft("Fabeldierenzorg Het Nest"))


@pytest.fixture
def sealed() -> Iterator[Callable[[], list[Path]]]:
    """What lies sealed now."""
    yield lambda: list(drafts_folder().glob("*"))
    for path in drafts_folder().glob("*"):
        path.unlink()


def test_a_text_that_cannot_be_saved_is_sealed_and_nobody_is_asked(
    qtbot: QtBot,
    window: Window,
    open_operations: Operations,
    journal_folder: Path,
    dutch: Texts,
    sealed: Callable[[], list[Path]],
) -> None:
    leaving, frame = Leaving(), Frame(window, open_operations, how="fails")
    frame.texts = (TEXT,)
    locking = Locking(window=window, operations=open_operations, leave=leaving)
    with qtbot.assertNotEmitted(locking.draft_in_danger):
        locking.lock(frame, place=lambda: PLACE)
        qtbot.waitUntil(lambda: leaving.times == 1)
    assert len(sealed()) == 1
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    assert journal.place.load() == PLACE
    assert journal.drafts.take_in(dutch).saved == (TEXT.home,)
    assert len(journal.organisations.list()) == 1
    journal.close()
    assert sealed() == []


def test_a_text_that_cannot_be_sealed_either_is_asked_about(
    qtbot: QtBot, window: Window, open_operations: Operations, sealed: Callable[[], list[Path]]
) -> None:
    drafts_folder().parent.mkdir(parents=True, exist_ok=True)
    if drafts_folder().exists():
        drafts_folder().rmdir()
    drafts_folder().write_bytes(b"in the way")
    leaving, frame = Leaving(), Frame(window, open_operations, how="fails")
    frame.texts = (TEXT,)
    locking = Locking(window=window, operations=open_operations, leave=leaving)
    try:
        with qtbot.waitSignal(locking.draft_in_danger):
            locking.lock(frame, place=lambda: PLACE)
    finally:
        drafts_folder().unlink()
    assert leaving.times == 0
    locking.abandon()


def test_while_saving_hangs_the_text_is_sealed_and_the_process_ends_in_time(
    qtbot: QtBot, window: Window, open_operations: Operations, sealed: Callable[[], list[Path]]
) -> None:
    leaving, frame = Leaving(), Frame(window, open_operations, how="hangs")
    frame.texts = (TEXT,)
    locking = Locking(window=window, operations=open_operations, leave=leaving, within_ms=200, seal_after_ms=1)
    with qtbot.assertNotEmitted(locking.draft_in_danger):
        locking.lock(frame, place=lambda: PLACE)
        qtbot.waitUntil(lambda: leaving.times == 1)
    assert len(sealed()) == 1


def test_when_saving_only_took_long_nothing_stays_sealed(
    qtbot: QtBot,
    window: Window,
    open_operations: Operations,
    journal_folder: Path,
    sealed: Callable[[], list[Path]],
) -> None:
    leaving, frame = Leaving(), Frame(window, open_operations, how="hangs")
    frame.texts = (TEXT,)
    locking = Locking(window=window, operations=open_operations, leave=leaving, within_ms=5_000, seal_after_ms=1)
    locking.lock(frame, place=lambda: PLACE)
    qtbot.waitUntil(lambda: len(sealed()) == 1)
    frame.answer(True)
    qtbot.waitUntil(lambda: leaving.times == 1)
    assert sealed() == []
    journal = open_journal(journal_folder, PASSPHRASE, floor=CHEAPEST)
    assert journal.place.load() == PLACE
    journal.close()


def test_going_back_to_the_text_ends_the_lock(qtbot: QtBot, window: Window, open_operations: Operations) -> None:
    leaving, frame = Leaving(), Frame(window, open_operations, how="hangs")
    locking = Locking(window=window, operations=open_operations, leave=leaving, within_ms=20, seal_after_ms=5)
    locking.lock(frame, place=lambda: PLACE)
    locking.abandon()
    frame.answer(True)
    with qtbot.assertNotEmitted(open_operations.busy_changed, wait=60):
        assert leaving.times == 0
    assert open_operations.is_open
