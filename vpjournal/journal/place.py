"""The place to come back to after a lock: it names a case, so it lies in the journal and nowhere else."""

from datetime import datetime

from vpjournal.domain.changes import Changes
from vpjournal.journal.group import Group, one_transaction
from vpjournal.storage import meta

_PLACE = "place"
_LOCKED = "locked_at"


class Place(Group):
    """The place to come back to."""

    @one_transaction
    def save(self, text: str) -> Changes:
        """Keep a place, in whatever form the window writes it, and that the journal is locked or closed now.

        No view shows it, so nothing counts as changed.
        """
        meta.write(self._database, _PLACE, text)
        meta.write(self._database, _LOCKED, datetime.now().astimezone().isoformat(timespec="minutes"))
        return Changes(frozenset())

    def load(self) -> str:
        """Return the place that was kept; empty when there is none."""
        return meta.read(self._database, _PLACE)

    def locked_at(self) -> datetime | None:
        """Return when the journal was last locked or closed in good order; ``None`` when that never was."""
        text = meta.read(self._database, _LOCKED)
        return datetime.fromisoformat(text) if text else None
