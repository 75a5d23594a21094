"""Drives the real program from outside: real key presses and clicks, and eyes that only read.

The program runs unmodified in a process of its own. It calls the driver (see ``inspector``), so that the fresh
program that follows a lock is met in the same way as the first, and nothing is ever waited for blindly.
"""

import base64
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, TypedDict, Unpack

from tests.e2e.display import Display

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # Seconds; a watchdog for a busy machine, not a measure.


class DriverError(AssertionError):
    """What the test waited for did not come; says what was on the screen instead."""


Rect = tuple[int, int, int, int]


class Where(TypedDict, total=False):
    """Says which one is meant when a name is there more than once."""

    within: str
    kind: str
    nth: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Something on the screen, in screen coordinates."""

    kind: str
    text: str
    rect: Rect
    seen: Rect
    scroller: Rect | None
    """The area to scroll, when too little of it is in sight."""
    towards: Rect
    """What to bring into sight by scrolling that area: this, or an area that this is in."""
    enabled: bool
    checked: bool
    focused: bool
    covered: bool

    @property
    def centre(self) -> tuple[int, int]:
        x, y, width, height = self.seen
        return x + width // 2, y + height // 2


class _Line:
    """The line to one process of the program, open until that process ends."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._talk = connection.makefile("rw", encoding="utf-8")
        self.pid = int(json.loads(self._talk.readline())["pid"])
        self.process = os.pidfd_open(self.pid)

    def ask(self, question: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the answer, or None when the process ended instead."""
        try:
            # The program answers in time, unless its window hangs.
            self._connection.settimeout(float(question.get("timeout", 0)) + PATIENCE)
            self._talk.write(json.dumps(question) + "\n")
            self._talk.flush()
            answer = self._talk.readline()
        except TimeoutError:
            raise DriverError("the window does not answer") from None
        except OSError:
            return None
        return json.loads(answer) if answer else None

    def close(self) -> None:
        os.close(self.process)
        self._connection.close()


class Driver:
    """A person at the program.

    Names are object names, accessible names or visible words; ``Begin*`` matches a beginning.
    """

    def __init__(
        self,
        *,
        display: Display,
        folder: Path,
        pictures: Path | None = None,
        surroundings: Mapping[str, str] | None = None,
    ) -> None:
        self.display, self._folder, self._pictures = display, folder, pictures or folder / "pictures"
        self._call = socket.socket(socket.AF_UNIX)
        self._address = folder / "line"
        self._call.bind(str(self._address))
        self._call.listen()
        self._line: _Line | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._watched: list[int] = []
        self._shots = 0
        self.home = folder / "home"
        self.surroundings = dict(surroundings or {})

    # What a person does.

    def start(self, journal: Path | None = None, *more: str, command: list[str] | None = None) -> None:
        """Start the program and wait until it has a window."""
        place = ["--journal", str(journal)] if journal else []
        if self._process is not None:
            # Closed, or replaced by a fresh process: it has ended, and is only waited for here.
            self._process.wait(PATIENCE)
        words = command or [sys.executable, "-m", "ui", *place, *more]
        with self.errors.open("ab") as errors:
            self._process = subprocess.Popen(words, env=self._environment(), stdout=errors, stderr=errors, cwd=ROOT)
        self._watched = [os.pidfd_open(self._process.pid)]
        self.fill_screen()

    def click(self, name: str, **where: Unpack[Where]) -> Seen:
        return self._click(name, times=1, button=1, **where)

    def double_click(self, name: str, **where: Unpack[Where]) -> Seen:
        return self._click(name, times=2, button=1, **where)

    def right_click(self, name: str, **where: Unpack[Where]) -> Seen:
        return self._click(name, times=1, button=3, **where)

    def type_text(self, text: str) -> None:
        """Type at the cursor, any character."""
        self._take_keyboard()
        for start in range(0, len(text), 60):
            part = text[start : start + 60]
            if not self.display.know(part):
                self.front()
                self.display.forget()
                self.display.know(part)
            self.display.type_text(part)

    def fill(self, name: str, text: str, **where: Unpack[Where]) -> None:
        """Put a text in a field in place of what is there, and see that it arrived."""
        self.click(name, **where)
        if not self._has_keyboard(name, **where):
            # What lay there moved under the pointer, as it does where a paper beside it is drawn anew.
            self.click(name, **where)
        self.key("ctrl+a")
        self.key("Delete")
        self.type_text(text)
        self.wait_for_text(name, text, **where)

    def comes(self, name: str, *, timeout: float = 5.0) -> bool:
        """Tell whether it is there within some seconds: a click on what moved away leads nowhere."""
        return not self._ask({"ask": "wait", "name": name, "state": "visible", "timeout": timeout}).get("late")

    def _has_keyboard(self, name: str, **where: Unpack[Where]) -> bool:
        question = {"ask": "wait", "name": name, "state": "focused", "timeout": 1.0, **where}
        return not self._ask(question).get("late")

    def key(self, *combinations: str) -> None:
        """Press keys: ``key("ctrl+l")``, ``key("tab", "space")``."""
        self._take_keyboard()
        for combination in combinations:
            self.display.key(combination)

    def drag(self, name: str, onto: str) -> None:
        """Pick something up with the mouse and drop it in the middle of something else."""
        start, end = self._ready(name).centre, self._ready(onto).centre
        self.display.move_to(*start)
        self.display.press()
        for step in range(1, 11):
            self.display.move_to(*(a + (b - a) * step // 10 for a, b in zip(start, end, strict=True)))
        self.front()
        self.display.release()

    def close(self) -> None:
        """Close the program with the cross in its title bar and wait for its end."""
        line, main = self._line, self.front()["main"]
        assert line
        self.display.ask_to_close(main)
        if not select.select([line.process], [], [], PATIENCE)[0]:
            raise self._fault("the program does not end when its window is closed")
        self._hang_up()

    def wait_for_end(self) -> None:
        """Wait until what was started has ended, with all that it started and watches over."""
        assert self._process
        self._process.wait(PATIENCE)

    # What a person sees.

    def wait_for(self, name: str, *, timeout: float = PATIENCE, state: str = "visible", **where: Unpack[Where]) -> Seen:
        """Wait until it is there; ``state`` may also be enabled, checked, focused or still."""
        found = self._wait(name, timeout=timeout, state=state, **where)
        assert found
        return found

    def wait_gone(self, name: str, *, timeout: float = PATIENCE, **where: Unpack[Where]) -> None:
        self._wait(name, timeout=timeout, state="gone", **where)

    def wait_for_text(self, name: str, text: str, *, timeout: float = PATIENCE, **where: Unpack[Where]) -> None:
        """Wait until a field or a label has ``text`` in it."""
        self._wait(name, timeout=timeout, state="text", text=text, **where)

    def text_of(self, name: str, **where: Unpack[Where]) -> str:
        return self.wait_for(name, **where).text

    def is_there(self, name: str, **where: Unpack[Where]) -> bool:
        """Tell whether it is on the screen now, without waiting."""
        question = {"ask": "wait", "name": name, "state": "visible", "timeout": 0, **where}
        return self._ask(question)["found"] is not None

    def front(self) -> dict[str, Any]:
        """Return the windows as they are: front, focus, main, size, popup, titles, text of the field with the focus."""
        return self._ask({"ask": "front"})

    def everything(self) -> list[dict[str, Any]]:
        """Return all that is on the screen, for whoever writes a test."""
        elements: list[dict[str, Any]] = self._ask({"ask": "all"})["all"]
        return elements

    def shot(self, name: str) -> Path:
        """Keep a picture of the whole screen as ``NN_name.png``."""
        self._shots += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        file = self._pictures / f"{self._shots:02}_{name}.png"
        file.write_bytes(base64.b64decode(self._ask({"ask": "shot"})["png"]))
        return file

    # What a test needs besides.

    @property
    def pid(self) -> int:
        return self._connected(monotonic() + PATIENCE).pid

    @property
    def errors(self) -> Path:
        """What the program wrote to its output and error streams: nothing, if all is well."""
        return self._folder / "errors.txt"

    def wait_for_fresh_process(self, old: int) -> int:
        """Wait until the process ``old`` has ended and another has opened its window; return that one's id."""
        end = monotonic() + PATIENCE
        while (line := self._connected(end)).pid == old:
            if not select.select([line.process], [], [], max(0.0, end - monotonic()))[0]:
                raise self._fault("the old process does not end")
            self._hang_up()
        self.fill_screen()
        return line.pid

    def fill_screen(self) -> None:
        """Give the main window the whole screen, as a window manager would for a maximised one."""
        main = self.front()["main"]
        assert main, "the program has no window"
        self.display.place(main, x=0, y=0, width=self.display.width, height=self.display.height)

    def end(self) -> None:
        """End whatever still runs, however it is."""
        if self._line is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._line.process, signal.SIGKILL)
            self._hang_up()
        self._stop_watching()
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE)
        self._call.close()
        self._address.unlink(missing_ok=True)

    def _environment(self) -> dict[str, str]:
        self.home.mkdir(exist_ok=True)
        places = {"HOME": self.home, "XDG_RUNTIME_DIR": self.home / "run"}
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            places[f"XDG_{kind}_HOME"] = self.home / kind.lower()
        for place in places.values():
            place.mkdir(mode=0o700, exist_ok=True)
        return {
            **{name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "XAUTHORITY")},
            **{name: str(place) for name, place in places.items()},
            "DISPLAY": self.display.name,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(Path(__file__).parent / "inspector"),
            "VPJOURNAL_INSPECTOR": str(self._address),
            **self.surroundings,
        }

    def _click(self, name: str, *, times: int, button: int, **where: Unpack[Where]) -> Seen:
        target = self._ready(name, **where)
        self.display.click(*target.centre, button=button, times=times)
        return target

    def _ready(self, name: str, **where: Unpack[Where]) -> Seen:
        """Wait until something can be clicked, scrolling to it as a person would."""
        target = self.wait_for(name, state="still", **where)
        for _ in range(100):
            if target.scroller is None:
                break
            self._scroll_towards(target)
            target = self.wait_for(name, state="still", **where)
        if target.covered:
            raise self._fault(
                f"{name!r} cannot be clicked, something lies over it: {target}, see {self.shot('covered')}"
            )
        return target

    def _scroll_towards(self, target: Seen) -> None:
        assert target.scroller
        x, y, width, height = target.scroller
        left, top, wide, high = target.towards
        sideways = not x <= left + min(wide, width) // 2 < x + width
        after = left > x if sideways else top + high // 2 > y + height // 2
        wheel = (6, 7) if sideways else (4, 5)
        # At the edge, where a wheel turns no list or number inside.
        self.display.click(x + 6, y + height // 2, button=wheel[after])

    def _take_keyboard(self) -> None:
        """Give the front window the keyboard, as a window manager does when a person clicks or opens it."""
        front = self.front()
        if front["popup"] or front["window"] is None or self.display.focused() == front["window"]:
            return
        self.display.focus(front["window"])
        end = monotonic() + PATIENCE
        while self.front()["focus"] != front["window"]:
            if monotonic() > end:
                raise self._fault("the window does not take the keyboard")

    def _wait(self, name: str, *, timeout: float, **more: object) -> Seen | None:
        end = monotonic() + timeout
        while True:
            left = max(0.0, end - monotonic())
            answer = self._ask({"ask": "wait", "name": name, "timeout": left, **more}, end=end)
            if answer.get("late"):
                picture = self.shot("late")
                raise self._fault(
                    f"{name!r} {more}: not in {timeout} s, but {answer['found']}; see {picture}; {answer['there']}"
                )
            found = answer["found"]
            if found is None:
                return None
            return _seen(found)

    def _ask(self, question: Mapping[str, object], *, end: float | None = None) -> dict[str, Any]:
        end = end or monotonic() + PATIENCE
        while True:
            answer = self._connected(end).ask(question)
            if answer is not None:
                return answer
            self._hang_up()

    def _fault(self, sentence: str) -> DriverError:
        said = self.errors.read_text(encoding="utf-8")[-2000:] if self.errors.exists() else ""
        return DriverError(f"{sentence}; the program says: {said}" if said else sentence)

    def _connected(self, end: float) -> _Line:
        if self._line is None:
            call = self._call.fileno()
            if call not in select.select([call, *self._watched], [], [], max(0.1, end - monotonic()))[0]:
                raise self._fault("the program does not start")
            self._line = _Line(self._call.accept()[0])
            self._stop_watching()
        return self._line

    def _stop_watching(self) -> None:
        # Only the first process can fail to start before it has called; later ones are not ours.
        for handle in self._watched:
            os.close(handle)
        self._watched = []

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def _seen(found: dict[str, Any]) -> Seen:
    values: dict[str, Any] = {name: found[name] for name in Seen.__slots__}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Seen(**{**values, **lists})
