import string

from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.searching import Searched, fold, fold_name, terms


def marked(text: str, typed: str) -> list[str]:
    found = Searched(text).snippet(terms(typed))
    return [found.text[start:end] for start, end in found.marks]


def test_letters_lose_case_and_accents() -> None:
    assert fold("Één Gaëlle, Łódź & Øre") == "een gaelle  lodz   ore"
    assert fold("e\u0301") == "e"
    assert fold_name("  Mérel-47 ") == "merel 47"


def test_what_is_typed_is_only_ever_words() -> None:
    assert terms('"NEAR(a, b)" * OR %_') == ("near", "a", "b", "or")
    assert terms(" %%% ") == ()


def test_a_word_is_marked_where_it_stands_in_the_text() -> None:
    assert marked("In de Straße van Élan", "strasse elan") == ["Straße", "Élan"]
    assert marked("het vervolggesprek", "gesprek") == ["gesprek"]
    assert marked("aaa", "aa") == ["aa"]


def test_a_snippet_shows_the_whole_word_before_a_part_of_a_word() -> None:
    text = "vergesprekken " + "x " * 200 + "een gesprek aan het eind"
    assert Searched(text).snippet(("gesprek",)).text.endswith("een gesprek aan het eind")


def test_a_snippet_is_one_line() -> None:
    assert Searched("een\ngesprek\tvandaag").snippet(("gesprek",)).text == "een gesprek vandaag"


@given(st.text(max_size=400), st.text(alphabet=string.ascii_letters + "éßœ ", max_size=8))
def test_marks_lie_in_the_snippet_and_hold_what_was_wanted(text: str, typed: str) -> None:
    wanted = terms(typed)
    found = Searched(text).snippet(wanted)
    for start, end in found.marks:
        assert 0 <= start < end <= len(found.text)
        assert any(term in fold(found.text[start:end]) for term in wanted)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
