"""Keeps the parts of the case workspace: made once, before they are needed where there is time, and used again.

Making a part takes longer than anybody should wait for a click. So parts are made in small steps while nobody waits,
and a part that is ``lasting`` shows one case after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ui.pages.case.part import PARTS, CasePart, PartContext, PartName
from ui.pieces import dress
from vpjournal.domain.case import Phase

if TYPE_CHECKING:
    from ui.pages.case.part_stage import PartStage
    from ui.pages.case.parts import PartFactory
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.ids import CaseId
    from vpjournal.domain.views import CaseView

Key = tuple[Phase, PartName]


class PartShelf:
    """Gives the part of a phase; every part that was given out knows the case in hand, and no other does."""

    def __init__(
        self,
        context: PartContext,
        factories: Mapping[PartName, PartFactory],
        *,
        stage: PartStage,
        made: Callable[[CasePart], None],
    ) -> None:
        self._context = context
        self._factories = factories
        self._stage = stage
        self._made = made
        self._parts: dict[Key, CasePart] = {}
        self._in_use: dict[Key, CasePart] = {}
        self._missed: dict[Key, list[Changes]] = {}
        self._first_ahead = self._in_steps((phase, names[0]) for phase, names in PARTS.items())
        self._others_ahead = self._in_steps((phase, name) for phase, names in PARTS.items() for name in names[1:])

    def take(self, case: CaseId | None) -> None:
        """Let all parts forget the case before, and be of use for another one, or for none."""
        for key, part in self._in_use.items():
            if part.lasting:
                part.forget()
            else:
                self._stage.remove(self._parts.pop(key))
        self._in_use.clear()
        self._missed.clear()
        self._context.take(case)

    def part(self, key: Key, view: CaseView) -> CasePart:
        """Return a part that knows the case in hand, as the page last read it."""
        part = self._parts.get(key) or self._make(key)
        part.finish()
        if key not in self._in_use:
            self._in_use[key] = part
            part.show_case(view)
        for changes in self._missed.pop(key, ()):
            part.on_changes(changes)
        return part

    def known(self, key: Key) -> CasePart | None:
        """Return a part if it shows the case in hand."""
        return self._in_use.get(key)

    @property
    def in_use(self) -> tuple[CasePart, ...]:
        """The parts that show the case in hand."""
        return tuple(self._in_use.values())

    def tell(self, changes: Changes, *, initiator: object, front: Key) -> None:
        """Pass on what changed to the parts that did not make it: those behind hear it when they come to the front."""
        for key, part in self._in_use.items():
            if part is initiator:
                continue
            if key == front:
                part.on_changes(changes)
            else:
                self._missed.setdefault(key, []).append(changes)

    def make_ahead(self, *, all_parts: bool) -> bool:
        """Do a small piece of the work of making parts; tell whether there is more.

        Without ``all_parts`` only those that a phase shows first: the others take memory that may never be needed.
        """
        for steps in (self._first_ahead, self._others_ahead) if all_parts else (self._first_ahead,):
            if next(steps, None) is not None:
                return True
        return False

    def _make(self, key: Key) -> CasePart:
        phase, name = key
        part = self._factories[name](self._context, phase)
        self._made(part)
        self._stage.add(part)
        self._parts[key] = part
        return part

    def _in_steps(self, keys: Iterable[Key]) -> Iterator[Key]:
        for key in keys:
            # One that is made anew for each case may ask at once which case that is.
            if key not in self._parts and getattr(self._factories.get(key[1]), "lasting", False):
                self._context.patient = True
                part = self._make(key)
                self._context.patient = False
                yield key
                while part.build_on():
                    yield key
                for _ in self._dress(part):
                    yield key

    def _dress(self, part: CasePart) -> Iterator[None]:
        for widget, stack in self._stage.room(part):
            yield from dress(widget, stack.size())
