"""What every test stands on: a home of its own, no screen, and warnings that fail.

The environment is set before anything imports Qt, because Qt and the program read it once, at their start.
"""

import faulthandler
import gc
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from vpjournal.domain.language import Language, Texts

pytest_plugins = ["pytester", "tests.faults.recorder"]

_HOME = Path(tempfile.mkdtemp(prefix="vpjournal-tests-"))
_FOLDERS = {
    "HOME": _HOME,
    "XDG_CONFIG_HOME": _HOME / "config",
    "XDG_DATA_HOME": _HOME / "data",
    "XDG_CACHE_HOME": _HOME / "cache",
    "XDG_STATE_HOME": _HOME / "state",
    "XDG_RUNTIME_DIR": _HOME / "run",
}
for _name, _folder in _FOLDERS.items():
    _folder.mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_folder)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

# The same examples in every run, so that a red test is red for the change at hand.
settings.register_profile(
    "vpjournal", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("vpjournal")


# As in the program: what windows leave behind is taken apart in their thread alone, whatever test a thread works for.
gc.disable()

_FAULTS = "VPJOURNAL_TEST_FAULTS"
_RUNNERS = ("/_pytest/", "/pluggy/", "/xdist/", "/execnet/")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let a process that dies write where it was, for the end of the report: what it says itself scrolls away."""
    worker = getattr(config, "workerinput", None)
    if worker is None:
        (_HOME / "faults").mkdir()
        os.environ[_FAULTS] = str(_HOME / "faults")
    else:
        place = Path(os.environ[_FAULTS], worker["workerid"])
        # After pytest, which asks for the same, to the terminal. Open until the process ends.
        faulthandler.enable(place.open("w", encoding="utf-8"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for place in sorted(Path(os.environ[_FAULTS]).iterdir()):
        lines = place.read_text(encoding="utf-8", errors="replace").splitlines()
        if lines:
            terminalreporter.section(f"where {place.name} died")
            for line in lines:
                if not any(runner in line for runner in _RUNNERS):
                    terminalreporter.write_line(line)


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _warnings_in_logs_fail(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    told = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not told, f"log warnings: {told}"


@pytest.fixture(autouse=True)
def _garbage_is_collected_between_tests() -> Iterator[None]:
    yield
    from ui.garbage import collect_what_is_due

    assert not gc.isenabled()
    collect_what_is_due()


@pytest.fixture
def home() -> Path:
    """The empty home that this run of the tests lives in."""
    return _HOME


@pytest.fixture
def dutch() -> Texts:
    return Texts(Language.DUTCH)


@pytest.fixture
def english() -> Texts:
    return Texts(Language.ENGLISH)
