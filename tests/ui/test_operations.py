"""Use cases run off the GUI thread, in order, and their outcomes come back where the widgets are."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE, an_organisation
from ui.door import Door
from ui.operations import Operations
from ui.stopper import Stopper
from vpjournal.domain.changes import Area, Changes
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.errors import Cancelled, DiskFull, Gone, JournalError
from vpjournal.journal.facade import Journal


class Page(QObject):
    """A widget as far as operations care."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []

    def on_done(self, result: object) -> None:
        self.results.append(result)


def _raise(error: Exception) -> None:
    raise error


def test_work_runs_on_the_journal_thread_and_its_result_comes_back_here(
    qtbot: QtBot, open_operations: Operations
) -> None:
    threads: list[int] = []
    results: list[tuple[int, int]] = []

    def work(journal: Journal) -> int:
        threads.append(threading.get_ident())
        return len(journal.organisations.list())

    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(work, done=lambda n: results.append((n, threading.get_ident())))
    assert results == [(0, threading.get_ident())]
    assert threads != [threading.get_ident()]


def test_changes_are_published_with_their_initiator(qtbot: QtBot, open_operations: Operations) -> None:
    page = Page()
    heard: list[tuple[Changes, object]] = []
    open_operations.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(
            lambda journal: journal.organisations.add(OrganisationDraft("Fabeldierenzorg Het Nest")),
            done=page.on_done,
            initiator=page,
        )
    [(changes, initiator)] = heard
    assert changes.touches(Area.ORGANISATIONS)
    assert initiator is page
    assert page.results == [changes]


def test_reading_publishes_nothing(qtbot: QtBot, open_operations: Operations) -> None:
    heard: list[object] = []
    open_operations.changed.connect(lambda changes, _initiator: heard.append(changes))
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(lambda journal: journal.organisations.list())
    assert heard == []


def test_a_journal_error_goes_to_who_asked_and_is_no_crash(qtbot: QtBot, open_operations: Operations) -> None:
    told: list[JournalError] = []
    crashes: list[Exception] = []
    open_operations.crashed.connect(crashes.append)
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(lambda _journal: _raise(DiskFull()), failed=told.append)
    assert [type(error) for error in told] == [DiskFull]
    assert crashes == []


@pytest.mark.parametrize("error", [ValueError("secret"), Gone()])
def test_what_nobody_expects_is_a_bug(qtbot: QtBot, open_operations: Operations, error: Exception) -> None:
    with qtbot.waitSignal(open_operations.crashed) as crashed:
        open_operations.run(lambda _journal: _raise(error))
    assert crashed.args == [error]


def test_the_result_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, open_operations: Operations) -> None:
    page = Page()
    results: list[object] = []
    hold = threading.Event()
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(lambda _journal: hold.wait(5))
        open_operations.run(lambda _journal: 1, done=page.on_done)
        open_operations.run(lambda _journal: 2, done=results.append, initiator=page)
        open_operations.run(lambda _journal: 3, done=results.append)
        shiboken6.delete(page)
        hold.set()
    assert results == [3]
    assert page.results == []


def test_what_takes_long_holds_up_nothing_else(qtbot: QtBot, open_operations: Operations) -> None:
    hold = threading.Event()
    ended: list[str] = []

    def keep(name: str) -> None:
        ended.append(name)

    with qtbot.waitSignal(open_operations.idle):
        open_operations.compute(lambda: hold.wait(5) and "backup", done=keep, at_length=True)
        open_operations.compute(lambda: "paper", done=keep)
        open_operations.run(lambda _journal: "save", done=keep)
        qtbot.waitUntil(lambda: len(ended) == 2)
        hold.set()
    assert sorted(ended[:2]) == ["paper", "save"]
    assert ended[2] == "backup"


def test_interrupting_drops_what_may_be_dropped_and_keeps_every_save(qtbot: QtBot, open_operations: Operations) -> None:
    started, hold = threading.Event(), threading.Event()
    dropped: list[object] = []
    saved: list[object] = []

    def busy(_journal: Journal) -> None:
        started.set()
        hold.wait(5)

    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(busy)
        assert started.wait(5)
        open_operations.run(lambda _journal: 1, done=dropped.append, interruptible=True)
        open_operations.run(an_organisation, done=saved.append)
        open_operations.interrupt()
        hold.set()
    assert dropped == []
    assert len(saved) == 1


def test_computing_does_not_wait_for_the_journal(qtbot: QtBot, open_operations: Operations) -> None:
    hold = threading.Event()
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(lambda _journal: hold.wait(5))
        # Only the computing itself lets the journal go on.
        open_operations.compute(hold.set)


def test_busy_is_said_once_at_each_end(qtbot: QtBot, open_operations: Operations) -> None:
    said: list[bool] = []
    open_operations.busy_changed.connect(said.append)
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(lambda journal: journal.organisations.list())
        open_operations.run(lambda journal: journal.organisations.list())
        assert open_operations.is_busy
    assert said == [True, False]
    assert not open_operations.is_busy


def test_closing_waits_for_what_was_asked_before_and_frees_the_folder(
    qtbot: QtBot, open_operations: Operations, journal_folder: Path
) -> None:
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(an_organisation)
        open_operations.close(done=lambda _nothing: None, failed=pytest.fail)
    assert not open_operations.is_open
    door = Door(journal_folder, cheapest=True)
    with qtbot.waitSignal(open_operations.idle):
        open_operations.open(lambda: door.open(PASSPHRASE), done=lambda _nothing: None, failed=pytest.fail)
    names: list[int] = []
    with qtbot.waitSignal(open_operations.idle):
        open_operations.run(lambda journal: len(journal.organisations.list()), done=names.append)
    assert names == [1]


def test_what_is_prepared_keeps_nobody_waiting(qtbot: QtBot, open_operations: Operations) -> None:
    may_end, ended = threading.Event(), threading.Event()

    def prepare() -> None:
        may_end.wait(10)
        ended.set()

    open_operations.prepare(prepare)
    assert not open_operations.is_busy
    may_end.set()
    assert ended.wait(10)


def test_a_bug_in_what_is_prepared_is_told(qtbot: QtBot, open_operations: Operations) -> None:
    with qtbot.waitSignal(open_operations.crashed) as told:
        open_operations.prepare(lambda: _raise(ZeroDivisionError()))
    assert isinstance(told.args[0], ZeroDivisionError)


def test_what_is_asked_for_after_closing_was_asked_for_is_let_go(qtbot: QtBot, open_operations: Operations) -> None:
    page = Page()

    def read_again(_changes: Changes, _initiator: object) -> None:
        open_operations.run(lambda journal: journal.organisations.list(), done=page.on_done)

    def close(_changes: Changes) -> None:
        open_operations.close(done=lambda _nothing: None, failed=_raise)

    open_operations.changed.connect(read_again)
    with qtbot.assertNotEmitted(open_operations.crashed), qtbot.waitSignal(open_operations.idle):
        open_operations.run(an_organisation_is_added, done=close)
    assert page.results == []


def an_organisation_is_added(journal: Journal) -> Changes:
    return journal.organisations.add(OrganisationDraft("Fabeldierenzorg Het Nest"))


@pytest.mark.parametrize("thread", ["journal", "computing"])
def test_interrupting_gives_up_long_work_that_says_how(qtbot: QtBot, open_operations: Operations, thread: str) -> None:
    stopper, told, faults = Stopper(), threading.Event(), []

    def work(_journal: Journal | None = None) -> None:
        progress = stopper.watched(lambda _done, _of: told.set())
        while True:
            progress(1, 2)

    if thread == "journal":
        open_operations.run(work, failed=faults.append, stop=stopper.stop)
    else:
        open_operations.compute(work, failed=faults.append, stop=stopper.stop)
    assert told.wait(10)
    with qtbot.waitSignal(open_operations.idle):
        open_operations.interrupt()
    assert [type(fault) for fault in faults] == [Cancelled]
