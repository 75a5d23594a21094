"""Single values of the journal as a whole, by name."""

from vpjournal.storage.connection import Database

_READ = "SELECT value FROM meta WHERE name = ?"
_WRITE = "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


def read(database: Database, name: str) -> str:
    """Return a value, or an empty text."""
    row = database.query_one(_READ, (name,))
    return "" if row is None else str(row[0])


def write(database: Database, name: str, value: str) -> None:
    """Keep a value."""
    database.execute(_WRITE, (name, value))
