"""Replacing one name everywhere: however it is written, with what goes with it, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.identifiers.growth import assert_linear
from vpjournal.identifiers.instead.replacing import can_stand_for, occurrences, replace_all


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Gesproken met Fatima.", "Gesproken met collega A."),
        ("FATIMA belde, fatima ook.", "Collega A belde, collega A ook."),
        ("Fátima en Fa\u0301tima en Fa\u200bti\u00adma", "Collega A en collega A en collega A"),
        (
            "Ik zag haar. Fatima huilde.\n- Fatima wil stoppen",
            "Ik zag haar. Collega A huilde.\n- Collega A wil stoppen",
        ),
        ("Ze zei: 'Fatima deed het.'", "Ze zei: 'Collega A deed het.'"),
        ("dhr. Fatima en de heer Fatima en Mevr. Fatima", "Collega A en collega A en collega A"),
        ("Fatima's idee, Fatimas plan, Fatima’s jas", "Collega A's idee, collega A's plan, collega A’s jas"),
        ("mijn collega Fatima zei", "mijn collega A zei"),
        ("Collega Fatima zei", "Collega A zei"),
        ("mijn manager Fatima zei", "mijn manager collega A zei"),
        ("het Fatima-incident", "het collega A-incident"),
        ("Fatimah, Anne-Fatima en Fatima-Zohra", "Fatimah, Anne-Fatima en Fatima-Zohra"),
        ("o.a. Fatima en bijv. Fatima", "o.a. collega A en bijv. collega A"),
        ("F\u0430tima en \u0424\u0430тима", "Collega A en \u0424\u0430тима"),
        ("", ""),
    ],
)
def test_a_name_is_replaced_as_it_stands(text: str, becomes: str) -> None:
    assert replace_all(text, "Fatima", "collega A")[0] == becomes


@pytest.mark.parametrize(
    ("text", "words", "replacement", "becomes"),
    [
        ("mijn manager Hans zei", "Hans", "leidinggevende A", "mijn leidinggevende A zei"),
        ("Met Hans' idee", "hans", "melder", "Met melders idee"),
        ("En Hans' idee", "hans", "collega A", "En collega A's idee"),
        ("That was Hans' idea and he said it", "Hans", "reporter", "That was reporter's idea and he said it"),
        ("Ze zei 'vraag het aan Hans' en ging", "Hans", "melder", "Ze zei 'vraag het aan melder' en ging"),
        ("Jan-Willem en Jan", "Jan", "collega A", "Jan-Willem en collega A"),
        ("van dijk – Van  Dijk – van\ndijk, Van-Dijk", "Van Dijk", "A", "A – A – A, A"),
        ("van, dijk. Dijk van", "van Dijk", "collega A", "van, dijk. Dijk van"),
        ("J. de V. belt. Ik bel J. de V. Morgen.", "J. de V.", "melder", "Melder belt. Ik bel melder. Morgen."),
        ("F. kwam met f en F en collega F.", "F.", "melder", "Melder kwam met f en F en collega F."),
        ("Łukasz, lukasz", "Łukasz", "de ander", "De ander, de ander"),
        ("Fatima", "", "melder", "Fatima"),
        ("Jan an an", "An An", "melder", "Jan melder"),
    ],
)
def test_other_names_are_too(text: str, words: str, replacement: str, becomes: str) -> None:
    assert replace_all(text, words, replacement)[0] == becomes


def test_it_is_told_how_often() -> None:
    assert replace_all("Roos, roos en ROOS; rozen", "Roos", "melder")[1] == 3


def test_a_replacement_that_keeps_the_name_changes_nothing() -> None:
    assert not can_stand_for("Roos A", "roos")
    assert not can_stand_for("de Roos", "Roos van Dijk de")
    assert not can_stand_for(" ", "Roos")
    assert not can_stand_for("dhr. A", "A.")
    assert can_stand_for("collega A", "A.")
    assert can_stand_for("de ander", "de Roos")
    assert replace_all("Roos", "Roos", "Róós") == ("Roos", 0)


_WORDS = "Jan jan JAN Jans Jan's Bos bos A a collega De heer mijn dhr. -' ' ’ - . ! : , é É x 🙂 Ш 字 s"
_PIECES = st.lists(
    st.sampled_from([*_WORDS.split(), "\n", "\u200b", "\u0301", " ", " ", "  ", "\n\n", "\t"]), max_size=30
).map("".join)
_NAMES = st.sampled_from(
    ["Jan", "jan bos", "A", "A.", "É", "Jan Jan", "Bos Jan Bos", "heer", "collega", "Ш", "字", "s"]
)
_ROLES = st.sampled_from(["collega A", "leidinggevende B", "de ander", "melder", "Jan", "bos", "s", "A"])


@given(_PIECES, _NAMES, _ROLES)
def test_after_it_none_is_left_and_once_more_changes_nothing(text: str, words: str, replacement: str) -> None:
    new, count = replace_all(text, words, replacement)
    if can_stand_for(replacement, words):
        assert count == len(occurrences(text, words))
        assert occurrences(new, words) == ()
        assert replace_all(new, words, replacement) == (new, 0)
    else:
        assert (new, count) == (text, 0)


@given(_PIECES | st.text(), _NAMES | st.text(min_size=1, max_size=8))
def test_what_is_no_occurrence_stays_as_it_is(text: str, words: str) -> None:
    spans = occurrences(text, words)
    between, done = [], 0
    for start, end in spans:
        assert done <= start < end <= len(text)
        between.append(text[done:start])
        done = end
    new, count = replace_all(text, words, "⟨⟩zz")
    if count:
        # Nothing else than the occurrences has become something else, in whatever form of capital or genitive.
        assert count == len(spans)
        left = new
        for piece in [*between, text[done:]]:
            assert piece in left
            left = left[left.index(piece) + len(piece) :]


@given(st.text(alphabet="jan JAN\u0301\u00e1-", max_size=40))
def test_composed_or_not_the_same_places_are_found(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text)
    assert len(occurrences(composed, "Jan")) == len(occurrences(apart, "Jan"))


@pytest.mark.parametrize("unit", ["an an ", "an, ", "Jan-", "\u0301", "an' ", "'", "Jans' ", "a", "\u200ban", "mw. "])
def test_work_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(lambda text: replace_all(text, "an an an", "melder"), unit)
    assert_linear(lambda text: replace_all(text, "Jans", "melder"), unit)
