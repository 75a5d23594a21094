"""Brings a database to the present schema by numbered, frozen SQL files; each is done whole, or not at all."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlcipher3 import dbapi2

from vpjournal.errors import JournalTooNew
from vpjournal.storage.connection import Database

_NAME = re.compile(r"\d{4}_[a-z0-9_]+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One file: the ``user_version`` that it leads to, and its SQL."""

    version: int
    sql: str


@cache
def shipped() -> tuple[Migration, ...]:
    """Return the migrations of this program, in order. Their numbers run from 1 without a gap."""
    folder = files("vpjournal.storage").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if _NAME.fullmatch(entry.name))
    found = [Migration(int(name[:4]), folder.joinpath(name).read_text(encoding="utf-8")) for name in names]
    if [migration.version for migration in found] != list(range(1, len(found) + 1)):
        raise RuntimeError("the migrations do not count on from 1")
    return tuple(found)


def migrate(
    database: Database,
    migrations: Sequence[Migration] | None = None,
    *,
    in_the_last: Callable[[], None] | None = None,
) -> None:
    """Run what this database has not had yet. Raises JournalTooNew when it has had more than we know.

    ``in_the_last`` is called in the transaction of the last one: what it writes is there as soon as that is.
    """
    known = shipped() if migrations is None else migrations
    version = schema_version(database)
    if version > len(known):
        raise JournalTooNew
    for migration in known[version:]:
        with database.transaction():
            for statement in statements(migration.sql):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {migration.version:d}")
            if in_the_last is not None and migration is known[-1]:
                in_the_last()


def schema_version(database: Database) -> int:
    """Return the number of the last migration that was run."""
    row = database.query_one("PRAGMA user_version")
    return int(row[0]) if row else 0


def statements(sql: str) -> Iterator[str]:
    """Cut a file into statements; a semicolon inside a text, a comment or a trigger does not end one."""
    pending = ""
    for piece in re.split(r"(?<=;)", sql):
        pending += piece
        if dbapi2.complete_statement(pending):
            if pending.strip(" \t\r\n;"):
                yield pending.strip()
            pending = ""
    if _without_comments(pending):
        raise ValueError("a migration ends in the middle of a statement")


def _without_comments(sql: str) -> str:
    return re.sub(r"--[^\n]*|/\*.*?\*/", "", sql, flags=re.DOTALL).strip()
