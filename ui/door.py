"""How the front pages reach a journal that is not open yet: makes, opens, and looks whether there is one.

What opens journals is heavy to import, so it is imported when it is first used, on the journal thread.
"""
# ruff: noqa: PLC0415 - that is what this module is for

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vpjournal.errors import JournalEmptied

if TYPE_CHECKING:
    from ui.emptying import Emptied
    from ui.example import ExampleDoor
    from ui.restorer import Restorer
    from vpjournal.domain.moving import LeftBehind
    from vpjournal.domain.progress import Progress
    from vpjournal.journal.facade import Journal
    from vpjournal.journal.nearby import NearbyJournal
    from vpjournal.journal.opening import RecoveryCode


class Door:
    """The journal in one folder. Tests ask for the cheapest key derivation; it opens no journal of anyone else."""

    def __init__(self, folder: Path, *, cheapest: bool = False) -> None:
        self.folder = folder
        self._cheapest = cheapest

    def has_journal(self) -> bool:
        """Tell whether anything lies where the journal should be; whether it is one shows when it is opened."""
        return self.folder.is_symlink() or self.folder.exists()

    def to(self, folder: Path) -> Door:
        """Return the door of another folder."""
        return Door(folder, cheapest=self._cheapest)

    def to_example(self) -> ExampleDoor:
        """Return the way to the example, which stands beside the adviser's own journal."""
        from ui.example import ExampleDoor

        return ExampleDoor(cheapest=self._cheapest)

    def restorer(self) -> Restorer:
        """Return what makes a journal of a backup, beside this one."""
        from ui.restorer import Restorer

        return Restorer(self.folder, cheapest=self._cheapest)

    def was_being_emptied(self) -> bool:
        """Tell whether emptying the journal was interrupted; unlocking tells it too, when this does not see it."""
        return (self.folder / "leegmaken.txt").is_file() and not (self.folder / "journal.header").exists()

    def finish_emptying(self) -> bool:
        """Remove what an interrupted emptying left; tell whether the folder is gone. Off the thread of the windows."""
        from vpjournal.journal import moving

        return moving.finish_emptying(self.folder)

    def empty(self, passphrase: str, left: LeftBehind, tell: Progress) -> Emptied:
        """Destroy the journal, which is closed; or what an interruption left of it. Off the thread of the windows."""
        from ui.emptying import Emptied
        from vpjournal.journal import moving, opening
        from vpjournal.journal.example import example_folder

        floor = opening.CHEAPEST if self._cheapest else opening.FLOOR
        try:
            gone = moving.remove_journal(self.folder, passphrase, floor=floor, progress=tell)
        except JournalEmptied:
            gone = moving.finish_emptying(self.folder)
        return Emptied(
            gone, moving.clear_away(left), tuple(other.folder for other in self.others()), example_folder().exists()
        )

    def synced_by(self) -> str:
        """Name the program that copies the journal elsewhere; nothing if none is known. Off the thread of windows."""
        from vpjournal.journal import restoring

        return restoring.synced_by(self.folder)

    def others(self) -> tuple[NearbyJournal, ...]:
        """Return the journals that lie in the usual place or beside this one; off the thread of the windows."""
        from vpjournal.journal import nearby
        from vpjournal.journal.example import example_folder

        return nearby.journals_nearby(self.folder, but=(example_folder(),))

    def create(self, passphrase: str) -> tuple[RecoveryCode, Journal]:
        """Make the journal; return its recovery code, which is kept nowhere, and the journal."""
        from vpjournal.journal import opening

        profile = opening.CHEAPEST if self._cheapest else opening.calibrate()
        return opening.create_journal(self.folder, passphrase, profile=profile)

    def open(self, passphrase: str) -> tuple[None, Journal]:
        """Open the journal with its passphrase."""
        from vpjournal.journal import opening

        floor = opening.CHEAPEST if self._cheapest else opening.FLOOR
        return None, opening.open_journal(self.folder, passphrase, floor=floor)

    def open_with_code(self, code: str) -> tuple[None, Journal]:
        """Open the journal with the code on its recovery sheet."""
        from vpjournal.journal import opening

        floor = opening.CHEAPEST if self._cheapest else opening.FLOOR
        return None, opening.open_journal_with_code(self.folder, code, floor=floor)

    def look(self, passphrase: str) -> tuple[None, Journal]:
        """Open what is whole in a damaged journal, to look at, with its passphrase."""
        from vpjournal.journal import looking, opening

        floor = opening.CHEAPEST if self._cheapest else opening.FLOOR
        return None, looking.open_to_look(self.folder, passphrase, floor=floor)

    def look_with_code(self, code: str) -> tuple[None, Journal]:
        """Open what is whole with the code on the recovery sheet."""
        from vpjournal.journal import looking

        return None, looking.open_to_look_with_code(self.folder, code)


def warm_up() -> None:
    """Import what unlocking will need, while the adviser types; for a thread of its own."""
    import vpjournal.domain.passphrase  # noqa: F401 - imported for the time it takes
    from vpjournal.journal import opening

    opening.warm_up()


def default_folder() -> Path:
    """Return where the journal lies when nobody chose a place."""
    from vpjournal.journal import opening

    return opening.default_folder()


def group_is_sound(typed: str, place: int) -> bool:
    """Tell whether a group of a recovery code can be right: its last character is a checksum."""
    from vpjournal.journal import opening

    return opening.group_is_sound(typed, place)
