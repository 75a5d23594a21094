import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from vpjournal.storage import Database, checks, migrate
from vpjournal.storage.texts import digest


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "new.db"
    path.touch()
    with contextlib.closing(Database(path, f"x'{'0a' * 48}'", new=True)) as found:
        migrate(found)
        yield found


def test_every_text_with_a_digest_is_checked(database: Database) -> None:
    with_digest = {
        table
        for (table,) in database.query("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if any(column[1] == "digest" for column in database.query(f"PRAGMA table_info({table})"))
    }
    assert with_digest == {*checks.TEXTS, "board_option"}


def test_a_text_that_changed_behind_its_digest_is_counted(database: Database) -> None:
    with database.transaction():
        database.execute("PRAGMA defer_foreign_keys = ON")
        database.execute("INSERT INTO goals VALUES (1, 'rust', 'genoeg', '', ?)", (digest("rust", "genoeg", ""),))
        assert checks.texts(database) == 0
        database.execute("UPDATE goals SET needs = 'rusten'")
        assert checks.texts(database) == 1
        assert checks.references(database) == 1
        database.execute("DELETE FROM goals")


def test_a_new_database_has_no_problems(database: Database) -> None:
    assert {name: check(database) for name, check in checks.CHECKS.items()} == dict.fromkeys(checks.CHECKS, 0)
