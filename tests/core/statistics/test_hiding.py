"""Sums by hand: when what single reports keep whole stays open, and when it does not."""

import pytest

from vpjournal.statistics.hiding import Line, Lump, leaves_open

BOTH, MANAGER, OTHERS = 0b11, 0b01, 0b10
SMALL = Line(8, BOTH)


@pytest.mark.parametrize(
    ("left", "is_open"),
    [
        ([12, 12], True),
        ([9, 15], True),
        ([8, 16], False),  # With one case of the eight known in another year, not all of this year's can be of them.
        ([6, 18], False),  # Of a year of eight at least two are of the others.
        ([0, 24], False),
    ],
)
def test_three_years_of_eight(left: list[int], is_open: bool) -> None:
    assert leaves_open([SMALL] * 3, Lump(), left, 5) is is_open


def test_a_large_year_takes_as_much_room_as_it_has_cases() -> None:
    large = Line(20, BOTH)
    assert not leaves_open([large, SMALL, SMALL], Lump(), [20, 16], 5)
    assert leaves_open([large, *[SMALL] * 3], Lump(), [22, 22], 5)


def test_a_year_that_could_have_been_divided_lies_on_one_side() -> None:
    """Twelve that are six and six would have been printed as two lines, so such a year cannot take up what is left."""
    plain, could = Line(12, BOTH), Line(12, BOTH, (MANAGER, OTHERS))
    assert leaves_open([plain, plain, plain], Lump(), [18, 18], 5)
    assert not leaves_open([could, could, could], Lump(), [18, 18], 5)
    assert leaves_open([could, *[SMALL] * 3], Lump(), [18, 18], 5)


def test_clients_whose_size_is_not_told_are_taken_as_large_as_they_may_be() -> None:
    assert leaves_open([SMALL] * 3, Lump(6, 4), [15, 15], 5)
    assert not leaves_open([SMALL] * 3, Lump(20, 20), [19, 25], 5)


def test_three_classes_leave_less_room_than_two() -> None:
    every = Line(8, 0b111)
    assert leaves_open([every] * 3, Lump(), [9, 8, 7], 5)
    assert not leaves_open([every] * 3, Lump(), [15, 5, 4], 5)
