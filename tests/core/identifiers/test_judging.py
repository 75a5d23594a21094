"""Words that judge or shrink are asked about, except in what the reporter said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.identifiers.growth import assert_linear
from vpjournal.identifiers.judging import questions


def _words(text: str) -> list[str]:
    return [question.text for question in questions(text)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("De dader liep weg.", ["dader"]),
        ("Volgens de leidinggevende stelt zij zich aan.", []),
        ("Hij zegt: zij stelt zich aan, gewoon een grapje.", ["stelt zich aan", "gewoon een grapje"]),
        ("NATUURLIJK was het slechts dat", ["NATUURLIJK", "slechts"]),
        ("The alleged victim always exaggerates", ["alleged", "victim", "always", "exaggerates"]),
        ("Melder vertelt wat er gebeurde en wat hij wil.", []),
        ("de dadendrang, een normaliter, altijddurend", []),
    ],
)
def test_what_judges_is_asked_about(text: str, asked: list[str]) -> None:
    assert _words(text) == asked


def test_the_words_of_the_reporter_are_not_asked_about() -> None:
    assert _words('Zij zei: "De dader is hysterisch." Hij is hysterisch.') == ["hysterisch"]
    assert _words("Zij zei: ‘altijd maar weer’ en toen nooit.") == ["nooit"]


def test_every_question_has_its_own_friendly_reason() -> None:
    reasons = {
        question.text: question.reason
        for question in questions("dader slechts zogenaamd altijd natuurlijk raar expres")
    }
    assert len(set(reasons.values())) == len(reasons) == 7


_BITS = "dader slechts \" ' ‘ ’ “ ” altijd niet zo erg , . \n é İ"


@given(st.lists(st.sampled_from(_BITS.split(" ")), max_size=30).map(" ".join))
def test_questions_stand_where_they_say_in_order(text: str) -> None:
    done = 0
    for question in questions(text):
        assert done <= question.start < question.end
        assert text[question.start : question.end] == question.text
        done = question.end


@pytest.mark.parametrize("unit", ["dader ", '"', '"dader" ', "'", "niet zo ", "a"])
def test_work_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(questions, unit)
