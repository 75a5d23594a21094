"""Finding words in everything that was written."""

from vpjournal.domain.views import Hit
from vpjournal.journal.group import Group


class Search(Group):
    """Finding words in everything that was written."""

    def find(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return where all these words stand, newest first, whole words before parts of words."""
        raise NotImplementedError
