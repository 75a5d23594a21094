"""Names where capitals say nothing: words that are names, initials without stops, lines that tell by their form."""

import pytest

from tests.core.identifiers.names.test_names import kinds, named
from vpjournal.domain.identifying import Certainty, Kind
from vpjournal.identifiers import Finder


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("met roos en beer gesproken", ["roos", "beer"]),
        ("klein belde, snel belde hij terug", ["klein"]),
        ("de wit heet degene over wie het gaat", ["de wit"]),
        ("met wil afgesproken, wil je dat zeggen", ["wil"]),
        ("bakker uit het magazijn", ["bakker"]),
        ("een bakker uit het magazijn, als kok begonnen", []),
        ("de oude visser zweeg", []),
        ("storm en daan kwamen laat", ["storm", "daan"]),
        ("rust is nodig, hoop doet leven", []),
        ("melder: snel, lg = klein", ["snel", "klein"]),
        ("beer weer boos", ["beer"]),
        ("VISSER ZEGT DAT HARM LIEGT", ["VISSER", "HARM"]),
    ],
)
def test_a_word_is_a_name_where_it_stands_as_a_person_does(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("met k. over r. gepraat", ["k.", "r."]),
        ("f.a en l.b waren erbij", ["f.a", "l.b"]),
        ("h-j is weg, e-mail volgt", ["h-j"]),
        ("dat was i.v.m een klacht, n.v.t. dus", []),
        ("om 10 a.m. gebeld", []),
        ("a. de vries en ad h. zwegen", ["a. de vries"]),
    ],
)
def test_initials_in_small_letters(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[12:04] tafel: kom je nog?", ["tafel"]),
        ("[12:04] melder: kom je nog?", []),
        ("VAN: RAOUL ZWANENBURG", ["RAOUL ZWANENBURG"]),
        ("tot morgen, gr jp", ["jp"]),
        ("HP", ["HP"]),
        ("AVG", []),
    ],
)
def test_a_line_tells_who_speaks_or_signs(line: str, names: list[str]) -> None:
    assert [find.text for find in Finder().find(line) if find.kind is Kind.PERSON] == names


def test_where_someone_works_is_a_department_and_a_room_a_place() -> None:
    text = "Sietske van de planning zit in hal 3, de nachtploeg van gebouw C weet het. Onze planning klopt."
    assert kinds(text) == {
        "Sietske": Kind.PERSON,
        "planning": Kind.DEPARTMENT,
        "hal 3": Kind.PLACE,
        "nachtploeg van gebouw C": Kind.DEPARTMENT,
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zij werkt bij basisschool de regenboog", "de regenboog"),
        ("hij zit bij stichting klavero", "klavero"),
        ("DRUKKERIJ TUMULT. ZIJ BELDE.", "TUMULT"),
        ("zij lag op verlosafdeling 2 van het huis", "verlosafdeling 2"),
    ],
)
def test_an_organisation_or_a_unit_is_seen_after_or_in_the_word_for_it(text: str, found: str) -> None:
    assert found in kinds(text)
    assert kinds(text)[found] in {Kind.ORGANISATION, Kind.DEPARTMENT}


def test_a_school_with_its_article_has_no_name_after_it() -> None:
    assert named("zij zegt dat de school de regels kent") == []


def test_a_word_of_another_language_is_no_word_here() -> None:
    (find,) = Finder().find("Harm is er niet, die wil dat niet.")
    assert (find.text, find.certainty) == ("Harm", Certainty.IDENTIFIES)
    assert named("Harm is what she fears, and she said it to him.") == []


def test_where_all_is_small_a_word_that_is_none_is_asked_about_and_a_slip_of_the_keys_is_not() -> None:
    assert named("vreklam zat achter de balie, het gepsrek ging goed") == ["vreklam"]


def test_a_name_that_is_a_word_is_seen_through_a_slip_of_the_keys() -> None:
    assert named("met bakekr gesproken over het gepsrek") == ["bakekr"]


def test_a_letter_that_no_dutch_word_has_shows_a_name() -> None:
    assert named("Gül natuurlijk.") == ["Gül"]
    assert named("Gul was hij niet.") == []


@pytest.mark.parametrize(
    "text", ["Ik sprak met el amrani.", "Daar was el bakkali ook bij.", "Er zat, zei hij, ait idrissi."]
)
def test_a_family_name_goes_with_its_own_article_where_the_rest_has_capitals(text: str) -> None:
    (find,) = Finder().find(text)
    assert find.text in ("el amrani", "el bakkali", "ait idrissi")
