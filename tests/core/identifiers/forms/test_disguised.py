"""First names that are written so that a list does not know them."""

import pytest

from tests.core.identifiers.growth import assert_linear
from vpjournal.domain.identifying import Kind
from vpjournal.identifiers import Finder

FINDER = Finder()


@pytest.mark.parametrize(
    "name",
    [
        *("F a t i m a", "f a t i m a", "F.A.T.I.M.A", "f-a-t-i-m-a", "F*a*t*i*m*a"),
        *("F@tima", "F4tima", "fat1ma", "Fatima1", "fatima2", "1Fatima"),
    ],
)
@pytest.mark.parametrize("text", ["Gisteren sprak ik met {} over het werk.", "Dat zei {}.", "{} was erbij."])
def test_they_are_found_as_a_whole(text: str, name: str) -> None:
    said = text.format(name)
    (find,) = FINDER.find(said)
    assert (find.text.rstrip("."), find.kind) == (name, Kind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Punt a b c d en e, en a-b-c-d, gespeld als h o o g.",
        "Zaal a4, versie v2, plan b3, en mark2 of wil3 in het blad.",
        "Het kost 100$ of meer @ thuis, stap 1a en 2b.",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    assert not [find for find in FINDER.find(text) if find.kind is Kind.PERSON]


@pytest.mark.parametrize("unit", ["a ", "a-", "a.", "f@", "a1", "@", "1a@b", "f a t i m a "])
def test_looking_takes_no_longer_than_there_is_text(unit: str) -> None:
    assert_linear(FINDER.find, unit, times=1_000)
