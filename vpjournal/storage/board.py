"""Options boards in rows: an option, and its texts one a row, each with the library text it may come from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from vpjournal.domain.board import BoardLine, BoardText, LineKind, Option, OptionDraft
from vpjournal.domain.ids import CaseId, OptionId
from vpjournal.storage.connection import Database, Row
from vpjournal.storage.days import day_in
from vpjournal.storage.texts import check, digest

_LIST = """
SELECT id, case_id, library, digest FROM board_option
WHERE case_id = ? AND deleted_on IS NULL ORDER BY rank
"""
_TEXTS = """
SELECT option_id, field, text, board_text.library FROM board_text JOIN board_option ON option_id = id
WHERE case_id = ? AND deleted_on IS NULL ORDER BY option_id, board_text.rank
"""
_GET = "SELECT id, case_id, library, digest FROM board_option WHERE id = ?"
_TEXTS_OF_ONE = "SELECT option_id, field, text, library FROM board_text WHERE option_id = ? ORDER BY rank"
_ORDER = "SELECT id FROM board_option WHERE case_id = ? AND deleted_on IS NULL ORDER BY rank"
_RANK = "SELECT rank FROM board_option WHERE id = ?"
_INSERT = "INSERT INTO board_option (id, case_id, rank, library, digest) VALUES (?, ?, ?, ?, ?)"
_UPDATE = "UPDATE board_option SET library = ?, digest = ? WHERE id = ?"
_SET_RANK = "UPDATE board_option SET rank = ?1 WHERE id = ?2 AND rank <> ?1"
_DELETED = "UPDATE board_option SET deleted_on = ? WHERE id = ?"
_CLEAR_TEXTS = "DELETE FROM board_text WHERE option_id = ?"
_PUT_TEXT = "INSERT INTO board_text (option_id, rank, field, text, library) VALUES (?, ?, ?, ?, ?)"
_LINES = {str(kind): kind for kind in LineKind}

_Text = tuple[str, str, str]
"""Field, text and library text."""


def of_case(database: Database, case: CaseId) -> tuple[Option, ...]:
    """Return the options of a case, in order. Raises JournalDamaged("option")."""
    texts: dict[int, list[_Text]] = {}
    for option, *text in database.query(_TEXTS, (case,)):
        texts.setdefault(option, []).append((text[0], text[1], text[2]))
    return tuple(_option(row, texts.get(row[0], ())) for row in database.query(_LIST, (case,)))


def get(database: Database, option: OptionId) -> Option | None:
    """Return an option, in the bin or not. Raises JournalDamaged("option")."""
    row = database.query_one(_GET, (option,))
    if row is None:
        return None
    return _option(row, [(text[1], text[2], text[3]) for text in database.query(_TEXTS_OF_ONE, (option,))])


def order(database: Database, case: CaseId) -> list[OptionId]:
    """Return the options of a case that are not in the bin, in order."""
    return [OptionId(number) for (number,) in database.query(_ORDER, (case,))]


def rank(database: Database, option: OptionId) -> int:
    """Return the place that an option has, or had when it was put into the bin."""
    return int(database.query(_RANK, (option,))[0][0])


def insert(database: Database, option: OptionId, case: CaseId, draft: OptionDraft, *, at: int) -> None:
    """Add an option with a place; ``set_order`` gives the others theirs."""
    texts = tuple(_texts(draft))
    database.execute(_INSERT, (option, case, at, draft.library, _digest(texts)))
    _put_texts(database, option, texts)


def update(database: Database, option: OptionId, draft: OptionDraft) -> None:
    """Replace what an option says."""
    texts = tuple(_texts(draft))
    database.execute(_UPDATE, (draft.library, _digest(texts), option))
    database.execute(_CLEAR_TEXTS, (option,))
    _put_texts(database, option, texts)


def set_order(database: Database, options: Iterable[OptionId]) -> None:
    """Give options their places in this order."""
    database.execute_many(_SET_RANK, [(place, option) for place, option in enumerate(options)])


def set_deleted(database: Database, option: OptionId, day: date | None) -> None:
    """Put an option into the bin, or take it out."""
    database.execute(_DELETED, (day_in(day), option))


def _texts(draft: OptionDraft) -> Iterator[_Text]:
    yield "title", draft.title.text, draft.title.library
    yield "who_knows", draft.who_knows.text, draft.who_knows.library
    yield "who_decides", draft.who_decides.text, draft.who_decides.library
    yield "reversible", draft.reversible.text, draft.reversible.library
    yield "says", draft.says, ""
    for line in draft.lines:
        yield line.kind, line.content.text, line.content.library


def _digest(texts: Sequence[_Text]) -> bytes:
    return digest(*(part for text in texts for part in text))


def _put_texts(database: Database, option: OptionId, texts: Sequence[_Text]) -> None:
    database.execute_many(_PUT_TEXT, [(option, place, *text) for place, text in enumerate(texts)])


def _option(row: Row, texts: Sequence[_Text]) -> Option:
    number, case, library, expected = row
    check("option", expected, *(part for text in texts for part in text))
    single = {field: BoardText(text, source) for field, text, source in texts if field not in _LINES}
    draft = OptionDraft(
        title=single["title"],
        who_knows=single["who_knows"],
        who_decides=single["who_decides"],
        reversible=single["reversible"],
        lines=tuple(
            BoardLine(_LINES[field], BoardText(text, source)) for field, text, source in texts if field in _LINES
        ),
        says=single["says"].text,
        library=library,
    )
    return Option(OptionId(number), CaseId(case), draft)
