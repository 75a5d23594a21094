"""Rows 2 to 7 of the fault catalogue: what can happen to the pages of the database."""

import os
import random
from pathlib import Path

import pytest

from tests.core.vaults import Made, add_texts, numbers_in, opened, snapshot
from tests.faults.recorder import Tried, count
from vpjournal.errors import JournalDamaged
from vpjournal.storage import Database, checks
from vpjournal.storage.connection import PAGE

EVERYTHING = set(range(20))


def spoil(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def problems(folder: Path) -> int:
    """How much damage is reported when the journal is opened, read and checked; nothing wrong is ever read."""
    try:
        with opened(folder) as database:
            return _problems_read(database) + sum(
                checks.count_problems(database, check) for check in (checks.pages, checks.structure, checks.references)
            )
    except JournalDamaged:
        return 1


def _problems_read(database: Database) -> int:
    try:
        found = numbers_in(database)
    except JournalDamaged:
        return 1
    except AssertionError:  # The digest does not fit; an aggregate raises JournalDamaged here.
        return 1
    assert found <= EVERYTHING
    return len(EVERYTHING - found)


def pages_of(made: Made, usual: int) -> list[int]:
    pages = made.database.stat().st_size // PAGE
    return list(range(0, pages, max(1, pages // count(usual, pages))))


def test_one_flipped_bit_on_a_page_is_reported(made: Made, chance: random.Random, tried: Tried) -> None:
    data = made.database.read_bytes()
    pages = pages_of(made, 25)
    for page in pages:
        at = page * PAGE + chance.randrange(16 if page == 0 else 0, PAGE)
        spoil(made.database, at, bytes([data[at] ^ 1 << chance.randrange(8)]))
        assert problems(made.folder) > 0, f"page {page}, byte {at}"
        spoil(made.database, at, data[at : at + 1])
    assert problems(made.folder) == 0
    tried(2, "pages with a flipped bit", len(pages))


def test_a_flipped_bit_in_the_salt_is_harmless_noticed_and_healed(made: Made) -> None:
    data = made.database.read_bytes()
    for at in range(16):
        spoil(made.database, at, bytes([data[at] ^ 1]))
        with opened(made.folder) as database:
            assert checks.salt(database) == 1
            assert numbers_in(database) == EVERYTHING
            with database.transaction():
                database.execute("CREATE TABLE scratch (x)")
                database.execute("DROP TABLE scratch")
            assert checks.salt(database) == 0


def test_a_page_of_zeros_is_reported(made: Made) -> None:
    data = made.database.read_bytes()
    for page in pages_of(made, 25):
        spoil(made.database, page * PAGE, bytes(PAGE))
        assert problems(made.folder) > 0, f"page {page}"
        spoil(made.database, page * PAGE, data[page * PAGE : (page + 1) * PAGE])
    assert problems(made.folder) == 0


def test_a_damaged_last_overflow_page_never_gives_a_text(made: Made) -> None:
    with opened(made.folder) as database, database.transaction():
        database.execute("DELETE FROM text_of_test WHERE id <> 6")
    with opened(made.folder) as database:
        ((words,),) = database.query("SELECT words FROM text_of_test")
    data = made.database.read_bytes()
    silent = 0
    for page in range(1, len(data) // PAGE):
        spoil(made.database, page * PAGE + 100, os.urandom(50))
        with opened(made.folder) as database:
            assert checks.count_problems(database, checks.pages) > 0
            try:
                found = database.query("SELECT words FROM text_of_test")
            except JournalDamaged:
                pass
            else:
                if found != [(words,)]:
                    silent += 1
                    with pytest.raises(AssertionError):
                        numbers_in(database)
        spoil(made.database, page * PAGE, data[page * PAGE : (page + 1) * PAGE])
    # If this becomes 0, SQLite reports what it did not, and the digests may go.
    assert silent > 0


def test_a_truncated_database_is_refused_and_not_touched(made: Made) -> None:
    data = made.database.read_bytes()
    sizes = {0, 1, len(data) - 1}
    for page in pages_of(made, 20):
        sizes |= {page * PAGE + more for more in (-1, 0, 1)}
    for size in sorted(size for size in sizes if 0 <= size < len(data)):
        made.database.write_bytes(data[:size])
        before = snapshot(made.folder)
        with pytest.raises(JournalDamaged), opened(made.folder):
            pass
        assert snapshot(made.folder) == before, f"{size} bytes"


@pytest.mark.parametrize("more", [1, 100, PAGE, 3 * PAGE])
def test_bytes_at_the_end_are_reported(made: Made, more: int) -> None:
    for tail in (bytes(more), os.urandom(more)):
        data = made.database.read_bytes()
        made.database.write_bytes(data + tail)
        with pytest.raises(JournalDamaged), opened(made.folder):
            pass
        made.database.write_bytes(data)


def test_an_old_page_in_a_new_database_never_gives_a_wrong_text(made: Made, tried: Tried) -> None:
    """Each page proves itself, not its age: an old one is found only where structure or a digest tells."""
    old = made.database.read_bytes()
    with opened(made.folder) as database:
        with database.transaction():
            database.execute("DELETE FROM text_of_test WHERE id % 2")
        add_texts(database, range(1, 20, 2))
    new = made.database.read_bytes()
    told = 0
    pages = range(1, min(len(old), len(new)) // PAGE)
    for page in pages:
        spoil(made.database, page * PAGE, old[page * PAGE : (page + 1) * PAGE])
        told += problems(made.folder) > 0
        spoil(made.database, page * PAGE, new[page * PAGE : (page + 1) * PAGE])
    assert told > 0
    # What was put back and fits is no wrong text but an old one: a limit that docs/security.md tells.
    tried(7, "old pages put back", len(pages))


def test_a_plain_database_never_appears(made: Made) -> None:
    with opened(made.folder) as database:
        for number in range(20, 25):
            add_texts(database, range(number, number + 1))
            for path in made.folder.iterdir():
                assert not path.read_bytes().startswith(b"SQLite format 3")
                assert b"rivier" not in path.read_bytes()
