"""The lists that names are found with: in order, clean, and not at odds with each other.

Neither a name among the words (it would not be found) nor a word among the names (it would be marked on every line).
"""

import re
import unicodedata

import pytest

import resources

FILES = sorted(path.stem for path in resources.path("recognising").glob("*.txt"))
ALL_FILES = sorted(path.name for path in resources.path("recognising").iterdir() if path.name != "LICENSE.md")
# What every other sentence has in it: none of these may count as a name, not even as a doubtful one.
FUNCTION_WORDS = """
    de het een en van in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit door ze hij
    wel zij kan naar heeft worden was wordt meer over hebben al jaar werd hun zo geen dit deze tot veel na had
    moet ik kunnen je waar hem nu haar tegen we wat of mijn mij me hoe want toen omdat zich haar ons onze alle
    iets niets iemand niemand the and of to a in that it was for on with he as his they at be this from i have
    or by had not but what all were she when you there her him their them my we our which who
"""
FIRST = """
    fatima mohammed youssef yildiz mehmet agnieszka krzysztof soerin radjesh jurmain chantal xiu wei femke
    sjoerd jelle roos wil mark joy samira hamza emine tesfay hodan abdirahman ngozi kwame zoran svetlana olena
    thi priya
"""
FAMILY = """
    berg jong boer bakker smit vries dijk visser yılmaz yilmaz kaya idrissi bouzid kowalski nowak ramdin
    doorgeest martina tuhumury hoekstra dijkstra peeters vandenberghe declercq nguyen chen wang singh khan
    mohamud gebre ivanov kovalenko silva mensah
"""
SEVERAL = """
Den Haag
's-Hertogenbosch
Bergen op Zoom
Capelle aan den IJssel
't Harde
Verenigde Staten
Groot-Brittannië
New York
"""
PROPER = "jan piet fatima amsterdam kowalski utrecht jansen mohammed turks"


def entries(name: str) -> list[str]:
    return resources.read_text("recognising", f"{name}.txt").removesuffix("\n").split("\n")


def names() -> set[str]:
    return {*entries("first_names"), *entries("family_names")}


def words() -> set[str]:
    return {*entries("words_nl"), *entries("words_en")}


@pytest.mark.parametrize("name", FILES)
def test_each_list_is_sorted_and_says_everything_once(name: str) -> None:
    lines = entries(name)
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("name", FILES)
def test_no_line_is_empty_or_written_in_an_odd_way(name: str) -> None:
    text = resources.read_bytes("recognising", f"{name}.txt").decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert not {"ĳ", "Ĳ", "\ufeff", "\u200b", "\xa0"} & set(text)
    assert [line for line in entries(name) if not line or line != line.strip()] == []


@pytest.mark.parametrize("name", ["first_names", "family_names", "words_nl", "words_common_nl", "words_en"])
def test_words_and_names_are_single_and_in_lower_case(name: str) -> None:
    assert [line for line in entries(name) if line != line.lower() or " " in line] == []


def test_places_and_peoples_keep_their_capitals() -> None:
    names_of_places = [re.sub("^'[st][ -]", "", line) for line in entries("places")]
    assert [line for line in names_of_places + entries("nationalities") if line[0].lower() == line[0]] == []


def test_places_of_several_words_are_there() -> None:
    known = set(entries("places"))
    assert [place for place in SEVERAL.split("\n") if place and place not in known] == []


def test_no_function_word_is_a_name() -> None:
    everywhere = set(FUNCTION_WORDS.split())
    assert sorted(everywhere & names()) == []
    assert sorted(everywhere & {place.lower() for place in entries("places")}) == []


def test_what_is_doubtful_is_a_name_and_a_word() -> None:
    doubtful = {line.removeprefix("!") for line in entries("ambiguous_names")}
    assert doubtful == names() & words()
    assert set(entries("ambiguous_places")) <= set(entries("places"))


def test_common_words_are_words() -> None:
    common = set(entries("words_common_nl"))
    assert common <= set(entries("words_nl"))
    assert len(common) == 20_000


def test_names_of_many_origins_are_known() -> None:
    assert [name for name in (FIRST + FAMILY).split() if name not in names()] == []


@pytest.mark.parametrize("word", PROPER.split())
def test_proper_nouns_are_no_words(word: str) -> None:
    assert word not in words()


def test_a_job_is_common_or_of_one_person() -> None:
    rows = [line.split("\t") for line in entries("jobs")]
    assert {kind for _, kind in rows} == {"common", "unique"}
    assert len({title for title, _ in rows}) == len(rows)


def test_every_list_says_where_it_comes_from() -> None:
    table = resources.read_text("recognising", "LICENSE.md")
    assert [name for name in ALL_FILES if f"`{name}`" not in table] == []


def test_the_lists_stay_small() -> None:
    assert sum(path.stat().st_size for path in resources.path("recognising").iterdir()) <= 6_000_000
