"""Copies what is whole in a damaged database into a fresh one, table by table and where needed row by row.

A row of which a text is damaged keeps its place, with empty texts and a digest that fits nothing, so that whoever
reads it hears of the damage and never sees a text that was not written.
"""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vpjournal.domain.views import HitKind
from vpjournal.errors import JournalDamaged
from vpjournal.storage.checks import TEXTS
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.texts import digest

UNKNOWN = bytes(32)
"""A digest that fits no text."""
_TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name <> 'case_row' ORDER BY rowid
"""
_COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
_PARENTS = "SELECT [table], [from], on_delete FROM pragma_foreign_key_list(?)"
STAND_IN = "?-"
"""How the code of a case begins whose own row was lost."""
_NAMELESS = """
INSERT INTO guided_case (id, code, folded_code, word, folded_word, track, position, danger, hurry)
VALUES (?, ?, ?, '', '', 'behaviour', 'unknown', 'not_asked', 'not_asked')
"""
_LOWEST, _HIGHEST = -(2**63), 2**63 - 1
_PROBES = 64
"""Where a stretch of rows cannot be read, so many places in it are looked at from both sides."""
_NOTE_MISSING = """
INSERT INTO note (contact_id, text, digest, edited_on) SELECT id, '', ?, coalesce(day, '2000-01-01') FROM contact
WHERE note_state IN ('written', 'finished') AND id NOT IN (SELECT contact_id FROM note)
"""


Lost = tuple[HitKind, int, int | None]
"""A record of which nothing is left: what kind, its number, and its case."""
_MARKED = {
    HitKind.GOALS: """
INSERT INTO goals (case_id, needs, good_enough, never, digest) VALUES (?, '', '', '', ?)
""",
    HitKind.FOLLOW_UP: """
INSERT INTO follow_up (case_id, after_care, how, disadvantage, digest) VALUES (?, 'not_discussed', '', 'not_asked', ?)
""",
    HitKind.CLOSURE: """
INSERT INTO closure (case_id, words, left_undone, expects_procedure, card_destroyed, digest)
VALUES (?, '', '', 'not_asked', 'not_asked', ?)
""",
}
"""What a case has once or not at all: a mark in its place keeps it from looking as if there was nothing."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: what its rows are found by, and what they hold."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def keys(self) -> str:
        return ", ".join(self.key)


def salvage(source: Database, target: Database) -> tuple[int, tuple[Lost, ...]]:
    """Copy all that can be read; return how many rows are lost, at least, and which records the index knew besides.

    ``target`` has the schema of ``source``.

    What is worked out from the rest, the index and what the list of cases shows, is left for whoever asked.

    About 10 s for 100 MB.
    """
    lost = 0
    # Rows come in any order, and some of those that others point to do not come.
    target.query("PRAGMA foreign_keys = OFF")
    with target.transaction():
        for (name,) in target.query(_TABLES):
            table = _described(target, name)
            target.execute(f"DELETE FROM {name}")  # noqa: S608 - names of our own schema, here and below
            rows, missing = _readable(source, table)
            marks = ", ".join("?" * len(table.columns))
            sql = f"INSERT INTO {name} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608 - a table of ours
            target.execute_many(sql, rows)
            lost += missing
        lost += _mend(target)
        known = _lost_records(source, target)
        for kind, _, case in known:
            if kind in _MARKED and case is not None:
                target.execute(_MARKED[kind], (case, UNKNOWN))
    target.query("PRAGMA foreign_keys = ON")
    return lost, tuple(each for each in known if each[0] not in _MARKED)


def _lost_records(source: Database, target: Database) -> list[Lost]:
    """Return the records that were in the search index and of which no row is left."""
    entries, _ = _readable(source, _Table("search_entry", ("rowid",), ("kind", "record", "case_id")))
    here = set(records(target))
    return [(HitKind(kind), record, case) for kind, record, case in entries if (HitKind(kind), record) not in here]


def _described(database: Database, name: str) -> _Table:
    found = database.query(_COLUMNS, (name,))
    columns = tuple(column for column, _ in found)
    primary = tuple(column for column, place in sorted(found, key=lambda each: each[1]) if place)
    without_rowid = not _has_rowid(database, name)
    return _Table(name, primary if without_rowid else ("rowid",), columns)


def _has_rowid(database: Database, name: str) -> bool:
    ((sql,),) = database.query("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
    return "WITHOUT ROWID" not in sql


_FOUND = {
    HitKind.CASE: "SELECT id FROM guided_case",
    HitKind.ORGANISATION: "SELECT id FROM organisation",
    HitKind.NOTE: "SELECT contact_id FROM note",
    HitKind.BOARD: "SELECT id FROM board_option",
    HitKind.CHOICE: "SELECT id FROM choice",
    HitKind.AGREEMENT: "SELECT id FROM agreement",
    HitKind.GOALS: "SELECT case_id FROM goals",
    HitKind.FOLLOW_UP: "SELECT case_id FROM follow_up",
    HitKind.ROLE_CHECK: "SELECT id FROM role_check",
    HitKind.CLOSURE: "SELECT case_id FROM closure",
    HitKind.SUMMARY: "SELECT id FROM summary",
}
"""The records that can be searched for, in all tables that hold them."""


def records(database: Database) -> Iterator[tuple[HitKind, int]]:
    """Give all records that belong in the search index."""
    tables = {name for (name,) in database.query(_TABLES)}
    for kind, numbers in _FOUND.items():
        # An earlier schema does not have them all.
        if numbers.rpartition(" ")[2] in tables:
            for (record,) in database.query(numbers):
                yield kind, record


# Reading what can be read


def _readable(source: Database, table: _Table) -> tuple[list[Row], int]:
    rows, lost = _rows(source, table)
    sound = [each for row in rows if (each := _sound(table, row)) is not None]
    return sound, lost + len(rows) - len(sound)


def _sound(table: _Table, row: Row) -> Row | None:
    """Return a row, its texts marked if they are not what was written; None if that shows in the rest of it."""
    held = dict(zip(table.columns, row, strict=True))
    texts = TEXTS.get(table.name, ())
    if any(isinstance(held[name], str) and "\0" in held[name] for name in held if name not in texts):
        return None
    if not texts or digest(*(held[name] for name in texts)) == held["digest"]:
        return row
    return tuple("" if name in texts else UNKNOWN if name == "digest" else held[name] for name in held)


def _rows(source: Database, table: _Table) -> tuple[list[Row], int]:
    columns = ", ".join(table.columns)
    with contextlib.suppress(JournalDamaged):
        return source.query(f"SELECT {columns} FROM {table.name}"), 0  # noqa: S608 - a table of ours
    rows: list[Row] = []
    lost = 0
    one = f"SELECT {columns} FROM {table.name} WHERE ({table.keys}) = ({_marks(table)})"  # noqa: S608 - a table of ours
    keys, whole = _keys(source, table)
    lost += not whole
    for key in keys:
        try:
            rows += source.query(one, key)
        except JournalDamaged:
            rows += _without_text(source, table, key)
            lost += 1
    return rows, lost


def _without_text(source: Database, table: _Table, key: Row) -> list[Row]:
    """Read a row without its texts, which stand last on the disk or are replaced; none when that fails too."""
    texts = TEXTS.get(table.name, ())
    if not texts:
        return []
    shown = [
        "''" if column in texts else f"x'{UNKNOWN.hex()}'" if column == "digest" else column for column in table.columns
    ]
    sql = f"SELECT {', '.join(shown)} FROM {table.name} WHERE ({table.keys}) = ({_marks(table)})"  # noqa: S608 - a table of ours
    with contextlib.suppress(JournalDamaged):
        return source.query(sql, key)
    # What stands behind the damaged text is unknown as well; what has to be there gets its least telling value.
    return []


def _marks(table: _Table) -> str:
    return ", ".join("?" * len(table.key))


def _keys(source: Database, table: _Table) -> tuple[list[Row], bool]:
    """Return the keys of all rows whose place can be reached, from both ends and from places in between.

    And whether these are all there were.
    """
    found: set[Row] = set()
    up, down = _Walk(source, table, forward=True), _Walk(source, table, forward=False)
    low, whole = up.go(None, found)
    if whole:
        return sorted(found), True
    high, _ = down.go(None, found)
    for probe in _probes(low, high):
        if (probe,) not in found:
            up.go((probe,), found)
            down.go((probe,), found)
    return sorted(found), False


def _probes(low: Row | None, high: Row | None) -> Iterator[int]:
    first = _LOWEST if low is None else low[0]
    last = _HIGHEST if high is None else high[0]
    if isinstance(first, int) and isinstance(last, int):
        step = (last - first) // (_PROBES + 1)
        yield from (first + step * number for number in range(1, _PROBES + 1) if step)


class _Walk:
    """Goes from row to row in one direction, by the keys alone, until damage, the end or what was found before."""

    def __init__(self, source: Database, table: _Table, *, forward: bool) -> None:
        self._source = source
        order = "ASC" if forward else "DESC"
        ordered = ", ".join(f"{column} {order}" for column in table.key)
        select = f"SELECT {table.keys} FROM {table.name}"  # noqa: S608 - a table of ours
        sign = ">" if forward else "<"
        self._first = f"{select} ORDER BY {ordered} LIMIT 1"
        self._next = f"{select} WHERE ({table.keys}) {sign} ({_marks(table)}) ORDER BY {ordered} LIMIT 1"
        self._from = f"{select} WHERE {table.key[0]} {sign} ? ORDER BY {ordered} LIMIT 1"

    def go(self, start: Row | None, found: set[Row]) -> tuple[Row | None, bool]:
        """Add keys to ``found``; return the last one that was read, and whether the end was reached."""
        last: Row | None = None
        try:
            rows = self._source.query(self._first) if start is None else self._source.query(self._from, start)
            while rows and rows[0] not in found:
                last = rows[0]
                found.add(last)
                rows = self._source.query(self._next, last)
        except JournalDamaged:
            return last, False
        return last, True


# Putting right what points to what is not there


def _mend(target: Database) -> int:
    """Take out rows whose parent was lost, and put a mark where a text has to be and is not; return how many."""
    names = [name for (name,) in target.query(_TABLES)]
    lost = _stand_in(target, names)
    while changed := sum(_drop_orphans(target, name) for name in names):
        lost += changed
    return lost + sum(_mark_missing(target, name) for name in names)


def _stand_in(target: Database, names: Iterable[str]) -> int:
    """Put a case without a name where all else of it is there; a question mark in its code says so."""
    missing: set[int] = set()
    for name in names:
        for parent, column, _ in target.query(_PARENTS, (name,)):
            if parent == "guided_case":
                rows = target.query(
                    f"SELECT DISTINCT {column} FROM {name} "  # noqa: S608 - a table of ours
                    f"WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM guided_case)"
                )
                missing.update(number for (number,) in rows)
    for place, number in enumerate(sorted(missing), 1):
        code = f"{STAND_IN}{place}"
        target.execute(_NAMELESS, (number, code, code))
    return len(missing)


def _drop_orphans(target: Database, name: str) -> int:
    changed = 0
    for parent, column, on_delete in target.query(_PARENTS, (name,)):
        ((key,),) = target.query("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (parent,))
        orphan = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"  # noqa: S608 - a table of ours
        if on_delete == "SET NULL":
            changed += target.execute(f"UPDATE {name} SET {column} = NULL WHERE {orphan}")  # noqa: S608 - a table of ours
        else:
            changed += target.execute(f"DELETE FROM {name} WHERE {orphan}")  # noqa: S608 - a table of ours
    return changed


_ALWAYS = {
    "organisation_text": "organisation",
    "case_text": "guided_case",
    "role_check_text": "role_check",
    "choice_text": "choice",
    "agreement_text": "agreement",
    "summary_text": "summary",
    "handed_out_text": "handed_out",
}
"""Tables of texts that have a row for each row of another."""


def _mark_missing(target: Database, name: str) -> int:
    if name == "note":
        return target.execute(_NOTE_MISSING, (UNKNOWN,))
    if name not in _ALWAYS:
        return 0
    texts = TEXTS[name]
    key = f"{_ALWAYS[name].removeprefix('guided_')}_id"
    return target.execute(
        f"INSERT INTO {name} ({key}, {', '.join(texts)}, digest) "  # noqa: S608 - a table of ours
        f"SELECT id, {', '.join(chr(39) * 2 for _ in texts)}, ? FROM {_ALWAYS[name]} "
        f"WHERE id NOT IN (SELECT {key} FROM {name})",
        (UNKNOWN,),
    )
