"""What Qt made is taken apart in the thread of the windows: on another one the program would end on the spot."""

import gc
import json
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ui import garbage
from ui.garbage import GarbageRounds
from ui.operations import Operations

_PROBE = """
import gc, json, os, sys, threading, weakref
from ui import __main__
from PySide6.QtCore import QTimer
from ui.session import Session
HERE = threading.get_ident()
died = []
def leave_behind(parent):
    for _ in range(20):
        timer = QTimer()
        timer.itself = timer
        timer.start(1)
        weakref.finalize(timer, lambda: died.append(threading.get_ident() == HERE))
def make_much():
    return [[number] for number in range(200_000)]
def tell(_much):
    before = len(died)
    def look():
        if len(died) < 20:
            QTimer.singleShot(50, look)
            return
        print(json.dumps({"before": before, "here": sum(died), "frozen": gc.get_freeze_count()}), flush=True)
        os._exit(0)
    look()
def go(session):
    leave_behind(session)
    session._operations.compute(make_much, done=tell)
start = Session.start
def and_go(self, **how):
    start(self, **how)
    self.warmed_up.connect(lambda: go(self))
Session.start = and_go
sys.argv = ["ui", "--journal", sys.argv[1]]
__main__.main()
"""


@pytest.fixture
def died() -> list[int]:
    """The threads in which what was left behind died."""
    return []


class Watched(QObject):
    """Something of Qt that tells in which thread it dies."""

    def __init__(self, died: list[int]) -> None:
        super().__init__()
        self.itself: Watched | None = None
        weakref.finalize(self, lambda: died.append(threading.get_ident()))

    def tell(self, _result: object) -> None:
        """Take a result."""


def test_nothing_of_qt_dies_while_other_threads_of_the_program_work(journal_folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PROBE, str(journal_folder)], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["before"] == 0
    assert told["here"] == 20
    # And never is all looked through that was loaded at the start.
    assert told["frozen"] > 50_000


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch, operations: Operations) -> Iterator[GarbageRounds]:
    """Rounds that go often; what is frozen for them thaws."""
    # Those of earlier tests go, too.
    gc.collect()
    monkeypatch.setattr(garbage, "_EVERY_MS", 5)
    made = GarbageRounds(operations)
    made.begin()
    yield made
    shiboken6.delete(made)
    gc.unfreeze()


def leave_behind(died: list[int]) -> list[list[int]]:
    """Leave something of Qt as garbage; return enough new things for looking at them."""
    left = Watched(died)
    left.itself = left
    return [[number] for number in range(10 * gc.get_threshold()[0])]


@pytest.mark.usefixtures("rounds")
def test_garbage_is_found_by_the_timer_alone(qtbot: QtBot, died: list[int]) -> None:
    much = leave_behind(died)
    assert much
    assert died == []
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.get_ident()]


def test_nobody_looks_while_work_is_under_way(
    qtbot: QtBot, operations: Operations, rounds: GarbageRounds, died: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    operations.compute(lambda: may_end.wait(5))
    much = leave_behind(died)
    for _ in range(3):
        with qtbot.waitSignal(rounds._timer.timeout):
            pass
    assert died == []
    # Unless that much was made meanwhile.
    monkeypatch.setattr(garbage, "_MUCH", len(much) // 2)
    qtbot.waitUntil(lambda: bool(died))
    assert operations.is_busy
    may_end.set()


@pytest.mark.parametrize("work", [QObject.objectName, lambda held: 1 / len(held.objectName())], ids=["well", "failing"])
def test_what_a_task_held_on_to_dies_here(
    qtbot: QtBot, operations: Operations, died: list[int], work: Callable[[QObject], object]
) -> None:
    """The working thread is held up where it says that the task has ended, until all others have let go of it."""
    asked, ended, may_go_on = threading.Event(), threading.Event(), threading.Event()

    def work_on(held: QObject) -> object:
        # Who ends before the windows have asked in full is not the one that tells them.
        assert asked.wait(5)
        return work(held)

    def hold_up() -> None:
        ended.set()
        assert may_go_on.wait(5)

    with qtbot.waitSignal(operations.idle):
        # The windows hear of it before it is held up.
        operations.compute(lambda: None)
    operations._returned.connect(hold_up, Qt.ConnectionType.DirectConnection)
    held = Watched(died)
    operations.compute(lambda held=held: work_on(held), done=held.tell)
    del held
    asked.set()
    assert ended.wait(5)
    qtbot.waitUntil(lambda: not operations.is_busy)
    may_go_on.set()
    operations.stop()
    assert died == [threading.get_ident()]


@pytest.mark.parametrize(
    ("made", "collected"),
    [((700, 10, 10), []), ((701, 0, 0), [0]), ((701, 11, 10), [1]), ((0, 0, 11), [2])],
)
def test_as_much_is_looked_through_as_was_made(
    monkeypatch: pytest.MonkeyPatch, made: tuple[int, int, int], collected: list[int]
) -> None:
    looked: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(gc, "collect", looked.append)
        patch.setattr(gc, "get_count", lambda: made)
        garbage.collect_what_is_due()
    assert looked == collected
