"""A page on a real journal, without the window around it: what it said, where it wanted to go, what is stored."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ScriptedAsker
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.backups.maker import BackupMaker
from ui.navigation import Action, MessageKind, PageContext, Place
from ui.operations import Operations
from ui.preferences import Preferences
from ui.theme import Theme
from vpjournal.domain.language import Texts
from vpjournal.journal.facade import Journal

T = TypeVar("T")
W = TypeVar("W", bound=QObject)


class Desk:
    """Holds a context for one page and looks at the journal behind it."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        operations: Operations,
        theme: Theme,
        texts: Texts,
        preferences: Preferences,
        asker: ScriptedAsker,
        folder: Path,
    ) -> None:
        self.qtbot = qtbot
        self.operations = operations
        self.asker = asker
        self.places: list[Place] = []
        self.messages: list[tuple[str, MessageKind]] = []
        self.action: Action | None = None
        self.context = PageContext(
            operations=operations,
            texts=texts,
            theme=theme,
            preferences=preferences,
            asker=asker,
            files=ScriptedFiles(folder),
            printer=ScriptedPrinter(),
            backups=BackupMaker(operations, operations),
            navigate=self.places.append,
            message=self._message,
            immerse=lambda _on: None,
        )
        operations.crashed.connect(lambda error: pytest.fail(repr(error)))

    def _message(self, text: str | None, *, kind: MessageKind = MessageKind.DONE, action: Action | None = None) -> None:
        if text is not None:
            self.messages.append((text, kind))
            self.action = action

    def run(self, work: Callable[[Journal], T]) -> T:
        """Do something with the journal and wait for its result."""
        results: list[T] = []
        self.operations.run(work, done=results.append, failed=lambda error: pytest.fail(repr(error)))
        self.qtbot.waitUntil(lambda: bool(results))
        self.settle()
        return results[0]

    def settle(self) -> None:
        """Wait until everything that was asked for has been done and shown."""
        self.qtbot.waitUntil(lambda: not self.operations.is_busy)
        QTest.qWait(0)
        self.qtbot.waitUntil(lambda: not self.operations.is_busy)

    def show(self, page: QWidget) -> None:
        """Put a page in front at the size that it has on a small laptop."""
        self.qtbot.addWidget(page)
        page.resize(1158, 688)
        page.show()
        self.qtbot.waitExposed(page)

    def follow(self, page: QWidget) -> None:
        """Tell a page what others change, as the frame does."""

        def tell(changes: object, initiator: object) -> None:
            if initiator is not page:
                page.on_changes(changes)  # type: ignore[attr-defined]  # Every page has it.

        self.operations.changed.connect(tell)

    def flush(self, page: QWidget) -> bool:
        """Leave a page; tell whether all was saved."""
        answers: list[bool] = []
        page.flush(answers.append)  # type: ignore[attr-defined]  # Every page and part has it.
        self.qtbot.waitUntil(lambda: bool(answers))
        self.settle()
        assert len(answers) == 1
        return answers[0]

    def undo(self) -> None:
        """Take up what the message offers."""
        assert self.action is not None
        self.action.act()
        self.settle()

    def click(self, page: QWidget, name: str) -> None:
        """Click on the button of this name that can be seen."""
        found = [button for button in page.findChildren(QAbstractButton, name) if button.isVisible()]
        assert len(found) == 1, name
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.settle()

    def fill_disk(self) -> None:
        """Let the journal have no page more than it has now; the reserve is spent too."""
        self.run(lambda journal: journal._database._connection.execute("PRAGMA max_page_count = 1").fetchone())

    def empty_disk(self) -> None:
        """Make room again."""
        self.run(lambda journal: journal._database._connection.execute("PRAGMA max_page_count = 1000000").fetchone())


def seen(page: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of this kind and name that can be seen, or the only one."""
    found = page.findChildren(kind, name)
    visible = [each for each in found if isinstance(each, QWidget) and each.isVisible()]
    assert visible or len(found) == 1, name
    return visible[0] if visible else found[0]


@pytest.fixture
def desk(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk for the page of this test."""
    return Desk(
        qtbot,
        operations=request.getfixturevalue("open_operations"),
        theme=request.getfixturevalue("theme"),
        texts=request.getfixturevalue("dutch"),
        preferences=request.getfixturevalue("preferences"),
        asker=request.getfixturevalue("asker"),
        folder=tmp_path,
    )
