"""Saves what is typed by itself: a second after the last key, every five seconds while typing, and when asked.

A form tells it that something changed; it collects a frozen draft and hands it to one use case. A text that could
not be saved stays on the screen, is told once, and is tried again by itself until it works. When the journal has to
close before that, it says what it holds and where that belongs, so that it can be sealed and taken in later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from ui.operations import Operations
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Home, Unsaved
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal

D = TypeVar("D")

AFTER_LAST_KEY = 1_000
"""Milliseconds of rest after which a draft is saved."""
WHILE_TYPING = 5_000
"""Milliseconds after which a draft is saved although the adviser types on; also the pause before trying again."""


class Flushable(Protocol):
    """Whatever can save what was typed in it: an autosave, a part, a page."""

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save, then call ``done`` once: false when something could not be saved."""


def flush_all(flushables: Iterable[Flushable], done: Callable[[bool], None]) -> None:
    """Save all of them, then call ``done`` once: false when any could not be saved."""
    waiting = list(flushables)
    outcomes: list[bool] = []

    def one_done(saved: bool) -> None:  # noqa: FBT001 - the contract of ``flush``
        outcomes.append(saved)
        if len(outcomes) == len(waiting):
            done(all(outcomes))

    if not waiting:
        done(True)  # noqa: FBT003 - the contract of ``flush``
    for each in waiting:
        each.flush(one_done)


class Holding(Protocol):
    """Whatever can say what it could not save: an autosave."""

    def unsaved(self) -> Unsaved | None:
        """Return what was typed and is not in the journal, to be sealed."""


def unsaved_of(holding: Iterable[Holding]) -> tuple[Unsaved, ...]:
    """Return what these could not save."""
    return tuple(found for each in holding if (found := each.unsaved()) is not None)


class Autosave(QObject, Generic[D]):
    """Saves one draft of type ``D``; ``touch`` it at each edit.

    ``collect`` reads the fields, or gives ``None`` when there is nothing that could be saved yet; ``save`` is the
    use case; ``failed`` tells the adviser what went wrong, once for each kind of fault and whenever someone waits for
    the outcome. ``initiator`` is the widget that ignores its own echo. ``home`` says which record is edited, as far as
    it is stored, and ``sealable`` what of a draft was typed for it, if a draft is more than that.
    """

    saved = Signal()
    """A draft was saved."""
    recovered = Signal()
    """A draft was saved after the adviser was told that it could not be."""

    def __init__(
        self,
        *,
        operations: Operations,
        collect: Callable[[], D | None],
        save: Callable[[Journal, D], Changes],
        failed: Callable[[JournalError], None],
        initiator: QObject,
        home: Callable[[], Home | None],
        sealable: Callable[[D], object] | None = None,
    ) -> None:
        super().__init__(initiator)
        self._operations = operations
        self._collect = collect
        self._save = save
        self._failed = failed
        self._initiator = initiator
        self._home = home
        self._sealable = sealable
        self._stamped: Home | None = None
        self._stamp = ""
        self._dirty = False
        self._saving = False
        self._told: type[JournalError] | None = None
        self._kept = 0
        self._waiting: list[Callable[[bool], None]] = []
        self._rest = self._timer(AFTER_LAST_KEY)
        self._limit = self._timer(WHILE_TYPING)

    @property
    def dirty(self) -> bool:
        """Tell whether something was typed that is not saved yet."""
        return self._dirty or self._saving

    def touch(self) -> None:
        """Note that something was edited."""
        self.watch()
        self._dirty = True
        self._rest.start()
        if not self._limit.isActive():
            self._limit.start()

    def watch(self) -> None:
        """Ask what the record says that is edited from now on, unless that was asked already.

        A text that cannot be saved is later put back where the record still says just that.
        """
        home = self._home()
        if home is None or home == self._stamped or not self._operations.is_open:
            return
        self._stamped, self._stamp = home, ""
        record = self._kept

        def take(stamp: str) -> None:
            if record == self._kept and home == self._stamped:
                self._stamp = stamp

        # Without a stamp nothing is ever written over; and why reading failed will be told of saving as well.
        self._operations.run(
            lambda journal: journal.drafts.stamp(home), done=take, failed=_ignore, initiator=self._initiator
        )

    def unsaved(self) -> Unsaved | None:
        """Return what was typed and is not in the journal, to be sealed."""
        from vpjournal.domain.unsaved import Unsaved  # noqa: PLC0415 - hardly ever needed

        draft, home = (self._collect(), self._home()) if self.dirty else (None, None)
        if draft is None or home is None:
            return None
        typed = draft if self._sealable is None else self._sealable(draft)
        return Unsaved(home, typed, self._stamp if home == self._stamped else "")

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save now what is not saved yet, then call ``done``: false when it could not be saved."""
        if not self.dirty:
            done(True)  # noqa: FBT003 - the contract of ``flush`` in ui.navigation
            return
        self._waiting.append(done)
        self._save_now()

    def drop(self) -> None:
        """Forget what was not saved, because the record is gone or another one is shown."""
        self._dirty = False
        self._told = None
        self._stamped = None
        # What is being saved just now belongs to the record that is left: its outcome says nothing of the next one.
        self._kept += 1
        self._saving = False
        self._stop_timers()
        # Nobody here will hear of that outcome any more.
        self._answer(saved=False)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._save_now)
        return timer

    def _stop_timers(self) -> None:
        self._rest.stop()
        self._limit.stop()

    def _save_now(self) -> None:
        if self._saving:
            return
        self._stop_timers()
        draft = self._collect()
        self._dirty = False
        if draft is None:
            self._answer(saved=True)
            return
        self._saving = True
        record = self._kept
        self._operations.run(
            lambda journal: self._save(journal, draft),
            done=lambda _changes: self._on_saved(record),
            failed=lambda error: self._on_failed(error, record),
            initiator=self._initiator,
        )

    def _on_saved(self, record: int) -> None:
        if record != self._kept:
            return
        self._saving = False
        self._stamped = None
        self.watch()
        told, self._told = self._told, None
        self.saved.emit()
        if told is not None:
            self.recovered.emit()
        if self._dirty and (self._waiting or not self._limit.isActive()):
            # Nobody would come for what was typed while saving took long.
            self._save_now()
        else:
            self._answer(saved=True)

    def _on_failed(self, error: JournalError, record: int) -> None:
        if record != self._kept:
            return
        self._saving = False
        self._dirty = True
        self._limit.start()
        tell = type(error) is not self._told or bool(self._waiting)
        self._told = type(error)
        if tell:
            self._failed(error)
        self._answer(saved=False)

    def _answer(self, *, saved: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(saved)


def _ignore(_error: JournalError) -> None:
    pass
