"""What an adviser does on the screens of keys, for the tests of the pages that have them."""

from collections.abc import Callable
from threading import Event

from ui.operations import Operations
from ui.pages.keys.passphrase_steps import PracticeStep, WordsStep
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.keys.state import Screen
from ui.pages.keys.step import Step


def take_words(step: Step | None) -> str:
    """Take the words that are proposed; return the passphrase that they are."""
    assert isinstance(step, WordsStep)
    words = " ".join(step.state.words)
    step.go.emit(Screen.PRACTICE)
    return words


def type_words(step: Step | None, words: str, *, present: str = "") -> None:
    """Type them once, with the present passphrase where that is asked for, and go on."""
    assert isinstance(step, PracticeStep)
    step.present.set_text(present)
    step.field.set_text(words)
    step.create_button.click()


def type_groups(step: Step | None) -> None:
    """Type the two groups back from the sheet and say so."""
    assert isinstance(step, SheetStep)
    for place in step.state.asked:
        step.groups.edit(place).setText(step.state.groups[place - 1])
    step.check_button.click()


class Held:
    """The journal thread does nothing until it is let go: what is asked for meanwhile waits."""

    def __init__(self, operations: Operations) -> None:
        self._gate = Event()
        begun = Event()

        def wait() -> None:
            begun.set()
            self._gate.wait(20)

        operations.run(lambda _journal: wait())
        assert begun.wait(20)

    def release(self) -> None:
        self._gate.set()

    def while_held(self, act: Callable[[], object]) -> None:
        """Do something, then let the thread go."""
        try:
            act()
        finally:
            self.release()
