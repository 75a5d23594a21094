"""What a person typed is shown as typed: never as markup, never turned round, never as an empty box."""

import subprocess
import sys

import pytest

from tests.core.documents.papers import cards, made, option, page_lines, paper, words
from vpjournal.documents import make
from vpjournal.documents.wording import capital, plain, quoted, sentence
from vpjournal.domain.language import Language
from vpjournal.domain.papers import OptionsPaper, PaperOption

_NL = Language.DUTCH
EUROPE = (
    "Őszi Ştefan Łódź Ćirić Yağmur Işık Čapek Žižka Muñoz Ångström ĳsvogel Weiß Þór Guðrún Œuvre Ťažký Ģirts "
    "Ħal Ŵyn Țara Șerban ŀl Ωμέγα Ἀθῆναι Жук Їжак Ђорђе “ja” ‘nee’ € – — … •"
)


def unprintable(typed: str) -> tuple[str, ...]:
    return make(paper(option("Kort", who_knows=typed))).unprintable


@pytest.mark.parametrize(
    "typed", ["<b>vet</b>", '<img src="/etc/passwd">', "&amp; & &lt;", "<a href='x'>", "%s {n} \\n"]
)
def test_markup_is_shown_as_typed(typed: str) -> None:
    full = PaperOption(typed, typed, typed, typed, (typed,), (typed,), (typed,), typed)
    text = words(made(paper(full, contact=typed)))
    assert text.count(typed) == 9
    assert typed.replace(" ", "") in words(cards(paper(full))).replace(" ", "")


_WATCHED = """
import sys
from tests.core.documents.papers import made, paper
from vpjournal.domain.papers import PaperOption
def make(typed):
    made(paper(PaperOption(typed, typed, typed, typed, (typed,), (typed,), (typed,), typed), contact=typed))
make("gewoon")
opened = []
sys.addaudithook(lambda event, given: opened.append((event, given[0])) if event in ("open", "socket.connect") else None)
for typed in ('<img src="file:///etc/hostname">', '<img src="/etc/hostname"/>', "<a href='http://x.example/'>x</a>",
              '<font face="/etc/hostname">x</font>', '<!ENTITY x SYSTEM "file:///etc/hostname">&x;'):
    make(typed)
print(opened)
"""


@pytest.mark.row(53, "files and addresses named in a text")
def test_a_file_that_is_named_in_a_text_is_not_opened() -> None:
    """In a process of its own, because what listens to the interpreter cannot be taken off again."""
    said = subprocess.run([sys.executable, "-c", _WATCHED], check=True, capture_output=True, text=True)
    assert said.stdout == "[]\n"


def test_the_names_of_europe_are_shown_in_every_face() -> None:
    assert unprintable(EUROPE) == ()
    full = option(EUROPE, who_knows=EUROPE, says=EUROPE)
    text = words(made(paper(full)))
    assert "[?]" not in text
    for name in EUROPE.split():
        assert text.count(name) >= 3, name


def test_loose_accents_are_composed_or_drawn_over_their_letter() -> None:
    assert unprintable("e\u0301 s\u0327 x\u0304\u0301") == ()
    text = words(made(paper(option("Zoe\u0308 x\u0304 gaat"))))
    assert "Zoë" in text
    assert "[?]" not in text


def test_what_no_font_has_is_named_and_visibly_replaced() -> None:
    assert unprintable("Ja 🙂 en 漢字 en 🙂 \u05d0") == ("🙂", "漢", "字", "\u05d0")
    text = words(made(paper(option("Ja 🙂 en 漢字 dus"))))
    assert "Ja [?] en [?] dus" in text


def test_only_what_is_printed_is_named() -> None:
    board = (option("Kort 漢", says="字"),)
    assert make(OptionsPaper(_NL, board)).unprintable == ("漢",)
    assert make(OptionsPaper(_NL, board, show_what_reporter_says=True)).unprintable == ("漢", "字")


def test_an_emoji_of_several_parts_names_only_what_is_seen() -> None:
    assert unprintable("👩\u200d👧\ufe0f") == ("👩", "👧")


@pytest.mark.row(44, "half a character, on paper")
def test_half_a_character_is_named_and_does_not_stop_the_paper() -> None:
    assert unprintable("a\ud83db") == ("\ufffd",)
    assert "a[?]b" in words(made(paper(PaperOption("x", who_knows="a\ud83db"))))


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u2066", "\u200f", "\u061c", "\x00", "\x07", "\x1b", "\ufeff", "\u200b", "\u00ad"]
)
@pytest.mark.row(44, "marks that turn text round, on paper")
def test_marks_that_turn_text_round_or_are_not_seen_are_left_out(mark: str) -> None:
    assert plain(f"links{mark}rechts") == "linksrechts"
    assert unprintable(f"links{mark}rechts") == ()
    assert "linksrechts" in words(made(paper(option(f"Van links{mark}rechts"))))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("er is tijd", "Er is tijd."),
        ("Er is tijd.", "Er is tijd."),
        ("waarom niet?", "waarom niet?"),
        ("‘nee’", "‘nee’."),
        ("dat zei u (soms.)", "dat zei u (soms.)"),
        ("later (misschien)", "Later (misschien)."),
        ("ijverig blijven", "IJverig blijven."),
        ("élan", "Élan."),
        ("112 bellen", "112 bellen."),
        ("  ", ""),
    ],
)
def test_a_loose_line_becomes_a_sentence(typed: str, shown: str) -> None:
    assert sentence(typed, _NL) == shown


def test_dutch_ij_is_dutch_alone() -> None:
    assert capital("ijs", _NL) == "IJs"
    assert capital("ijs", Language.ENGLISH) == "Ijs"
    assert capital("ß", _NL) == "ß"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("Nee.", "‘Nee.’"), ("“Nee.”", "‘Nee.’"), ("'Nee' en 'ja'", "‘'Nee' en 'ja'’"), ("‘Nee.’", "‘Nee.’")],
)
def test_quotes_are_not_doubled(typed: str, shown: str) -> None:
    assert quoted(typed) == shown


def test_a_word_longer_than_its_column_is_cut_with_a_hyphen_that_is_not_part_of_it() -> None:
    word = "arbeidsongeschiktheidsverzekeringsmaatschappij"
    pdf = made(paper(PaperOption("Kort", who_knows=word)))
    assert word in words(pdf)


def test_the_reporter_speaks_in_as_many_lines_as_were_typed() -> None:
    lines = page_lines(made(paper(option(says="Eerst wachten.\n\nDan zien."))))
    assert "‘Eerst wachten." in lines
    assert "Dan zien.’" in lines
