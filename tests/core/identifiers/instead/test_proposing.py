"""What is proposed instead, and that the sentence still reads when it is put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.identifiers.marked import marked
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.identifiers.instead.fitting import edit_for
from vpjournal.identifiers.instead.proposing import proposals, roles_in


def _said(kind: str, text: str, used: frozenset[str] = frozenset(), choice: int = 0) -> str:
    find, context = marked(kind, text)
    edit = edit_for(find, context, proposals(find, context, used)[choice])
    return context[: edit.start] + edit.text + context[edit.end :]


@pytest.mark.parametrize(
    ("kind", "text", "becomes"),
    [
        ("person", "Gisteren zei [Fatima] niets.", "Gisteren zei collega A niets."),
        ("person", "En toen mijn manager [Fatima] zei", "En toen mijn leidinggevende A zei"),
        ("person", "[Fatima], mijn teamleider, zei", "Leidinggevende A, mijn teamleider, zei"),
        ("person", "Ik sprak de heer [Jansen] kort", "Ik sprak collega A kort"),
        ("person", "Mw. [Jansen] belde", "Collega A belde"),
        ("person", "En [Hans]' idee was het", "En collega A's idee was het"),
        ("person", "En [Fatima]'s idee was het", "En collega A's idee was het"),
        ("person", "Ook mijn man [Piet] zei het", "Ook mijn man zei het"),
        ("person", "She told [Fatima] that it was over", "She told colleague A that it was over"),
        ("person", "Haar leidinggevende, [Zomer], vindt", "Haar leidinggevende, leidinggevende A, vindt"),
        ("person", "de kwaliteitsmanager, [Ilse Cauberg], vindt", "de kwaliteitsmanager, leidinggevende A, vindt"),
        ("person", "Ook Thijmen, zei hij. En [Thijmens] naam viel", "Ook Thijmen, zei hij. En collega A's naam viel"),
        ("date", "hij belde [6 januari] als eerste", "hij belde in de winter als eerste"),
        ("date", "Op [3 maart] belde ze", "In het voorjaar belde ze"),
        ("date", "Datum: [12-04-2023]", "Datum: voorjaar 2023"),
        ("date", "ziek tot [zondag 3 maart 2024] dus", "ziek tot het voorjaar van 2024 dus"),
        ("date", "ziek op [Tweede Kerstdag 2023] dus", "ziek in de winter van 2023-2024 dus"),
        ("date", "it was on [the 3rd of May] that she left", "it was in the spring that she left"),
        ("time", "kwam om [half drie] binnen", "kwam 's middags binnen"),
        ("time", "Om [22:10] kwam hij", "'s Avonds kwam hij"),
        ("time", "pas na [09.15 uur] kwam hij", "pas na de ochtend kwam hij"),
        ("time", "[10:12] sem: hoi", "Ochtend sem: hoi"),
        ("time", "ze zei ([10:12]) hoi", "ze zei (ochtend) hoi"),
        ("age", "een man van [58 jaar] die", "een man van eind vijftig die"),
        ("age", "hij is [tweeëndertig] en", "hij is begin dertig en"),
        ("age", "een [23-jarige] collega", "een jonge collega"),
        ("age", "they said that she is [34] now", "they said that she is in her mid-thirties now"),
        ("place", "werkt in [Almelo] nu", "werkt in een stad in het oosten nu"),
        ("place", "komt uit [Suriname] en", "komt uit een land buiten Europa en"),
        ("place", "zat in de [Rietzaal] en", "zat in een zaal en"),
        ("organisation", "werkt bij stichting [De Wilgenhof] nu", "werkt bij een stichting nu"),
        ("organisation", "werkt bij het ziekenhuis [Oost] nu", "werkt bij het ziekenhuis nu"),
        ("organisation", "werkt bij de [Vuurbank] nu", "werkt bij de organisatie nu"),
        ("department", "werkt op de [SEH] nu", "werkt op een afdeling nu"),
        ("address", "woont aan de [Molenkolk 3] nu", "woont aan een adres nu"),
        ("address", "woont in de [Kerkstraat] nu", "woont in een straat nu"),
        ("postcode", "woont op [1234 AB] nu", "woont op een adres nu"),
        ("plate", "en haar kenteken [G-418-TK] stond", "en haar kenteken stond"),
        ("number", "en personeelsnummer [204418] stond", "en een personeelsnummer stond"),
        ("phone", "en belt [06-12345678] nu", "en belt een telefoonnummer nu"),
        ("jobtitle", "kreeg van de [directeur inkoop] uitleg", "kreeg van een leidinggevende uitleg"),
        ("jobtitle", "van een nieuwe [bedrijfsleider] kwam", "van een nieuwe leidinggevende kwam"),
        ("unique", "Zij is de [enige vrouwelijke lasser] hier", "Zij is een collega hier"),
        ("unique", "zij was [als eerste] ziek", "zij was als een van de eersten ziek"),
        ("trait", "Zij heeft [MS] en", "Zij heeft een aandoening en"),
        ("trait", "Zij spreekt [Papiaments] en", "Zij spreekt een andere taal en"),
    ],
)  # fmt: skip
def test_the_sentence_still_reads(kind: str, text: str, becomes: str) -> None:
    assert _said(kind, text) == becomes


def test_letters_stay_with_their_person_within_a_case() -> None:
    used = roles_in(
        "Collega A sprak met leidinggevende B. Colleague C huilde, en de melder ook. collega d, collega E.F."
    )
    assert used == {"collega A", "leidinggevende B", "colleague C", "melder"}
    assert _said("person", "Dat zei [Fatima] ook", used) == "Dat zei collega B ook"
    # It may also be someone who was there already.
    assert {_said("person", "Dat zei [Fatima] ook", used, choice) for choice in (1, 2)} == {
        "Dat zei collega C ook",
        "Dat zei collega A ook",
    }
    assert _said("person", "Dat zei mijn baas [Fatima] ook", used) == "Dat zei mijn leidinggevende A ook"


def test_nothing_is_proposed_where_nothing_careful_can_be_said() -> None:
    assert proposals(*marked("trait", "een [Poolse] collega")) == ()
    assert proposals(*marked("place", "ergens in [Nederland]")) == ()


_TEXTS = st.text(st.sampled_from("Fatima Hans op de mijn manager 3 maart 2024 58 half één.,:'’(\n-🙂é"), max_size=40)


@given(_TEXTS | st.text(max_size=20), _TEXTS | st.text(min_size=1, max_size=12), _TEXTS, st.sampled_from(list(Kind)))
def test_any_find_gets_words_that_are_put_in_around_it(before: str, text: str, after: str, kind: Kind) -> None:
    find = Find(len(before), len(before) + len(text), text, kind, Certainty.MAY, "")
    context = before + text + after
    for words in proposals(find, context, roles_in(context)):
        assert words.strip() == words != ""
        edit = edit_for(find, context, words)
        assert 0 <= edit.start <= find.start
        assert find.end <= edit.end <= min(find.end + 1, len(context))
        assert words[1:].casefold() in edit.text.casefold()


def test_the_word_for_the_kind_goes_with_the_name() -> None:
    assert _said("organisation", "werkt bij stichting [De Wilgenhof] nu", choice=1) == "werkt bij de organisatie nu"
