"""Opens a damaged journal to look at what is whole: a copy aside, in which nothing is saved.

The journal itself is only read, byte by byte, so it stays what it is for whoever can do more. The copy lies encrypted
in the program's own folder, as long as it is looked at.
"""

import contextlib
import secrets
import shutil
from pathlib import Path

from vpjournal import vault
from vpjournal.domain.damage import Damage
from vpjournal.errors import WrongLength
from vpjournal.journal.facade import Journal
from vpjournal.journal.gathering import gather
from vpjournal.journal.places import LOOKED_AT, own_folder
from vpjournal.storage import Database
from vpjournal.storage.file_state import PAGE
from vpjournal.vault import FLOOR, Profile, Unlocked, durable

_COPY, _WHOLE = "copy.db", "whole.db"


def open_to_look(folder: Path, passphrase: str, *, floor: Profile = FLOOR) -> Journal:
    """Open what is whole with the passphrase; ``Journal.damage`` says what is not. About 10 s for 100 MB.

    Raises as ``open_journal`` does; JournalDamaged when too little can be read.
    """
    return _opened(vault.unlock(folder, passphrase, floor=floor, repair=False))


def open_to_look_with_code(folder: Path, typed: str) -> Journal:
    """Open what is whole with the recovery code."""
    return _opened(vault.unlock_with_code(folder, typed, repair=False))


def _opened(unlocked: Unlocked) -> Journal:
    with contextlib.ExitStack() as undo:
        undo.callback(unlocked.close)
        aside = _make_aside()
        undo.callback(shutil.rmtree, aside, ignore_errors=True)
        damage = _salvage(unlocked, aside)
        database = Database(aside / _WHOLE, unlocked.keyspec(), read_only=True)
        undo.callback(database.close)
        journal = Journal(database, unlocked, damage=damage, on_close=lambda: shutil.rmtree(aside, ignore_errors=True))
        undo.pop_all()
    return journal


def _make_aside() -> Path:
    """Make a folder of our own, and remove what an interruption left of earlier ones."""
    home = own_folder()
    with durable.os_errors_told():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in home.glob(f"{LOOKED_AT}*"):
            shutil.rmtree(left, ignore_errors=True)
    aside = home / f"{LOOKED_AT}{secrets.token_hex(4)}"
    durable.create_folder(aside)
    return aside


def _salvage(unlocked: Unlocked, aside: Path) -> Damage:
    copy, whole, keyspec = aside / _COPY, aside / _WHOLE, unlocked.keyspec()
    _copy_as_it_is(unlocked.database_path, copy)
    durable.create_file(whole, b"")
    with contextlib.closing(Database(copy, keyspec, damaged=True)) as source:
        damage = gather(source, whole, keyspec)
    copy.unlink()
    return damage


def _copy_as_it_is(path: Path, copy: Path) -> None:
    """Copy the database in whole pages, and with it what a change that was interrupted left to be undone."""
    with durable.os_errors_told():
        durable.require_regular(path)
        pages = path.stat().st_size // PAGE
        if not pages:
            raise WrongLength
        shutil.copyfile(path, copy)
        with copy.open("r+b") as file:
            file.truncate(pages * PAGE)
        interrupted = path.with_name(path.name + "-journal")
        if interrupted.is_file() and not durable.is_link(interrupted):
            shutil.copyfile(interrupted, copy.with_name(copy.name + "-journal"))
