"""How work that takes seconds tells how far it is, and is given up: what it tells may raise Cancelled."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much."""


def part(progress: Progress | None, begin: int, end: int, *, of: int) -> Progress | None:
    """Return what tells the progress of one phase as the part from ``begin`` to ``end`` of the whole."""
    if progress is None:
        return None
    return lambda done, most: progress(begin + (end - begin) * done // max(most, 1), of)
