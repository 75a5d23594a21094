"""Looks the open journal over while nobody waits, and puts right what lost nothing.

What takes long is done beside the journal thread by a ``Check``, on a connection that only reads; anything that is to
be written goes before it. What such a check finds is made sure of on the journal thread, where nothing is written
meanwhile.
"""

import contextlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from vpjournal import vault
from vpjournal.domain.damage import AffectedText, Damage
from vpjournal.errors import JournalDamaged, JournalError
from vpjournal.journal.group import Desk, Group
from vpjournal.storage import Database, affected, checks, meta
from vpjournal.vault import Unlocked, durable

CHECKED_ON = "structure_checked_on"
"""The name under which a journal says when tables and indexes were last looked at; without a day they are due."""
_EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Check:
    """A look over the journal: every page, and with ``thorough`` tables and indexes as well."""

    thorough: bool
    _source: Database = field(repr=False)

    def run(self) -> bool:
        """Tell whether anything looks damaged: 4 ms for each megabyte, 20 if thorough; on any thread.

        Raises Cancelled when something was to be written meanwhile, and what reading raises.
        """
        with contextlib.closing(self._source.open_reader(gives_way=True)) as reader:
            try:
                return bool(checks.pages(reader) or (self.thorough and checks.structure(reader)))
            except JournalDamaged:
                return True


class Health(Group):
    """How whole the journal is."""

    def __init__(self, desk: Desk, unlocked: Unlocked) -> None:
        super().__init__(desk)
        self._unlocked = unlocked

    def check(self, *, thorough: bool = False) -> Check:
        """Return a look over the journal, to be run on another thread."""
        return Check(thorough, self._database)

    def is_thorough_due(self) -> bool:
        """Tell whether tables and indexes were not looked at for a week."""
        day = meta.read(self._database, CHECKED_ON)
        return not day or self._today() - date.fromisoformat(day) >= _EVERY

    def passed(self) -> None:
        """Remember that a thorough look found nothing."""
        with self._database.transaction():
            meta.write(self._database, CHECKED_ON, self._today().isoformat())

    def affected(self) -> tuple[AffectedText, ...]:
        """Return the texts that are not what was written; reads all of them."""
        return affected.texts(self._database)

    def make_sure(self) -> Damage | None:
        """Look again at what a check found, and put it right when nothing is lost by it; None when all is well.

        Holds up everything else for as long as it takes, about 3 s for each 100 MB; only after a check found something.
        """
        # On a connection of its own: one that met a damaged page gives no page any more, and a check does not say so.
        with contextlib.closing(self._database.open_reader()) as reader:
            if not any(checks.count_problems(reader, check) for check in (checks.pages, checks.structure)):
                return None
        texts = self.affected()
        return Damage(texts) if texts else self._heal()

    def _heal(self) -> Damage:
        """Write all that the tables hold into a database of the next generation, if that is everything there was."""
        found = Damage(healed=True)

        def copy_whole(path: Path, keyspec: str) -> None:
            nonlocal found
            try:
                self._database.write_whole_to(path)
            except JournalDamaged:
                # Not only free pages; if all the others were of indexes, everything can still be gathered.
                path.unlink(missing_ok=True)
                durable.create_file(path, b"")
                # Seldom needed, and large.
                from vpjournal.journal.gathering import gather  # noqa: PLC0415

                gathered = gather(self._database, path, keyspec)
                if gathered.texts or gathered.lost:
                    found = gathered
                    raise
            _require_whole(path, keyspec)

        try:
            vault.write_anew(self._unlocked, copy_database=copy_whole, settle=self._go_on)
        except JournalError:
            return Damage() if found.healed else found
        return found

    def _go_on(self) -> None:
        self._database.move(self._unlocked.database_path, self._unlocked.keyspec())


def _require_whole(path: Path, keyspec: str) -> None:
    with contextlib.closing(Database(path, keyspec, read_only=True)) as copy:
        if any(checks.count_problems(copy, check) for check in checks.CHECKS.values()):
            raise JournalDamaged("database")
