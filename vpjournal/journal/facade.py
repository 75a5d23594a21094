"""The open journal: every use case there is, by subject."""

from collections.abc import Callable
from datetime import date
from time import monotonic
from typing import Protocol

from vpjournal.domain.changes import Changes
from vpjournal.journal.agreements import Agreements
from vpjournal.journal.bin import Bin
from vpjournal.journal.board import Boards
from vpjournal.journal.cases import Cases
from vpjournal.journal.choices import Choices
from vpjournal.journal.closure import Closures
from vpjournal.journal.contacts import Contacts
from vpjournal.journal.follow_up import FollowUps
from vpjournal.journal.goals import GoalsOfCases
from vpjournal.journal.notes import Notes
from vpjournal.journal.organisations import Organisations
from vpjournal.journal.papers import Papers
from vpjournal.journal.place import Place
from vpjournal.journal.points import Points
from vpjournal.journal.role_checks import RoleChecks
from vpjournal.journal.search import Search
from vpjournal.journal.settings import Settings
from vpjournal.journal.today import TodayGroup
from vpjournal.storage.connection import Database


class Unlocked(Protocol):
    """The unlocked folder: its keys and its lock, held as long as the journal is open."""

    def close(self) -> None:
        """Let go of the folder."""


class Journal:
    """An open journal. It lives on the thread that opened it; only ``interrupt`` may be called from another."""

    def __init__(
        self,
        database: Database,
        unlocked: Unlocked,
        *,
        today: Callable[[], date] = date.today,
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self._database = database
        self._unlocked = unlocked
        self.organisations = Organisations(database, today)
        self.cases = Cases(database, today)
        self.contacts = Contacts(database, today)
        self.notes = Notes(database, today)
        self.points = Points(database, today)
        self.role_checks = RoleChecks(database, today)
        self.goals = GoalsOfCases(database, today)
        self.board = Boards(database, today)
        self.choices = Choices(database, today)
        self.agreements = Agreements(database, today)
        self.follow_up = FollowUps(database, today)
        self.closure = Closures(database, today)
        self.bin = Bin(database, today)
        self.search = Search(database, today)
        self.today = TodayGroup(database, today)
        self.papers = Papers(database, today)
        self.settings = Settings(database, today)
        self.place = Place(database, today)

    def tidy(self) -> Changes:
        """End old note histories and destroy what lay in the bin long enough; to be called when nobody waits."""
        raise NotImplementedError

    def interrupt(self) -> None:
        """Stop the reading that runs, from another thread."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the database and let go of the folder."""
        raise NotImplementedError
