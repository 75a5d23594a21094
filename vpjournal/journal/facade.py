"""The open journal: every use case there is, by subject."""

from collections.abc import Callable
from datetime import date
from time import monotonic

from vpjournal.domain.changes import Changes
from vpjournal.domain.damage import Damage
from vpjournal.journal.agreements import Agreements
from vpjournal.journal.backups import Backups
from vpjournal.journal.bin import Bin
from vpjournal.journal.board import Boards
from vpjournal.journal.cases import Cases
from vpjournal.journal.choices import Choices
from vpjournal.journal.closure import Closures
from vpjournal.journal.conflict_copy import ConflictCopy
from vpjournal.journal.contacts import Contacts
from vpjournal.journal.counting import Counting
from vpjournal.journal.drafts import Drafts
from vpjournal.journal.figures import Figures
from vpjournal.journal.follow_up import FollowUps
from vpjournal.journal.gate import Gates
from vpjournal.journal.goals import GoalsOfCases
from vpjournal.journal.group import EXAMPLE, Desk
from vpjournal.journal.health import Health
from vpjournal.journal.keys import Keys
from vpjournal.journal.known import Identifiers
from vpjournal.journal.moving import Moving
from vpjournal.journal.notes import Notes
from vpjournal.journal.organisations import Organisations
from vpjournal.journal.papers import Papers
from vpjournal.journal.place import Place
from vpjournal.journal.places import drafts_folder
from vpjournal.journal.points import Points
from vpjournal.journal.register import Register
from vpjournal.journal.remains import remove_remains
from vpjournal.journal.replacing import Replacing
from vpjournal.journal.role_checks import RoleChecks
from vpjournal.journal.search import Search
from vpjournal.journal.settings import Settings
from vpjournal.journal.summaries import Summaries
from vpjournal.journal.today import TodayGroup
from vpjournal.journal.witnessing import Witnessing
from vpjournal.storage import Database, meta
from vpjournal.vault import Unlocked


class Journal:
    """An open journal. It lives on the thread that opened it; only ``interrupt`` may be called from another."""

    def __init__(
        self,
        database: Database,
        unlocked: Unlocked,
        *,
        today: Callable[[], date] = date.today,
        ticks: Callable[[], float] = monotonic,
        damage: Damage | None = None,
        on_close: Callable[[], None] | None = None,
    ) -> None:
        """``damage`` says that it is opened to look at what is whole; ``on_close`` takes away what that took."""
        self._database = database
        self._unlocked = unlocked
        self._damage = damage
        self._on_close = on_close
        self._is_example = meta.read(database, EXAMPLE) == "yes"
        database.on_return = unlocked.lock_again
        desk = Desk(database, today, unlocked.release_reserve)
        self.organisations = Organisations(desk)
        self.cases = Cases(desk)
        self.contacts = Contacts(desk)
        self.notes = Notes(desk, ticks)
        self.points = Points(desk)
        self.role_checks = RoleChecks(desk)
        self.goals = GoalsOfCases(desk)
        self.board = Boards(desk)
        self.choices = Choices(desk)
        self.agreements = Agreements(desk)
        self.follow_up = FollowUps(desk)
        self.closure = Closures(desk)
        self.counting = Counting(desk)
        self.figures = Figures(desk, self.counting)
        self.search = Search(desk)
        self.today = TodayGroup(desk)
        self.summaries = Summaries(desk)
        self.gate = Gates(desk)
        self.papers = Papers(desk)
        self.register = Register(desk)
        self.settings = Settings(desk)
        self.place = Place(desk)
        self.identifiers = Identifiers(desk)
        self.drafts = Drafts(desk, unlocked, self.notes, drafts_folder())
        self.bin = Bin(desk, self.drafts)
        self.replacing = Replacing(desk, self.drafts)
        self.conflict_copy = ConflictCopy(desk, unlocked)
        self.keys = Keys(desk, unlocked, self.drafts)
        self.backups = Backups(desk, unlocked)
        self.health = Health(desk, unlocked)
        self.witness = Witnessing(desk, unlocked)
        self.moving = Moving(desk, unlocked, self.witness)

    @property
    def is_example(self) -> bool:
        """Tell whether all in this journal was invented to look at and to practise on."""
        return self._is_example

    @property
    def damage(self) -> Damage | None:
        """What is damaged, in a journal that was opened only to look at what is whole; nothing is saved in it."""
        return self._damage

    @property
    def repaired(self) -> bool:
        """Tell whether a damaged header was put right from its copy when the journal was opened."""
        return self._unlocked.repaired

    @property
    def recovered(self) -> bool:
        """Tell whether the recovery code opened the journal, so that a passphrase has to be chosen now."""
        return self._unlocked.by_code

    def tidy(self) -> Changes:
        """Index what was typed, end old histories, destroy what lay in the bin long enough, make the reserve again.

        And remove what interrupted work left outside. To be called when nobody waits.
        """
        remove_remains(self._unlocked.folder)
        self._unlocked.restore_reserve()
        self.search.catch_up()
        notes, deleted, copies = self.notes.sweep(), self.bin.sweep(), self.backups.take_up_copies()
        return Changes(notes.areas | deleted.areas | copies.areas)

    def interrupt(self) -> None:
        """Stop the reading that runs, from another thread; it raises Cancelled."""
        self._database.interrupt()

    def close(self) -> None:
        """Close the database and let go of the folder. Safe to call twice."""
        try:
            self.witness.end()
        finally:
            self._database.close()
            self._unlocked.close()
            if self._on_close is not None:
                self._on_close()
