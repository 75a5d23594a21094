"""The overview is one that a reporter can take home: whole options, literal words, nothing about whose it is."""

import re
from dataclasses import replace

import pytest

from tests.core.documents.papers import made, option, pages, paper, words
from vpjournal.documents import page_count
from vpjournal.domain.language import Language
from vpjournal.domain.papers import OptionsPaper, PaperOption
from vpjournal.errors import NothingToPrint

_SIDES = ("Voordelen", "Nadelen", "Gevolgen")


def test_three_usual_options_fit_on_one_sheet_without_a_number() -> None:
    titles = ("Opschrijven", "Zelf zeggen", "Naar de leiding")
    usual = PaperOption("", "niemand", "u", "ja", ("het blijft klein",), ("het duurt langer",), ("het blijft bij u",))
    pdf = made(paper(*(replace(usual, title=title) for title in titles)))
    text = words(pdf)
    assert page_count(pdf) == 1
    assert not re.search(r"\d", text)
    assert "escalatie" not in text.lower()
    assert "vp-journaal" not in text.lower()


def test_everything_is_said_in_the_order_of_the_board() -> None:
    text = words(made(paper(option("Klein"), option("Groot", who_knows="iedereen"))))
    parts = [
        "Dit blad is van u. Wat erop staat, hebben we samen besproken.",
        "U hoeft vandaag niet te kiezen, en u mag later iets anders willen.",
        "Klein",
        "Wie weet ervan",
        "de ander",
        "Wat ik hierbij denk",
        "Groot",
        "iedereen",
        "Iets anders, of niets",
        "In mijn woorden",
        "Bedenk waar u dit blad bewaart, en wie het daar kan vinden.",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_loose_lines_become_sentences_and_facts_stay_as_they_are() -> None:
    text = words(made(paper(option("Wachten", who_knows="niemand anders"))))
    assert "Voordeel 0 van Wachten." in text
    assert "niemand anders" in text
    assert "niemand anders." not in text


def test_the_words_of_the_reporter_stand_between_quotes_only_when_asked() -> None:
    board = (option(says="Liever niet."),)
    shown = OptionsPaper(Language.DUTCH, board, show_what_reporter_says=True)
    hidden = OptionsPaper(Language.DUTCH, board)
    assert "‘Liever niet.’" in words(made(shown))
    assert "Liever niet" not in words(made(hidden))


def test_lines_to_think_on_are_there_only_when_asked() -> None:
    quiet = OptionsPaper(Language.DUTCH, (option(),), room_for_notes=False)
    assert "Wat ik hierbij denk" not in words(made(quiet))
    assert "In mijn woorden" in words(made(quiet))


def test_the_contact_line_stands_at_the_end_when_given() -> None:
    assert words(made(paper(option(), contact="dinsdag, achter de linde"))).endswith("achter de linde")
    assert "bereikt" not in words(made(paper(option())))


@pytest.mark.parametrize("count", [4, 12, 37])
@pytest.mark.parametrize("lines", [1, 4, 9])
def test_no_option_is_split_over_pages(count: int, lines: int) -> None:
    board = [option(f"Mogelijkheid {chr(0x391 + n)}.", lines=lines) for n in range(17)][:count]
    board += [option(f"Keuze {chr(0x3B1 + n)}.", lines=lines) for n in range(count - len(board))]
    read = pages(made(paper(*board)))
    for each in board:
        around = [index for index, text in enumerate(read) if each.title in text]
        assert len(around) == 1
        text = read[around[0]]
        for side in (each.pros, each.cons, each.consequences):
            assert all(line[1:] in text for line in side)
    assert "(vervolg)" not in "".join(read)


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (3, 3), (5, 5), (5, 6), (7, 5), (7, 6), (8, 4), (12, 3)])
def test_the_closing_block_never_stands_alone(count: int, lines: int) -> None:
    last = pages(made(paper(*(option(lines=lines) for _ in range(count)))))[-1]
    assert "Wie weet ervan" in last
    assert "Iets anders, of niets" in last


def test_the_first_option_stands_below_the_introduction() -> None:
    for lines in range(1, 60, 3):
        first = pages(made(paper(option("Eerste", lines=lines), option("Tweede"))))[0]
        assert "Dit blad is van u." in first
        assert "Voordeel 0 van Eerste" in first


def test_an_option_higher_than_a_page_goes_on_under_its_own_title_and_loses_nothing() -> None:
    high = option("Een heel hoge mogelijkheid", lines=60)
    read = pages(made(paper(option("Ervoor"), high, option("Erna"))))
    assert len(read) > 2
    text = " ".join(read)
    assert "Een heel hoge mogelijkheid (vervolg)" in text
    assert all(f"{kind} {n} van" in text for kind in ("oordeel", "adeel", "evolg") for n in range(60))
    going_on = next(page for page in read if "(vervolg)" in page and "oordeel" in page)
    assert all(side in going_on for side in _SIDES)


def test_a_title_of_5000_characters_is_there_to_the_last_letter() -> None:
    title = " ".join(f"woord{n}" for n in range(560))
    text = words(made(paper(option(title[:5000]))))
    assert all(word in text for word in title[:5000].split())
    unbroken = "Z" * 4999 + "Q"
    assert words(made(paper(PaperOption(unbroken)))).count("Z") >= 4999


def test_200_options_are_all_there() -> None:
    board = [option(f"Weg {n}.") for n in range(200)]
    text = words(made(paper(*board)))
    assert all(text.count(f" Weg {n}. Wie weet ervan") == 1 for n in range(200))
    assert "bladzijde 2 van" in text


def test_a_contact_line_longer_than_a_page_is_not_lost() -> None:
    text = words(made(paper(option(), contact=" ".join(f"regel{n}" for n in range(1200)))))
    assert all(f"regel{n}" in text for n in range(1200))


def test_what_is_empty_leaves_no_label_behind_when_the_whole_row_is_empty() -> None:
    text = words(made(paper(PaperOption("Alleen een titel"))))
    assert "Wie weet ervan" not in text
    assert "Voordelen" not in text
    assert "Alleen een titel" in text


def test_an_empty_place_beside_filled_ones_keeps_its_label_to_write_below() -> None:
    only_a_fact = PaperOption("Met een feit", who_knows="niemand")
    assert "Terug te draaien" in words(made(paper(only_a_fact)))
    quiet = OptionsPaper(Language.DUTCH, (only_a_fact,), room_for_notes=False)
    assert "Terug te draaien" not in words(made(quiet))


def test_an_empty_board_gives_no_paper() -> None:
    with pytest.raises(NothingToPrint):
        made(paper())
