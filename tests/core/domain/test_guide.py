"""The content says the same in both languages, in the words of the profession, and ranks nothing."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

import resources
from vpjournal.domain import guide
from vpjournal.domain.board import LineKind
from vpjournal.domain.case import PHASE_NAMES, Phase, Track, is_code
from vpjournal.domain.guidance import RoleDecision
from vpjournal.domain.language import Language
from vpjournal.domain.organisation import OrganisationDraft, Presence, Route, RouteEntry

NL, EN = Language.DUTCH, Language.ENGLISH
FILES = ("options", "prompts", "points", "role_check", "acute", "help", "sentences", "templates")
NOT_SHOWN = {"id", "track", "phase", "needs", "checked", "number", "keys"}
POINTS = ["role", "control", "confidentiality", "formal_report", "notes", "counting", "absence", "recording"]
SCREENS = ["unlock", "first_run", "recovery_sheet", "today", "cases", "options_board", "look_together", "paper"]
SCREENS += ["organisations", "recycle_bin", "settings", "acute", "waiting_texts", *(f"case_{phase}" for phase in Phase)]
SCREENS += ["moving"]

FORBIDDEN = (
    r"escalat",
    r"anonie?m",
    r"(?<!formele )\bmelding(en)?\b",
    r"dossier",
    r"\bopties?\b",
    r"\bslachtoffers?\b",
    r"\bdaders?\b",
    r"(?<!begeleider )\bbeschuldigden?\b",
    r"\bcliënt|\bklager|\bverdachte",
    r"\bintake\b",
    r"neutraal|onpartijdig",
    r"!",
)
ADVISES = r"\bzal\b|\bzullen\b|\bzult\b|verstandig|kansrijk|aan te raden|raad u aan|het beste|\bveiliger\b|liefst"
ADVISES_EN = (
    r"\bwill\b|\bshall\b|\bshould\b|advisable|\bwise\b|recommend|\bbest\b|\bsafer\b|\bvictim|perpetrator|escalat|anonym"
)
DUTCH_WORDS = (
    r"\b(de|het|een|niet|wordt|worden|kan|kunnen|ik|uw|zijn|voor|naar|bij|van|dat|melder|ander|wie|wat|geen)\b"
)
DUTCH_NAMES = r"Huis voor Klokkenluiders|Juridisch Loket|Centrum Seksueel Geweld|Veilig Thuis|VP-journaal"
AMERICAN = r"\b\w*(ization|organiz\w*|recogniz\w*|summariz\w*|behavior|honor|center|counselor)\b"


def strings(value: Any, where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from strings(item, f"{where}[{index}]")
    elif isinstance(value, dict):
        name = value.get("id", "")
        for key, item in value.items():
            if key not in NOT_SHOWN:
                yield from strings(item, f"{where}.{name}.{key}")


def shown(language: Language) -> list[tuple[str, str]]:
    return [pair for name in FILES for pair in strings(resources.read_toml("content", language, f"{name}.toml"), name)]


def places(language: Language) -> list[str]:
    """Where there is a text, *you* aside: a language may need the second form where another does not."""
    return [where for where, _ in shown(language) if not where.endswith(".you")]


def library_texts(language: Language) -> list[guide.LibraryText]:
    return [text for option in guide.library(language) for text in option.texts()]


def test_both_languages_have_the_same_texts_in_the_same_order() -> None:
    assert places(NL) == places(EN)


def test_options_are_the_same_in_both_languages_apart_from_their_words() -> None:
    for dutch, english in zip(guide.library(NL), guide.library(EN), strict=True):
        assert (dutch.id, dutch.track, dutch.needs, dutch.law) == (
            english.id,
            english.track,
            english.needs,
            english.law,
        )
        assert [(t.id, t.law) for t in dutch.texts()] == [(t.id, t.law) for t in english.texts()]


def test_options_are_sixteen_for_each_track_in_order() -> None:
    for track, letter in ((Track.BEHAVIOUR, "O"), (Track.INTEGRITY, "I")):
        assert [option.id for option in guide.library_of(NL, track)] == [f"{letter}{n}" for n in range(1, 17)]


@pytest.mark.parametrize("language", Language)
def test_every_text_of_the_library_has_its_own_number(language: Language) -> None:
    ids = [text.id for text in library_texts(language)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", Language)
def test_every_option_has_two_sides_and_three_facts(language: Language) -> None:
    for option in guide.library(language):
        assert len(option.pros) >= 2, option.id
        assert len(option.cons) >= 2, option.id
        assert len(option.consequences) >= 1, option.id
        assert all(getattr(option, fact).text for fact in guide.FACTS), option.id
        assert option.lines(LineKind.CON) == option.cons


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_dutch_avoids_words_that_the_profession_avoids(pattern: str) -> None:
    found = [pair for pair in shown(NL) if re.search(pattern, pair[1], re.IGNORECASE)]
    assert not found


@pytest.mark.parametrize(("language", "pattern"), [(NL, ADVISES), (EN, ADVISES_EN)])
def test_the_library_says_what_may_happen_and_advises_nothing(language: Language, pattern: str) -> None:
    texts = [form for text in library_texts(language) for form in (text.text, text.you)]
    texts += [line.text for line in guide.acute_card(language).hurry]
    assert not [text for text in texts if re.search(pattern, text, re.IGNORECASE)]


def test_english_has_no_dutch_left() -> None:
    for where, text in shown(EN):
        rest = re.sub(DUTCH_NAMES, "", text)
        assert not re.search(DUTCH_WORDS, rest, re.IGNORECASE), (where, text)


def test_every_english_text_differs_from_the_dutch() -> None:
    english = dict(shown(EN))
    same = {text for where, text in shown(NL) if text and english.get(where) == text}
    assert same == set()


def test_english_is_british() -> None:
    assert not [pair for pair in shown(EN) if re.search(AMERICAN, pair[1], re.IGNORECASE)]


@pytest.mark.parametrize("language", Language)
def test_paper_speaks_to_the_reporter(language: Language) -> None:
    about = {NL: r"\b(melder|mijn|mij|mezelf|ik)\b", EN: r"\b(the reporter|my|me|myself|I)\b"}[language]
    assert not [text for text in library_texts(language) if re.search(about, text.you)]


@pytest.mark.parametrize("language", Language)
def test_the_board_speaks_of_the_reporter(language: Language) -> None:
    """The board is looked at by two people: *you* would be unclear there."""
    to = {NL: r"\b(u|uw|uzelf)\b", EN: r"\b(you|your|yourself)\b"}[language]
    assert not [text for text in library_texts(language) if re.search(to, text.text, re.IGNORECASE)]


@pytest.mark.parametrize("language", Language)
def test_lines_are_loose_and_descriptions_are_sentences(language: Language) -> None:
    for option in guide.library(language):
        lines = (*option.pros, *option.cons, *option.consequences, *(getattr(option, fact) for fact in guide.FACTS))
        for form in (form for line in lines for form in (line.text, line.you)):
            assert form[0].islower() or form.startswith("HR"), form
            assert not form.endswith("."), form
        for form in (option.description.text, option.description.you):
            assert not form or (form[0].isupper() and form[-1] in ".?"), form


@pytest.mark.parametrize("language", Language)
def test_texts_are_typographic_and_free_of_signs_that_are_drawn(language: Language) -> None:
    assert not [pair for pair in shown(language) if re.search("['\"⚖→✓☐○●\u00a0]|  ", pair[1])]


@pytest.mark.parametrize("language", Language)
def test_a_text_is_found_by_its_number(language: Language) -> None:
    line = guide.library(language)[3].cons[1]
    assert guide.find_text(language, line.id) == line
    title = guide.library(language)[3].title
    assert guide.find_text(language, "O4.title") == title
    assert guide.find_text(language, "O4.x9") is None
    assert guide.option_by_id(language, "I8") == guide.library_of(language, Track.INTEGRITY)[7]
    assert guide.option_by_id(language, "") is None


def test_a_text_without_a_second_form_has_the_same_on_paper() -> None:
    wait = guide.option_by_id(NL, "O2")
    assert wait is not None
    assert (wait.who_decides.text, wait.who_decides.you) == ("de melder", "u")
    assert (wait.reversible.text, wait.reversible.you) == ("ja", "ja")


def test_an_option_lacks_only_where_every_route_is_known_to_be_absent() -> None:
    def organisation(**routes: Presence) -> OrganisationDraft:
        return OrganisationDraft("De Linde", routes=tuple(RouteEntry(Route(r), p) for r, p in routes.items()))

    hr, free = guide.option_by_id(NL, "O8"), guide.option_by_id(NL, "O1")
    assert hr is not None
    assert free is not None
    assert hr.needs == (Route.HR, Route.HIGHER_MANAGER)
    assert hr.lacks_in(organisation(hr=Presence.ABSENT, higher_manager=Presence.ABSENT))
    assert not hr.lacks_in(organisation(hr=Presence.ABSENT, higher_manager=Presence.EXISTS))
    assert not hr.lacks_in(organisation(hr=Presence.ABSENT))
    assert not free.lacks_in(organisation(hr=Presence.ABSENT))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_prompts(language: Language, phase: Phase) -> None:
    groups = guide.prompts(language, phase)
    assert groups
    assert all(group.prompts and group.title for group in groups)
    ids = [prompt.id for group in groups for prompt in group.prompts]
    assert len(ids) == len(set(ids))
    assert all(id_.startswith(f"{phase}.") for id_ in ids)


def test_no_prompt_group_belongs_to_an_unknown_phase() -> None:
    phases = {raw["phase"] for raw in resources.read_toml("content", "nl", "prompts.toml")["group"]}
    assert phases == {phase.value for phase in PHASE_NAMES}


@pytest.mark.parametrize("language", Language)
def test_there_are_eight_points_to_tell(language: Language) -> None:
    assert [point.id for point in guide.points(language)] == POINTS
    assert all(2 <= len(point.title.split()) <= 4 for point in guide.points(language))


@pytest.mark.parametrize("language", Language)
def test_the_role_check_offers_every_decision(language: Language) -> None:
    check = guide.role_check(language)
    assert {each.decision for each in check.decisions} == set(RoleDecision)
    assert len(check.decisions) == len(RoleDecision)
    assert [question.id for question in check.questions] == ["interest", "remit", "same_case"]
    assert all(question.text.endswith("?") for question in (*check.questions, check.position))


@pytest.mark.parametrize("language", Language)
def test_the_acute_card_has_the_numbers(language: Language) -> None:
    card = guide.acute_card(language)
    assert [line.number for line in card.lines] == ["112", "113", "0800-0188", "0900-8844", "0800-2000"]
    assert (card.checked.year, card.checked.month) == (2026, 11)
    assert card.lead in {"Eerst de persoon, dan de papieren.", "First the person, then the papers."}
    assert [line.id for line in card.hurry] == ["recent", "letter", "conversation", "deadline"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_explains_itself(language: Language, screen: str) -> None:
    page = guide.help_page(language, screen)
    assert page.id == screen
    assert 2 <= len(page.paragraphs) <= 5


def test_a_screen_without_help_gets_that_of_today() -> None:
    assert guide.help_page(NL, "nowhere") == guide.help_page(NL, "today")


def test_shortcuts_are_the_same_keys_in_both_languages() -> None:
    keys = [[shortcut.keys for shortcut in guide.shortcuts(language)] for language in Language]
    assert keys[0] == keys[1]
    assert {"F1", "Ctrl+L", "Ctrl+N", "Ctrl+K", "Ctrl+P", "Ctrl+Shift+H"} <= set(keys[0])


def test_fixed_sentences_are_found() -> None:
    assert guide.sentence(NL, "integrity_banner").startswith("Zolang we sparren, beslist u")
    assert "formal report" in guide.sentence(EN, "integrity_banner")
    assert guide.sentence(NL, "agreement_for_reporter").endswith("?")
    with pytest.raises(KeyError):
        guide.sentence(NL, "nowhere")


def test_the_diary_of_the_drawings_is_a_journal() -> None:
    assert not [pair for pair in shown(NL) if "dagboek" in pair[1].lower()]


@pytest.mark.parametrize("language", Language)
def test_templates_are_skeletons_with_headings(language: Language) -> None:
    found = guide.templates(language)
    assert 3 <= len(found) <= 5
    for template in found:
        assert template.text.startswith("# ")
        assert template.text.count("# ") >= 2


def test_case_words_make_codes_and_are_unlike_each_other() -> None:
    words = guide.case_words()
    assert len(words) == len(set(words)) == 300
    assert "Merel" in words
    assert all(re.fullmatch("[A-Z][a-z]{3,7}", word) for word in words)
    assert all(is_code(f"{word}-47") for word in words)
    assert not {"Roos", "Iris", "Heide", "Linde", "Storm"}.intersection(words)
