"""An editor that is read along with: by the real finder, or by a small one that counts what it looks at."""

import re
from collections.abc import Iterable

import pytest
from pytestqt.qtbot import QtBot

from ui.operations import Operations
from ui.recognising.marked_text import MarkedText
from ui.recognising.reader import Reader
from ui.theme import Theme
from ui.widgets.note_editor import NoteEditor
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.searching import fold_name

_CERTAIN = re.compile(r"(?<=mevrouw )[A-Z]\w+")
_WORD = re.compile(r"\w+")


class LittleFinder:
    """Knows one rule: what follows *mevrouw* is a name, and then it is one wherever it stands."""

    def __init__(self) -> None:
        self.looked_at: list[str] = []

    def find_in(self, paragraph: str, seen: frozenset[str] = frozenset()) -> tuple[Find, ...]:
        self.looked_at.append(paragraph)
        certain = {found.span(): Certainty.IDENTIFIES for found in _CERTAIN.finditer(paragraph)}
        for found in _WORD.finditer(paragraph):
            if found[0].casefold() in seen:
                certain.setdefault(found.span(), Certainty.MAY)
        return tuple(
            Find(start, end, paragraph[start:end], Kind.PERSON, certainty, "Dit is een naam.")
            for (start, end), certainty in sorted(certain.items())
        )

    def names(self, finds: Iterable[Find]) -> frozenset[str]:
        return frozenset(fold_name(find.text) for find in finds if find.certainty is Certainty.IDENTIFIES)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where all is found, looked at as a whole: paragraph, and place in it."""
        lines = text.split("\n")
        seen = frozenset().union(*(self.names(self.find_in(line)) for line in lines))
        return [(number, find.start) for number, line in enumerate(lines) for find in self.find_in(line, seen)]


class Writing:
    """An editor with its marks."""

    def __init__(self, qtbot: QtBot, operations: Operations, theme: Theme) -> None:
        self.qtbot = qtbot
        self.editor = NoteEditor(theme=theme)
        qtbot.addWidget(self.editor)
        self.editor.resize(640, 480)
        self.reader = Reader(operations, self.editor)
        self.marked = MarkedText(self.editor, self.reader, theme=theme)
        self.marked._names_later.setInterval(1)
        self.finder = LittleFinder()

    def read_with(self, finder: LittleFinder) -> None:
        """Read with this finder instead of the real one."""
        self.finder = finder
        self.reader._wanted = True
        self.reader._finder = finder  # type: ignore[assignment]  # Whatever finds will do.
        self.reader.changed.emit()

    def show(self, text: str) -> None:
        self.editor.set_text(text)
        self.editor.show()
        self.qtbot.waitExposed(self.editor)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.marked.is_finished and not self.marked.paragraphs.left)

    @property
    def found(self) -> list[str]:
        return [find.text for _, paragraph in self.marked.paragraphs.with_finds() for find in paragraph.finds]

    @property
    def places(self) -> list[tuple[int, int]]:
        return [
            (number, find.start)
            for number, paragraph in self.marked.paragraphs.with_finds()
            for find in paragraph.finds
        ]


@pytest.fixture
def writing(qtbot: QtBot, open_operations: Operations, theme: Theme) -> Writing:
    """An editor that the real finder reads along with."""
    return Writing(qtbot, open_operations, theme)


@pytest.fixture
def counted(writing: Writing) -> Writing:
    """An editor that the small finder reads along with."""
    writing.read_with(LittleFinder())
    return writing
