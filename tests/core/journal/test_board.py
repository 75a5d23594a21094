from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_case, all_gone, an_option, reopened
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.changes import Area
from vpjournal.domain.ids import CaseId, OptionId
from vpjournal.domain.views import BinKind
from vpjournal.errors import FieldMissing, Gone, JournalDamaged
from vpjournal.journal.facade import Journal

FULL = OptionDraft(
    title=BoardText("De ander schrijven", "O5.title"),
    who_knows=BoardText("de ander", "O5.who_knows"),
    who_decides=BoardText("<i>wij</i>"),
    reversible=BoardText("nee\nof toch"),
    lines=(
        BoardLine(LineKind.PRO, BoardText("rustig", "O5.p1")),
        BoardLine(LineKind.CON, BoardText("traag")),
        BoardLine(LineKind.PRO, BoardText("rustig", "O5.p1")),
        BoardLine(LineKind.CONSEQUENCE, BoardText("")),
    ),
    says="'misschien'",
    library="O5",
)


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal)


def titles(journal: Journal, case: CaseId) -> list[str]:
    return [option.draft.title.text for option in journal.board.read(case).options]


def test_a_board_opens_empty(journal: Journal, case: CaseId) -> None:
    assert journal.board.read(case).options == ()


def test_an_option_comes_back_from_disk_line_by_line(journal: Journal, case: CaseId) -> None:
    journal.board.add(case, FULL)
    again = reopened(journal)
    assert again.board.read(case).options[0].draft == FULL
    again.close()


def test_a_changed_option_keeps_its_place_and_nothing_of_the_old(journal: Journal, case: CaseId) -> None:
    first = an_option(journal, case, "een", lines=FULL.lines)
    an_option(journal, case, "twee")
    journal.board.change(first, OptionDraft(BoardText("nieuw")))
    assert journal.board.read(case).options[0].draft == OptionDraft(BoardText("nieuw"))
    assert titles(journal, case) == ["nieuw", "twee"]


@pytest.mark.parametrize("title", ["", " \n\t"])
def test_an_option_has_a_title(journal: Journal, case: CaseId, title: str) -> None:
    option = an_option(journal, case, "een")
    untitled = replace(FULL, title=BoardText(title))
    with pytest.raises(FieldMissing) as told:
        journal.board.add(case, untitled)
    assert told.value.field == "title"
    with pytest.raises(FieldMissing):
        journal.board.change(option, untitled)
    assert titles(journal, case) == ["een"]


def test_two_hundred_options_and_a_title_of_five_thousand_characters(journal: Journal, case: CaseId) -> None:
    for number in range(199):
        an_option(journal, case, f"mogelijkheid {number}")
    long_one = an_option(journal, case, "é" * 5000)
    journal.board.move(long_one, 0)
    found = titles(journal, case)
    assert len(found) == 200
    assert found[:2] == ["é" * 5000, "mogelijkheid 0"]


@settings(max_examples=30)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(-3, 9)), max_size=10))
def test_moving_is_the_same_as_moving_in_a_list(journal: Journal, moves: list[tuple[int, int]]) -> None:
    case = a_case(journal, journal.cases.propose_code())
    options = [an_option(journal, case, str(number)) for number in range(5)]
    expected = [str(number) for number in range(5)]
    for which, to in moves:
        journal.board.move(options[which], to)
        expected.remove(str(which))
        expected.insert(max(0, to), str(which))
    assert titles(journal, case) == expected


def test_an_option_is_put_at_a_place(journal: Journal, case: CaseId) -> None:
    an_option(journal, case, "een")
    journal.board.add(case, OptionDraft(BoardText("nul")), at=0)
    journal.board.add(case, OptionDraft(BoardText("midden")), at=1)
    journal.board.add(case, OptionDraft(BoardText("ver")), at=99)
    assert titles(journal, case) == ["nul", "midden", "een", "ver"]


def test_a_removed_option_comes_back_where_it_was(journal: Journal, case: CaseId) -> None:
    options = [an_option(journal, case, title) for title in "abc"]
    changes = journal.board.remove(options[1])
    assert changes.touches(Area.BOARD, Area.BIN, case=case)
    assert titles(journal, case) == ["a", "c"]
    with pytest.raises(Gone):
        journal.board.move(options[1], 0)
    journal.bin.restore(BinKind.OPTION, options[1])
    assert titles(journal, case) == ["a", "b", "c"]


def test_a_damaged_option_is_told(journal: Journal, case: CaseId) -> None:
    an_option(journal, case, "een")
    with journal._database.transaction():
        journal._database.execute("UPDATE board_text SET text = 'anders' WHERE field = 'title'")
    with pytest.raises(JournalDamaged):
        journal.board.read(case)


def test_an_option_that_never_was_is_gone(journal: Journal) -> None:
    all_gone(
        lambda: journal.board.change(OptionId(3), FULL),
        lambda: journal.board.move(OptionId(3), 0),
        lambda: journal.board.remove(OptionId(3)),
    )
