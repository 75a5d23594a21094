"""Reads along with what is typed: owns the finder, which all editors of a case share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vpjournal.domain.changes import Area
from vpjournal.domain.identifying import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.operations import Operations
    from vpjournal.domain.changes import Changes
    from vpjournal.domain.identifying import Edit, Find, Known
    from vpjournal.domain.ids import CaseId
    from vpjournal.journal.facade import Journal
    from vpjournal.journal.identifiers import Finder

# ruff: noqa: PLC0415 - the lists take a moment and megabytes: they are read once somebody writes in a case


class Reader(QObject):
    """Knows the case in hand, and the words that are no names in it.

    The lists are read in the background as soon as an editor has need of them: on *Vandaag* nobody has.
    """

    changed = Signal()
    """The finder is there, or knows other words than before: everything is to be looked at again."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._case: CaseId | None = None
        self._finder: Finder | None = None
        self._wanted = False
        self._round = 0
        self._roles: frozenset[str] = frozenset()
        self.is_small = False
        """Whether the organisation is so small that each role in it is one person."""
        operations.changed.connect(self._on_operations_changed)

    @property
    def finder(self) -> Finder | None:
        """What finds, or nothing while its lists are being read."""
        return self._finder

    def take(self, case: CaseId | None) -> None:
        """Turn to another case, or to none."""
        self._case, self._finder, self._wanted, self.is_small = case, None, False, False
        self._roles = frozenset()
        self._round += 1

    def want(self) -> None:
        """Begin to read the lists, unless that was asked for before."""
        if not self._wanted:
            self._wanted = True
            self._load()

    def sees_someone(self, text: str) -> bool:
        """Tell whether anything in a text identifies somebody; looks no further than that. Needs the finder."""
        finder = self._finder
        return finder is not None and any(
            find.certainty is Certainty.IDENTIFIES for line in text.split("\n") for find in finder.find_in(line)
        )

    def pieces(self, paragraph: str) -> Iterator[tuple[int, str]]:
        """Cut a paragraph into pieces that take little time each, with their places."""
        from vpjournal.journal.identifiers import pieces

        return pieces(paragraph)

    def proposals(self, find: Find, paragraph: str, text: str) -> tuple[str, ...]:
        """Return what could be said instead of a find in a paragraph of a text, best first."""
        from vpjournal.journal.identifiers import proposals, roles_in

        return proposals(find, paragraph, self._roles | roles_in(text))

    def read_roles(self) -> None:
        """Read which roles stand in the case already: another note may have new ones by now."""
        case = self._case
        if case is not None:
            self._operations.run(
                lambda journal: journal.identifiers.roles(case),
                done=partial(self._on_roles, case),
                # A text of the case is damaged, which is told where it is shown.
                failed=lambda _error: None,
                interruptible=True,
            )

    def _on_roles(self, case: CaseId, roles: frozenset[str]) -> None:
        if case == self._case:
            self._roles = roles

    def edit_for(self, find: Find, paragraph: str, words: str) -> Edit:
        """Return what to replace in a paragraph, so that the sentence still reads with these words."""
        from vpjournal.journal.identifiers import edit_for

        return edit_for(find, paragraph, words)

    def _load(self) -> None:
        self._round += 1
        done = partial(self._on_known, self._round)
        self._operations.run(
            partial(_read, self._case),
            done=done,
            # What it knows without the journal is most of it.
            failed=lambda _error: done((None, False)),
            interruptible=True,
        )

    def _on_known(self, number: int, read: tuple[Known | None, bool]) -> None:
        if number == self._round:
            known, self.is_small = read
            self._operations.prepare(partial(_load_finder, known), done=partial(self._on_loaded, number))

    def _on_loaded(self, number: int, finder: Finder) -> None:
        if number == self._round:
            self._finder = finder
            self.changed.emit()

    def _on_operations_changed(self, changes: Changes, _initiator: object) -> None:
        if self._wanted and changes.touches(Area.IDENTIFIERS, Area.ORGANISATIONS, Area.BIN):
            self._load()


def _read(case: CaseId | None, journal: Journal) -> tuple[Known, bool]:
    return journal.identifiers.known(case), case is not None and journal.identifiers.is_small(case)


def _load_finder(known: Known | None) -> Finder:
    from vpjournal.journal.identifiers import load_finder

    return load_finder(known)
