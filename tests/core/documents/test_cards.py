"""Cards carry titles and nothing else, and lose no letter of them."""

import pytest

from tests.core.documents.papers import cards, option, pages, paper, words
from vpjournal.documents import page_count
from vpjournal.domain.papers import PaperOption
from vpjournal.errors import NothingToPrint


def test_eight_to_a_sheet_with_titles_only() -> None:
    read = pages(cards(paper(*(option(f"Weg {letter}") for letter in "ABCDEFGHI"))))
    assert len(read) == 2
    assert sorted(read[0].split("Weg ")) == ["", *(f"{letter} " for letter in "ABCDEFG"), "H"]
    assert read[1] == "Weg I"


def test_a_title_too_long_for_a_small_card_gets_a_larger_one() -> None:
    long = " ".join(f"woord{n}" for n in range(60))
    read = pages(cards(paper(option("Kort"), option(long), option("Klein"))))
    assert len(read) == 2
    assert "Kort" in read[0]
    assert "Klein" in read[0]
    assert read[1] == long.capitalize()


def test_a_title_of_5000_characters_loses_nothing() -> None:
    long = " ".join(f"woord{n}" for n in range(570))
    assert words(cards(paper(option(long)))) == long.capitalize()
    assert words(cards(paper(option("Z" * 5000)))).replace(" ", "").count("Z") == 5000


def test_a_long_word_is_not_cut_where_a_larger_card_holds_it() -> None:
    assert "Bedrijfsmaatschappelijkwerkersoverleg" in words(
        cards(paper(option("bedrijfsmaatschappelijkwerkersoverleg")))
    )


def test_200_cards() -> None:
    assert page_count(cards(paper(*(option(f"Weg {n}") for n in range(200))))) == 25


def test_no_title_no_card() -> None:
    with pytest.raises(NothingToPrint):
        cards(paper(PaperOption("  ")))
