"""Keeps count of the fault catalogue: for each row what was tried, how often, and what was lost.

A test says it with the fixture ``tried``, or, when once is enough, with the mark ``row``. At the end of a whole run
the table is printed and written to ``build/faults.json``. Only plain values travel: with
``-n`` they cross processes.
"""

import contextlib
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.faults.catalogue import ROWS, Row

FULL = os.environ.get("FAULTS_FULL") == "1"
Tried = Callable[..., None]
_SEED = "FAULTS_SEED"
_KEY = "fault"


def count(usual: int, full: int) -> int:
    """How often to try something: in every run, and in the whole catalogue."""
    return full if FULL else usual


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Tried:
    """Say what was tried: ``tried(row, what, count, lost=0)``. Calls for the same row and thing add up."""
    since = time.monotonic()

    def tell(row: int, what: str, count: int, lost: int = 0) -> None:
        nonlocal since
        now = time.monotonic()
        request.node.user_properties.append((_KEY, [row, what, count, lost, round(now - since, 3)]))
        since = now
        assert lost == 0, f"row {row}, {what}: {lost} of {count} lost"

    return tell


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Random numbers of the run's seed, which the table tells; FAULTS_SEED repeats them."""
    seed = f"{os.environ[_SEED]}:{request.node.nodeid}"
    print(f"seed {seed}")
    return random.Random(seed)  # noqa: S311  (chance that can be repeated is the point)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "row(number, what): passing proves this row of the fault catalogue, once")
    config.addinivalue_line("markers", "faults: part of the fault catalogue; given by itself")
    os.environ.setdefault(_SEED, str(random.SystemRandom().randrange(2**32)))
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Recorder(config), "faults-recorder")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents or item.get_closest_marker("row") is not None:
            item.add_marker("faults")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Let a marked test that passed count once for its row, and one that did not as such."""
    if call.when == "call" or (call.when == "setup" and call.excinfo is not None):
        for mark in item.iter_markers("row"):
            row, what = mark.args
            item.user_properties.append((_KEY, [row, what, int(call.excinfo is None), 0, round(call.duration, 3)]))
    return (yield)


@dataclass
class _Result:
    """What is known of a row: the words of what was tried, each with its count."""

    what: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    seconds: float = 0.0
    failed: int = 0
    skipped: int = 0

    def state(self, row: Row) -> str:
        if self.failed:
            return "FAILED"
        if sum(self.what.values()):
            return "proved"
        if row.elsewhere:
            return row.elsewhere
        return "skipped" if self.skipped else "no test yet"


class _Recorder:
    """Gathers what the tests of all processes say, in the one that reports."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._results = {row.number: _Result() for row in ROWS}
        self._outcomes: dict[str, str] = {}
        self._start = time.monotonic()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome != "passed":
            self._outcomes[report.nodeid] = report.outcome
        if report.when != "teardown":
            return
        outcome = self._outcomes.pop(report.nodeid, "passed")
        for name, value in report.user_properties:
            if name == _KEY:
                self._add(*_plain(value), outcome)

    def _add(self, row: int, what: str, count: int, lost: int, seconds: float, outcome: str) -> None:
        found = self._results[row]
        found.failed += outcome == "failed"
        found.skipped += outcome == "skipped"
        found.lost += lost
        found.seconds += seconds
        found.what[what] = found.what.get(what, 0) + count

    @pytest.hookimpl(tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        whole = self._is_whole()
        rows = [row for row in ROWS if whole or self._results[row.number].what]
        if not rows:
            return
        terminalreporter.section(f"fault catalogue, seed {os.environ[_SEED]}")
        for line in self._lines(rows):
            terminalreporter.write_line(line)
        if whole:
            self._write()

    def _is_whole(self) -> bool:
        """Whether everything was asked for, so that a row without a result is a row without a test."""
        config = self._config
        everything = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.keyword
        return everything and config.option.markexpr in ("", "faults")

    def _lines(self, rows: list[Row]) -> Iterator[str]:
        yield f"{'row':>3}  {'tried':>9}  {'lost':>4}  {'seconds':>7}  fault"
        for row in rows:
            found = self._results[row.number]
            tried = sum(found.what.values())
            state = found.state(row)
            yield f"{row.number:>3}  {tried:>9,}  {found.lost:>4}  {found.seconds:>7.1f}  {row.fault}" + (
                "" if state == "proved" else f" ({state})"
            )
            for what, number in found.what.items():
                yield f"{'':>3}  {number:>9,}  {'':>4}  {'':>7}    {what}"
        minutes = (time.monotonic() - self._start) / 60
        yield f"{len(rows)} rows, {sum(self._results[row.number].lost for row in rows)} lost, {minutes:.1f} minutes"

    def _write(self) -> None:
        table = [
            asdict(row) | asdict(self._results[row.number]) | {"state": self._results[row.number].state(row)}
            for row in ROWS
        ]
        place = self._config.rootpath / "build"
        with contextlib.suppress(FileExistsError):
            place.mkdir()
        told = {"seed": os.environ[_SEED], "full": FULL, "rows": table}
        (place / "faults.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _plain(value: Any) -> tuple[int, str, int, int, float]:
    row, what, number, lost, seconds = value
    return int(row), str(what), int(number), int(lost), float(seconds)
