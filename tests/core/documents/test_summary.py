"""The summary shows the approved text word for word, says who approved what for whom, and never splits that."""

from datetime import date

import pytest

from tests.core.documents.papers import made, pages, summary, words
from vpjournal.documents import make, page_count, page_text
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.summary import Given, Recipient
from vpjournal.errors import NothingToPrint

_MONTH = CoarseDay.in_month_of(date(2026, 11, 18))


def test_everything_is_there_in_the_order_of_reading() -> None:
    text = words(made(summary()))
    parts = (
        "Samenvatting",
        "Voor wie",
        "Uzelf",
        "Waarvoor",
        "Om het gesprek voor te bereiden",
        "U slaapt er slecht door.",
        "U wilt dat het stopt.",
        "Akkoord",
        "U gaf akkoord voor precies deze tekst.",
        "Bedenk waar u dit blad bewaart",
        "Op 18 november 2026, in een gesprek",
        "Naam (schrijft u zelf, alleen als u dat wilt)",
        "Handtekening",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "Vingerafdruk K7QF 2M9X" in text
    assert "bladzijde 1 van 1" in text
    assert "vp-journaal" not in text.lower()
    assert "Merel" not in text


def test_others_read_of_the_reporter_and_only_the_month() -> None:
    paper = summary(
        recipient=Recipient.MANAGER, recipient_words="teamleider zorg", approved=_MONTH, given=Given.BY_PHONE
    )
    text = words(made(paper))
    assert "De leidinggevende (teamleider zorg)" in text
    assert "De melder gaf akkoord voor precies deze tekst, alleen voor deze ontvanger en dit doel." in text
    assert "In november 2026, door de telefoon" in text
    assert "Naam (schrijft de melder zelf, alleen als die dat wil)" in text
    assert "U gaf" not in text


def test_without_a_purpose_or_a_day_there_is_no_label_for_one() -> None:
    text = words(made(summary(purpose="  ", approved=CoarseDay.unknown())))
    assert "Waarvoor" not in text
    assert "Wanneer en hoe In een gesprek" in text


def test_headings_lists_and_bold_words_lose_their_marks_and_nothing_else_does() -> None:
    typed = "# Kop\nTekst met **vet woord** erin.\n- een punt\n## Kleiner\n#geen kop\n*niets* <b>ook</b> ** los **"
    typed += "\n-geen punt"
    text = words(made(summary(typed)))
    shown = "Kop Tekst met vet woord erin. • een punt Kleiner #geen kop *niets* <b>ook</b> ** los ** -geen punt"
    assert shown in text


def test_without_text_there_is_no_paper() -> None:
    with pytest.raises(NothingToPrint):
        make(summary(" \n\u200b\n "))


def test_300_pages_lose_no_word_and_each_says_which_it_is() -> None:
    typed = "\n\n".join(" ".join(f"w{part}x{word}" for word in range(180)) for part in range(480))
    finished = make(summary(typed))
    read = pages(finished.pdf)
    assert finished.pages == len(read) > 300
    for number, text in enumerate(read, start=1):
        assert f"bladzijde {number} van {len(read)}" in text
        assert "K7QF 2M9X" in text
    found = [word for word in " ".join(read).split() if word.startswith("w") and "x" in word]
    assert found == typed.split()
    assert "Handtekening" in read[-1]


@pytest.mark.parametrize("lines", range(4, 80, 3))
def test_the_approval_is_whole_and_never_alone(lines: int) -> None:
    typed = "\n".join(f"regel{number}" for number in range(lines))
    read = pages(made(summary(typed)))
    last = read[-1]
    assert all(part in last for part in ("Akkoord", "Wanneer en hoe", "Handtekening"))
    assert not any("Akkoord" in text for text in read[:-1])
    assert f"regel{lines - 1}" in last


@pytest.mark.parametrize("after", ["", "\neronder drie", "\neen regel" * 20])
@pytest.mark.parametrize("lines", range(12, 40))
def test_no_heading_stands_at_the_foot_of_a_page(lines: int, after: str) -> None:
    typed = "\n".join(["regel"] * lines) + "\n# De kop\neronder een\neronder twee" + after
    read = pages(made(summary(typed)))
    with_heading = next(text for text in read if "De kop" in text)
    assert "De kop eronder een" in with_heading


@pytest.mark.parametrize("lines", range(12, 34))
def test_a_paragraph_leaves_no_line_alone(lines: int) -> None:
    paragraph = " ".join(f"woord{number}" for number in range(60))
    pdf = made(summary("regel\n" * lines + paragraph + "\nregel" * 15))
    for page in range(page_count(pdf)):
        assert sum("woord" in line for line in page_text(pdf, page).split("\n")) != 1


def test_a_word_without_end_and_a_purpose_without_end_lose_nothing() -> None:
    purpose = " ".join(f"doel{number}" for number in range(1_000))
    text = words(made(summary("Z" * 5_000, purpose=purpose)))
    assert text.replace(" ", "").count("Z") == 5_000
    assert all(f"oel{number}" in text for number in range(1_000))
    assert text.count("doel999") == 1


def test_what_cannot_be_printed_is_named_wherever_it_stands() -> None:
    paper = summary(
        "Ja 🙂 en \u200f\u0645\u0631\u062d\u200f.",
        purpose="om 漢字",
        recipient=Recipient.OTHER,
        recipient_words="tante 🙂",
        fingerprint="K7QF2M9X",
    )
    finished = make(paper)
    assert finished.unprintable == ("🙂", "漢", "字", *"\u0645\u0631\u062d")
    assert "Ja [?] en [?]." in words(finished.pdf)


def test_a_single_page_stays_a_single_page() -> None:
    assert page_count(made(summary())) == 1
