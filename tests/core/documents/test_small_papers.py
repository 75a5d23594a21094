"""The small papers: real room to write, nothing printed that should be written by hand, in the right size."""

from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from tests.core.documents.papers import EVERY_PAPER, made, opened, pages, words
from vpjournal.documents.styles import A6, MARGIN, WRITING_PITCH
from vpjournal.domain import guide
from vpjournal.domain.case import Phase
from vpjournal.domain.language import Language
from vpjournal.domain.papers import KeyCards, Paper, PocketCard, ReporterLog, TalkPreparation, WhatIWrite

_NL = Language.DUTCH


def test_four_key_cards_carry_a_code_or_room_for_one() -> None:
    text = words(made(KeyCards(_NL, ("Merel-47",))))
    assert text.count("Merel-47") == 1
    assert text.count("Code") == 3
    for part in (
        "Herkenningswoord",
        "Hoe bereikbaar",
        "Hoe juist niet",
        "Bericht achterlaten ja nee",
        "Vernietigen bij afsluiting.",
        "Bewaar deze kaart nooit bij uw laptop.",
    ):
        assert text.count(part) == 4, part


def test_more_codes_than_four_take_more_sheets() -> None:
    codes = tuple(f"Merel-{number}" for number in range(10, 19))
    read = pages(made(KeyCards(_NL, codes)))
    assert [text.count("Sleutelkaart") for text in read] == [4, 4, 4]
    assert all(" ".join(read).count(code) == 1 for code in codes)


def test_a_code_that_does_not_fit_is_left_to_a_pen() -> None:
    assert words(made(KeyCards(_NL, ("W" * 60,)))).count("Code") == 4


@pytest.mark.parametrize("language", Language)
def test_the_pocket_card_asks_what_stands_in_the_guide(language: Language) -> None:
    pdf = made(PocketCard(language))
    asked = {
        prompt.id: prompt.text for group in guide.prompts(language, Phase.FIRST_CONTACT) for prompt in group.prompts
    }
    text = words(pdf)
    for name in ("free", "danger", "hurry", "other_adviser", "reach"):
        assert asked[f"first_contact.ask.{name}"] in text
    assert guide.role_check(language).questions[0].text in text
    assert "112" in text


def test_the_pocket_card_is_a6_and_says_on_both_sides_what_becomes_of_it() -> None:
    pdf = made(PocketCard(_NL))
    with opened(pdf) as file:
        assert all([float(side) for side in page.mediabox] == [0, 0, A6.width, A6.height] for page in file.pages)
    assert all(text.endswith("Overnemen en vernietigen.") for text in pages(pdf))


def test_the_log_is_empty_and_belongs_to_the_reporter() -> None:
    read = pages(made(ReporterLog(_NL)))
    text = " ".join(read)
    assert "Dit logboek is van u." in read[0]
    for part in ("Wanneer ongeveer", "Wat gebeurde er", "Wat deed het met mij", "Wat deed ik"):
        assert text.count(part) == 5
    assert "Bedenk waar u dit blad bewaart" in read[1]


def test_a_talk_is_prepared_on_one_page() -> None:
    (text,) = pages(made(TalkPreparation(_NL)))
    parts = ("zeggen?", "bereiken?", "anders loopt?", "om te stoppen?", "Wie is erbij?", "Wat doe ik daarna?")
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_what_i_write_says_what_was_filled_in_and_leaves_lines_for_the_rest() -> None:
    empty = WhatIWrite(_NL)
    filled = WhatIWrite(_NL, complaints="de klachtencommissie", destroyed="in 2027", contact_line="dinsdag")
    text = words(made(filled))
    for part in ("Uiterlijk in 2027", "Zo bereikt u mij dinsdag", "Over mij de klachtencommissie"):
        assert part in text
    assert "Autoriteit Persoonsgegevens" in text
    assert len(_writing_lines(made(empty))) == len(_writing_lines(made(filled))) + 3
    assert len(pages(made(empty))) == 1


def test_a_very_long_answer_takes_a_page_more_and_is_not_lost() -> None:
    long = " ".join(f"woord{number}" for number in range(1_500))
    text = words(made(WhatIWrite(_NL, complaints=long)))
    assert all(f"woord{number}" in text for number in range(1_500))


@pytest.mark.parametrize("values", [KeyCards(_NL), PocketCard(_NL), ReporterLog(_NL), TalkPreparation(_NL)])
def test_between_lines_there_is_room_for_a_hand(values: Paper) -> None:
    for page in _lines_of_pages(made(values)):
        for side in {x for x, _ in page}:
            heights = sorted({round(y, 2) for x, y in page if x == side})
            assert all(upper - lower >= WRITING_PITCH - 0.01 for lower, upper in pairwise(heights))


@pytest.mark.parametrize("name", ["overview", "summary", "log", "talk", "what I write"])
def test_there_is_room_for_the_holes_of_a_binder(name: str) -> None:
    with opened(made(replace(EVERY_PAPER[name], example=True))) as file:
        for page in file.pages:
            lefts = [
                float(step.operands[4]) for step in pikepdf.parse_content_stream(page) if str(step.operator) == "Tm"
            ]
            # The one that is further left is the word across the page, which is drawn from the middle.
            assert all(left >= MARGIN - 0.01 for left in lefts[1:])


def _writing_lines(pdf: bytes) -> list[tuple[float, float]]:
    return [line for page in _lines_of_pages(pdf) for line in page]


def _lines_of_pages(pdf: bytes) -> list[list[tuple[float, float]]]:
    """Return where the grey horizontal lines of each page end at the right, and how high they are."""
    with opened(pdf) as file:
        return [_lines(page) for page in file.pages]


def _lines(page: pikepdf.Page) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    grey = False
    start: list[float] = []
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "RG":
            grey = float(step.operands[0]) > 0.5
        elif operator == "m":
            start = [float(part) for part in step.operands]
        elif operator == "l" and grey:
            end = [float(part) for part in step.operands]
            if end[1] == start[1] and end[0] - start[0] < 500:
                found.append((round(end[0], 1), end[1]))
    return found
