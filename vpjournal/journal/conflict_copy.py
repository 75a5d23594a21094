"""What was open when another program put a file in the place of the journal's: kept as a backup, while it can be read.

The system keeps a file that was replaced for as long as somebody has it open. One that was overwritten is gone.
"""

import contextlib
from pathlib import Path

from vpjournal.errors import JournalExists, ReadOnly
from vpjournal.journal.group import Desk, Group
from vpjournal.journal.naming import COPY, names_of_day
from vpjournal.journal.places import CONFLICT, own_folder
from vpjournal.storage import Database, checks, schema_version
from vpjournal.vault import Unlocked, backup_file, durable


class ConflictCopy(Group):
    """Keeps a copy of the journal as it was opened and saved, beside whatever lies in its place now."""

    def __init__(self, desk: Desk, unlocked: Unlocked) -> None:
        super().__init__(desk)
        self._unlocked = unlocked

    def keep(self) -> Path:
        """Write a backup of what is open and return where it lies; takes seconds in a large journal.

        Raises JournalReplaced when that can no longer be read, DiskFull, ReadOnly, DeviceFailed, JournalDamaged.
        """
        with durable.os_errors_told():
            own_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
            image = own_folder() / CONFLICT
            image.unlink(missing_ok=True)
        durable.create_file(image, b"")
        try:
            keyspec = self._unlocked.keyspec()
            self._database.copy_as_opened(image, keyspec)
            with contextlib.closing(Database(image, keyspec, read_only=True)) as copy:
                checks.require_whole(copy)
                schema = schema_version(copy)
            return self._write(image, schema)
        finally:
            with contextlib.suppress(OSError):
                image.unlink()

    def _write(self, image: Path, schema: int) -> Path:
        try:
            return self._write_in(self._unlocked.folder.parent, image, schema)
        except ReadOnly:
            return self._write_in(own_folder(), image, schema)

    def _write_in(self, folder: Path, image: Path, schema: int) -> Path:
        """Write the file under the first name that is free, and read it back."""
        stem = f"{self._unlocked.folder.stem} {COPY}"
        for name in names_of_day(stem, self._today(), backup_file.SUFFIX):
            path = folder / name
            with contextlib.suppress(JournalExists):
                backup_file.write(
                    path,
                    sealed=self._unlocked.header_bytes,
                    image=image,
                    keys=self._unlocked.keys,
                    made_on=self._today(),
                    schema=schema,
                )
                return path
        raise JournalExists
