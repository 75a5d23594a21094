"""Backups: one file that is verified by reading it back, a list of those there are, and what is to be renewed.

Making one takes seconds and is done beside the journal thread: ``prepare`` there, ``BackupJob.run`` anywhere, then
``record`` the outcome.
"""

import contextlib
import glob
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vpjournal.domain.backups import BackupItem, BackupState, Interval, PlaceLook
from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.ids import BackupId
from vpjournal.domain.progress import Progress, part
from vpjournal.errors import BackupFolderGone, JournalError, JournalExists
from vpjournal.journal.group import Desk, Group, one_transaction
from vpjournal.journal.naming import ANY_DAY, COPY, day_in_name, names_of_day
from vpjournal.journal.places import own_folder
from vpjournal.storage import Database, backups, checks, meta, schema_version
from vpjournal.vault import Profile, Unlocked, backup_file, durable, leftovers, synced_by
from vpjournal.vault.keys import Keys

WHOLE = 1000
"""What progress counts to, through all phases."""
_FOLDER = "backup_folder"
_INTERVAL = "backup_interval"
_LISTED_SINCE = 4
"""The schema that gave journals a list of their backups; one is made of an earlier one before it is brought up."""
COPIED, CHECKED, WRITTEN = 400, 550, 800
"""Where in the whole the phases of making a backup end; reading it back is the last."""


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that lies where it should and was read back.

    ``destroyed`` and ``passphrase`` count what had been destroyed, and how often the passphrase had been changed, when
    it was begun.
    """

    path: Path
    made_on: date
    destroyed: int = 0
    passphrase: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class BackupJob:
    """All that making a backup needs, so that it can be made while the journal is written to."""

    folder: Path
    _names: tuple[str, ...]
    _made_on: date
    _destroyed: int
    _passphrase: int
    _schema: int
    _source: Database
    _journal: Path
    _sealed: bytes
    _keys: Keys

    def run(self, progress: Progress | None = None) -> MadeBackup:
        """Make the backup and read it back from the disk; on any thread but not on two at once.

        ``progress`` is told how far of ``WHOLE`` it is and may raise Cancelled; nothing is left then. Raises DiskFull,
        BackupFolderGone, ReadOnly, DeviceFailed, JournalDamaged.
        """
        image = self._journal / leftovers.IMAGE
        with durable.os_errors_told():
            image.unlink(missing_ok=True)
        durable.create_file(image, b"")
        try:
            self._fill(image, part(progress, 0, COPIED, of=WHOLE))
            if progress is not None:
                progress(CHECKED, WHOLE)
            path = self._write(image, progress)
        finally:
            with contextlib.suppress(OSError):
                image.unlink()
        return MadeBackup(path, self._made_on, self._destroyed, self._passphrase)

    def _fill(self, image: Path, progress: Progress | None) -> None:
        keyspec = self._keys.keyspec()
        with contextlib.closing(self._source.open_reader()) as reader:
            reader.copy_to(image, keyspec, progress=progress)
        with contextlib.closing(Database(image, keyspec, read_only=True)) as copy:
            checks.require_whole(copy)

    def _write(self, image: Path, progress: Progress | None) -> Path:
        """Write the file under the first name that is free."""
        if not self.folder.is_dir():
            raise BackupFolderGone
        self._remove_unfinished()
        for name in self._names:
            path = self.folder / name
            with contextlib.suppress(JournalExists):
                backup_file.write(
                    path,
                    sealed=self._sealed,
                    image=image,
                    keys=self._keys,
                    made_on=self._made_on,
                    schema=self._schema,
                    progress=part(progress, CHECKED, WRITTEN, of=WHOLE),
                    reading=part(progress, WRITTEN, WHOLE, of=WHOLE),
                )
                return path
        raise JournalExists

    def _remove_unfinished(self) -> None:
        """Remove what a lock or a loss of power left here of a backup of this journal: it has no use to anybody."""
        # Not that of a journal whose name begins with this one's: a restored copy may be at work on it.
        left = re.compile(rf"\.{re.escape(self._journal.stem)}{ANY_DAY}{re.escape(backup_file.SUFFIX)}\.new")
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if left.fullmatch(path.name):
                    path.unlink()


def state_of(database: Database) -> BackupState:
    """Return what a journal knows of its backups."""
    interval = meta.read(database, _INTERVAL) or Interval.WEEKLY
    home = str(database.path.parent.parent)
    return BackupState(meta.read(database, _FOLDER), Interval(interval), backups.items(database), home)


def add_to_list(database: Database, file: Path, *, made_on: date) -> None:
    """Put a backup of this very database on the list in it, in a transaction of its own."""
    if schema_version(database) >= _LISTED_SINCE:
        # On Linux a path may be no text; no list can hold that one.
        with contextlib.suppress(UnicodeEncodeError), database.transaction():
            backups.add_found(database, folder=str(file.parent), name=file.name, made_on=made_on)


def look_at_place(folder: Path, journal: Path) -> PlaceLook:
    """Look at a folder for the backups of a journal; on a thread that may wait, because a stick or network does.

    The same file system is told, and no other one is said to be another disk: a disk can hold several.
    """
    try:
        there = folder.is_dir()
        same_disk = there and folder.stat().st_dev == journal.stat().st_dev
    except OSError:
        there, same_disk = False, False
    inside = folder.resolve().is_relative_to(journal.resolve())
    return PlaceLook(str(folder), there, synced_by(folder), same_disk=same_disk, inside_journal=inside)


class Backups(Group):
    """Backups of this journal."""

    def __init__(self, desk: Desk, unlocked: Unlocked) -> None:
        super().__init__(desk)
        self._unlocked = unlocked

    def state(self) -> BackupState:
        """Return where and when backups are made, and the list of them."""
        return state_of(self._database)

    @one_transaction
    def choose_folder(self, folder: Path, *, moved: Iterable[BackupId] = ()) -> Changes:
        """Make backups there from now on; those that ``moved`` lie there as well."""
        meta.write(self._database, _FOLDER, str(folder))
        backups.move(self._database, moved, folder=str(folder))
        return changed(Area.BACKUPS)

    @one_transaction
    def set_interval(self, interval: Interval) -> Changes:
        """Make backups by themselves that often."""
        meta.write(self._database, _INTERVAL, interval)
        return changed(Area.BACKUPS)

    def look_at(self, folder: Path) -> Callable[[], PlaceLook]:
        """Return what looks at a place for backups, on any thread that may wait."""
        journal, journal_id = self._unlocked.folder, self._unlocked.header.journal_id
        known = backups.items(self._database)

        def look() -> PlaceLook:
            seen = look_at_place(folder, journal)
            return replace(seen, moved=_moved_to(folder, known, journal_id) if seen.there else ())

        return look

    def prepare(self, folder: Path, *, name: str = "") -> BackupJob:
        """Return what makes a backup of the journal as it is when it runs; without a ``name`` its day gives it one."""
        # Of a journal that is only looked at, a part is missing, and a backup would not say so.
        self._database.require_writable()
        day = self._today()
        return BackupJob(
            folder=folder,
            _names=(name,) if name else self._free_names(folder, day),
            _made_on=day,
            _destroyed=backups.destroyed_times(self._database),
            _passphrase=backups.passphrase_changes(self._database),
            _schema=schema_version(self._database),
            _source=self._database,
            _journal=self._unlocked.folder,
            _sealed=self._unlocked.header_bytes,
            _keys=self._unlocked.keys,
        )

    def _free_names(self, folder: Path, day: date) -> tuple[str, ...]:
        """Leave out what is on the list: another stick, with the same letter, may hold that one, and it is to stay."""
        names = names_of_day(self._unlocked.folder.stem, day, backup_file.SUFFIX)
        if schema_version(self._database) < _LISTED_SINCE:
            return names
        known = {item.name for item in backups.items(self._database) if item.folder == str(folder)}
        return tuple(name for name in names if name not in known)

    @one_transaction
    def record(self, made: MadeBackup) -> Changes:
        """Put a backup that was made on the list."""
        backups.add(
            self._database,
            folder=str(made.path.parent),
            name=made.path.name,
            made_on=made.made_on,
            destroyed=made.destroyed,
            passphrase=made.passphrase,
        )
        return changed(Area.BACKUPS)

    def record_beside(self, made: MadeBackup) -> None:
        """Put the backups beside the journal on the list, in the transaction that brings it up to date.

        One was made there just before, others when that was interrupted; what is on no list is never removed.
        """
        folder, stem = made.path.parent, re.escape(self._unlocked.folder.stem)
        # Not those of a restored copy that lies beside it and has a longer name: they are that one's to remove.
        ours = re.compile(rf"{stem}(?: {COPY})?{ANY_DAY}{re.escape(backup_file.SUFFIX)}")
        with durable.os_errors_told():
            beside = {path for path in folder.iterdir() if ours.fullmatch(path.name)}
        for path in {made.path, *beside}:
            if path == made.path or _is_of(path, self._unlocked.header.journal_id):
                backups.add_found(self._database, folder=str(folder), name=path.name, made_on=self._today())

    @one_transaction
    def take_up_copies(self) -> Changes:
        """Put copies that were made when another program replaced the journal on the list, which could not be then."""
        known = {Path(item.folder, item.name) for item in backups.items(self._database)}
        home, stem = self._unlocked.folder.parent, glob.escape(f"{self._unlocked.folder.stem} {COPY}")
        with durable.os_errors_told():
            found = {path for place in (home, own_folder()) for path in place.glob(f"{stem} *{backup_file.SUFFIX}")}
        fresh = [path for path in found - known if _is_of(path, self._unlocked.header.journal_id)]
        for path in fresh:
            backups.add_found(
                self._database,
                folder=str(path.parent),
                name=path.name,
                made_on=day_in_name(path.name) or self._today(),
                # Nobody knows of what it holds; if anything was ever destroyed, that may be in it.
                to_renew=backups.destroyed_times(self._database) > 0,
            )
        return changed(Area.BACKUPS) if fresh else Changes(frozenset())

    @one_transaction
    def forget(self, numbers: Iterable[BackupId]) -> Changes:
        """Take backups off the list: they were removed, or the adviser says that they are gone."""
        backups.remove(self._database, numbers)
        return changed(Area.BACKUPS)

    def floor(self) -> Profile:
        """Return the cheapest key derivation that is believed of a backup: what was believed of the journal."""
        return self._unlocked.floor

    def remover(self, items: Iterable[BackupItem]) -> Callable[[], tuple[BackupId, ...]]:
        """Return what removes the files of these backups on any thread, and tells which are gone.

        None goes unless another one may be there: see ``finder``.
        """
        journal_id, wanted = self._unlocked.header.journal_id, tuple(items)
        another_is_there = self.finder(item for item in state_of(self._database).counting if item not in wanted)

        def remove() -> tuple[BackupId, ...]:
            if not another_is_there():
                return ()
            return tuple(item.id for item in wanted if remove_backup(item, journal_id))

        return remove

    def finder(self, items: Iterable[BackupItem]) -> Callable[[], bool]:
        """Return what tells, on any thread, whether one of these backups may be there.

        A stick in a drawer may hold one; a folder that is here and does not hold it tells that it may be gone.
        """
        journal_id, wanted = self._unlocked.header.journal_id, tuple(items)
        return lambda: any(
            _is_of(_path_of(item), journal_id) if Path(item.folder).is_dir() else True for item in wanted
        )


def _moved_to(folder: Path, known: Iterable[BackupItem], journal_id: bytes) -> tuple[BackupId, ...]:
    away = (item for item in known if item.folder != str(folder) and not os.path.lexists(_path_of(item)))
    return tuple(item.id for item in away if _is_of(folder / item.name, journal_id))


def _path_of(item: BackupItem) -> Path:
    return Path(item.folder) / item.name


def remove_backup(item: BackupItem, journal_id: bytes) -> bool:
    """Remove a file when it is a backup of this journal; tell whether that worked."""
    path = _path_of(item)
    if not _is_of(path, journal_id):
        return False
    try:
        with durable.os_errors_told():
            path.unlink()
            durable.sync_folder(path.parent)
    except JournalError:
        return False
    return True


def _is_of(path: Path, journal_id: bytes) -> bool:
    """Tell whether a file is a backup of this journal, as far as its header says."""
    try:
        return backup_file.glance(path).journal_id == journal_id
    except JournalError:
        return False
