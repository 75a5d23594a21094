"""A journal is a folder; here it is made, all or nothing, and opened, by passphrase or by recovery code."""

import contextlib
import glob
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vpjournal.errors import (
    FieldMissing,
    JournalDamaged,
    JournalError,
    JournalExists,
    JournalNotFound,
    NotAJournal,
    WrongPassphrase,
)
from vpjournal.vault import durable, header, header_files, leftovers, reserve, slots
from vpjournal.vault.header import Header, SealedHeader
from vpjournal.vault.kdf import FLOOR, Profile
from vpjournal.vault.keys import Keys, Secret, derive_keys, new_data_key
from vpjournal.vault.lock import FolderLock
from vpjournal.vault.noreplace import rename_new
from vpjournal.vault.recovery_code import RecoveryCode, new_recovery_code, parse_recovery_code
from vpjournal.vault.sealed_drafts import DraftKey

SUFFIX = ".vpjournal"
"""How the name of a journal's folder ends, if nobody chose another."""
MakeDatabase = Callable[[Path, str], None]


class Unlocked:
    """A journal that this process holds: its lock, its keys, and where its database is."""

    def __init__(self, *, folder: Path, sealed: SealedHeader, keys: Keys, lock: FolderLock) -> None:
        self.folder = folder
        self.repaired = False
        self.by_code = False
        self.floor = FLOOR
        """The cheapest key derivation that was believed; another one only in tests."""
        self._lock = lock
        self.adopt(sealed, keys)

    def adopt(self, sealed: SealedHeader, keys: Keys) -> None:
        """Take this header and its keys for those of the journal; what lies in the folder has changed over to them."""
        self.header = sealed.header
        self.database_path = self.folder / sealed.header.database
        self.keys = keys
        self._sealed = sealed

    def keyspec(self) -> str:
        """Return the raw key for the database connection."""
        return self.keys.keyspec()

    @property
    def draft_key(self) -> DraftKey:
        """What seals texts that could not be saved."""
        return DraftKey(self.keys.draft_key, self.header.journal_id)

    def repair(self, *, opened_now: bool = True) -> None:
        """Put right what can be: a damaged header or copy (``repaired`` tells), left-overs, loose modes, the reserve.

        A copy of an earlier generation is not damaged: a rotation was interrupted after it had changed over. Later than
        when it was ``opened_now``, a backup may be under way.
        """
        earlier = header_files.are_earlier(self.folder, self._sealed)
        self.repaired = header_files.repair(self.folder, self._sealed) and not earlier
        leftovers.remove(self.folder, self._sealed, with_image=opened_now)
        header_files.forget_emptying(self.folder)
        durable.tighten(self.folder)
        self.restore_reserve()

    def require(self, passphrase: str) -> None:
        """Raise WrongPassphrase unless this is the present passphrase; takes as long as unlocking."""
        self.header.passphrase.open(passphrase, journal_id=self.header.journal_id)

    @property
    def header_bytes(self) -> bytes:
        """The header as it lies on the disk, for a backup."""
        return self._sealed.data

    def unlike_headers(self) -> tuple[str, ...]:
        """Name the header files that do not hold the header this journal was opened with."""
        return header_files.unlike(self.folder, self._sealed)

    def release_reserve(self) -> bool:
        """Give the reserve back to a full disk, once; return whether there was anything to give."""
        return reserve.release(self.folder)

    def restore_reserve(self) -> None:
        """Make the reserve again if it is gone and there is room to spare."""
        reserve.restore(self.folder)

    def lock_again(self) -> None:
        """Hold the folder that came back after it was away, unless it is the one that is held already.

        Raises JournalInUse, ReadOnly, DeviceFailed.
        """
        if not self._lock.is_of(self.folder):
            before, self._lock = self._lock, FolderLock(self.folder)
            before.release()

    def close(self) -> None:
        """Let other processes open the journal. The database connection is closed before."""
        self._lock.release()

    def __repr__(self) -> str:
        return "Unlocked(…)"


@dataclass(frozen=True, slots=True)
class Created:
    """A new journal, open, and the code for its recovery sheet, which is kept nowhere."""

    recovery_code: RecoveryCode
    unlocked: Unlocked


@dataclass(frozen=True, slots=True)
class Description:
    """What a journal says about itself to anybody, without a key and so without proof."""

    format: int
    generation: int
    profile: Profile
    slots: tuple[str, ...]
    database_bytes: int
    header_sound: bool
    copy_sound: bool


def create(folder: Path, *, passphrase: str, profile: Profile, make_database: MakeDatabase) -> Created:
    """Make a journal where nothing is yet, or leave nothing behind.

    ``make_database`` is given the path of an empty file and the raw key. Raises JournalExists, DiskFull, ReadOnly,
    TooLittleMemory.
    """
    if not passphrase:
        raise FieldMissing("passphrase")
    profile.check(floor=profile)
    folder = folder.absolute()
    code, data_key, journal_id = new_recovery_code(), new_data_key(), secrets.token_bytes(16)
    fresh = Header(
        journal_id=journal_id,
        generation=1,
        passphrase=slots.make_passphrase_slot(data_key, passphrase=passphrase, journal_id=journal_id, profile=profile),
        recovery=slots.make_recovery_slot(data_key, code=code, journal_id=journal_id),
    )
    keys = derive_keys(data_key, journal_id=journal_id)
    sealed = header.parse(header.encode(fresh, header_key=keys.header_key))

    def fill(workshop: Path) -> None:
        database = workshop / sealed.header.database
        durable.create_file(database, b"")
        make_database(database, keys.keyspec())
        reserve.make(workshop)

    build(folder, sealed, fill)
    return Created(code, Unlocked(folder=folder, sealed=sealed, keys=keys, lock=FolderLock(folder)))


def build(folder: Path, sealed: SealedHeader, fill: Callable[[Path], None]) -> None:
    """Make a journal with this header where nothing is yet, or leave nothing behind.

    ``fill`` is given the folder in the making, hidden beside its later place. Raises JournalExists, DiskFull, ReadOnly,
    DeviceFailed.
    """
    if os.path.lexists(folder):
        raise JournalExists
    with durable.os_errors_told():
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_abandoned(folder)
        with _workshop(folder) as workshop:
            # Locked while it is filled, so that another process does not take it for abandoned; let go before the
            # rename, because Windows renames no folder in which a file is open.
            lock = FolderLock(workshop)
            try:
                fill(workshop)
                for name in (header_files.MAIN, header_files.COPY):
                    durable.create_file(workshop / name, sealed.data)
            finally:
                lock.release()
            rename_new(workshop, folder)
        durable.sync_folder(folder.parent)


@contextlib.contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """Hand out a hidden folder beside the journal-to-be, gone again if it was not renamed."""
    workshop = _workshop_name(folder)
    durable.create_folder(workshop)
    try:
        yield workshop
    except BaseException:
        shutil.rmtree(workshop, ignore_errors=True)
        raise


def _workshop_name(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.new-{secrets.token_hex(4)}")


def _remove_abandoned(folder: Path) -> None:
    """Remove what a creation of this journal that was killed left behind."""
    _remove_unlocked(folder.parent, f".{glob.escape(folder.name)}.new-*", only=lambda _path: True)


def remove_abandoned(place: Path, *, only: Callable[[Path], bool]) -> None:
    """Remove what creations that were killed left in a folder, of journals of any name."""
    _remove_unlocked(place, f".*{SUFFIX}.new-????????", only=only)


def _remove_unlocked(place: Path, pattern: str, *, only: Callable[[Path], bool]) -> None:
    """Remove folders that nobody is at work on: what is still going on holds its lock."""
    for workshop in place.glob(pattern):
        try:
            if workshop.is_symlink() or not workshop.is_dir() or not only(workshop):
                continue
            FolderLock(workshop).release()
        except (JournalError, OSError):
            continue
        shutil.rmtree(workshop, ignore_errors=True)


def discard(folder: Path) -> None:
    """Remove the folder of a journal, never what a link points to; whoever calls knows that it is to go.

    It goes out of sight in one step, under the name of something abandoned: what a crash leaves of it is removed when
    a journal is made here again. Raises JournalNotFound, NotAJournal, ReadOnly, DeviceFailed.
    """
    folder = folder.absolute()
    require_folder(folder)
    with durable.os_errors_told():
        aside = _workshop_name(folder)
        rename_new(folder, aside)
        shutil.rmtree(aside)
        durable.sync_folder(folder.parent)


def unlock(folder: Path, passphrase: str, *, floor: Profile = FLOOR, repair: bool = True) -> Unlocked:
    """Open a journal with its passphrase. Nothing on disk changes when that fails.

    ``floor`` is the cheapest key derivation that is believed. Raises WrongPassphrase, JournalInUse, JournalNotFound,
    NotAJournal, JournalDamaged, JournalTooNew, ReadOnly, TooLittleMemory.
    """

    def open_slot(found: Header) -> Secret:
        found.passphrase.profile.check(floor=floor)
        return found.passphrase.open(passphrase, journal_id=found.journal_id)

    unlocked = _unlock(folder, open_slot, repair=repair)
    unlocked.floor = floor
    return unlocked


def unlock_with_code(folder: Path, typed: str, *, floor: Profile = FLOOR, repair: bool = True) -> Unlocked:
    """Open a journal with its recovery code. Raises also RecoveryCodeMistyped."""
    code = parse_recovery_code(typed)
    unlocked = _unlock(folder, lambda found: found.recovery.open(code, journal_id=found.journal_id), repair=repair)
    unlocked.by_code, unlocked.floor = True, floor
    return unlocked


def _unlock(folder: Path, open_slot: Callable[[Header], Secret], *, repair: bool) -> Unlocked:
    folder = folder.absolute()
    require_folder(folder)
    with contextlib.ExitStack() as undo:
        # Looked at before the lock, so that a folder which is no journal does not get one.
        header_files.candidates(folder)
        lock = FolderLock(folder)
        undo.callback(lock.release)
        sealed, keys = _first_that_opens(header_files.candidates(folder), open_slot)
        unlocked = Unlocked(folder=folder, sealed=sealed, keys=keys, lock=lock)
        if repair:
            unlocked.repair()
        undo.pop_all()
    return unlocked


def _first_that_opens(
    found: tuple[SealedHeader, ...], open_slot: Callable[[Header], Secret]
) -> tuple[SealedHeader, Keys]:
    problems: list[JournalError] = []
    for sealed in found:
        try:
            keys = derive_keys(open_slot(sealed.header), journal_id=sealed.header.journal_id)
            sealed.check_mac(keys.header_key)
        except (WrongPassphrase, JournalDamaged) as error:
            problems.append(error)
        else:
            return sealed, keys
    raise problems[0]


def require_folder(folder: Path) -> None:
    """Raise JournalNotFound where nothing is, and NotAJournal where no folder is."""
    with durable.os_errors_told():
        try:
            mode = folder.lstat().st_mode
        except FileNotFoundError as error:
            raise JournalNotFound from error
    if durable.is_link(folder) or not stat.S_ISDIR(mode):
        raise NotAJournal


def describe(folder: Path) -> Description:
    """Tell what can be told without a key: nothing here is proven. Raises as ``unlock`` does for header faults."""
    folder = folder.absolute()
    require_folder(folder)
    main, copy = header_files.read_both(folder)
    best = header_files.candidates(folder)[0].header
    with durable.os_errors_told():
        size = (folder / best.database).stat().st_size
    return Description(
        format=header.FORMAT,
        generation=best.generation,
        profile=best.passphrase.profile,
        slots=("passphrase", "recovery"),
        database_bytes=size,
        header_sound=main.sealed is not None,
        copy_sound=copy.sealed is not None,
    )
