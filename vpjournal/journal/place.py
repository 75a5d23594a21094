"""The place to come back to after a lock: it names a case, so it lies in the journal and nowhere else."""

from vpjournal.domain.changes import Changes
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import meta

_PLACE = "place"


class Place(Group):
    """The place to come back to."""

    @one_transaction
    def save(self, text: str) -> Changes:
        """Keep a place, in whatever form the window writes it; no view shows it, so nothing counts as changed."""
        meta.write(self._database, _PLACE, text)
        return Changes(frozenset())

    def load(self) -> str:
        """Return the place that was kept; empty when there is none."""
        return meta.read(self._database, _PLACE)
