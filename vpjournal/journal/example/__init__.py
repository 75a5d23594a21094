"""The example journal: invented cases to look at and to practise on, in a journal of its own and in no other.

It is filled while it is made, before it stands where it belongs, so that what stands there is a whole example and
nobody else's journal is ever touched.
"""

from datetime import date
from pathlib import Path

from vpjournal.domain.progress import Progress
from vpjournal.errors import NotAnExample, WrongPassphrase
from vpjournal.journal.example.plan import Size
from vpjournal.journal.example.writer import Passage, fill
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import FLOOR, Profile, RecoveryCode, create_journal, default_folder, open_journal
from vpjournal.vault import discard

__all__ = [
    "Passage",
    "Size",
    "example_folder",
    "make_demo",
    "make_example",
    "open_example",
    "remove_example",
]

_NAME = "Voorbeeld.vpjournal"
# Known to everybody who can read this, and that is no matter: all that it opens was invented. An example is encrypted
# only because every journal is, and its key is derived as cheaply as a journal may ask for.
_PASSPHRASE = "alles in dit voorbeeld is verzonnen"  # noqa: S105 - see above
_PROFILE = FLOOR


def example_folder() -> Path:
    """Return where the example lies: beside the adviser's own journal."""
    return default_folder().with_name(_NAME)


def make_demo(
    folder: Path,
    passphrase: str,
    *,
    profile: Profile,
    size: Size,
    today: date,
    progress: Progress | None = None,
    passage: Passage | None = None,
) -> tuple[RecoveryCode, Journal]:
    """Make an example of any size with a passphrase of one's own, the same for the same seed and day, and open it.

    Nothing is left behind when it fails or ``progress`` raises. Raises as ``create_journal`` does.
    """
    return create_journal(
        folder,
        passphrase,
        profile=profile,
        fill=lambda database: fill(database, size, today=today, progress=progress, passage=passage),
    )


def make_example(
    folder: Path,
    *,
    today: date,
    progress: Progress | None = None,
    size: Size | None = None,
    profile: Profile = _PROFILE,
) -> Journal:
    """Make the example that opens without questions. Raises Cancelled when ``progress`` does, JournalExists, …"""
    _code, journal = make_demo(
        folder, _PASSPHRASE, profile=profile, size=size or Size(), today=today, progress=progress
    )
    return journal


def open_example(folder: Path, *, floor: Profile = _PROFILE) -> Journal:
    """Open the example without questions. Raises NotAnExample for any other journal, and as ``open_journal`` does."""
    try:
        journal = open_journal(folder, _PASSPHRASE, floor=floor)
    except WrongPassphrase as error:
        raise NotAnExample from error
    if not journal.is_example:
        journal.close()
        raise NotAnExample
    return journal


def remove_example(folder: Path, *, floor: Profile = _PROFILE) -> None:
    """Remove the example, after it was opened and said of itself that it is one; nothing else is ever removed.

    Raises NotAnExample, JournalInUse, JournalNotFound, NotAJournal, …; then nothing was removed.
    """
    open_example(folder, floor=floor).close()
    discard(folder)
