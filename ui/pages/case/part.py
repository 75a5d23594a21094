"""What the case workspace asks of a part: the note, the goals, the board, the choice, the closure and so on.

The frame owns the header, the phase bar, the timeline and the tasks. Each phase shows one or more parts behind
tabs; some parts, such as the notes, stand in every phase. The frame reads the case once and hands the same picture
to all its parts; long texts a part reads for itself.

A part that says that it is ``lasting`` is made once and shows one case after the other: ``forget`` takes every trace
of a case out of it, then ``show_case`` and ``open`` come for the next one. Any other part is made anew for each case.
Both ask ``context.case`` which case it is, each time they need it, and run use cases through
``context.page.operations`` only: these stay in the case in which they were asked for (``ui.pages.case.in_hand``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.autosave import flush_all, unsaved_of
from ui.pages.case.in_hand import CaseInHand, CaseOperations
from vpjournal.domain.case import Phase
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from ui.autosave import Autosave
    from ui.navigation import PageContext
    from ui.recognising.note_help import NoteHelp
    from ui.recognising.reader import Reader
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.unsaved import Unsaved
    from vpjournal.domain.views import CaseView


class PartName(StrEnum):
    """The parts there are; the name also stands in a ``Place``."""

    DETAILS = "details"
    NOTES = "notes"
    ROLE_CHECK = "role_check"
    GOALS = "goals"
    BOARD = "board"
    CHOICE = "choice"
    AGREEMENTS = "agreements"
    FOLLOW_UP = "follow_up"
    SUMMARY = "summary"
    CLOSURE = "closure"


PART_TITLES: dict[PartName, str] = {
    PartName.DETAILS: mark("Wat er speelt"),
    PartName.NOTES: mark("Aantekening"),
    PartName.ROLE_CHECK: mark("Rolcheck"),
    PartName.GOALS: mark("Doel van de melder"),
    PartName.BOARD: mark("Mogelijkheden"),
    PartName.CHOICE: mark("Keuze"),
    PartName.AGREEMENTS: mark("Afspraken"),
    PartName.FOLLOW_UP: mark("Vervolg en nazorg"),
    PartName.SUMMARY: mark("Samenvatting"),
    PartName.CLOSURE: mark("Afsluiting"),
}

PARTS: dict[Phase, tuple[PartName, ...]] = {
    Phase.FIRST_CONTACT: (PartName.DETAILS, PartName.NOTES, PartName.ROLE_CHECK),
    Phase.FIRST_CONVERSATION: (PartName.NOTES, PartName.GOALS),
    Phase.SECOND_CONVERSATION: (PartName.BOARD, PartName.NOTES, PartName.SUMMARY, PartName.ROLE_CHECK),
    Phase.CHOICE: (PartName.CHOICE, PartName.AGREEMENTS, PartName.NOTES, PartName.SUMMARY),
    Phase.FOLLOW_UP: (PartName.NOTES, PartName.FOLLOW_UP, PartName.AGREEMENTS, PartName.SUMMARY),
    Phase.CLOSURE: (PartName.CLOSURE, PartName.NOTES, PartName.SUMMARY),
}
"""What each phase shows behind its tabs, the usual one first."""

_DONE = object()


class PartContext:
    """What the parts of a page may use: all that a page may, and the case that is shown now."""

    def __init__(self, page: PageContext, case: CaseId | None = None, *, reader: Reader | None = None) -> None:
        self.patient = False
        """Whether nobody waits for the part that is made now, so that it may be built piece by piece."""
        self.reader = reader
        """Who reads along with what is typed, if anybody does."""
        self._in_hand = CaseInHand(case)
        self.page = replace(page, operations=CaseOperations(page.operations, self._in_hand))

    @property
    def case(self) -> CaseId:
        """The case that is shown; within a use case the one in which it was asked for."""
        return self._in_hand.case

    def take(self, case: CaseId | None) -> None:
        """Let another case be the one that is shown, or none; the frame does so after the parts forgot."""
        self._in_hand.take(case)
        if self.reader is not None:
            self.reader.take(case)


class CasePart(QWidget):
    """A part of the case workspace. A subclass builds its fields in ``_build_ui`` and overrides what it needs."""

    part_asked = Signal(object, object, str)
    """This part sends the adviser to another one: ``(Phase, PartName, detail)``."""
    alone_asked = Signal(bool)
    """This part wants to stand alone, without code, word and phases above it (*samen kijken*), or no longer."""

    replace_asked = Signal(str, str, object)
    """A name is to be replaced everywhere in this case: the name, what to put in its place or "", and its ``Kind``."""

    ready = Signal()
    """What this part shows first was read, or could not be: it may come to the front."""

    fills = False
    """Whether the part wants all the room, without the timeline and tasks beside it."""
    lasting = False
    """Whether ``forget`` leaves nothing of a case, so that the part can show another one."""

    def __init__(self, context: PartContext, phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.phase = phase
        self._autosaves: list[Autosave[Any]] = []
        self.awaited = not context.patient
        """Whether somebody waits for this part: what it could do beforehand is then left for later."""
        self._steps: Iterator[None] = iter(())

    def _build(self, steps: Iterator[None] | None) -> None:
        """Build what this part shows, from a ``_build_ui`` that yields between its pieces, or that does all at once."""
        self._steps = steps or iter(())
        if self.awaited:
            self.finish()

    def build_on(self) -> bool:
        """Build a further piece; tell whether there was one."""
        return next(self._steps, _DONE) is not _DONE

    def finish(self) -> None:
        """Build what is still missing, because somebody waits for this part."""
        self.awaited = True
        while self.build_on():
            pass

    @property
    def is_ready(self) -> bool:
        """Whether this part can come to the front at once; if not, ``open`` sees to it and ``ready`` tells."""
        return True

    def aid(self) -> QWidget | None:
        """Return the memory aid that stands at the left of this part, made once, or ``None``."""
        return None

    def note_help(self) -> NoteHelp | None:
        """Return what reads along with what is written here, for the list at the side, or ``None``."""
        return None

    def forget(self) -> None:
        """Forget the case: texts, what could be undone, selections, places, what waits to be saved.

        What was typed was saved before, or is being saved in its own case; a ``lasting`` part empties all that it
        shows, and calls this as well.
        """
        for autosave in self.autosaves():
            autosave.drop()
        for area in self.findChildren(QAbstractScrollArea):
            area.horizontalScrollBar().setValue(0)
            area.verticalScrollBar().setValue(0)

    def show_case(self, view: CaseView) -> None:
        """Show what the frame read; called when the case is opened and whenever it changed."""

    def open(self, detail: str) -> None:
        """Come to the front, at the finer place that ``detail`` once gave, or at the usual one for ``""``.

        The part that was there before stays in sight until this one is ready, unless that takes long.
        """

    def detail(self) -> str:
        """Say where in this part the adviser is: numbers and names of parts, never anything typed."""
        return ""

    def on_changes(self, changes: Changes) -> None:
        """Read again what these changes touched; never called for changes that this part made itself."""

    def was_left(self) -> bool:
        """Tell whether another page or part came to the front, rather than a cover over the whole window."""
        each: QWidget | None = self
        while each is not None and each.parentWidget() is not self.window():
            if each.isHidden():
                return True
            each = each.parentWidget()
        return False

    def help_screen(self) -> str:
        """Name the help text of what is on the screen now."""
        return f"case_{self.phase.value}"

    def autosaves(self) -> tuple[Autosave[Any], ...]:
        """Return what saves this part's fields."""
        return tuple(self._autosaves)

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what was typed here and is not in the journal."""
        return unsaved_of(self.autosaves())

    def flush(self, done: Callable[[bool], None]) -> None:
        """Save all that was typed here, then call ``done`` once: false when something could not be saved."""
        flush_all([autosave for autosave in self.autosaves() if autosave.dirty], done)
