"""Looks after the open journal without being asked, and says above the pages what the adviser should know of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ui.checks import Checks
from ui.damage_told import damage_words
from ui.navigation import MessageKind
from ui.pages.damage_words import DATABASE, FOUND, OLDER
from ui.synced_journal import tell_of_sync
from ui.widgets.question_bar import QuestionBar
from vpjournal.domain.changes import Area
from vpjournal.domain.days import today

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.hands import Hands
    from ui.operations import Operations
    from ui.pages.damage_words import Trouble
    from ui.preferences import Preferences
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.damage import Damage
    from vpjournal.domain.language import Texts
    from vpjournal.domain.older_state import OlderState
    from vpjournal.errors import JournalError

COUNT_AFTER_MS = 1_500
"""How long after unlocking the journal counts that it was opened: once the first page is there."""


class Watch(QObject):
    """Keeps what was found, and says it in each frame that is shown."""

    help_requested = Signal(object)
    """The adviser wants to see what can be done about this ``Trouble``."""

    def __init__(
        self,
        operations: Operations,
        preferences: Preferences,
        hands: Hands | None,
        *,
        older: OlderState | None,
        looking_at: Damage | None,
        parent: QObject,
    ) -> None:
        """Begin with a journal that was opened just now, and look it over when these ``hands`` rest.

        ``older`` is what its witness said; ``looking_at`` is the damage in a journal that is only looked at.
        """
        super().__init__(parent)
        self._operations = operations
        self._preferences = preferences
        self.tell_repaired = False
        """Whether it is still to be said that a header was put right from its copy."""
        self._older = older
        self._looking_at = looking_at
        self._bar: QuestionBar | None = None
        self._frame: Frame | None = None
        self._checks: Checks | None = None
        if looking_at is None:
            QTimer.singleShot(COUNT_AFTER_MS, self, self._begin)
            operations.changed.connect(self._on_changed)
        if looking_at is None and hands is not None:
            self._checks = Checks(operations, hands, parent=self)
            self._checks.found.connect(self._on_found)

    @property
    def is_looking(self) -> bool:
        """Tell whether the journal is only looked at, so that nothing in it can be saved."""
        return self._looking_at is not None

    def dress(self, frame: Frame) -> None:
        """Say in a new frame what there is to say."""
        self._bar, self._frame = None, frame
        if self.tell_repaired:
            # Once its page is there, which takes away what was said before.
            self.tell_repaired = False
            QTimer.singleShot(0, frame, lambda: _tell_repaired(frame))
        if self._looking_at is not None:
            self._show_looking(frame, self._looking_at)
        elif self._older is not None:
            self._show_older(frame, self._older)
        tell_of_sync(frame)
        if self._checks is not None and self._checks.damage is not None:
            self._show_damage(frame, self._checks.damage)

    def _on_found(self, damage: Damage) -> None:
        if self._frame is None or not isValid(self._frame):
            return
        if damage.healed:
            words = self._frame.context.texts(
                "Een ongebruikt stuk van het journaal was beschadigd. Het is vernieuwd; er is niets verloren."
            )
            self._frame.context.message(words, kind=MessageKind.LOOK)
        else:
            self._show_damage(self._frame, damage)

    def _show_damage(self, frame: Frame, damage: Damage) -> None:
        words = frame.context.texts("Een deel van het journaal is beschadigd. De rest kunt u gewoon gebruiken.")
        self._say_of_damage(frame, "damage", words, damage, FOUND)

    def _show_looking(self, frame: Frame, damage: Damage) -> None:
        words = frame.context.texts("U bekijkt wat nog heel is. Wat u hier typt, wordt niet opgeslagen.")
        self._say_of_damage(frame, "looking", words, damage, DATABASE)

    def _say_of_damage(self, frame: Frame, name: str, words: str, damage: Damage, trouble: Trouble) -> None:
        texts = frame.context.texts
        told = damage_words(texts, damage, today=today())
        _bar_above(frame, f"{name}Bar").ask(
            f"{words} {told}".strip(),
            [(f"{name}HelpButton", texts("Wat u kunt doen"), lambda: self.help_requested.emit(trouble))],
        )

    def _begin(self) -> None:
        if self._operations.is_open:
            self._operations.run(lambda journal: journal.witness.begin(), failed=_leave_it)
            self._find_backups()

    def _find_backups(self) -> None:
        self._operations.run(
            lambda journal: None if journal.is_example else journal.backups.state().folder,
            done=self._on_backups_found,
            failed=_leave_it,
        )

    def _on_backups_found(self, folder: str | None) -> None:
        # Outside the journal, because it is needed when the journal does not open; that of the adviser, never the
        # example, after which one's own may not open.
        if folder is not None:
            self._preferences.set_backup_folder(Path(folder) if folder else None)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if Area.BACKUPS in changes.areas:
            self._find_backups()

    def _show_older(self, frame: Frame, older: OlderState) -> None:
        texts = frame.context.texts
        self._bar = _bar_above(frame, "olderStateBar")
        self._bar.ask(
            older_words(texts, older),
            [
                ("olderStateAcceptButton", texts("Dit klopt"), self._on_accept_clicked),
                ("olderStateHelpButton", texts("Wat u kunt doen"), lambda: self.help_requested.emit(OLDER)),
            ],
        )

    def _on_accept_clicked(self) -> None:
        self._operations.run(lambda journal: journal.witness.accept(), done=self._on_accepted, failed=_leave_it)

    def _on_accepted(self, _nothing: None) -> None:
        self._older = None
        if self._bar is not None:
            self._bar.hide()


def _bar_above(frame: Frame, name: str) -> QuestionBar:
    bar = QuestionBar(theme=frame.context.theme)
    bar.setObjectName(name)
    bar.setProperty("kind", "look")
    frame.set_banner(bar)
    return bar


def older_words(texts: Texts, older: OlderState) -> str:
    """Return what is said of a journal that is older than the one that was open here last."""
    now = today()
    here = texts("een onbekende dag") if older.day is None else texts.day(older.day, today=now)
    return texts(
        "Dit journaal is ouder dan het journaal dat hier het laatst open was. Dat was van {seen_day} (teller "
        "{seen_count}); dit is van {day} (teller {count}). Hebt u zelf een oudere kopie teruggezet, dan klopt dat.",
        seen_day=texts.day(older.seen_day, today=now),
        seen_count=texts.number(older.seen_count),
        day=here,
        count=texts.number(older.count),
    )


def _tell_repaired(frame: Frame) -> None:
    words = frame.context.texts(
        "Een klein deel van het journaal was beschadigd en is hersteld uit de kopie ernaast. Er is niets verloren."
    )
    frame.context.message(words, kind=MessageKind.LOOK)


def _leave_it(_error: JournalError) -> None:
    """Let it be: it is told again at the next unlocking."""
