"""What looking a journal or a backup over found: one outcome for each check."""

from collections.abc import Iterator
from dataclasses import dataclass

from vpjournal.storage import Database, checks


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check: header, copy, database, salt, pages, structure, references, texts or stray."""

    check: str
    problems: int


def checked(database: Database) -> Iterator[Finding]:
    """Make every check of a database, from cheap to thorough."""
    for name, check in checks.CHECKS.items():
        yield Finding(name, checks.count_problems(database, check))
