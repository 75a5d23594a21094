"""Says above the pages that another program replaced the journal's file, and offers a copy and a way on.

A program that keeps folders alike can do that while the journal is open. Nothing is written over what lies there now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.faults import sentence
from ui.widgets.question_bar import QuestionBar
from vpjournal.errors import JournalReplaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.frame import Frame
    from ui.operations import Operations
    from ui.widgets.question_bar import Answer
    from vpjournal.domain.language import Texts
    from vpjournal.errors import JournalError


class Replaced(QObject):
    """Stays silent until a use case finds another file; is silent again once saving works."""

    def __init__(self, operations: Operations, *, lock: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._lock = lock
        self._frame: Frame | None = None
        self._bar: QuestionBar | None = None
        self._is_replaced = False
        self._copied: str | None = None
        operations.refused.connect(self._on_operations_refused)
        operations.changed.connect(self._on_operations_changed)

    def dress(self, frame: Frame) -> None:
        """Say it in a new frame, if there is something to say."""
        self._frame, self._bar = frame, None
        if self._is_replaced:
            self._show()

    def _on_operations_refused(self, error: JournalError) -> None:
        if isinstance(error, JournalReplaced) and not self._is_replaced:
            self._is_replaced, self._copied = True, None
            self._show()

    def _on_operations_changed(self) -> None:
        """Something was saved, so the file is the journal's own again."""
        if self._is_replaced:
            self._is_replaced = False
            self._set_room(shown=False)

    def _show(self) -> None:
        frame = self._frame
        if frame is None or not isValid(frame):
            return
        if self._bar is None or not isValid(self._bar):
            self._bar = QuestionBar(theme=frame.context.theme)
            self._bar.setObjectName("replacedBar")
            self._bar.setProperty("kind", "look")
            frame.set_banner(self._bar)
        self._set_room(shown=True)
        t = frame.context.texts
        way_on = ("lockReplacedButton", t("Vergrendelen, en openen wat er nu ligt"), self._lock)
        copy = ("copyReplacedButton", t("Eerst een kopie bewaren"), self._on_copy_clicked)
        answers: list[Answer] = [way_on] if self._copied else [copy, way_on]
        self._bar.ask(f"{replaced_words(t)} {self._copied or ''}".rstrip(), answers)

    def _set_room(self, *, shown: bool) -> None:
        """Show or hide the bar with the margins around it."""
        room = self._bar.parentWidget() if self._bar is not None and isValid(self._bar) else None
        if room is not None:
            room.setVisible(shown)

    def _on_copy_clicked(self) -> None:
        if self._bar is not None:
            self._bar.setEnabled(False)
        self._operations.run(
            lambda journal: journal.conflict_copy.keep(), done=self._on_copied, failed=self._on_copy_failed
        )

    def _on_copied(self, path: Path) -> None:
        if self._frame is not None:
            self._tell_copied(copied_words(self._frame.context.texts, path))

    def _on_copy_failed(self, error: JournalError) -> None:
        if self._frame is not None:
            self._tell_copied(not_copied_words(self._frame.context.texts, error))

    def _tell_copied(self, words: str) -> None:
        self._copied = words
        if self._bar is not None and isValid(self._bar):
            self._bar.setEnabled(True)
            self._show()


def replaced_words(t: Texts) -> str:
    """Say what happened, and what becomes of the text on the screen."""
    return t(
        "Een ander programma heeft het bestand van uw journaal vervangen, waarschijnlijk een programma dat mappen "
        "gelijk houdt. Daar wordt niets overheen geschreven. Vergrendelt u nu, dan wordt uw laatste tekst apart "
        "bewaard. Na het ontgrendelen komt hij op zijn plek, of als extra aantekening als daar iets anders staat."
    )


def copied_words(t: Texts, path: Path) -> str:
    """Say where the copy is and what is in it."""
    return t(
        "De kopie heet ‘{name}’ en staat in de map {folder}. Daarin staat uw journaal zoals het hier open was, tot en "
        "met de laatste keer dat opslaan lukte. U kunt haar terugzetten als een reservekopie.",
        name=path.name,
        folder=str(path.parent),
    )


def not_copied_words(t: Texts, error: JournalError) -> str:
    """Say that there is no copy, and why."""
    if isinstance(error, JournalReplaced):
        return t(
            "Een kopie van wat hier open was, kan niet meer: het bestand zelf is overschreven. Kijk na het "
            "ontgrendelen of alles er staat. Zo niet, dan kunt u een reservekopie terugzetten."
        )
    return f"{t('De kopie is niet gemaakt.')} {sentence(t, error)}"
