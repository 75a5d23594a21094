"""What a use case touched, so that the views that show it know to read it again, and the others know not to."""

from dataclasses import dataclass
from enum import StrEnum

from vpjournal.domain.ids import CaseId


class Area(StrEnum):
    """A group of records that views depend on as a whole."""

    ORGANISATIONS = "organisations"
    CASES = "cases"  # what lists and headers show: code, word, organisation, phase marks, closure, bin
    CONTACTS = "contacts"
    NOTES = "notes"
    GOALS = "goals"
    BOARD = "board"
    CHOICES = "choices"
    AGREEMENTS = "agreements"
    ROLE_CHECKS = "role_checks"
    FOLLOW_UP = "follow_up"
    CLOSURE = "closure"
    SUMMARIES = "summaries"
    ACCEPTED = "accepted"  # what was knowingly left in something that leaves
    REGISTER = "register"
    BIN = "bin"
    SETTINGS = "settings"
    BACKUPS = "backups"
    COUNTING = "counting"  # codes of cases, and what an organisation calls them
    IDENTIFIERS = "identifiers"  # own lists, words that are no names


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed: areas, the cases concerned (none: not bound to a case) and the row number of a new record."""

    areas: frozenset[Area]
    cases: frozenset[CaseId] = frozenset()
    new: int | None = None

    def touches(self, *areas: Area, case: CaseId | None = None) -> bool:
        """Tell whether any of ``areas`` changed and, where a case is given, whether that case is concerned."""
        return bool(self.areas.intersection(areas)) and (case is None or not self.cases or case in self.cases)


def changed(*areas: Area, case: CaseId | None = None, new: int | None = None) -> Changes:
    """Return ``Changes`` of these areas, for at most one case."""
    return Changes(frozenset(areas), frozenset() if case is None else frozenset({case}), new)
