"""What a phrase gives away: a job that few hold, who is the only one, a trait, and traits that stand together."""

import pytest

from vpjournal.domain.identifying import Certainty, Kind
from vpjournal.identifiers import Finder
from vpjournal.identifiers.finder import settled
from vpjournal.identifiers.forms import patterns
from vpjournal.identifiers.forms.traits import TOGETHER, combined


def _look(text: str) -> list[tuple[str, str]]:
    return [(find.kind, find.text) for find in settled(list(patterns.look(text)))]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("jobtitle", "het [hoofd inkoop] zei niets"),
        ("jobtitle", "het [hoofd technische dienst] zei niets"),
        ("jobtitle", "de [teamleider nachtzorg] zei niets"),
        ("jobtitle", "de [directeur-bestuurder] zei niets"),
        ("jobtitle", "de [financieel directeur], een man"),
        ("jobtitle", "een [kwaliteitscoördinator] van daar"),
        ("jobtitle", "de [voorzitter van de or] was erbij"),
        ("jobtitle", "de [hoofdonderzoeker] was erbij"),
        ("jobtitle", "de [conciërge] zag het"),
        ("jobtitle", "de [walkapitein] zag het"),
        ("jobtitle", "het [hoofd restauratie] zag het"),
        ("jobtitle", "de [docent duits] zag het"),
        ("jobtitle", "de [juf van groep 6] zag het"),
        ("jobtitle", "the [harbour master] saw it"),
        ("jobtitle", "de [teamleider OK] zag het"),
        ("jobtitle", "the [head of certification] said so"),
        ("jobtitle", "the [chief pharmacist] said so"),
        ("jobtitle", "the [chief operating officer] said so"),
        ("jobtitle", "the [medical director] said so"),
        ("unique", "zij is de [enige vrouwelijke lasser] bij ons"),
        ("unique", "hij is de [enige met een rolstoel]."),
        ("unique", "zij is de [enige die het bomenregister mag wijzigen]."),
        ("unique", "she is the [only woman in the team]."),
        ("unique", "hij is [sinds 1998 voorzitter] daar"),
        ("unique", "hij is [al dertig jaar in dienst] daar"),
        ("unique", "de [eerste vrouw op de heftruck]."),
        ("unique", "de [eerste docent met een hoofddoek]."),
        ("unique", "zij was [als eerste]."),
        ("unique", "zij is de [jongste van de afdeling], dus"),
        ("unique", "ik weet dat ik de [enige ben met een kind]."),
        ("unique", "zij is [al 34 jaar hun boekhouder] daar"),
        ("unique", "he has been [chair since 1998] there"),
        ("unique", "de [enige zwarte vrouw] op kantoor"),
        ("unique", "de [oudste in dienst] daar"),
        ("unique", "hij werkt hier [het langst van allemaal] dus"),
        ("unique", "[jongste ooit in de leerwerkplaats]."),
        ("unique", "de [jongste medewerker] daar"),
        ("unique", "the [longest-serving nurse] there"),
        ("unique", "the [first in her family to study]."),
        ("trait", "hij komt, zij spreekt [tigrinya] met haar"),
        ("trait", "de [poolse] collega van haar"),
        ("trait", "zij heeft [ms] en werkt"),
        ("trait", "hij heeft ADHD, of [PTSS]."),
        ("trait", "zij is [doof aan één kant] en"),
        ("trait", "hij is [jehova's getuige] en"),
        ("trait", "hij is [moslim] en"),
        ("trait", "een collega met [endometriose]"),
    ],
)
def test_it_is_found(kind: str, text: str) -> None:
    before, _, rest = text.partition("[")
    inside, _, after = rest.partition("]")
    assert (kind, inside) in _look(before + inside + after)


@pytest.mark.parametrize(
    "text",
    [
        "mijn hoofd staat er niet naar, en het hing boven haar hoofd",
        "boven zijn hoofd water, een lesbische film",
        "een docent, de juf en een leraar; the police officer; zijn hoofd ging omhoog",
        "haar leidinggevende, de teamleider, een manager en de HR-adviseur",
        "een briefhoofd boven de brief, de directie en de afdeling",
        "het enige wat zij wil, na enige tijd, de enige manier, zonder enige reden",
        "mijn enige zus, haar oudste dochter, zijn jongste zoon",
        "de eerste keer, het eerste gesprek, de eerste collega die belde",
        "als enige partij stemde het Vlaams Blok tegen",
        "als eerste stap, sinds 1998 hier, al drie jaar ziek, in 2019 verhuisd",
        "als dat zo is, dan als laatste",
        "een katholieke school, de protestantse kerk, blind vertrouwen",
        "zij spreekt Nederlands en Engels, in het Nederlands",
        "het was de pers, een pool, de fin",
        "ALS HET KAN BELT ZIJ",
        "wij zijn doof voor kritiek",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert _look(text) == []


def test_traits_that_stand_together_point_to_one_person() -> None:
    text = "Zij heeft epilepsie en spreekt tigrinya. Een ander is slechthorend."
    finds = {find.text: find for find in combined(text, settled(list(patterns.look(text))))}
    assert finds["epilepsie"].certainty is finds["tigrinya"].certainty is Certainty.IDENTIFIES
    assert finds["epilepsie"].reason == TOGETHER
    assert finds["slechthorend"].certainty is Certainty.MAY


def test_an_age_and_a_job_need_a_trait_to_point_to_one_person() -> None:
    alone = Finder().find("De directeur is 54 jaar en belde zelf.")
    assert {find.certainty for find in alone if find.kind in (Kind.AGE, Kind.JOB_TITLE)} == {Certainty.MAY}
    apart = Finder().find("De directeur is 54 jaar. Een ander is slechthorend.")
    assert {find.certainty for find in apart} == {Certainty.MAY}
    together = Finder().find("De directeur is 54 jaar en heeft epilepsie.")
    assert {find.reason for find in together} == {TOGETHER}


def test_a_trait_of_several_words_holds_no_name() -> None:
    assert [find.text for find in Finder().find("Hij is Jehova's getuige en dat mag.")] == ["Jehova's getuige"]


def test_a_faith_is_no_name_and_a_name_no_faith() -> None:
    assert [find.kind for find in Finder().find("She is the only Muslim in the department.")] == [Kind.UNIQUE]
    assert [find.kind for find in Finder().find("Gesproken met Sami, die belde.")] == [Kind.PERSON]


def test_a_day_or_a_time_holds_no_name() -> None:
    assert [find.kind for find in Finder().find("At 3.15 p.m. she left.")] == [Kind.TIME]
    finds = Finder().find("Op do 30 jan 2025 belde zij.")
    assert [(find.kind, find.text) for find in finds] == [(Kind.DATE, "do 30 jan 2025")]
