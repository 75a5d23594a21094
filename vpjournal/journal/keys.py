"""Changing what opens the journal: another passphrase, another recovery sheet; each gives the journal a new data key.

Copies of the journal from before, backups too, still open with what opened them on their day; the present one does not.
"""

from contextlib import closing, suppress
from pathlib import Path

from vpjournal.domain.progress import Progress
from vpjournal.errors import JournalError, KeysChanged
from vpjournal.journal.drafts import Drafts, remember_key
from vpjournal.journal.group import Desk, Group
from vpjournal.journal.settings import RECOVERY_CONFIRMED, RECOVERY_LATER_USED
from vpjournal.storage import Database, backups, checks, meta
from vpjournal.vault import FLOOR, Profile, RecoveryCode, Unlocked, calibrate, new_recovery_code, rotate


class Keys(Group):
    """What opens the journal. All of this takes seconds in a large journal, and the journal does nothing else then.

    What fails or is given up leaves the journal as it was. Only KeysChanged says the contrary.
    """

    def __init__(self, desk: Desk, unlocked: Unlocked, drafts: Drafts) -> None:
        super().__init__(desk)
        self._unlocked = unlocked
        self._drafts = drafts

    def change_passphrase(
        self, present: str, new: str, *, profile: Profile | None = None, progress: Progress | None = None
    ) -> None:
        """Lock the journal with another passphrase; the recovery sheet stays as it is.

        ``progress`` may raise Cancelled; the journal is then what it was. Raises WrongPassphrase, FieldMissing,
        DiskFull, ReadOnly, DeviceFailed, TooLittleMemory, JournalDamaged, KeysChanged.
        """
        self._unlocked.require(present)
        self._rotate(new, code=None, profile=profile, progress=progress, same=new == present)

    def new_code(
        self,
        present: str,
        *,
        checked: RecoveryCode | None = None,
        profile: Profile | None = None,
        progress: Progress | None = None,
    ) -> RecoveryCode:
        """Make another recovery code; the old sheet opens nothing any more. Raises as ``change_passphrase`` does.

        A code that is on paper and was ``checked`` before it counts (see ``draw_code``) is taken as it is.
        """
        self._unlocked.require(present)
        return self._with_code(present, checked, profile=profile, progress=progress, same=True)

    def recover(
        self,
        new: str,
        *,
        checked: RecoveryCode | None = None,
        profile: Profile | None = None,
        progress: Progress | None = None,
    ) -> RecoveryCode:
        """Choose a passphrase in a journal that was opened with its recovery code; return the code of the new sheet."""
        self._require_opened_by_code()
        code = self._with_code(new, checked, profile=profile, progress=progress)
        self._unlocked.by_code = False
        return code

    def recover_passphrase(self, new: str, *, profile: Profile | None = None, progress: Progress | None = None) -> None:
        """Do so and leave the sheet as it is, for whoever has no paper at hand."""
        self._require_opened_by_code()
        self._rotate(new, code=None, profile=profile, progress=progress)
        self._unlocked.by_code = False
        # Its code has just been typed.
        self._confirm_sheet()

    def _require_opened_by_code(self) -> None:
        if not self._unlocked.by_code:
            raise RuntimeError("a passphrase opened this journal, and it is asked for")

    def _with_code(
        self,
        passphrase: str,
        checked: RecoveryCode | None,
        *,
        profile: Profile | None,
        progress: Progress | None,
        same: bool = False,
    ) -> RecoveryCode:
        code = checked or new_recovery_code()
        self._rotate(passphrase, code=code, profile=profile, progress=progress, same=same)
        if checked is not None:
            self._confirm_sheet()
        return code

    def _confirm_sheet(self) -> None:
        # What opens the journal has changed by now; if this fails, the sheet is only asked for once too often.
        with suppress(JournalError), self._database.transaction():
            meta.write(self._database, RECOVERY_CONFIRMED, "yes")
            meta.write(self._database, RECOVERY_LATER_USED, "no")

    def _rotate(
        self,
        passphrase: str,
        *,
        code: RecoveryCode | None,
        profile: Profile | None,
        progress: Progress | None,
        same: bool = False,
    ) -> None:
        """Rotate; ``same`` says that the passphrase stays what it was, so that earlier backups open with it as well."""
        generation = self._unlocked.header.generation
        self._database.require_writable()
        # Deriving a key takes a second, in which nothing can be given up: so it can be before each one.
        _tell_begun(progress)
        profile = profile or self._profile()
        _tell_begun(progress)
        if code is not None:
            # Before the key changes over: a code that nobody has seen is not on paper.
            with self._database.transaction():
                confirmed = meta.read(self._database, RECOVERY_CONFIRMED)
                meta.write(self._database, RECOVERY_CONFIRMED, "no")
        try:
            rotate(
                self._unlocked,
                passphrase=passphrase,
                profile=profile,
                code=code,
                copy_database=lambda path, keyspec: self._copy(path, keyspec, progress, same=same),
                settle=lambda: self._database.move(self._unlocked.database_path, self._unlocked.keyspec()),
            )
        except BaseException as error:
            if self._unlocked.header.generation != generation:
                self._drafts.seal_anew()
                if isinstance(error, JournalError):
                    raise KeysChanged from error
                raise
            if code is not None:
                with self._database.transaction():
                    meta.write(self._database, RECOVERY_CONFIRMED, confirmed)
            raise
        self._drafts.seal_anew()

    def _profile(self) -> Profile:
        """Return what a derivation is to cost: as much as this machine can bear, or what a test believes in."""
        return calibrate() if self._unlocked.floor == FLOOR else self._unlocked.floor

    def _copy(self, path: Path, keyspec: str, progress: Progress | None, *, same: bool) -> None:
        self._database.copy_to(path, keyspec, progress=progress)
        # In the copy, so that it counts from the moment at which the journal changes over.
        with closing(Database(path, keyspec)) as copy, copy.transaction():
            remember_key(copy, self._unlocked.draft_key)
            if not same:
                backups.count_passphrase_change(copy)
        with closing(Database(path, keyspec, read_only=True)) as copy:
            checks.require_whole(copy)
        if progress is not None:
            # The last moment to give up.
            progress(1, 1)


def _tell_begun(progress: Progress | None) -> None:
    if progress is not None:
        progress(0, 1)


def draw_code() -> RecoveryCode:
    """Draw a code that opens nothing yet, so that its sheet can be on paper before it counts."""
    return new_recovery_code()
