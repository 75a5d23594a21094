"""The options on the screen and the journal behind them: every option is saved by itself, in the order of typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.autosave import Autosave
from ui.pages.case.board.option_state import OptionState
from vpjournal.domain.board import OptionDraft
from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import OptionId
from vpjournal.domain.unsaved import Home, Kind
from vpjournal.domain.views import BinKind

if TYPE_CHECKING:
    from ui.pages.case.part import PartContext
    from vpjournal.domain.board import Board
    from vpjournal.errors import JournalError
    from vpjournal.journal.facade import Journal


class BoardStore(QObject):
    """Keeps the columns in order. What stands in an ``OptionState`` counts; the journal follows."""

    recovered = Signal()
    """An option was saved after the adviser was told that it could not be."""

    def __init__(
        self,
        *,
        context: PartContext,
        failed: Callable[[JournalError], None],
        initiator: QObject,
    ) -> None:
        super().__init__(initiator)
        self._context = context
        self._operations = context.page.operations
        self._failed = failed
        self._initiator = initiator
        self._autosaves: dict[int, Autosave[OptionDraft]] = {}
        self.states: list[OptionState] = []

    def get(self, key: int | None) -> OptionState | None:
        """Return the column with this key."""
        return next((state for state in self.states if state.key == key), None)

    def of_option(self, option: OptionId) -> OptionState | None:
        """Return the column of a stored option."""
        return next((state for state in self.states if state.id == option), None)

    def autosaves(self) -> tuple[Autosave[Any], ...]:
        """Return what saves the options."""
        return tuple(self._autosaves.values())

    @property
    def dirty(self) -> bool:
        """Tell whether anything is not in the journal yet."""
        return any(autosave.dirty for autosave in self._autosaves.values())

    def drop(self) -> None:
        """Let go of the options: another store takes over, for another case."""
        self.states = []
        for autosave in self._autosaves.values():
            autosave.drop()
        self.deleteLater()

    def take(self, board: Board) -> None:
        """Show what was read; a column that was there keeps its key."""
        known = {state.id: state for state in self.states if state.id is not None}
        self.states = []
        for option in board.options:
            state = known.get(option.id) or OptionState.of(option)
            state.change(option.draft)
            self.states.append(state)

    def add(self, draft: OptionDraft) -> OptionState:
        """Put a new column at the end; it is stored as soon as it has a title."""
        state = OptionState(draft)
        state.change(draft)
        self.states.append(state)
        self.touch(state.key)
        return state

    def touch(self, key: int) -> None:
        """Note that an option says something else."""
        state = self.get(key)
        if state is None:
            return
        if key not in self._autosaves:
            self._autosaves[key] = self._autosave(state)
        self._autosaves[key].touch()

    def save_now(self, key: int) -> None:
        """Save an option without waiting for rest."""
        if key in self._autosaves:
            self._autosaves[key].flush(lambda _saved: None)

    def move(self, key: int, place: int) -> None:
        """Put an option at another place."""
        state = self.get(key)
        if state is None:
            return
        self.states.remove(state)
        self.states.insert(place, state)
        self.save_now(key)
        self._run(lambda journal: _move(journal, state, place))

    def remove(self, key: int, removed: Callable[[OptionId], None]) -> None:
        """Take an option off the board, as it is now; one that was never stored just goes."""
        state = self.get(key)
        if state is None:
            return
        self.states.remove(state)
        autosave = self._autosaves.pop(key, None)
        if autosave is not None:
            draft = state.storable()
            autosave.drop()
            autosave.deleteLater()
            if draft is not None:
                self._run(lambda journal: self._save(journal, state, draft))

        def told(_changes: Changes) -> None:
            if state.id is not None:
                removed(state.id)

        self._run(lambda journal: _remove(journal, state), done=told)

    def restore(self, option: OptionId, done: Callable[[], None]) -> None:
        """Take an option back from the bin."""
        self._run(lambda journal: journal.bin.restore(BinKind.OPTION, option), done=lambda _changes: done())

    def _autosave(self, state: OptionState) -> Autosave[OptionDraft]:
        made = Autosave[OptionDraft](
            operations=self._operations,
            collect=state.storable,
            save=lambda journal, draft: self._save(journal, state, draft),
            failed=self._failed,
            initiator=self._initiator,
            home=lambda: Home(Kind.OPTION, self._context.case, state.id),
        )
        made.recovered.connect(self.recovered)
        return made

    def _save(self, journal: Journal, state: OptionState, draft: OptionDraft) -> Changes:
        if state.id is not None:
            return journal.board.change(state.id, draft)
        changes = journal.board.add(self._context.case, draft)
        # Saves follow each other on one thread, so the next one already changes this option.
        state.id = None if changes.new is None else OptionId(changes.new)
        return changes

    def _run(self, work: Callable[[Journal], Changes], done: Callable[[Changes], None] | None = None) -> None:
        self._operations.run(work, done=done, failed=self._failed, initiator=self._initiator)


def _move(journal: Journal, state: OptionState, place: int) -> Changes:
    return journal.board.move(state.id, place) if state.id is not None else Changes(frozenset())


def _remove(journal: Journal, state: OptionState) -> Changes:
    return journal.board.remove(state.id) if state.id is not None else Changes(frozenset())
