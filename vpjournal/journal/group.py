"""What every group of use cases has: the database and the day it is."""

from collections.abc import Callable
from datetime import date

from vpjournal.storage.connection import Database


class Group:
    """A group of use cases of one subject. Every changing one is one transaction and returns ``Changes``."""

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        self._database = database
        self._today = today
