"""Changing what opens the journal: another passphrase, another recovery sheet; each gives the journal a new data key.

Copies of the journal from before, backups too, still open with what opened them on their day; the present one does not.
"""

from contextlib import closing
from pathlib import Path

from vpjournal.domain.progress import Progress
from vpjournal.journal.group import Desk, Group
from vpjournal.journal.settings import RECOVERY_CONFIRMED
from vpjournal.storage import Database, checks, meta
from vpjournal.vault import Profile, RecoveryCode, Unlocked, calibrate, new_recovery_code, rotate


class Keys(Group):
    """What opens the journal. All of this takes seconds in a large journal, and the journal does nothing else then."""

    def __init__(self, desk: Desk, unlocked: Unlocked) -> None:
        super().__init__(desk)
        self._unlocked = unlocked

    def change_passphrase(
        self, present: str, new: str, *, profile: Profile | None = None, progress: Progress | None = None
    ) -> None:
        """Lock the journal with another passphrase; the recovery sheet stays as it is.

        ``progress`` may raise Cancelled; the journal is then what it was. Raises WrongPassphrase, FieldMissing,
        DiskFull, ReadOnly, DeviceFailed, TooLittleMemory, JournalDamaged.
        """
        self._unlocked.require(present)
        self._rotate(new, code=None, profile=profile, progress=progress)

    def new_code(
        self, present: str, *, profile: Profile | None = None, progress: Progress | None = None
    ) -> RecoveryCode:
        """Make another recovery code; the old sheet opens nothing any more. Raises as ``change_passphrase`` does."""
        self._unlocked.require(present)
        return self._with_new_code(present, profile=profile, progress=progress)

    def recover(self, new: str, *, profile: Profile | None = None, progress: Progress | None = None) -> RecoveryCode:
        """Choose a passphrase in a journal that was opened with its recovery code; return the code of the new sheet."""
        if not self._unlocked.by_code:
            raise RuntimeError("a passphrase opened this journal, and it is asked for")
        code = self._with_new_code(new, profile=profile, progress=progress)
        self._unlocked.by_code = False
        return code

    def _with_new_code(self, passphrase: str, *, profile: Profile | None, progress: Progress | None) -> RecoveryCode:
        code = new_recovery_code()
        self._rotate(passphrase, code=code, profile=profile, progress=progress)
        return code

    def _rotate(
        self, passphrase: str, *, code: RecoveryCode | None, profile: Profile | None, progress: Progress | None
    ) -> None:
        if code is not None:
            # Before the key changes over: a code that nobody has seen is not on paper.
            with self._database.transaction():
                confirmed = meta.read(self._database, RECOVERY_CONFIRMED)
                meta.write(self._database, RECOVERY_CONFIRMED, "no")
        try:
            rotate(
                self._unlocked,
                passphrase=passphrase,
                profile=profile or calibrate(),
                code=code,
                copy_database=lambda path, keyspec: self._copy(path, keyspec, progress),
                settle=lambda: self._database.move(self._unlocked.database_path, self._unlocked.keyspec()),
            )
        except BaseException:
            if code is not None:
                with self._database.transaction():
                    meta.write(self._database, RECOVERY_CONFIRMED, confirmed)
            raise

    def _copy(self, path: Path, keyspec: str, progress: Progress | None) -> None:
        self._database.copy_to(path, keyspec, progress=progress)
        with closing(Database(path, keyspec, read_only=True)) as copy:
            checks.require_whole(copy)
        if progress is not None:
            # The last moment to give up.
            progress(1, 1)
