"""Stand-ins for dialogs of the system: they answer what the test wrote down, and keep what they were asked."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


class ScriptedFiles:
    """Chooses the path it was given."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def save(self, parent: QWidget, *, title: str, name: str, suffix: str) -> Path | None:
        return self.path

    def folder(self, parent: QWidget, *, title: str, start: Path) -> Path | None:
        return self.path


class ScriptedJob:
    """Takes the pictures of the pages."""

    def __init__(self, pages: int) -> None:
        self.pages = tuple(range(pages))
        self.images: list[QImage] = []

    def begin(self) -> bool:
        return True

    def add(self, image: QImage) -> bool:
        self.images.append(image)
        return True

    def end(self) -> bool:
        return True


class ScriptedPrinter:
    """A printer that is there or not."""

    def __init__(self, *, there: bool = True) -> None:
        self.there = there
        self.jobs: list[ScriptedJob] = []

    def is_there(self) -> bool:
        return self.there

    def choose(self, parent: QWidget, *, pages: int) -> ScriptedJob:
        self.jobs.append(ScriptedJob(pages))
        return self.jobs[-1]
