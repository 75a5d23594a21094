"""Finds the texts that are not what was written, and what they belong to: a code and a day, never the text itself."""

from collections.abc import Iterable, Iterator

from vpjournal.domain.damage import AffectedText
from vpjournal.domain.views import HitKind
from vpjournal.errors import JournalDamaged
from vpjournal.storage.checks import TEXTS
from vpjournal.storage.connection import Database
from vpjournal.storage.days import coarse_day
from vpjournal.storage.texts import digest

_ITS_CASE = "SELECT code, NULL, NULL FROM guided_case WHERE id = ?"
_CONTACT = """
SELECT code, precision, day FROM contact AS a JOIN guided_case AS c ON c.id = case_id WHERE a.id = ?
"""
_ORGANISATION = "SELECT name, NULL, NULL FROM organisation WHERE id = ?"


def _of_case(parent: str) -> str:
    return f"SELECT code, NULL, NULL FROM {parent} AS p JOIN guided_case AS c ON c.id = p.case_id WHERE p.id = ?"  # noqa: S608 - a table of ours


_SOURCES: dict[str, tuple[str, HitKind | None, str]] = {
    "organisation_text": ("organisation_id", HitKind.ORGANISATION, _ORGANISATION),
    "case_text": ("case_id", HitKind.CASE, _ITS_CASE),
    "note": ("contact_id", HitKind.NOTE, _CONTACT),
    "note_version": ("contact_id", HitKind.NOTE, _CONTACT),
    "role_check_text": ("role_check_id", HitKind.ROLE_CHECK, _of_case("role_check")),
    "goals": ("case_id", HitKind.GOALS, _ITS_CASE),
    "choice_text": ("choice_id", HitKind.CHOICE, _of_case("choice")),
    "agreement_text": ("agreement_id", HitKind.AGREEMENT, _of_case("agreement")),
    "follow_up": ("case_id", HitKind.FOLLOW_UP, _ITS_CASE),
    "closure": ("case_id", HitKind.CLOSURE, _ITS_CASE),
    "summary_text": ("summary_id", HitKind.SUMMARY, _of_case("summary")),
    "approval_text": ("approval_id", HitKind.SUMMARY, _of_case("approval")),
    "handed_out_text": ("handed_out_id", None, _of_case("handed_out")),
    "accepted_text": ("accepted_id", None, _of_case("accepted")),
}
"""For each table of texts: what its rows are called by, what kind of text they are, and who they belong to."""
_NAMELESS = "SELECT code FROM guided_case WHERE unicode(code) = 63 AND substr(code, 2, 1) = '-'"
_BOARD = "SELECT id, digest FROM board_option"
_BOARD_TEXTS = "SELECT field, text, library FROM board_text WHERE option_id = ? ORDER BY rank"


def texts(database: Database) -> tuple[AffectedText, ...]:
    """Return what does not fit its digest or cannot be read, each of a case only once; reads all texts."""
    found = {AffectedText(HitKind.CASE, code): None for code in _nameless(database)}
    for table in TEXTS:
        key, kind, owner = _SOURCES[table]
        for number in _wrong(database, table, key):
            found[_named(database, kind, owner, number)] = None
    for number in _wrong_options(database):
        found[_named(database, HitKind.BOARD, _of_case("board_option"), number)] = None
    return tuple(found)


def lost(database: Database, records: Iterable[tuple[HitKind, int, int | None]]) -> tuple[AffectedText, ...]:
    """Return by kind and case what records were of which nothing is left, each only once."""
    found = {
        _named(database, kind, _ITS_CASE, 0 if case is None else case): None
        for kind, _, case in records
        if kind not in (HitKind.CASE, HitKind.NOTE)
    }
    return tuple(found)


def _nameless(database: Database) -> list[str]:
    try:
        return [code for (code,) in database.query(_NAMELESS)]
    except JournalDamaged:
        return []


def _wrong(database: Database, table: str, key: str) -> Iterator[int]:
    columns = f"{key}, digest, {', '.join(TEXTS[table])}"
    try:
        rows = database.query(f"SELECT {columns} FROM {table}")  # noqa: S608 - names of our own schema
    except JournalDamaged:
        yield from _wrong_one_by_one(database, table, key)
        return
    for number, expected, *words in rows:
        if digest(*words) != expected:
            yield number


def _wrong_one_by_one(database: Database, table: str, key: str) -> Iterator[int]:
    try:
        numbers = database.query(f"SELECT DISTINCT {key} FROM {table}")  # noqa: S608 - a table of ours
    except JournalDamaged:
        # A whole page of rows is gone; which, only a copy of what is whole can tell.
        return
    for (number,) in numbers:
        try:
            rows = database.query(
                f"SELECT digest, {', '.join(TEXTS[table])} FROM {table} WHERE {key} = ?",  # noqa: S608 - a table of ours
                (number,),
            )
            wrong = any(digest(*words) != expected for expected, *words in rows)
        except JournalDamaged:
            wrong = True
        if wrong:
            yield number


def _wrong_options(database: Database) -> Iterator[int]:
    try:
        options = database.query(_BOARD)
    except JournalDamaged:
        return
    for number, expected in options:
        try:
            rows = database.query(_BOARD_TEXTS, (number,))
            wrong = digest(*(part for row in rows for part in row)) != expected
        except JournalDamaged:
            wrong = True
        if wrong:
            yield number


def _named(database: Database, kind: HitKind | None, owner: str, number: int) -> AffectedText:
    try:
        row = database.query_one(owner, (number,))
    except JournalDamaged:
        row = None
    if row is None:
        return AffectedText(kind, "")
    name, precision, day = row
    return AffectedText(kind, name, None if precision is None else coarse_day(precision, day))
