"""All that anybody typed in one case, whichever table it lies in: read as a whole, and written back text by text.

For what has to reach every text there is. Whoever adds a table with texts of a case adds it here: a test goes over the
schema.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vpjournal.domain.ids import CaseId
from vpjournal.storage.checks import TEXTS
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.texts import check, digest

BOARD = "board_option"
"""The table that stands for the texts of options: each text is followed by the number of its library text."""

LEFT = "handed_out_text"
"""The table of what left: its second text is the file that it went to."""


@dataclass(frozen=True, slots=True)
class CaseText:
    """A row of texts that a digest stands for. ``key`` begins with the number of its record."""

    table: str
    key: tuple[int, ...]
    texts: tuple[str, ...] = field(repr=False)
    in_bin: bool = False

    @property
    def record(self) -> int:
        """The number of the record that it belongs to."""
        return self.key[0]


@dataclass(frozen=True, slots=True)
class _Table:
    """How the rows of a case are found: by their own column, or by that of the table they hang on."""

    key: tuple[str, ...]
    parent: str = ""
    bin: bool = False


_TABLES: dict[str, _Table] = {
    "case_text": _Table(("case_id",)),
    "note": _Table(("contact_id",), "contact", bin=True),
    "note_version": _Table(("contact_id", "number"), "contact", bin=True),
    "role_check_text": _Table(("role_check_id",), "role_check"),
    "goals": _Table(("case_id",)),
    "choice_text": _Table(("choice_id",), "choice", bin=True),
    "agreement_text": _Table(("agreement_id",), "agreement", bin=True),
    "follow_up": _Table(("case_id",)),
    "summary_text": _Table(("summary_id",), "summary", bin=True),
    "approval_text": _Table(("approval_id",), "approval"),
    "closure": _Table(("case_id",)),
    "handed_out_text": _Table(("handed_out_id",), "handed_out"),
    "accepted_text": _Table(("accepted_id",), "accepted"),
}
_OPTIONS = "SELECT id, deleted_on IS NOT NULL, digest FROM board_option WHERE case_id = ?"
_OPTION = "SELECT id, deleted_on IS NOT NULL, digest FROM board_option WHERE id = ?"
_BOARD_TEXTS = "SELECT rank, field, text, library FROM board_text WHERE option_id = ? ORDER BY rank"
_SET_BOARD_TEXT = "UPDATE board_text SET text = ?, library = ? WHERE option_id = ? AND rank = ?"
_SET_BOARD_DIGEST = "UPDATE board_option SET digest = ? WHERE id = ?"


def of_case(database: Database, case: CaseId) -> Iterator[CaseText]:
    """Give all texts of a case, those in the bin too. Raises JournalDamaged("text")."""
    for name, table in _TABLES.items():
        for row in database.query(f"{_select(name, table)} WHERE {_owner(table)}.case_id = ?", (case,)):
            yield _text(name, table, row)
    for row in database.query(_OPTIONS, (case,)):
        yield _option(database, row)


def read(database: Database, text: CaseText) -> CaseText | None:
    """Return what stands in the place of a text now; None when there is nothing. Raises JournalDamaged("text")."""
    if text.table == BOARD:
        row = database.query_one(_OPTION, text.key)
        return None if row is None else _option(database, row)
    table = _TABLES[text.table]
    found = " AND ".join(f"t.{column} = ?" for column in table.key)
    row = database.query_one(f"{_select(text.table, table)} WHERE {found}", text.key)
    return None if row is None else _text(text.table, table, row)


def write(database: Database, text: CaseText) -> None:
    """Put texts in the place of those that are there, with their digest."""
    if text.table == BOARD:
        _write_option(database, text)
        return
    columns = ", ".join(f"{column} = ?" for column in TEXTS[text.table])
    found = " AND ".join(f"{column} = ?" for column in _TABLES[text.table].key)
    sql = f"UPDATE {text.table} SET {columns}, digest = ? WHERE {found}"  # noqa: S608 - a table of ours
    database.execute(sql, (*text.texts, digest(*text.texts), *text.key))


def _select(name: str, table: _Table) -> str:
    keys = ", ".join(f"t.{column}" for column in table.key)
    in_bin = "p.deleted_on IS NOT NULL" if table.bin else "0"
    texts = ", ".join(f"t.{column}" for column in TEXTS[name])
    join = f"JOIN {table.parent} AS p ON p.id = t.{table.key[0]}" if table.parent else ""
    return f"SELECT {keys}, {in_bin}, t.digest, {texts} FROM {name} AS t {join}"  # noqa: S608 - a table of ours


def _owner(table: _Table) -> str:
    return "p" if table.parent else "t"


def _text(name: str, table: _Table, row: Row) -> CaseText:
    length = len(table.key)
    in_bin, expected, *texts = row[length:]
    check("text", expected, *texts)
    return CaseText(name, tuple(row[:length]), tuple(texts), in_bin=bool(in_bin))


def _option(database: Database, row: Row) -> CaseText:
    number, in_bin, expected = row
    rows = database.query(_BOARD_TEXTS, (number,))
    check("text", expected, *(part for _, *parts in rows for part in parts))
    return CaseText(BOARD, (number,), tuple(part for *_, text, source in rows for part in (text, source)), bool(in_bin))


def _write_option(database: Database, text: CaseText) -> None:
    (option,) = text.key
    rows = database.query(_BOARD_TEXTS, (option,))
    changed = [
        (rank, field_, *pair)
        for (rank, field_, *_), pair in zip(rows, zip(text.texts[::2], text.texts[1::2], strict=True), strict=True)
    ]
    database.execute_many(_SET_BOARD_TEXT, [(words, source, option, rank) for rank, _, words, source in changed])
    database.execute(_SET_BOARD_DIGEST, (digest(*(part for _, *parts in changed for part in parts)), option))
