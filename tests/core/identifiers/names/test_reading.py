"""What the rules stand on: the copy without accents, the cutting into words, long lists, and words made of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import read_text
from vpjournal.identifiers.names.lists import lists
from vpjournal.identifiers.names.slips import is_slip
from vpjournal.identifiers.names.tokens import (
    CAPITAL,
    CAPITALS,
    LETTER,
    MIXED,
    NUMBER,
    OTHER_SCRIPT,
    SIGN,
    SMALL,
    tokens,
)
from vpjournal.identifiers.names.verbs import is_verb_form
from vpjournal.identifiers.names.wordlist import WordList
from vpjournal.identifiers.shadow import shadow


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("José", "Jose"),
        ("Jose\u0301", "Jose"),
        ("Ærø ﬁets", "Aero fiets"),
        ("F\u0430tima", "Fatima"),
        ("Фатима", "Фатима"),
        ("a\u200bb\u00adc’t", "abc't"),
    ],
)
def test_the_copy_has_bare_letters(text: str, copy: str) -> None:
    assert shadow(text).text == copy


@given(st.text(max_size=60))
def test_every_piece_of_the_copy_knows_where_it_came_from(text: str) -> None:
    copy = shadow(text)
    places = [copy.span(place, place + 1) for place in range(len(copy.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


def test_words_and_how_they_are_written() -> None:
    cut = tokens("Jan's KLM-vlucht, D'Hondt! PostNL J. 3e Фa 't")
    found = list(zip(cut.words, cut.shapes, strict=True))[: cut.count]
    assert found == [
        *[("Jan", CAPITAL), ("'s", SMALL), ("KLM", CAPITALS), ("-", SIGN), ("vlucht", SMALL), (",", SIGN)],
        *[("D'Hondt", CAPITAL), ("!", SIGN), ("PostNL", MIXED), ("J", LETTER), (".", SIGN), ("3e", NUMBER)],
        *[("Фa", OTHER_SCRIPT), ("'t", SMALL)],
    ]


@given(st.lists(st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1, max_size=30), max_size=300))
def test_a_word_list_knows_its_words_and_no_others(words: list[str]) -> None:
    listed = sorted(set(words[::2]))
    known = WordList("\n".join(listed).encode())
    assert all(word in known for word in listed)
    assert not any(word in known for word in words if word not in listed)


def test_the_dutch_list_is_sorted_as_a_word_list_must_be() -> None:
    words = read_text("recognising", "words_nl.txt").split("\n")[:-1]
    assert words == sorted(words)
    assert all(word in lists().dutch for word in words[::997])


@pytest.mark.parametrize(
    ("word", "is_word"),
    [("werkoverlegverslag", True), ("vertrouwenspersonenoverleg", True), ("wallenburg", False), ("vreklamian", False)],
)
def test_words_are_made_of_words_and_family_names_look_like_it(word: str, is_word: bool) -> None:
    assert lists().is_word(word) is is_word


@pytest.mark.parametrize(
    ("word", "slip"), [("gepsrek", True), ("afspaak", True), ("gespreek", True), ("ravinder", False)]
)
def test_a_slip_of_the_keys_is_known_by_the_word_it_meant(word: str, slip: bool) -> None:
    assert is_slip(word, lists()) is slip


@pytest.mark.parametrize(
    ("word", "verb"),
    [("klokt", True), ("loopt", True), ("leefde", True), ("treiterde", True), ("straat", False), ("met", False)],
)
def test_a_verb_is_known_by_its_form(word: str, verb: bool) -> None:
    assert is_verb_form(word, lists()) is verb
