from dataclasses import dataclass
from datetime import date, timedelta
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import (
    TODAY,
    a_case,
    a_choice,
    a_contact,
    a_contact_draft,
    an_agreement,
    an_option,
    an_organisation,
    reopened,
)
from vpjournal.domain.case import Phase
from vpjournal.domain.guidance import ClosureDraft, FollowUp, Goals, RoleCheckDraft
from vpjournal.domain.ids import CaseId, ContactId
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route, RouteEntry
from vpjournal.domain.searching import fold, terms
from vpjournal.domain.text import canonical
from vpjournal.domain.views import Hit, HitKind, Spot
from vpjournal.journal.facade import Journal


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal, word="lantaarn")


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def snippets(journal: Journal, words: str) -> list[str]:
    return [hit.snippet for hit in journal.search.find(words)]


def test_every_kind_of_text_is_found_where_it_stands(journal: Journal, case: CaseId) -> None:
    contact = a_contact(journal, case, Phase.CHOICE, note="een woord: zomergras")
    option = an_option(journal, case, "zomergras maaien")
    choice = a_choice(journal, case, "geen zomergras")
    agreement = an_agreement(journal, case, "zomergras bekijken", phase=Phase.FOLLOW_UP)
    journal.goals.save(case, Goals(never="zomergras"))
    journal.follow_up.save(case, FollowUp(how="zomergras"))
    journal.closure.save(case, ClosureDraft(left_undone="zomergras"))
    check = journal.role_checks.record(case, RoleCheckDraft(Phase.FIRST_CONTACT, TODAY, words="zomergras")).new
    journal.cases.change(case, journal.cases.view(case).case.details)
    found = {hit.kind: (hit.case, hit.code, hit.record, hit.phase) for hit in journal.search.find("Zomergras")}
    assert found == {
        HitKind.NOTE: (case, "Merel-47", contact, Phase.CHOICE),
        HitKind.BOARD: (case, "Merel-47", option, Phase.SECOND_CONVERSATION),
        HitKind.CHOICE: (case, "Merel-47", choice, Phase.CHOICE),
        HitKind.AGREEMENT: (case, "Merel-47", agreement, Phase.FOLLOW_UP),
        HitKind.GOALS: (case, "Merel-47", case, Phase.FIRST_CONVERSATION),
        HitKind.FOLLOW_UP: (case, "Merel-47", case, Phase.FOLLOW_UP),
        HitKind.CLOSURE: (case, "Merel-47", case, Phase.CLOSURE),
        HitKind.ROLE_CHECK: (case, "Merel-47", check, Phase.FIRST_CONTACT),
    }


@pytest.mark.parametrize("words", ["merel-47", "MEREL", "47", "lantaarn", "lántá", "antaar"])
def test_a_case_is_found_by_its_code_and_its_word(journal: Journal, case: CaseId, words: str) -> None:
    (hit,) = journal.search.find(words)
    assert (hit.kind, hit.case, hit.record) == (HitKind.CASE, case, case)


def test_an_organisation_is_found_by_its_name_and_its_wegwijzer(journal: Journal) -> None:
    draft = OrganisationDraft("Het Nést", remarks="achterom", routes=(RouteEntry(Route.HR, Presence.EXISTS, "gang 2"),))
    nest = journal.organisations.add(draft).new
    for words in ("nest", "achterom", "gang"):
        (hit,) = journal.search.find(words)
        assert (hit.kind, hit.case, hit.code, hit.record) == (HitKind.ORGANISATION, None, "Het Nést", nest)


def test_parts_of_compounds_are_found_after_whole_words(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, day=date(2026, 9, 3), note="het gespreksverslag")
    a_contact(journal, case, day=date(2026, 9, 2), note="een vervolggesprek")
    a_contact(journal, case, day=date(2026, 9, 1), note="een gesprek")
    assert snippets(journal, "gesprek") == ["een gesprek", "het gespreksverslag", "een vervolggesprek"]


def test_the_newest_comes_first_also_after_a_day_was_changed(journal: Journal, case: CaseId) -> None:
    first = a_contact(journal, case, day=date(2026, 1, 1), note="wolk een")
    a_contact(journal, case, day=date(2026, 2, 1), note="wolk twee")
    assert snippets(journal, "wolk") == ["wolk twee", "wolk een"]
    journal.contacts.change(first, a_contact_draft(day=date(2026, 3, 1)))
    assert snippets(journal, "wolk") == ["wolk een", "wolk twee"]


def test_accents_and_ligatures_do_not_matter_either_way(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="Élan in de straße, œuvre")
    for words in ("elan", "ÉLÁN", "strasse", "oeuvre", "œuvre"):
        assert len(journal.search.find(words)) == 1, words


def test_short_words_are_found_whole_or_as_a_beginning(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="hr zei u en ik")
    for words in ("hr", "u", "ze", "ik"):
        assert len(journal.search.find(words)) == 1, words
    assert journal.search.find("z") == ()


def test_all_words_have_to_be_there(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="wolk en water")
    assert len(journal.search.find("water wolk")) == 1
    assert journal.search.find("water vuur") == ()


NO_QUERIES = [
    "",
    " ",
    '"',
    '""',
    "*",
    "NEAR(",
    "NEAR(a b, 2)",
    "%",
    "_",
    "a AND",
    "words: x",
    "^",
    "'; DROP",
    "(",
    "\x00",
]


@pytest.mark.parametrize("typed", [*NO_QUERIES, "-", "\x00", "\ud800"])
@pytest.mark.row(43, "searches made to break out")
def test_what_is_typed_is_never_a_query(journal: Journal, case: CaseId, typed: str) -> None:
    a_contact(journal, case, note="niets bijzonders")
    assert journal.search.find(typed) == ()


@pytest.mark.row(43, "words of the query language")
def test_words_of_the_query_language_are_words(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="dit OR dat AND zus NOT zo NEAR hier")
    assert len(journal.search.find("or and not near")) == 1


@pytest.mark.row(43, "500 words at once")
def test_five_hundred_words_take_no_time_and_all_count(journal: Journal, case: CaseId) -> None:
    text = " ".join(f"woord{number}" for number in range(500))
    a_contact(journal, case, note=text)
    began = monotonic()
    assert len(journal.search.find(text)) == 1
    assert journal.search.find(text + " x1") == ()
    assert monotonic() - began < 20


@dataclass(frozen=True)
class Written:
    """A note as a reader with a good memory knows it."""

    contact: ContactId
    day: date
    words: list[str]

    def rank(self, wanted: tuple[str, ...]) -> int | None:
        """Tell whether all words stand here, 0, or all at least as parts, 1, or neither."""
        if all(term in self.words for term in wanted):
            return 0
        return 1 if all(any(_matches(term, word) for word in self.words) for term in wanted) else None


PIECES = st.sampled_from(
    ["ge", "sprek", "ken", "verslag", "é", "u", "de", "straße", "œ", " ", " ", "-", "\n", "İ", "语"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join)


@settings(max_examples=60)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), typed=st.lists(PIECES, min_size=1, max_size=4).map("".join))
def test_all_that_a_reader_would_find_comes_whole_words_first_and_newest_first(
    journal: Journal, texts: list[str], typed: str
) -> None:
    case = a_case(journal, journal.cases.propose_code())
    written = []
    for number, text in enumerate(texts):
        day = TODAY - timedelta(days=number * 7 % 5)
        contact = a_contact(journal, case, day=day, note="eerst iets anders")
        journal.notes.save(contact, text)
        written.append(Written(contact, day, fold(canonical(text)).split()))
    wanted = terms(typed)
    hits = journal.search.find(typed, limit=100_000)
    found = [hit.record for hit in hits if hit.case == case and hit.kind is HitKind.NOTE]
    places = {each.contact: (each.rank(wanted), TODAY - each.day) for each in written if wanted}
    expected = {contact: place for contact, place in places.items() if place[0] is not None}
    assert set(found) == set(expected)
    assert [expected[contact] for contact in found] == sorted(expected.values())
    journal.cases.remove(case)


def test_a_note_is_found_right_after_it_was_saved_also_when_the_program_ended_in_between(
    journal: Journal, case: CaseId
) -> None:
    contact = a_contact(journal, case, note="wolken")
    assert len(journal.search.find("wolken")) == 1
    journal.notes.save(contact, "regenbogen")
    again = reopened(journal)
    assert again.search.find("wolken") == ()
    assert [hit.snippet for hit in again.search.find("bogen")] == ["regenbogen"]
    assert again._database.query("SELECT count(*) FROM search_pending") == [(0,)]
    again.close()


def test_a_full_disk_leaves_what_was_indexed_to_be_found(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="wolken")
    contact = a_contact(journal, case, note="wolken en regen")
    assert len(journal.search.find("wolken")) == 2
    journal.notes.save(contact, " ".join(f"nevel{number}" for number in range(3_000)))
    pages = journal._database._connection
    pages.execute("PRAGMA max_page_count = 1").fetchone()
    assert [hit.snippet for hit in journal.search.find("wolken")] == ["wolken"]
    assert journal.search.find("nevel7") == ()
    pages.execute("PRAGMA max_page_count = 1000000").fetchone()
    assert [hit.record for hit in journal.search.find("nevel7")] == [contact]


def test_what_was_put_off_is_done_once_many_notes_wait(journal: Journal, case: CaseId) -> None:
    contacts = [a_contact(journal, case, note=f"wolk {number}") for number in range(20)]
    journal.search.catch_up()
    for contact in contacts[:15]:
        journal.notes.save(contact, "nevel")
    waiting = "SELECT count(*) FROM search_pending"
    assert journal._database.query(waiting) == [(15,)]
    journal.notes.save(contacts[0], "nevels")
    assert journal._database.query(waiting) == [(15,)]
    journal.notes.save(contacts[15], "nevel")
    assert journal._database.query(waiting) == [(0,)]
    assert len(journal.search.find("nevel")) == 16


def test_the_words_of_a_note_that_waited_are_gone_after_destroying(journal: Journal, case: CaseId) -> None:
    contact = a_contact(journal, case, note="zomergras en melkweg")
    journal.search.find("melkweg")
    journal.notes.save(contact, "iets heel anders")
    other = a_contact(journal, case, note="weg")
    journal.contacts.remove(other)
    journal.bin.empty()
    assert journal._database.query("SELECT term FROM search_term WHERE term = ?", ("melkweg",)) == []
    assert journal._database.query("SELECT word FROM search_vocabulary WHERE word = ?", ("melkweg",)) == []


def test_a_part_of_very_many_words_is_found_too(journal: Journal, case: CaseId) -> None:
    words = [f"woord{number}" for number in range(400)]
    for number in range(4):
        a_contact(journal, case, day=TODAY - timedelta(days=number), note=" ".join(words[number * 100 :][:100]))
    contact = a_contact(journal, case, day=TODAY - timedelta(days=9), note="een kruiswoordpuzzel van gisteren")
    assert [hit.record for hit in journal.search.find("woord")][-1] == contact
    assert [hit.record for hit in journal.search.find("woord gister")] == [contact]
    assert journal.search.find("woord gister wolk") == ()


def test_a_search_that_is_done_bit_by_bit_finds_the_same(journal: Journal, case: CaseId) -> None:
    for number in range(30):
        a_contact(journal, case, day=TODAY - timedelta(days=number), note=f"wolk en wolkendek {number}")
    finding = journal.search.begin("wolk", limit=20)
    rests = 0
    while not finding.done:
        finding.go_on(1e-9)
        rests += 1
        journal.points.tell(case, f"punt {rests}", told=True)
    assert finding.hits == journal.search.find("wolk", limit=20)
    assert rests > 2


@pytest.mark.parametrize(
    ("note", "typed", "word"),
    [
        ("Straße, en dan 🌱 een Élan", "elan", "Élan"),
        ("œuvre ½ … ﬁjn en gesprek", "gesprek", "gesprek"),
        ("vergesprekken en een gesprek", "gesprek", "gesprek"),
        ("e\u0301e\u0301n vervolggesprek", "gesprek", "gesprek"),
    ],
)
def test_a_hit_says_where_its_word_stands(journal: Journal, case: CaseId, note: str, typed: str, word: str) -> None:
    contact = a_contact(journal, case, note=note)
    (hit,) = journal.search.find(typed)
    assert hit.spot is not None
    assert journal.notes.read(contact).text[hit.spot.start : hit.spot.end] == word
    assert hit.spot.text == 0


def test_a_hit_says_in_which_text_of_a_record_its_word_stands(journal: Journal, case: CaseId) -> None:
    journal.goals.save(case, Goals("rust", "", "dat het uitlekt"))
    (hit,) = journal.search.find("uitlekt")
    assert hit.spot == Spot(2, 8, 15)
    (hit,) = journal.search.find("rust")
    assert hit.spot == Spot(0, 0, 4)


@settings(max_examples=60)
@given(typed=st.text(alphabet=st.characters(codec=None), max_size=60) | st.sampled_from(["a" * 10_000, "a b " * 500]))
def test_nothing_that_is_typed_goes_wrong(journal: Journal, typed: str) -> None:
    journal.search.find(typed)
    journal.cases.find(typed)


@settings(max_examples=40)
@given(note=st.text(max_size=200), typed=st.text(max_size=12))
def test_a_search_finds_what_a_reader_would(journal: Journal, note: str, typed: str) -> None:
    contact = a_contact(journal, a_case(journal, journal.cases.propose_code()), note=note)
    found = [hit for hit in journal.search.find(typed, limit=10_000) if hit.record == contact]
    words, wanted = fold(canonical(note)).split(), terms(typed)
    expected = bool(wanted) and all(any(_matches(term, word) for word in words) for term in wanted)
    assert bool(found) == expected


def _matches(term: str, word: str) -> bool:
    return term == word if len(term) == 1 else word.startswith(term) if len(term) == 2 else term in word


def test_what_was_changed_is_found_by_its_new_words_only(journal: Journal, case: CaseId) -> None:
    contact = a_contact(journal, case, note="wolken")
    journal.notes.save(contact, "regen")
    assert journal.search.find("wolken") == ()
    assert snippets(journal, "regen") == ["regen"]
    journal.notes.save(contact, "")
    assert journal.search.find("regen") == ()


def test_what_lies_in_the_bin_is_not_found(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="wolken")
    organisation = an_organisation(journal, "Wolkenfabriek")
    journal.cases.remove(case)
    journal.organisations.remove(organisation)
    assert journal.search.find("wolken") == ()


def test_no_more_than_the_limit(journal: Journal, case: CaseId) -> None:
    for number in range(8):
        a_contact(journal, case, day=TODAY - timedelta(days=number), note=f"wolk {number}")
    assert [hit.snippet for hit in journal.search.find("wolk", limit=3)] == ["wolk 0", "wolk 1", "wolk 2"]


def test_marks_show_every_word(journal: Journal, case: CaseId) -> None:
    a_contact(journal, case, note="De wolk boven het wolkendek, en Élan")
    (hit,) = journal.search.find("wolk elan")
    assert marked(hit) == ["wolk", "wolk", "Élan"]
