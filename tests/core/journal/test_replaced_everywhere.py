"""A name that was replaced is gone from every text of its case and from every page of the file."""

from collections.abc import Iterator

import pytest

from tests.builders import a_case, a_contact, a_full_case, everything, reopened
from tests.core.journal.test_bin import plain_pages
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language, Texts
from vpjournal.journal.facade import Journal
from vpjournal.storage import case_texts, checks, index, meta, salvage
from vpjournal.storage.checks import TEXTS

LATIN, CHEROKEE = "Qxwyzvkjq", "ᎠᎡᎢᎣᎤᎥᎦᎧᎨ"
CODES = {
    ("role_answer", "question"),
    ("told_point", "point"),
    ("board_option", "library"),
    ("board_text", "library"),
    ("summary", "checked"),
    ("summary", "read_together"),
    ("handed_out", "fingerprint"),
    ("approval", "fingerprint"),
    ("accepted", "kind"),
    ("accepted", "phase"),
    ("counting_code", "code"),
    ("counted_contact", "channel"),
}
"""Texts of a case that nobody types: identifiers of ours, and fingerprints."""
STAYING = {
    ("guided_case", "code"),
    ("guided_case", "folded_code"),
    ("guided_case", "word"),
    ("guided_case", "folded_word"),
}
"""What a case is found by: told beforehand, and left to the adviser."""
DERIVED = {("case_row", "next_step"), ("not_name", "word"), ("not_name", "folded")}
"""What follows from other texts, and words that are taken off their list as a whole."""
OF_NO_CASE = {
    *("meta", "backup", "organisation", "organisation_text", "organisation_route", "own_word"),
    *("own_code", "code_wording", "asked_dimension"),
}


def _text_columns(journal: Journal) -> Iterator[tuple[str, str]]:
    yield from journal._database.query(
        "SELECT t.name, c.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c"
        " WHERE t.schema = 'main' AND t.strict AND c.type = 'TEXT' AND t.name NOT LIKE 'search%'"
    )


def _takes_anything(journal: Journal, table: str, column: str) -> bool:
    """Tell whether a column takes any text: codes and days have a list or a form that the schema holds them to."""
    ((sql,),) = journal._database.query("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    line = next(line for line in sql.replace("\n    ", " ").splitlines() if line.strip().startswith(f"{column} TEXT"))
    return " IN (" not in line and "GLOB" not in line


def test_every_column_that_holds_words_of_a_case_is_known_here(journal: Journal) -> None:
    free = {
        (table, column)
        for table, column in _text_columns(journal)
        if table not in OF_NO_CASE and _takes_anything(journal, table, column)
    }
    reached = {(table, column) for table in case_texts._TABLES for column in TEXTS[table]} | {("board_text", "text")}
    assert free == reached | CODES | STAYING | DERIVED
    assert set(TEXTS) - set(case_texts._TABLES) == {"organisation_text"}


def _put_into_every_text(journal: Journal, case: CaseId, words: str) -> int:
    """Put words into every text of a case, past all use cases; return how many texts that are."""
    total = 0
    with journal._database.transaction():
        for row in list(case_texts.of_case(journal._database, case)):
            paired = row.table == case_texts.BOARD
            texts = [words if not (paired and place % 2) else text for place, text in enumerate(row.texts)]
            case_texts.write(journal._database, case_texts.CaseText(row.table, row.key, tuple(texts)))
            total += len(texts) // (2 if paired else 1)
        index.make_anew(journal._database, salvage.records(journal._database), today=journal.today._today())
    return total


@pytest.mark.parametrize(
    ("name", "trace"),
    [(LATIN, LATIN[:4].lower().encode()), (CHEROKEE, CHEROKEE[:2].encode())],
    ids=["latin", "cherokee"],
)
@pytest.mark.row(54, "a name replaced everywhere, every page looked through")
def test_a_name_that_was_replaced_leaves_no_byte(journal: Journal, name: str, trace: bytes) -> None:
    case = a_full_case(journal, "Merel-47", "zomergras op de dijk")
    other = a_full_case(journal, "Linde-23", "zomergras op de dijk")
    texts = _put_into_every_text(journal, case, f"toen {name} kwam" + " en ging" * 300)
    assert texts > 50
    journal.identifiers.say_not_a_name(name, case)
    for wide in range(3):
        # Rows that move from page to page leave copies.
        a_contact(journal, case, note=f"{name} " * 700 * (wide + 1))
    again = reopened(journal)
    kept = everything(again)
    assert plain_pages(again).lower().count(trace) > texts
    again.replacing.replace(again.replacing.preview(case, (name,), "collega A"), Texts(Language.DUTCH))
    assert plain_pages(again).lower().count(trace) == 0
    assert again.cases.view(other).contacts
    assert [finding for finding in _problems(again) if finding] == []
    again.replacing.undo(case)
    assert everything(again) == kept
    again.close()


def _problems(journal: Journal) -> Iterator[int]:
    yield from (check(journal._database) for check in checks.CHECKS.values())


def test_a_name_in_texts_that_moved_from_page_to_page_leaves_no_byte(journal: Journal) -> None:
    case = a_case(journal)
    for round_ in range(4):
        contacts = [(a_contact(journal, case, note="begin"), number) for number in range(8)]
        for size in (3, 17, 9, 24, 5, 12):
            for contact, number in contacts:
                text = f"toen {CHEROKEE} kwam " if number % 2 else "zomergras "
                journal.notes.save(contact, text * (size + number + round_))
    plan = journal.replacing.preview(case, (CHEROKEE,), "collega A")
    assert journal.replacing.replace(plan, Texts(Language.DUTCH)).texts > 60
    assert plain_pages(journal).count(CHEROKEE[:2].encode()) == 0
    assert meta.read(journal._database, "copies_left") == ""
