"""What can be checked of a database with its key, from cheap to thorough; each answer is a number of problems."""

from collections.abc import Callable, Iterator, Mapping

from vpjournal.errors import JournalDamaged
from vpjournal.storage.connection import Database
from vpjournal.storage.texts import digest

_MOST = 100
TEXTS: Mapping[str, tuple[str, ...]] = {
    "organisation_text": ("recipients", "substitute", "remarks"),
    "case_text": ("about", "hurry_words", "hopes", "reach"),
    "note": ("text",),
    "note_version": ("text",),
    "role_check_text": ("words",),
    "goals": ("needs", "good_enough", "never"),
    "choice_text": ("words", "reason", "may_know", "may_not_know", "good_sign", "stop_sign"),
    "agreement_text": ("what", "may_know"),
    "follow_up": ("how",),
    "closure": ("words", "left_undone"),
    "summary_text": ("text", "recipient_words", "purpose", "why_not_self"),
    "approval_text": ("text", "recipient_words", "purpose"),
    "handed_out_text": ("purpose", "place"),
    "accepted_text": ("words",),
}
"""Which columns of a table its digest stands for, in that order; options, whose texts are rows, stand apart."""

_OWN_TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND (name NOT LIKE 'search_%' OR name = 'search_vocabulary')
"""
_BOARD = "SELECT id, digest FROM board_option"
_BOARD_TEXTS = "SELECT field, text, library FROM board_text WHERE option_id = ? ORDER BY rank"


def pages(database: Database) -> int:
    """Count pages that are not as they were written (their HMAC), about 4 ms for each megabyte."""
    return len(database.query("PRAGMA cipher_integrity_check"))


def structure(database: Database) -> int:
    """Count what SQLite finds wrong in tables and indexes, at most a hundred, 12 to 20 ms for each megabyte."""
    rows = database.query(f"PRAGMA integrity_check({_MOST})")
    return 0 if rows == [("ok",)] else len(rows)


def references(database: Database) -> int:
    """Count rows that point to a row which is not there."""
    return len(database.query("PRAGMA foreign_key_check"))


def salt(database: Database) -> int:
    """Return 1 when the file does not begin with the derived salt; the next change to the journal heals that."""
    return 0 if database.begins_with_salt() else 1


def texts(database: Database) -> int:
    """Count texts that do not fit their digest."""
    return sum(digest(*row[1:]) != row[0] for row in _texts(database))


def _texts(database: Database) -> Iterator[tuple[bytes, *tuple[str, ...]]]:
    """Go through all texts, each after its digest; a table that this schema does not have yet holds none."""
    tables = {name for (name,) in database.query("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table, columns in TEXTS.items():
        if table in tables:
            # Names of our own, from the table above.
            yield from database.query(f"SELECT digest, {', '.join(columns)} FROM {table}")  # noqa: S608 - our tables
    if "board_option" in tables:
        for option, expected in database.query(_BOARD):
            rows = database.query(_BOARD_TEXTS, (option,))
            yield (expected, *(part for row in rows for part in row))


def stray(database: Database) -> int:
    """Count NUL characters in short texts, which carry no digest: damage puts them there, and nothing else does."""
    total = 0
    for (table,) in database.query(_OWN_TABLES):
        for (column,) in database.query("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,)):
            ((found,),) = database.query(f"SELECT count(*) FROM {table} WHERE instr({column}, char(0))")  # noqa: S608 - our tables
            total += found
    return total


CHECKS: Mapping[str, Callable[[Database], int]] = {
    "salt": salt,
    "pages": pages,
    "structure": structure,
    "references": references,
    "texts": texts,
    "stray": stray,
}


def require_whole(database: Database) -> None:
    """Raise JournalDamaged unless pages and structure of a copy are as they should be; 20 ms for each megabyte."""
    if pages(database) or structure(database):
        raise JournalDamaged("database")


def count_problems(database: Database, check: Callable[[Database], int]) -> int:
    """Run a check; damage that stops it half way is a problem too."""
    try:
        return check(database)
    except JournalDamaged:
        return 1
