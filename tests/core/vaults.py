"""Makes real journals for tests, with the cheapest key derivation there is and a table of texts with digests."""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vpjournal import vault
from vpjournal.storage import Database
from vpjournal.vault import CHEAPEST

PASSPHRASE = "wolk tafel rivier lantaarn mosterd anker"
DATABASE = "data-000001.db"
_TABLE = "CREATE TABLE text_of_test (id INTEGER PRIMARY KEY, words TEXT NOT NULL, digest BLOB NOT NULL)"


@dataclass(frozen=True)
class Made:
    folder: Path
    groups: tuple[str, ...]

    @property
    def header(self) -> Path:
        return self.folder / "journal.header"

    @property
    def copy(self) -> Path:
        return self.folder / "journal.header.copy"

    @property
    def database(self) -> Path:
        return self.folder / DATABASE


def make_journal(folder: Path, *, passphrase: str = PASSPHRASE, texts: int = 0) -> Made:
    created = vault.create(folder, passphrase=passphrase, profile=CHEAPEST, make_database=_make_database)
    with contextlib.closing(created.unlocked):
        if texts:
            with contextlib.closing(Database(created.unlocked.database_path, created.unlocked.keyspec())) as database:
                add_texts(database, range(texts))
    return Made(folder, created.recovery_code.groups)


def _make_database(path: Path, keyspec: str) -> None:
    with contextlib.closing(Database(path, keyspec, new=True)) as database, database.transaction():
        database.execute(_TABLE)


def unlock(folder: Path, passphrase: str = PASSPHRASE, *, repair: bool = True) -> vault.Unlocked:
    return vault.unlock(folder, passphrase, floor=CHEAPEST, repair=repair)


@contextlib.contextmanager
def opened(folder: Path, *, passphrase: str = PASSPHRASE) -> Iterator[Database]:
    with (
        contextlib.closing(unlock(folder, passphrase)) as unlocked,
        contextlib.closing(Database(unlocked.database_path, unlocked.keyspec())) as database,
    ):
        yield database


def words_of(number: int) -> str:
    """A text of 200 to 15,000 characters, so that some lie on overflow pages."""
    return f"gesprek {number} over de rivier. " * (10 + number % 7 * 80)


def add_texts(database: Database, numbers: range) -> None:
    for number in numbers:
        with database.transaction():
            words = words_of(number)
            row = (number, words, hashlib.sha256(words.encode()).digest())
            database.insert("INSERT INTO text_of_test VALUES (?, ?, ?)", row)


def numbers_in(database: Database) -> set[int]:
    """The numbers of all texts, each of which is as it was written."""
    found = set()
    for number, words, digest in database.query("SELECT id, words, digest FROM text_of_test"):
        if hashlib.sha256(words.encode()).digest() != digest:
            raise AssertionError("a wrong text was read")
        found.add(number)
    return found


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
