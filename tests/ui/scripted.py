"""Stand-ins for dialogs of the system: they answer what the test wrote down, and keep what they were asked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


class ScriptedFiles:
    """Chooses the path it was given."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def save(self, parent: QWidget, *, title: str, name: str, suffix: str) -> Path | None:
        return self.path

    def open(self, parent: QWidget, *, title: str, suffixes: Sequence[str], start: Path | None = None) -> Path | None:
        return self.path

    def folder(self, parent: QWidget, *, title: str, start: Path) -> Path | None:
        return self.path


class ScriptedJob:
    """Takes the pictures of the pages, as many as its printer can."""

    def __init__(self, printer: "ScriptedPrinter", pages: tuple[int, ...]) -> None:
        self.pages = pages
        self.images: list[QImage] = []
        self.ended = False
        self._printer = printer

    def begin(self) -> bool:
        return self._printer.begins

    def add(self, image: QImage) -> bool:
        if len(self.images) == self._printer.takes:
            return False
        self.images.append(image)
        return True

    def end(self) -> bool:
        self.ended = True
        return self._printer.ends


class ScriptedPrinter:
    """A printer that is there or not, and that goes away where the test says so.

    It does not begin, stops after ``takes`` pages, or does not confirm at the end; ``chosen`` are the pages that the
    adviser picks in the dialog, ``None`` is closing it.
    """

    def __init__(self, *, there: bool = True) -> None:
        self.there = there
        self.begins, self.ends = True, True
        self.takes: int | None = None
        self.chosen: range | None = range(10_000)
        self.jobs: list[ScriptedJob] = []

    def is_there(self) -> bool:
        return self.there

    def choose(self, parent: QWidget, *, pages: int) -> ScriptedJob | None:
        if self.chosen is None:
            return None
        self.jobs.append(ScriptedJob(self, tuple(page for page in self.chosen if page < pages)))
        return self.jobs[-1]
