import ast
import contextlib
from pathlib import Path

import pytest

import vpjournal
from tests.core.vaults import Made, opened
from vpjournal.errors import JournalTooNew
from vpjournal.storage.connection import Database
from vpjournal.storage.migrate import Migration, migrate, schema_version, shipped, statements

ONE = Migration(
    1,
    """
    -- A comment; with a semicolon, and 'a quote
    CREATE TABLE a (x TEXT DEFAULT ';'); /* another; one */
    CREATE TRIGGER t AFTER INSERT ON a BEGIN
        UPDATE a SET x = 'begin; end;' WHERE x = '';
        DELETE FROM a WHERE x IS NULL;
    END;
    INSERT INTO a VALUES ('');
    -- The end; really
    """,
)
TWO = Migration(2, "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = 2;")
BROKEN = Migration(2, "ALTER TABLE a ADD COLUMN y; INSERT INTO nowhere VALUES (1);")


def test_a_file_is_cut_at_the_ends_of_its_statements() -> None:
    found = list(statements(ONE.sql))
    assert len(found) == 3
    assert found[1].endswith("END;")
    assert list(statements(" ;; \n -- nothing\n")) == []
    with pytest.raises(ValueError, match="middle"):
        list(statements("CREATE TABLE a (x); CREATE TABLE b (y)"))


def test_each_migration_runs_once_and_in_order(made: Made) -> None:
    with opened(made.folder) as database:
        migrate(database, [ONE])
        migrate(database, [ONE, TWO])
        migrate(database, [ONE, TWO])
        assert schema_version(database) == 2
        assert database.query("SELECT x, y FROM a") == [("begin; end;", 2)]


def test_a_migration_that_fails_leaves_the_database_as_it_was(made: Made) -> None:
    with opened(made.folder) as database:
        with pytest.raises(Exception, match="nowhere"):
            migrate(database, [ONE, BROKEN])
        assert schema_version(database) == 1
        assert len(database.query("PRAGMA table_info(a)")) == 1
        migrate(database, [ONE, TWO])


def test_a_database_of_a_newer_program_is_left_alone(made: Made) -> None:
    with opened(made.folder) as database:
        migrate(database, [ONE, TWO])
    before = made.database.read_bytes()
    with opened(made.folder) as database, pytest.raises(JournalTooNew):
        migrate(database, [ONE])
    assert made.database.read_bytes() == before


def test_the_shipped_migrations_make_a_sound_schema(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with contextlib.closing(Database(path, f"x'{'0a' * 48}'", new=True)) as database:
        migrate(database)
        assert schema_version(database) == len(shipped())
        assert database.query("PRAGMA integrity_check") == [("ok",)]
        assert database.query("PRAGMA foreign_key_check") == []


def test_no_code_commits_behind_our_back() -> None:
    root = Path(vpjournal.__file__).parent.parent
    for folder in ("vpjournal", "ui", "resources"):
        for path in (root / folder).rglob("*.py"):
            names = {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
            assert "executescript" not in names, path
