"""Moving to another laptop: what to compare there, and emptying this one, with what stays on it outside the journal."""

import contextlib
from dataclasses import replace
from pathlib import Path

from vpjournal import vault
from vpjournal.domain.case import Asked
from vpjournal.domain.moving import LeftBehind, SavedPaper, Tally
from vpjournal.domain.progress import Progress
from vpjournal.domain.register import HandedOut, Outcome, Way
from vpjournal.errors import JournalError
from vpjournal.journal.backups import remove_backup
from vpjournal.journal.group import Desk, Group
from vpjournal.journal.nearby import journals_nearby
from vpjournal.journal.places import drafts_folder
from vpjournal.journal.register import MOST
from vpjournal.journal.remains import remove_remains
from vpjournal.journal.rescue import journal_id_of
from vpjournal.journal.witnessing import Witnessing
from vpjournal.storage import backups, handed_out, overview
from vpjournal.vault import FLOOR, Profile, SealedDrafts, Unlocked

__all__ = ["Moving", "clear_away", "finish_emptying", "remove_journal"]


class Moving(Group):
    """What an open journal has to say about going elsewhere."""

    def __init__(self, desk: Desk, unlocked: Unlocked, witness: Witnessing) -> None:
        super().__init__(desk)
        self._unlocked = unlocked
        self._witness = witness

    def tally(self) -> Tally:
        """Count what is in the journal, without what lies in the bin."""
        return overview.tally(self._database)

    def left_behind(self) -> LeftBehind:
        """Return what the journal knows of outside its folder: saved papers, backups, sealed texts."""
        papers = (entry for entry in handed_out.newest(self._database, at_most=MOST) if _lies_somewhere(entry))
        known, home = backups.items(self._database), str(self._unlocked.folder.parent)
        journal_id = self._unlocked.header.journal_id
        others = journals_nearby(self._unlocked.folder)
        shares = any(journal_id_of(other.folder) == journal_id for other in others)
        return LeftBehind(
            tuple(SavedPaper(entry.kind, entry.day, entry.place, entry.protected) for entry in papers),
            tuple(item for item in known if item.folder != home),
            beside=() if shares else tuple(item for item in known if item.folder == home),
            waiting=0 if shares else len(SealedDrafts(drafts_folder()).of_journal(journal_id)),
            shares=shares,
            journal_id=journal_id,
        )

    def take_leave(self, passphrase: str) -> LeftBehind:
        """Return what stays, because the journal is about to be removed; nothing else remembers it then.

        Takes as long as unlocking. Raises WrongPassphrase, TooLittleMemory.
        """
        self._unlocked.require(passphrase)
        left = self.left_behind()
        self._witness.forget()
        return left


def _lies_somewhere(entry: HandedOut) -> bool:
    went = entry.outcome in (Outcome.DONE, Outcome.PARTLY, Outcome.UNSURE)
    return entry.way is Way.FILE and went and bool(entry.place) and entry.afterwards is not Asked.YES


def remove_journal(folder: Path, passphrase: str, *, floor: Profile = FLOOR, progress: Progress | None = None) -> bool:
    """Destroy a journal that is closed: what opens it first, then all else of it, and its folder; nothing outside it.

    ``progress`` may raise Cancelled before anything is gone. Return whether the folder is gone too: files that this
    program did not make stay in it. Raises as ``open_journal`` does, and then nothing is gone; ReadOnly or
    DeviceFailed half way leave what raises JournalEmptied when it is opened, for ``finish_emptying``.
    """
    with contextlib.closing(vault.unlock(folder, passphrase, floor=floor, repair=False)) as unlocked:
        gone = vault.empty(unlocked, progress=progress)
    remove_remains(folder.absolute(), unused=0)
    return gone


def clear_away(left: LeftBehind) -> LeftBehind:
    """Remove what the program itself put outside a journal that is destroyed, and return what is left to the adviser.

    Sealed texts open with nothing any more. The backups beside it go if there are others; what cannot be removed is
    left, and told.
    """
    if left.shares:
        return left
    drafts = SealedDrafts(drafts_folder())
    for name in drafts.of_journal(left.journal_id):
        with contextlib.suppress(JournalError):
            drafts.remove(name)
    kept = tuple(item for item in left.beside if not left.backups or not remove_backup(item, left.journal_id))
    return replace(left, backups=left.backups + kept, beside=(), waiting=0)


def finish_emptying(folder: Path) -> bool:
    """Remove what an interrupted ``remove_journal`` left. Raises JournalNotFound, JournalInUse, JournalExists, …"""
    gone = vault.finish_emptying(folder)
    remove_remains(folder.absolute(), unused=0)
    return gone
