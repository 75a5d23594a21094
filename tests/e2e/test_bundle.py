"""The built program starts, unlocks and locks; without eyes inside, so it is watched from the system's side."""

import os
import select
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.e2e.display import Display
from tests.e2e.driver import ROOT

_BUNDLE = ROOT / "build" / "bundle" / "VP-journaal"
_PASSPHRASE = "zes woorden voor één proef hier"
_PATIENCE = 60

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif("TEST_BUNDLE" not in os.environ, reason="make bundle builds the program and runs this"),
]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = tmp_path / "proef.vpjournal"
    command = [str(_BUNDLE / "vpjournal-cli"), "create", str(folder), "--passphrase-file", "-"]
    subprocess.run(command, input=_PASSPHRASE + "\n", text=True, check=True, stdout=subprocess.PIPE)
    return folder


class Window:
    """The window of one process of the built program, seen from outside."""

    def __init__(self, display: Display, *, not_of: int = 0) -> None:
        self._display = display
        end = monotonic() + _PATIENCE
        self.pid = not_of
        while self.pid == not_of:
            assert monotonic() < end, "no window came"
            found = self._xdotool("search", "--sync", "--onlyvisible", "--name", "^VP-journaal$")
            self.id = int(found.split()[-1])
            self.pid = int(self._xdotool("getwindowpid", str(self.id)) or not_of)
        self.process = os.pidfd_open(self.pid)

    def type_line(self, text: str) -> None:
        self._display.focus(self.id)
        self._display.type_text(text + "\n")

    def key(self, combination: str) -> None:
        self._display.focus(self.id)
        self._display.key(combination)

    def close(self) -> None:
        self._display.ask_to_close(self.id)

    def lock(self) -> None:
        """Press the keys until it locks: from outside one cannot see when the journal is on the screen."""
        end = monotonic() + _PATIENCE
        self.key("ctrl+l")
        while not select.select([self.process], [], [], 1)[0]:
            assert monotonic() < end, "not locked"
            self.key("ctrl+l")

    def wait_for_end(self) -> None:
        assert select.select([self.process], [], [], _PATIENCE)[0], "the process does not end"

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        end = monotonic() + _PATIENCE
        while not holds():
            assert monotonic() < end, f"not {what}"
            assert not select.select([self.process], [], [], 0.05)[0], "the process ended"

    def _xdotool(self, *words: str) -> str:
        environment = {**os.environ, "DISPLAY": self._display.name}
        done = subprocess.run(
            ["xdotool", *words], env=environment, stdout=subprocess.PIPE, text=True, timeout=_PATIENCE, check=False
        )
        return done.stdout.strip()


@pytest.fixture
def first(display: Display, journal: Path) -> Iterator[Window]:
    environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
    started = subprocess.Popen([_BUNDLE / "vpjournal", "--journal", journal], env=environment, stderr=subprocess.PIPE)
    yield Window(display)
    started.kill()
    _, complaints = started.communicate()
    assert not complaints


def _is_open(journal: Path) -> bool:
    """Tell whether some process holds the journal's lock, without touching it."""
    inode = (journal / "lock").stat().st_ino if (journal / "lock").exists() else -1
    locks = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    return any(f":{inode} " in line and "->" not in line for line in locks)


def test_it_starts_unlocks_locks_and_closes(first: Window, display: Display, journal: Path) -> None:
    assert not _is_open(journal)
    first.type_line(_PASSPHRASE)
    first.wait_until(lambda: _is_open(journal), "unlocked")
    first.lock()
    second = Window(display, not_of=first.pid)
    assert not _is_open(journal)
    second.type_line(_PASSPHRASE)
    second.wait_until(lambda: _is_open(journal), "unlocked again")
    second.close()
    second.wait_for_end()
    assert not _is_open(journal)
