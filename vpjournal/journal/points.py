"""The points to tell at the start."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.ids import CaseId
from vpjournal.journal.group import Group


class Points(Group):
    """The points to tell at the start."""

    def tell(self, case: CaseId, point: str, *, told: bool) -> Changes:
        """Record that a point was told, or not after all."""
        raise NotImplementedError
