"""What the text of a yearly report may not say beside its protected figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.identifiers.growth import assert_linear
from vpjournal.domain.identifying import Known, ReportKind
from vpjournal.identifiers.report_text import look_at_report

KNOWN = Known(clients=("De Wilgenhof", "Zandloper"))


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(find.kind, find.text, find.proposal) for find in look_at_report(text, KNOWN, ("team Noord",))]


@pytest.mark.parametrize(
    ("text", "kind", "found", "proposal"),
    [
        ("Er waren twee meldingen.", "count", "twee meldingen", "meldingen"),
        ("Er waren 3 gesprekken.", "count", "3 gesprekken", "gesprekken"),
        ("Eén medewerker kwam langs.", "count", "Eén medewerker", ""),
        ("Er waren geen klachten.", "count", "geen klachten", ""),
        ("Beide melders waren tevreden.", "few", "Beide melders", "melders"),
        ("Het kwam enkele keren voor.", "few", "enkele keren", "het kwam voor"),
        ("Een paar nieuwe collega's vroegen iets.", "few", "Een paar nieuwe collega's", "collega's"),
        ("In 25 % was het de chef.", "share", "25 %", "een deel"),
        ("De helft van de vragen ging daarover.", "share", "De helft", "een deel"),
        ("Een op de drie kwam terug.", "share", "Een op de drie", "een deel"),
        ("Het is gedaald van 3 naar 1.", "comparison", "gedaald van 3 naar 1", "minder dan vorig jaar"),
        ("Het aantal is verdubbeld.", "comparison", "verdubbeld", "meer dan vorig jaar"),
        ("Dat waren er twee meer dan vorig jaar.", "comparison", "twee meer dan vorig jaar", "meer dan vorig jaar"),
        ("Zij was de enige medewerker met een klacht.", "only", "de enige medewerker", ""),
        ("Dit speelde in team Noord.", "unit", "team Noord", "een onderdeel"),
        ("Zoals bij de wilgenhof ook.", "client", "de wilgenhof", "een andere organisatie"),
        ("There were two reports and that was it.", "count", "two reports", "reports"),
        ("It happened a few times and that was it.", "few", "a few times", "it occurred"),
    ],
)  # fmt: skip
def test_it_is_found_and_something_is_proposed(text: str, kind: str, found: str, proposal: str) -> None:
    assert _found(text) == [(kind, found, proposal)]


@pytest.mark.parametrize(
    "text",
    [
        "Er waren 12 gesprekken, 25 meldingen en drie voorlichtingen in twee jaar.",
        "Een medewerker kan altijd terecht, en een leidinggevende ook.",
        "De onderwerpen liepen uiteen; het waren er minder dan vorig jaar.",
        "Ik gaf vier workshops en was op zes locaties.",
        "Lokatie 3 en hoofdstuk 2 bespreken dit in 2024.",
    ],
)
def test_what_a_report_may_say_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_every_kind_has_its_own_reason() -> None:
    text = "Twee meldingen, beide melders, 5 %, verdubbeld, de enige melder, team Noord, Zandloper."
    finds = look_at_report(text, KNOWN, ("team Noord",))
    assert {find.kind for find in finds} == set(ReportKind)
    assert len({find.reason for find in finds}) == len(ReportKind)


_BITS = "twee 3 één Eén keer meldingen beide enkele 5 % de helft van gedaald naar Zandloper team Noord verdubbeld"
" enige die . İ"


@given(st.lists(st.sampled_from(_BITS.split(" ")), max_size=30).map(" ".join) | st.text(max_size=60))
def test_finds_stand_where_they_say_in_order_and_apart(text: str) -> None:
    done = 0
    for find in look_at_report(text, KNOWN, ("team Noord",)):
        assert done <= find.start < find.end
        assert text[find.start : find.end] == find.text
        done = find.end


@pytest.mark.parametrize(
    "unit", ["twee ", "twee nieuwe ", "een ", "1", "1,", "gedaald van ", "team ", "de ", "een op "]
)
def test_work_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(lambda text: look_at_report(text, KNOWN, ("team Noord",)), unit)
