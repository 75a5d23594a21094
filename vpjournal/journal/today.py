"""What *Vandaag* shows."""

from vpjournal.domain.views import Today
from vpjournal.journal.group import Group


class TodayGroup(Group):
    """What *Vandaag* shows."""

    def view(self) -> Today:
        """Return agreed days, unwritten notes, silent cases and the case worked on last."""
        raise NotImplementedError
