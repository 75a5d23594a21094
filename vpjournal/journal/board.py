"""The options board."""

from vpjournal.domain.board import Board, OptionDraft
from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import CaseId, OptionId
from vpjournal.journal.group import Group


class Boards(Group):
    """The options board."""

    def read(self, case: CaseId) -> Board:
        """Return the board of a case."""
        raise NotImplementedError

    def add(self, case: CaseId, draft: OptionDraft, at: int | None = None) -> Changes:
        """Put an option on the board, at the end or at a place counted from 0. Raises FieldMissing("title")."""
        raise NotImplementedError

    def change(self, option: OptionId, draft: OptionDraft) -> Changes:
        """Replace what an option says. Raises FieldMissing("title")."""
        raise NotImplementedError

    def move(self, option: OptionId, to: int) -> Changes:
        """Move an option to a place counted from 0."""
        raise NotImplementedError

    def remove(self, option: OptionId) -> Changes:
        """Put an option into the bin."""
        raise NotImplementedError
