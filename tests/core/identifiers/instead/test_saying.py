"""All that was found is said otherwise at once: one role for one person, and the sentence still reads."""

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.journal.identifiers import load_finder, say_proposals


def said(text: str, beside: str = "") -> str:
    finds = [find for find in load_finder().find(text) if find.certainty is Certainty.IDENTIFIES]
    return say_proposals(text, finds, beside)


def person(text: str, words: str, after: int = 0) -> Find:
    start = text.index(words, after)
    return Find(start, start + len(words), words, Kind.PERSON, Certainty.IDENTIFIES, "")


def test_one_person_has_one_role_however_the_name_is_written() -> None:
    text = "Fatima El Amrani kwam binnen. Mijn manager Fatima zei niets. Mw. El Amrani ging weg."
    assert said(text) == ("Leidinggevende A kwam binnen. Mijn leidinggevende A zei niets. Leidinggevende A ging weg.")


def test_two_people_have_two_roles_and_neither_is_one_that_is_taken_where_the_text_goes() -> None:
    text = "Jan Bakker zag het. Pieter Jansen ook."
    assert said(text) == "Collega A zag het. Collega B ook."
    assert said(text, "Eerder sprak collega A met collega C.") == "Collega B zag het. Collega D ook."


def test_a_name_that_two_people_bear_is_neither_of_them() -> None:
    text = "Jan Bakker en Karel Bakker kwamen. Bakker zei niets."
    names = [person(text, "Jan Bakker"), person(text, "Karel Bakker"), person(text, "Bakker", 35)]
    assert say_proposals(text, names) == "Collega A en collega B kwamen. Collega C zei niets."


def test_whose_something_is_stays_said() -> None:
    text = "Jan kwam. Jans fiets stond er. Kees' jas hing er."
    names = [person(text, "Jan"), person(text, "Jans"), person(text, "Kees")]
    assert say_proposals(text, names) == "Collega A kwam. Collega A's fiets stond er. Collega B's jas hing er."


def test_what_is_no_person_is_said_as_it_would_be_alone() -> None:
    text = "Mail naar kok@voorbeeld.example, en nog eens: kok@voorbeeld.example."
    assert said(text) == "Mail naar een e-mailadres, en nog eens: een e-mailadres."


def test_english_stays_english() -> None:
    text = "My manager Karen Smith shouted. Karen's office was open. Tom left."
    assert said(text) == "My manager A shouted. Manager A's office was open. Colleague A left."


def test_nothing_found_changes_nothing() -> None:
    assert say_proposals("Een 😀 dag.\n", []) == "Een 😀 dag.\n"


def test_text_around_emoji_and_accents_stays_as_it_is() -> None:
    text = "😀 Zoë Visser\u0301 lacht 😀.\n\nZoë lacht niet."
    assert "Zoë" not in said(text)
    assert said(text).startswith("😀 ")
    assert said(text).count("😀") == 2
