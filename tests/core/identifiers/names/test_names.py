"""Names in sentences of our own: one rule after another, in both directions (what is a name, what is a word)."""

import pytest

from vpjournal.domain.identifying import Certainty, Kind, Known, OwnWord
from vpjournal.identifiers import Finder

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.DEPARTMENT, Kind.PLACE, Kind.TRAIT)


def named(text: str, known: Known | None = None) -> list[str]:
    """Return what is found as a name of whatever kind."""
    return [find.text for find in Finder(known).find(text) if find.kind in NAMED]


def kinds(text: str) -> dict[str, Kind]:
    return {find.text: find.kind for find in Finder().find(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ik sprak Willem van der Zanden daarna.", ["Willem van der Zanden"]),
        ("Volgens A.J.M. Bosma was J. de V. erbij.", ["A.J.M. Bosma", "J. de V."]),
        ("Het was mevrouw Van Dijk-El Amrani zelf.", ["Van Dijk-El Amrani"]),
        ("Dat is Fatima's bureau, zei Anne-Marie D'Hondt.", ["Fatima", "Anne-Marie D'Hondt"]),
        ("Burgemeester Smit-van Eck sprak met Kim Ji-woo.", ["Smit-van Eck", "Kim Ji-woo"]),
        ("Khalid bin Nasser al-Mutairi was er ook.", ["Khalid bin Nasser al-Mutairi"]),
        ("Zij belde met Jan v.d. Berg over het rooster.", ["Jan v.d. Berg"]),
        ("Gesproken met dhr. Yılmaz en mw. Łukaszewska.", ["Yılmaz", "Łukaszewska"]),
    ],
)
def test_a_name_is_found_whole(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roos zei dat het goed ging.", ["Roos"]),
        ("Wil belde vanmorgen.", ["Wil"]),
        ("Wil je dat ik bel?", []),
        ("Hoop doet leven.", []),
        ("- Fatima komt later", ["Fatima"]),
        ("Zij zei: “Fatima weet het.”", ["Fatima"]),
        ("Vreklamian heeft gebeld.", ["Vreklamian"]),
        ("Werkoverlegverslag is gedeeld.", []),
        ("Leidinggevende is op de hoogte. Melder niet.", []),
        ("Volgens Fatima klopt het.", ["Fatima"]),
    ],
)
def test_at_the_start_of_a_sentence_a_word_is_a_word_and_a_name_a_name(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("met fatima van de administratie gebeld", ["fatima", "administratie"]),
        ("jan de vries wil niet meer", ["jan de vries"]),
        ("meneer bakker en mw. yilmaz weten het", ["bakker", "yilmaz"]),
        ("er lag een roos op tafel, de bakker was dicht", []),
        ("j.h. en r. van d. waren erbij, i.v.m. ziekte", ["j.h.", "r. van d."]),
        ("MET FATIMA GESPROKEN OVER HET ROOSTER", ["FATIMA"]),
        ("VERSLAG EERSTE GESPREK", []),
    ],
)
def test_names_are_found_where_capitals_say_nothing(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_what_a_name_is_the_name_of() -> None:
    text = "Zij werkt bij stichting De Wilgenhof op afdeling Inkoop in gebouw C, en woont in Almelo."
    assert kinds(text) == {
        "De Wilgenhof": Kind.ORGANISATION,
        "afdeling Inkoop": Kind.DEPARTMENT,
        "gebouw C": Kind.PLACE,
        "Almelo": Kind.PLACE,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Heeft U dat op maandag in januari gezegd?",
        "De HR en de OR en het MT.",
        "Dat staat in Excel en Teams.",
        "De RI&E ligt bij het Huis voor Klokkenluiders.",
        "NIET doen.",
    ],
)
def test_what_gives_nobody_away_is_left_alone(text: str) -> None:
    assert named(text) == []


def test_a_name_that_shows_elsewhere_is_a_name_in_small_letters_too() -> None:
    assert named("Collega Toon belde.\nDaarna ging toon weg.") == ["Toon", "toon"]
    assert named("Daarna ging toon weg.") == []


@pytest.mark.parametrize(
    "name",
    ["F\u0430tima", "Fat\u200bima", "Fa\u0301tima", "Fatima\u0301", "Fati\u00adma"],
    ids=["cyrillic", "zero width", "accent", "last", "hyphen"],
)
def test_a_disguised_name_is_found_and_pointed_out_exactly(name: str) -> None:
    text = f"é Ik sprak {name} hierover."
    (find,) = Finder().find(text)
    assert (find.text, find.certainty) == (name, Certainty.IDENTIFIES)
    assert text[find.start : find.end] == name


def test_a_word_in_another_script_may_be_a_name() -> None:
    (find,) = Finder().find("Zij schreef Фатима op het bord.")
    assert (find.text, find.certainty) == ("Фатима", Certainty.MAY)


def test_what_the_journal_knows_is_found_however_it_is_written_and_what_is_no_name_is_left() -> None:
    known = Known(
        own=(OwnWord("Team Zuidpool", Kind.DEPARTMENT),), clients=("Groot & Klein",), not_names=frozenset({"fatima"})
    )
    finds = Finder(known).find("bij groot & klein, team zuidpool, werkt Fatima")
    assert [(find.text, find.kind, find.certainty) for find in finds] == [
        ("groot & klein", Kind.ORGANISATION, Certainty.IDENTIFIES),
        ("team zuidpool", Kind.DEPARTMENT, Certainty.MAY),
    ]


def test_a_name_of_several_words_is_not_found_by_its_first() -> None:
    assert Finder(Known(clients=("Tafel & Stoel",))).find("de tafel en de stoel, tafel & bank") == ()


def test_no_name_is_looked_for_inside_an_address_of_mail() -> None:
    (find,) = Finder().find("schrijf naar fatima.bakker@voorbeeld.example")
    assert find.kind is Kind.EMAIL


@pytest.mark.parametrize(
    "text",
    [
        "Ik sprak met collega A. U belt morgen.",
        "Dat zei leidinggevende B.",
        "Dat zei leidinggevende B.\nDaarna ging hij weg.",
        "“Het was collega A.” Zij zuchtte.",
        "We met with colleague A. You can call.",
        "Het ging om de fiets van medewerker A's zoon.",
        "Zij noemde collega's A en B. Toen zweeg zij.",
        "Dat weet de HR-adviseur A. Verder niemand.",
        "het was collega A. daarna niets meer. zij belt.",
    ],
)
def test_the_letter_of_a_role_is_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zij sprak collega A. Jansen daarover.", ["A. Jansen"]),
        ("Zij sprak collega A. de Vries daarover.", ["A. de Vries"]),
        ("Zij sprak collega A.B. Jansen daarover.", ["A.B. Jansen"]),
        ("Zij sprak collega A. Pieter kwam erbij.", ["Pieter"]),
    ],
)
def test_initials_behind_a_role_are_someone(text: str, names: list[str]) -> None:
    assert named(text) == names
