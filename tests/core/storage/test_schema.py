"""Every statement of the storage modules against the real schema, and what the schema itself refuses."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

import vpjournal
from vpjournal import storage
from vpjournal.storage.migrate import shipped, statements

STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\s", re.ASCII)
APART = {
    f"vpjournal.storage.{name}"
    for name in ("connection", "faults", "migrate", "checks", "salvage", "affected", "free_pages", "case_texts")
}
"""Modules that go through all tables, whichever there are; tests of their own run all of it."""


def _statements_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value):
            yield node.value


def all_sql() -> Iterator[tuple[str, str]]:
    for found in pkgutil.iter_modules(storage.__path__, "vpjournal.storage."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, str) and STATEMENT.match(value):
                yield f"{found.name}.{name}", value


@pytest.fixture(scope="module")
def schema() -> Iterator[dbapi2.Connection]:
    connection = dbapi2.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    for migration in shipped():
        for statement in statements(migration.sql):
            connection.execute(statement)
    yield connection
    connection.close()


@pytest.mark.parametrize("sql", [pytest.param(sql, id=name) for name, sql in all_sql()])
def test_every_statement_fits_the_schema(schema: dbapi2.Connection, sql: str) -> None:
    assert '"' not in sql, "a name in quotes that is mistyped is silently a text"
    numbered = [int(number) for number in re.findall(r"\?(\d+)", sql)]
    count = max(numbered) if numbered else sql.count("?")
    schema.execute("EXPLAIN " + sql, (1,) * count)


def test_there_is_sql_nowhere_but_in_constants_of_the_storage_modules() -> None:
    root = Path(vpjournal.__file__).parent
    in_constants = {sql for _name, sql in all_sql()}
    stray = [
        (module, sql)
        for path in root.rglob("*.py")
        if (module := ".".join(("vpjournal", *path.relative_to(root).with_suffix("").parts))) not in APART
        for sql in _statements_in(path)
        if sql not in in_constants
    ]
    assert stray == []
    assert len(in_constants) > 80


def test_every_table_is_strict(schema: dbapi2.Connection) -> None:
    tables = schema.execute("SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main'").fetchall()
    ours = [row for row in tables if not row[0].startswith(("sqlite_", "search_word"))]
    assert len(ours) > 20
    assert [name for name, strict, kind in ours if kind == "table" and not strict] == []


def test_no_column_keeps_a_time_finer_than_a_day(schema: dbapi2.Connection) -> None:
    columns = schema.execute(
        "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c WHERE t.schema = 'main'"
    ).fetchall()
    assert [column for column in columns if re.search(r"time|hour|stamp|clock|_at$", column[1])] == []


def test_a_case_cannot_be_deleted_while_its_words_are_in_the_index(schema: dbapi2.Connection) -> None:
    schema.execute(
        "INSERT INTO guided_case (id, code, folded_code, word, folded_word, track, position, danger, hurry)"
        " VALUES (1, 'Merel-47', 'merel 47', '', '', 'behaviour', 'unknown', 'no', 'no')"
    )
    schema.execute("INSERT INTO search_entry (id, kind, record, case_id) VALUES (1, 'case', 1, 1)")
    with pytest.raises(dbapi2.IntegrityError):
        schema.execute("DELETE FROM guided_case")


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO phase_mark VALUES (1, 'intake', 'enough')",
        "INSERT INTO phase_mark VALUES (1, 'choice', 'begun')",
        "INSERT INTO event VALUES (1, 1, 'paper', 'choice', '2026-11-12 10:00', 1)",
        "INSERT INTO contact VALUES (1, 1, 1, 'choice', 'unknown', '2026-11-12', 'phone', 'unwritten', NULL, NULL)",
        "INSERT INTO contact VALUES (1, 1, 1, 'choice', 'day', NULL, 'phone', 'unwritten', NULL, NULL)",
        "INSERT INTO contact VALUES (1, 1, 1, 'choice', 'unknown', NULL, 'phone', 'unwritten', NULL, 10)",
        "INSERT INTO counting (id) VALUES (1)",
        "INSERT INTO counting (id, frozen, month, period_start, period_months, half) VALUES (1, 1, 9, 9, 12, 1)",
        "INSERT INTO counting (id, frozen, period_start) VALUES (1, 1, 24300)",
        "INSERT INTO counting (id, frozen, since) VALUES (1, 1, 24300)",
        "INSERT INTO note VALUES (1, 'x', x'00', '2026-11-12', 0)",
    ],
)
def test_the_schema_refuses_what_the_rules_exclude(schema: dbapi2.Connection, sql: str) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        schema.execute(sql)
