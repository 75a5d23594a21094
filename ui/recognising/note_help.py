"""Herkenbaarheid beside one note: what is open, which point is looked at now, and what the adviser does with it.

The words themselves are kept here alone, as long as their note is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from ui.faults import sentence
from ui.navigation import Action, MessageKind, Page
from ui.recognising.found_words import FoundWords, Key, gather
from vpjournal.domain.identifying import Kind
from vpjournal.domain.ids import NotNameId

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.pages.case.part import PartContext
    from ui.recognising.found_words import Spot
    from ui.recognising.marked_text import MarkedText
    from vpjournal.domain.changes import Changes
    from vpjournal.errors import JournalError

_AFTER_TYPING_MS = 400
"""A list that changes with every key would draw the eye away from the words."""


class NoteHelp(QObject):
    """What the side list shows and asks for. Lives as long as the editor of the note."""

    changed = Signal()
    """Other points are open, another one is looked at, or the list is silent now."""
    replace_everywhere_requested = Signal(str, str, object)
    """The adviser wants these words replaced in the whole case, perhaps by those: ``(words, by, Kind)``."""

    def __init__(self, marked: MarkedText, context: PartContext) -> None:
        super().__init__(marked)
        self.marked = marked
        self._context = context
        self._note: Hashable | None = None
        self._rows: tuple[FoundWords, ...] = ()
        self._current: Key | None = None
        self._spot: Spot | None = None
        self._later: dict[Key, None] = {}
        self._left: set[Key] = set()
        self._said: dict[Key, str] = {}
        self._quiet_notes = cast("set[Hashable]", context.page.memory.setdefault(Page.CASE, set()))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self._refresh)
        marked.found.connect(self._soon.start)
        marked.finished.connect(self._refresh)

    # What there is to see

    @property
    def rows(self) -> tuple[FoundWords, ...]:
        """The open points, those that were put off last."""
        return () if self.is_quiet else self._rows

    @property
    def current(self) -> FoundWords | None:
        """The point that is looked at now."""
        return next((each for each in self.rows if each.key == self._current), None)

    @property
    def has_note(self) -> bool:
        """Tell whether there is a note to read along with."""
        return self._note is not None

    @property
    def is_ready(self) -> bool:
        """Tell whether all of the note was looked at."""
        return self.marked.is_finished

    @property
    def is_quiet(self) -> bool:
        """Tell whether the adviser wants to write undisturbed until this note is finished."""
        return self._note in self._quiet_notes

    @property
    def may_replace(self) -> bool:
        """Tell whether the note may be written to."""
        return not self.marked.editor.isReadOnly()

    def is_put_off(self, words: FoundWords) -> bool:
        """Tell whether a point was put off."""
        return words.key in self._later

    def count_open(self) -> int:
        """Return how many points are open, also while the list is silent."""
        self._refresh()
        return len(self._rows)

    def proposals(self) -> tuple[str, ...]:
        """Return what could be said instead of the point that is looked at, best first.

        First of all what took the place of the same words a moment ago, so that a role stays the same.
        """
        row, spot = self.current, self._spot
        if row is None or spot is None:
            return ()
        said = self._said_before(row.key)
        made = self.marked.proposals(*spot)
        return made if said is None else (said, *(each for each in made if each != said))

    def _said_before(self, key: Key) -> str | None:
        """Return what took the place of these words, or of a name that has these in it, or that is part of it."""
        kind, words = key
        if kind is Kind.PERSON:
            parts = set(words.split())
            for (other, said_of), said in reversed(self._said.items()):
                if other is kind and (parts <= set(said_of.split()) or parts >= set(said_of.split())):
                    return said
        return self._said.get(key)

    # What the adviser does

    def take(self, note: Hashable | None, *, finished: bool = False) -> None:
        """Turn to another note, or to none, and forget what belongs to the one before.

        In one that is finished the points show again.
        """
        if finished:
            self._quiet_notes.discard(note)
        if note != self._note:
            self._note = note
            self._current, self._spot = None, None
            self._later.clear()
            self._left.clear()
            self._rows = ()
            if note is not None:
                self.marked.begin()
            else:
                # Until then what was said in one note of a case goes for the others too.
                self._said.clear()
        self.marked.set_hidden(self.is_quiet)
        self._refresh()

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Show no marks and no list until the note is finished, or show them again."""
        if quiet and self._note is not None:
            self._quiet_notes.add(self._note)
        else:
            self._quiet_notes.discard(self._note)
        self.marked.set_hidden(self.is_quiet)
        self._look_at(None)

    def choose(self, key: Key) -> None:
        """Look at a point: at the first place after the cursor where it stands."""
        self._refresh()
        row = next((each for each in self.rows if each.key == key), None)
        if row is not None:
            here = self.marked.editor.textCursor().position()
            after = [spot for spot in row.spots if self._position(spot) >= here]
            self._look_at((after or list(row.spots))[0])

    def step(self, by: int) -> None:
        """Look at the next place, or with -1 at the one before; from the last one on to the first."""
        self._refresh()
        spots = self._spots()
        if not spots:
            return
        if self._spot in spots:
            self._look_at(spots[(spots.index(self._spot) + by) % len(spots)])
            return
        here = self.marked.editor.textCursor().position()
        before = [spot for spot in spots if self._position(spot) < here]
        after = spots[len(before) :]
        self._look_at((after or spots)[0] if by > 0 else (before or spots)[-1])

    def replace(self, words: str) -> None:
        """Put other words in this one place, and look at the next."""
        self._refresh()
        row, spot, words = self.current, self._spot, " ".join(words.split())
        if row is None or spot is None or not words:
            return
        here = self._position(spot)
        if self.marked.replace(*spot, words):
            self._said.pop(row.key, None)
            self._said[row.key] = words
            self._refresh()
            self._look_after(here, row.key)

    def replace_everywhere(self, words: str) -> None:
        """Ask for these words to be replaced in the whole case."""
        if self.current is not None:
            self.replace_everywhere_requested.emit(self.current.words, words.strip(), self.current.kind)

    def dismiss(self) -> None:
        """Say that this is no name, or of anything else that it may stay."""
        self._refresh()
        row = self.current
        if row is None:
            return
        if row.kind is Kind.PERSON:
            self._say_not_a_name(row)
        else:
            self._left.add(row.key)
            self._go_on_from(row)

    def put_off(self) -> None:
        """Look at the other points first."""
        self._refresh()
        if self.current is not None:
            self._later.pop(self.current.key, None)
            self._later[self.current.key] = None
            self._go_on_from(self.current)

    def _go_on_from(self, row: FoundWords) -> None:
        here = self._position(self._spot or row.spots[0])
        self._refresh()
        self._look_after(here, None)

    def _say_not_a_name(self, row: FoundWords) -> None:
        case = self._context.case
        self._context.page.operations.run(
            lambda journal: journal.identifiers.say_not_a_name(row.words, case),
            done=lambda changes: self._on_said(row, changes),
            failed=self._tell,
        )

    def _on_said(self, row: FoundWords, changes: Changes) -> None:
        # The reader will know in a moment; until then it is left.
        self._left.add(row.key)
        self._go_on_from(row)
        self._context.page.message(
            self._context.page.texts("Dit woord wijs ik in deze casus niet meer aan."),
            action=Action(self._context.page.texts("Ongedaan maken"), lambda: self._take_back(row.key, changes.new)),
        )

    def _take_back(self, key: Key, said: int | None) -> None:
        self._left.discard(key)
        if said is not None:
            self._context.page.operations.run(
                lambda journal: journal.identifiers.take_back(NotNameId(said)), failed=self._tell
            )

    def _tell(self, error: JournalError) -> None:
        self._context.page.message(sentence(self._context.page.texts, error), kind=MessageKind.FAILED)

    # What follows from it

    def _spots(self) -> list[Spot]:
        """Return the places of what was not put off, or of all if everything was, in the order of the text."""
        open_rows = [each for each in self.rows if each.key not in self._later]
        return sorted(spot for each in open_rows or self.rows for spot in each.spots)

    def _position(self, spot: Spot) -> int:
        number, nth = spot
        return self.marked.position(number, self.marked.paragraphs[number].spans[nth][0])

    def _look_after(self, position: int, key: Key | None) -> None:
        """Look at the next place from a position on: of the same words where there is one."""
        spots = self._spots()
        same = [spot for each in self.rows if each.key == key for spot in each.spots]
        after = [spot for spot in same or spots if self._position(spot) >= position]
        self._look_at(next(iter(after or same or spots), None))

    def _look_at(self, spot: Spot | None) -> None:
        self._spot = spot
        row = next((each for each in self.rows if spot in each.spots), None)
        self._current = None if row is None else row.key
        self.marked.frame([] if spot is None or row is None else [spot])
        if spot is not None and row is not None:
            self.marked.show_find(*spot)
        self.changed.emit()

    def _refresh(self) -> None:
        self._soon.stop()
        here = None if self._spot is None else self._spot
        rows = gather(self.marked.paragraphs, without=self._left) if self._note is not None else ()
        self._rows = tuple(sorted(rows, key=lambda each: each.key in self._later))
        row = self.current
        if row is None:
            self._current, self._spot = None, None
            self.marked.frame([])
        elif here not in row.spots:
            # The text before it changed: the place moved along.
            nearest = [spot for spot in row.spots if here is None or spot[0] >= here[0]]
            self._spot = next(iter(nearest or row.spots))
            self.marked.frame([self._spot])
        self.changed.emit()
