"""The points to tell at the start: use cases."""

from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.ids import CaseId
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import cases


class Points(Group):
    """The points that a reporter hears at the start."""

    @one_transaction
    def tell(self, case: CaseId, point: str, *, told: bool) -> Changes:
        """Record that a point was told, or not after all."""
        self._require_case(case)
        cases.set_point(self._database, case, point, told=told)
        self._refresh_row(case)
        return changed(Area.CASES, case=case)
