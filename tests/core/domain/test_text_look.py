"""Marks in a text give it a look; whatever is not quite a mark stays what was typed."""

import pytest

from vpjournal.domain.text_look import Look, looked_at


@pytest.mark.parametrize(("typed", "level"), [("# Kop", 1), ("## Kop", 2), ("### Kop", 3)])
def test_a_heading_has_a_level_and_loses_its_mark(typed: str, level: int) -> None:
    line = looked_at(typed)
    assert (line.look, line.level, line.runs) == (Look.HEADING, level, (("Kop", False),))


@pytest.mark.parametrize(
    "typed", ["#Kop", "#### Kop", "# ", " # Kop", "-geen punt", "- ", "** los **", "**", "*a*", "<b>a</b>"]
)
def test_what_is_not_quite_a_mark_is_literal(typed: str) -> None:
    line = looked_at(typed)
    assert (line.look, line.runs) == (Look.TEXT, ((typed, False),))


def test_an_item_may_be_indented_and_hold_bold_words() -> None:
    line = looked_at("  - een **vet** woord")
    assert line.look is Look.ITEM
    assert line.runs == (("een ", False), ("vet", True), (" woord", False))


def test_bold_words_lose_their_marks_wherever_they_stand() -> None:
    assert looked_at("**a** b **c d**").runs == (("a", True), (" b ", False), ("c d", True))
    assert looked_at("").runs == (("", False),)


def test_a_line_that_is_too_long_to_search_is_literal() -> None:
    typed = "**a** " * 10_000
    assert looked_at(typed).runs == ((typed, False),)
