"""What every test of windows needs: the look, and answers to questions by script."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

# Fixtures are found where they are named.
from tests.ui.journals import journal_folder, open_operations, operations, preferences
from ui.dialogs.ask import Question
from ui.theme import Mode, Theme

__all__ = ["ScriptedAsker", "asker", "journal_folder", "open_operations", "operations", "preferences", "theme"]


class ScriptedAsker:
    """Answers each question by the next verb in ``answers``, and keeps what was asked."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.asked: list[Question] = []

    def ask(
        self, question: Question, *, on_accept: Callable[[], object], on_decline: Callable[[], object] | None = None
    ) -> None:
        self.asked.append(question)
        answer = self.answers.pop(0)
        assert answer in (question.accept, question.decline), answer
        if answer == question.accept:
            on_accept()
        elif on_decline is not None:
            on_decline()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look at 100 %, applied to the program."""
    made = Theme(Mode.LIGHT, 1.0)
    made.apply(qapp)
    return made


@pytest.fixture
def asker() -> ScriptedAsker:
    """Whoever answers the questions of this test."""
    return ScriptedAsker()
