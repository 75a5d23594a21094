"""The real windows in a process of their own, timed from within: ``python -m tests.benchmarks.program WHAT``.

It imports nothing that the program itself does not, so that its memory is the program's. What to do comes as JSON on
standard input, what was found goes as JSON to standard output. The key of the journal is derived in the cheapest way.
"""

from ui.imports import import_plainly

# As the program begins.
import_plainly()

# ruff: noqa: E402 - see above
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic, perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.crash import CrashHook
from ui.door import Door
from ui.navigation import Page, Place
from ui.operations import Operations
from ui.preferences import Preferences, preferences_path
from ui.recognising.marked_text import MarkedText
from ui.session import Session
from ui.widgets.paper_preview import PaperPreview
from vpjournal.domain.language import Language
from vpjournal.journal.facade import Journal

_QUIET_MS = 250
_PATIENCE_MS = 20_000


class Eyes(QObject):
    """Notes when a window was last painted, and how long the GUI thread had worked by then."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._looking = False
        self.painted_at = self.worked_until = 0.0
        self.after_paint: Callable[[], None] = lambda: None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is not QEvent.Type.UpdateRequest or self._looking:
            return False
        self._looking = True
        QCoreApplication.sendEvent(watched, event)
        self._looking = False
        self.painted_at, self.worked_until = perf_counter(), thread_time()
        self.after_paint()
        return True


class Program:
    """The program as ``ui.app`` puts it together, at the page that asks for the passphrase."""

    def __init__(self, folder: Path) -> None:
        self.qt = QApplication([sys.argv[0], "-style", "fusion"])
        self.qt.setProperty("style", "fusion")
        # A caret that blinks would be painting for ever.
        self.qt.setCursorFlashTime(0)
        preferences = Preferences(preferences_path())
        preferences.set_language(Language.DUTCH)
        self.operations = Operations()
        self.operations.crashed.connect(self._on_crashed)
        self.session = Session(
            self.qt,
            preferences=preferences,
            operations=self.operations,
            door=Door(folder, cheapest=True),
            crash_hook=CrashHook(),
            restart=lambda _folder: None,
        )
        self.session.start(first_run=False, quietly=False)
        self.session.window.resize(1366, 768)
        self.eyes = Eyes(self.session.window)
        self.settle()
        # Nobody types a passphrase faster than the frame is made.
        self.wait(self._until_ready)
        self.settle()

    def wait(self, begin: Callable[[Callable[[], None]], object]) -> None:
        """Do something and turn the event loop until it says that it is ready."""
        loop = QEventLoop()
        QTimer.singleShot(_PATIENCE_MS, loop, lambda: loop.exit(1))
        QTimer.singleShot(0, loop, lambda: begin(loop.quit))
        if loop.exec():
            raise RuntimeError("it takes too long")

    def _until_ready(self, ready: Callable[[], None]) -> None:
        backstage = self.session._kept_backstage
        if backstage is not None and backstage.is_ready:
            ready()
        else:
            QTimer.singleShot(_QUIET_MS // 4, lambda: self._until_ready(ready))

    def settle(self) -> None:
        """Wait until nothing runs and nothing was painted for a while."""

        def look(ready: Callable[[], None]) -> None:
            quiet = perf_counter() - max(self.eyes.painted_at, begin) > _QUIET_MS / 1000
            if quiet and not self.operations.is_busy:
                ready()
            else:
                QTimer.singleShot(_QUIET_MS // 4, lambda: look(ready))

        begin = perf_counter()
        self.wait(look)

    def rest(self) -> None:
        """Wait until what the program makes ahead while nobody waits is there: within seconds after unlocking."""

        def look(ready: Callable[[], None]) -> None:
            frame = self.session._frame
            page: Any = frame._pages.get(Page.CASE) if frame is not None else None
            if page is not None and not page._ahead.isActive():
                ready()
            else:
                QTimer.singleShot(_QUIET_MS, lambda: look(ready))

        self.wait(look)
        self.settle()

    def time(self, act: Callable[[], object]) -> dict[str, float]:
        """Return how long it took until all was painted, and how much of that the GUI thread worked, in ms."""
        begun: list[float] = []

        def begin() -> None:
            begun.extend((perf_counter(), thread_time()))
            act()

        QTimer.singleShot(0, begin)
        self.settle()
        start, worked = begun
        return {
            "painted": (self.eyes.painted_at - start) * 1000,
            "gui": (self.eyes.worked_until - worked) * 1000,
        }

    def unlock(self, passphrase: str) -> dict[str, float]:
        page: Any = self.session.window.content
        page.field.set_text(passphrase)
        self.settle()
        return self.time(page.unlock_button.click)

    def go(self, place: Place) -> None:
        frame = self.session._frame
        assert frame is not None
        frame.navigate(place)

    @property
    def page(self) -> Any:
        frame = self.session._frame
        assert frame is not None
        return frame.page

    def close(self) -> None:
        self.wait(lambda ready: self.operations.close(done=lambda _: ready(), failed=lambda _: ready()))
        self.operations.stop()

    def _on_crashed(self, error: BaseException) -> None:
        raise error


def memory() -> dict[str, float]:
    """Return the memory of this process in MB: all that is resident, and its share of what others use too."""
    found = dict(line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return {"rss": _megabytes(found["Rss"]), "pss": _megabytes(found["Pss"])}


def _megabytes(words: str) -> float:
    return int(words.split(maxsplit=1)[0]) / 1024


def unlock(program: Program, asked: dict[str, Any]) -> dict[str, Any]:
    """Unlock and stay at *Vandaag*."""
    found = program.unlock(asked["passphrase"])
    assert program.page.place().page is Page.TODAY
    program.rest()
    return {**found, **memory()}


def open_cases(program: Program, asked: dict[str, Any]) -> dict[str, Any]:
    """Open one case after the other and look at all its phases."""
    program.unlock(asked["passphrase"])
    program.rest()
    found: dict[str, list[dict[str, float]]] = {}
    for case in asked["cases"]:
        open_case = program.time(partial(program.go, Place(Page.CASE, case, "first_contact/details")))
        found.setdefault("open", []).append(open_case)
        program.rest()
        for phase in (2, 3, 4, 5, 6, 1):
            switch = program.time(partial(program.page.open_phase, phase))
            found.setdefault(f"phase {phase}", []).append(switch)
    return found


class _Background:
    """Searches and saves without a pause, on the journal thread as always."""

    def __init__(self, program: Program, asked: dict[str, Any]) -> None:
        self._operations = program.operations
        self._asked = asked
        self._turn = 0
        self.going = True

    def go_on(self, _result: object = None) -> None:
        if self.going:
            self._turn += 1
            self._operations.run(self._save if self._turn % 4 == 0 else self._find, done=self.go_on)

    def _find(self, journal: Journal) -> None:
        words = self._asked["words"]
        word = words[self._turn % len(words)]
        journal.cases.find(word)
        journal.search.find(word)

    def _save(self, journal: Journal) -> object:
        return journal.notes.save(self._asked["other"], f"{self._asked['text']} {self._turn}")


class _Keys(QObject):
    """Notes when each key press was on the screen."""

    all_shown = Signal()

    def __init__(self, program: Program, editor: QWidget, *, count: int) -> None:
        super().__init__()
        self._count, self._waiting = count, 0
        self.shown: list[float] = []
        editor.installEventFilter(self)
        program.eyes.after_paint = self._on_painted

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress:
            self._waiting += 1
        return False

    def _on_painted(self) -> None:
        self.shown += [monotonic()] * self._waiting
        self._waiting = 0
        if len(self.shown) >= self._count:
            self.all_shown.emit()


def _until_marked(marked: MarkedText, ready: Callable[[], None]) -> None:
    if marked.is_finished and not marked.paragraphs.left:
        ready()
    else:
        QTimer.singleShot(_QUIET_MS // 4, lambda: _until_marked(marked, ready))


def _show_note(program: Program, asked: dict[str, Any]) -> Any:
    """Show the long note, wait until all of it was looked at, and return its editor."""
    place = Place(Page.CASE, asked["case"], "first_conversation/notes", f"{asked['contact']}:{asked['cursor']}")
    program.time(lambda: program.go(place))
    editor: Any = program.session.window.focusWidget()
    assert editor.objectName() == "noteEditor"
    assert len(editor.text()) == len(asked["text"])
    (marked,) = editor.findChildren(MarkedText)
    program.wait(partial(_until_marked, marked))
    return editor


def _until_drawn(program: Program, ready: Callable[[], None]) -> None:
    if any(preview.images for preview in program.session.window.findChildren(PaperPreview)):
        ready()
    else:
        QTimer.singleShot(_QUIET_MS // 4, lambda: _until_drawn(program, ready))


def paper(program: Program, asked: dict[str, Any]) -> dict[str, Any]:
    """Show the long note with its marks, then the paper with the options of that case."""
    program.unlock(asked["passphrase"])
    program.rest()
    _show_note(program, asked)
    marked = memory()
    program.page.open_preview()
    program.wait(partial(_until_drawn, program))
    program.settle()
    return {**memory(), "marked": marked["rss"]}


def typing(program: Program, asked: dict[str, Any]) -> dict[str, Any]:
    """Show a long note, take keys from outside while much runs, then paste a megabyte."""
    program.unlock(asked["passphrase"])
    editor = _show_note(program, asked)
    background = _Background(program, asked)

    keys = _Keys(program, editor, count=asked["keys"])

    def take_keys(ready: Callable[[], None]) -> None:
        keys.all_shown.connect(ready)
        background.go_on()
        print(json.dumps({"window": int(program.session.window.winId())}), flush=True)

    program.wait(take_keys)
    background.going = False
    program.eyes.after_paint = lambda: None
    program.settle()
    return {"shown": keys.shown, "paste": [_paste(program, editor) for _ in range(5)]}


def _paste(program: Program, editor: Any) -> float:
    data = QMimeData()
    data.setText("gesprek " * 131_072)
    editor.set_text("")
    program.settle()
    begin = perf_counter()
    editor.insertFromMimeData(data)
    return (perf_counter() - begin) * 1000


_WORKS = {"unlock": unlock, "open_cases": open_cases, "typing": typing, "paper": paper}


def main() -> None:
    asked = json.loads(sys.stdin.readline())
    program = Program(Path(asked["journal"]))
    found = _WORKS[sys.argv[1]](program, asked)
    program.close()
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
