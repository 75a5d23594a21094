"""A name that a mail program broke over two lines is seen as one; a list of names stays a list."""

import pytest

from tests.core.identifiers.growth import assert_linear
from vpjournal.domain.gate import Part
from vpjournal.domain.identifying import Known
from vpjournal.identifiers import Finder
from vpjournal.identifiers.wrapped import find_across_lines
from vpjournal.journal import gate

FINDER = Finder()
LONG = "Wij hebben gisteren lang met elkaar gesproken, "


def seen(text: str) -> list[str]:
    return [find.text for find in find_across_lines(FINDER, text)]


@pytest.mark.parametrize(
    "broken",
    [
        "Jan de\nBoer",
        "Jan-Willem van\nDijk",
        "Fatima El\nAmrani",
        "3\nmaart 2024",
        "Fa-\ntima",
        "Jan de \nBoer",
        "Jan de\n> Boer",
        "Fatima El  \n>> Amrani",
    ],
)
@pytest.mark.parametrize("before", ["", "Een regel daarvoor.\n\n", "😀\n"])
def test_what_stands_across_is_found_as_a_whole(before: str, broken: str) -> None:
    text = f"{before}{LONG}ook over {broken} die daarbij was."
    assert broken in seen(text)
    for find in find_across_lines(FINDER, text):
        assert text[find.start : find.end] == find.text


@pytest.mark.parametrize("text", ["Jan\nde Boer", f"{LONG}met Jan.\nDe Boer was er niet", f"{LONG}met Jan\n\nde Boer"])
def test_lines_that_were_ended_on_purpose_stay_apart(text: str) -> None:
    assert seen(text) == [find.text for find in FINDER.find(text)]


def test_at_the_gate_it_is_one_point() -> None:
    (point,) = gate.look_at_words(f"{LONG}ook met Jan de\nBoer.", Known())
    assert (point.find.text, point.leaving.part) == ("Jan de\nBoer", Part.TEXT)


@pytest.mark.parametrize("unit", ["a", "\n", f"{LONG}van\n", f"{LONG}-\n", "x" * 40 + "\n"])
def test_work_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(lambda text: find_across_lines(FINDER, text), unit, times=100)
