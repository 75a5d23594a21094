"""The recycle bin: what was deleted, for seven days."""

from vpjournal.domain.changes import Changes
from vpjournal.domain.views import BinItem, BinKind
from vpjournal.journal.group import Group


class Bin(Group):
    """The recycle bin: what was deleted, for seven days."""

    def list(self) -> tuple[BinItem, ...]:
        """Return what lies in the bin, newest first."""
        raise NotImplementedError

    def restore(self, kind: BinKind, record: int) -> Changes:
        """Take a record back. Raises Gone, AlreadyTaken."""
        raise NotImplementedError

    def destroy(self, kind: BinKind, record: int) -> Changes:
        """Destroy a record in the bin, so that no byte of it is left. Takes seconds in a large journal."""
        raise NotImplementedError

    def empty(self) -> Changes:
        """Destroy all that lies in the bin."""
        raise NotImplementedError

    def sweep(self) -> Changes:
        """Destroy what lies in the bin for longer than ``BIN_DAYS``."""
        raise NotImplementedError
