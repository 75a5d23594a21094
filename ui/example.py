"""The example from the side of the window: made or opened off the thread of the windows, and removed again.

What makes journals is heavy to import, so it is imported when it is first used, as in ``ui.door``.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.stopper import Stopper
from vpjournal.errors import JournalNotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpjournal.journal.facade import Journal


class ExampleDoor:
    """The way to the example, which stands beside the adviser's own journal and opens without questions."""

    def __init__(self, *, cheapest: bool = False) -> None:
        self._cheapest = cheapest
        self._stopper = Stopper()

    def open(self, progress: Callable[[int, int], None]) -> tuple[None, Journal]:
        """Open the example, and make it first when there is none; to be called on the journal thread."""
        from vpjournal.domain.days import today
        from vpjournal.journal import example, opening

        self._stopper = Stopper()
        profile = opening.CHEAPEST if self._cheapest else opening.FLOOR
        folder = example.example_folder()
        try:
            return None, example.open_example(folder, floor=profile)
        except JournalNotFound:
            tell = self._stopper.watched(progress)
            return None, example.make_example(folder, today=today(), progress=tell, profile=profile)

    def stop(self) -> None:
        """Give up making it; nothing is left behind. May be called from any thread."""
        self._stopper.stop()

    def remove(self) -> None:
        """Remove the example, which is closed by now. Raises NotAnExample, JournalInUse, …"""
        from vpjournal.journal import example, opening

        floor = opening.CHEAPEST if self._cheapest else opening.FLOOR
        example.remove_example(example.example_folder(), floor=floor)
