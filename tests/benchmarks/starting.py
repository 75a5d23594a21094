"""How long from starting a process until its window can be seen, for the program and for the barest window.

Nothing is built into either: a virtual screen keeps its picture in a file, and the first pixel that changes there
is the moment. The two start in turns, so that what else the machine does falls on both.
"""

import mmap
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.benchmarks.table import Row
from tests.builders import a_journal

STARTS = 15
_PATIENCE = 30.0
_WIDTH, _HEIGHT = 1366, 768
_LINE = _WIDTH * 4
_POLL = 0.001
# An installed program has its modules compiled; without the last of these each start would compile them anew.
_LEFT_OUT = ("WAYLAND_DISPLAY", "XAUTHORITY", "PYTHONDONTWRITEBYTECODE")
BARE = Path(__file__).with_name("bare_window.py")
ROOT = Path(__file__).parents[2]


class Picture:
    """What a virtual screen shows: a few of its lines, which is enough to see that a window came."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)

    def seen(self) -> bytes:
        size = len(self._memory)
        # From the end, because the file begins with a header.
        places = [size - (_HEIGHT - line) * _LINE for line in range(100, 600, 50)]
        return b"".join(self._memory[place : place + _LINE] for place in places)

    def close(self) -> None:
        self._memory.close()


@contextmanager
def screen(folder: Path) -> Iterator[tuple[str, Picture]]:
    """Give the name of a virtual screen and its picture."""
    reader, writer = os.pipe()
    shape = ["-screen", "0", f"{_WIDTH}x{_HEIGHT}x24", "-nolisten", "tcp", "-noreset", "-fbdir", str(folder)]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), *shape], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            name = f":{answer.readline().strip()}"
        picture = Picture(folder / "Xvfb_screen0")
        yield name, picture
        picture.close()
    finally:
        server.terminate()
        server.wait(10)


def environment(home: Path, display: str) -> dict[str, str]:
    """Return what a process needs to live in a home and on a screen of its own."""
    places = {"HOME": home, "XDG_RUNTIME_DIR": home / "run"}
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        places[f"XDG_{kind}_HOME"] = home / kind.lower()
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True, parents=True)
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    kept |= {name: str(place) for name, place in places.items()}
    return kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def measure(*, starts: int = STARTS) -> list[Row]:
    """Start both in turns; the program shows the page that asks for the passphrase."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        a_journal(folder).close()
        program = [sys.executable, "-m", "ui", "--journal", str(folder / "Proef.vpjournal")]
        bare = [sys.executable, str(BARE)]
        with screen(folder) as (display, picture):
            surroundings = environment(folder / "home", display)
            for command in (bare, program):
                _time_of(command, picture, surroundings)  # Reads everything from disk once.
            pairs = [[_time_of(each, picture, surroundings) for each in (bare, program)] for _ in range(starts)]
    base, ours = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    note = f"{ours * 1000:.0f} ms, bare {base * 1000:.0f} ms, medians of {starts} starts in turns"
    return [Row("process start → unlock window painted", "bare window, one text box", ours / base, 1.5, "×", note)]


def _time_of(command: list[str], picture: Picture, surroundings: dict[str, str]) -> float:
    empty = picture.seen()
    begin = monotonic()
    process = subprocess.Popen(command, env=surroundings, cwd=ROOT)
    try:
        took = _until(lambda: picture.seen() != empty, begin, process)
    finally:
        process.kill()
        process.wait(10)
    # A program that ends by itself takes its meeting point away, and the next start looks for nobody there.
    for left in Path(surroundings["XDG_RUNTIME_DIR"]).iterdir():
        left.unlink()
    # The next one starts on an empty screen.
    _until(lambda: picture.seen() == empty, monotonic(), None)
    return took


def _until(condition: Callable[[], bool], begin: float, process: subprocess.Popen[bytes] | None) -> float:
    while not condition():
        if monotonic() - begin > _PATIENCE or (process is not None and process.poll() is not None):
            raise RuntimeError("no window came")
        sleep(_POLL)
    return monotonic() - begin
