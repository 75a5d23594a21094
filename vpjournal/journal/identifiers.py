"""*Herkenbaarheid*: the finder as the window uses it, and what a journal adds to it.

Finding needs no open journal and is done where the text is; what the journal knows of its organisations, and the words
that are no names, is read from it once and handed to the finder.
"""

from vpjournal.domain.identifying import Known
from vpjournal.identifiers import Finder
from vpjournal.identifiers.finder import pieces
from vpjournal.identifiers.fitting import edit_for
from vpjournal.identifiers.proposing import proposals, roles_in
from vpjournal.identifiers.replacing import can_stand_for, occurrences, replace_all

__all__ = [
    "Finder",
    "can_stand_for",
    "edit_for",
    "load_finder",
    "occurrences",
    "pieces",
    "proposals",
    "replace_all",
    "roles_in",
]


def load_finder(known: Known | None = None) -> Finder:
    """Return a finder with all its lists read. Takes up to 0.3 s the first time; to be called off the GUI thread."""
    return Finder(known)
