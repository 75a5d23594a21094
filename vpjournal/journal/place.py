"""The place to come back to after a lock."""

from vpjournal.journal.group import Group


class Place(Group):
    """The place to come back to after a lock."""

    def save(self, text: str) -> None:
        """Keep a place, in whatever form the window writes it."""
        raise NotImplementedError

    def load(self) -> str:
        """Return the place that was kept; empty when there is none."""
        raise NotImplementedError
