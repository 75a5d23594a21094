"""The words of a file that somebody else made, to be looked through and taken over into a note. Needs no journal."""

from collections.abc import Callable
from pathlib import Path

SUFFIXES = ("docx", "xlsx", "txt", "csv")
"""Kinds of files that can be read, by the end of their names."""


def words_of(path: Path, *, stop: Callable[[], bool] = lambda: False) -> str:
    """Return the words of a file in canonical form, or raise what ``documents.foreign.read`` raises.

    Takes up to some seconds; ``stop`` is asked now and then, and Cancelled is raised as soon as it says yes.
    """
    from vpjournal.documents import foreign  # noqa: PLC0415 - reading Word and Excel is imported at the first file

    return foreign.read(path, stop=stop)
