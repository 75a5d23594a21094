import pytest

from tests.builders import a_case, a_contact, an_organisation, new, reopened
from vpjournal.domain.changes import Area
from vpjournal.domain.guidance import Goals
from vpjournal.domain.identifying import Kind, Known, OwnList, OwnWord
from vpjournal.domain.ids import NotNameId, OrganisationId
from vpjournal.domain.views import BinKind
from vpjournal.errors import FieldMissing, Gone, TextTooLong, TooMany
from vpjournal.journal.facade import Journal
from vpjournal.journal.known import MOST_WORDS, WORD_LIMIT

BOARD = (OwnWord("Jonna Zilverreiger", Kind.PERSON), OwnWord("Kwartelhof", Kind.PLACE))


def rows(journal: Journal, table: str) -> int:
    return int(journal._database.query(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - a name of the schema


@pytest.fixture
def nest(journal: Journal) -> OrganisationId:
    return an_organisation(journal)


def test_an_empty_journal_knows_nothing(journal: Journal) -> None:
    assert journal.identifiers.known() == Known()
    assert journal.identifiers.known(a_case(journal)) == Known()


def test_the_lists_and_names_of_all_organisations_are_known_everywhere(journal: Journal, nest: OrganisationId) -> None:
    other = an_organisation(journal, "Zandkasteel Onderwijs")
    assert journal.identifiers.set_own_words(nest, BOARD).touches(Area.IDENTIFIERS)
    journal.identifiers.set_own_words(other, [OwnWord("locatie Duinpan", Kind.PLACE)])
    known = journal.identifiers.known(a_case(journal, organisation=other))
    assert known == journal.identifiers.known()
    assert {each.text for each in known.own} == {"Jonna Zilverreiger", "Kwartelhof", "locatie Duinpan"}
    assert known.clients == ("Fabeldierenzorg Het Nest", "Zandkasteel Onderwijs")


def test_a_list_is_kept_in_one_form_and_replaced_as_a_whole(journal: Journal, nest: OrganisationId) -> None:
    typed = ("  Jonna\tZilverreiger ", "jonna zilverreiger", "", " … ", "Ree\u0301")
    journal.identifiers.set_own_words(nest, [OwnWord(word, Kind.PERSON) for word in typed])
    again = reopened(journal)
    assert again.identifiers.own_words(nest) == (
        OwnWord("Jonna Zilverreiger", Kind.PERSON),
        OwnWord("Reé", Kind.PERSON),
    )
    again.identifiers.set_own_words(nest, BOARD[1:])
    assert again.identifiers.own_words(nest) == BOARD[1:]
    again.close()


def test_a_list_is_typed_as_a_text_for_each_kind(journal: Journal, nest: OrganisationId) -> None:
    typed = OwnList(" Jonna Zilverreiger\n\nBo ", sites="Kwartelhof", organisations="De Waterval")
    journal.identifiers.save_own_list(nest, typed)
    assert journal.identifiers.own_list(nest) == OwnList(
        "Bo\nJonna Zilverreiger", sites="Kwartelhof", organisations="De Waterval"
    )
    assert {(each.text, each.kind) for each in journal.identifiers.own_words(nest)} == {
        ("Bo", Kind.PERSON),
        ("Jonna Zilverreiger", Kind.PERSON),
        ("Kwartelhof", Kind.PLACE),
        ("De Waterval", Kind.ORGANISATION),
    }


def test_roles_are_those_of_all_texts_of_the_case(journal: Journal) -> None:
    case, other = a_case(journal), a_case(journal, "Veer-31")
    first = a_contact(journal, case, note="Collega A zei iets tegen leidinggevende B.")
    a_contact(journal, other, note="collega C")
    journal.goals.save(case, Goals(needs="dat medewerker D ophoudt"))
    assert {"collega A", "leidinggevende B", "medewerker D"} <= journal.identifiers.roles(case)
    assert "collega C" not in journal.identifiers.roles(case)
    journal.notes.save(first, "Niets.")
    journal.notes.finish(first)
    assert "collega A" not in journal.identifiers.roles(case)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        pytest.param([OwnWord("x" * (WORD_LIMIT + 1), Kind.PERSON)], TextTooLong, id="one word"),
        pytest.param([OwnWord(f"w{n}", Kind.PERSON) for n in range(MOST_WORDS + 1)], TooMany, id="many words"),
        pytest.param([OwnWord("morgen", Kind.DATE)], ValueError, id="a kind that no list has"),
    ],
)
def test_what_is_too_much_for_a_list_leaves_it_as_it_was(
    journal: Journal, nest: OrganisationId, words: list[OwnWord], error: type[Exception]
) -> None:
    journal.identifiers.set_own_words(nest, BOARD)
    with pytest.raises(error):
        journal.identifiers.set_own_words(nest, words)
    assert journal.identifiers.own_words(nest) == BOARD


def test_an_organisation_takes_its_list_along_into_the_bin_and_out_of_the_world(
    journal: Journal, nest: OrganisationId
) -> None:
    case = a_case(journal, organisation=nest)
    journal.identifiers.set_own_words(nest, BOARD)
    journal.organisations.remove(nest)
    assert journal.identifiers.known() == Known()
    assert journal.identifiers.known(case).own == BOARD, "its own cases still name it"
    with pytest.raises(Gone):
        journal.identifiers.set_own_words(nest, ())
    journal.bin.restore(BinKind.ORGANISATION, nest)
    assert journal.identifiers.own_words(nest) == BOARD
    journal.organisations.remove(nest)
    journal.bin.destroy(BinKind.ORGANISATION, nest)
    assert rows(journal, "own_word") == 0
    assert journal.identifiers.known(case) == Known()


def test_a_word_that_is_no_name_is_none_in_its_case_alone(journal: Journal) -> None:
    case, other = a_case(journal), a_case(journal, "Linde-23")
    changes = journal.identifiers.say_not_a_name(" Róos ", case)
    assert changes.touches(Area.IDENTIFIERS, case=case)
    assert not changes.touches(Area.IDENTIFIERS, case=other)
    journal.identifiers.say_not_a_name("Merel")
    assert journal.identifiers.known(case).not_names == {"roos", "merel"}
    assert journal.identifiers.known(other).not_names == {"merel"}
    assert journal.identifiers.known().not_names == {"merel"}
    assert [(each.word, each.case, each.code) for each in journal.identifiers.not_names()] == [
        ("Merel", None, ""),
        ("Róos", case, "Merel-47"),
    ]


@pytest.mark.parametrize("everywhere", [True, False])
def test_what_was_said_twice_is_taken_back_once(journal: Journal, everywhere: bool) -> None:
    case = None if everywhere else a_case(journal)
    number = NotNameId(new(journal.identifiers.say_not_a_name("Roos", case)))
    again = journal.identifiers.say_not_a_name("ROOS", case)
    assert (again.new, again.areas) == (number, frozenset())
    assert journal.identifiers.take_back(number).touches(Area.IDENTIFIERS)
    assert journal.identifiers.not_names() == ()
    with pytest.raises(Gone):
        journal.identifiers.take_back(number)


def test_what_is_no_word_is_not_remembered(journal: Journal) -> None:
    with pytest.raises(FieldMissing):
        journal.identifiers.say_not_a_name(" – ")
    with pytest.raises(TextTooLong):
        journal.identifiers.say_not_a_name("x" * (WORD_LIMIT + 1))
    case = a_case(journal)
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    with pytest.raises(Gone):
        journal.identifiers.say_not_a_name("Roos", case)


def test_what_was_said_in_a_case_goes_with_it(journal: Journal) -> None:
    case = a_case(journal)
    journal.identifiers.say_not_a_name("Roos", case)
    journal.cases.remove(case)
    assert journal.identifiers.not_names() == ()
    journal.bin.restore(BinKind.CASE, case)
    assert len(journal.identifiers.not_names()) == 1
    journal.cases.remove(case)
    journal.bin.destroy(BinKind.CASE, case)
    assert rows(journal, "not_name") == 0


@pytest.mark.parametrize(("people", "small"), [(None, False), (0, True), (49, True), (50, False)])
def test_a_small_organisation_is_one_of_fewer_than_fifty(journal: Journal, people: int | None, small: bool) -> None:
    organisation = an_organisation(journal, headcount=people)
    assert journal.identifiers.is_small(a_case(journal, organisation=organisation)) is small
    assert not journal.identifiers.is_small(a_case(journal, "Linde-23"))
