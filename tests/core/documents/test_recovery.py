"""The recovery sheet shows the code, how to use and keep it, and says nothing about when or whose."""

import re

import pytest

from tests.core.documents.papers import made, words
from vpjournal.documents import page_count
from vpjournal.domain.language import Language
from vpjournal.domain.papers import RecoverySheet

_GROUPS = ("7KQ3F", "M2XB8", "90DR4", "HW6NC", "3PZ5V", "E8YJ1", "4GSA7")


def _sheet(groups: tuple[str, ...] = _GROUPS, name: str = "Oefenjournaal") -> RecoverySheet:
    return RecoverySheet(Language.DUTCH, groups, name)


def test_the_groups_stand_whole_and_in_order() -> None:
    text = words(made(_sheet()))
    places = [text.find(group) for group in _GROUPS]
    assert -1 not in places
    assert places == sorted(places)


def test_it_says_what_it_is_for_and_leaves_the_date_to_a_pen() -> None:
    text = words(made(_sheet()))
    for part in (
        "Met deze code opent u uw journaal",
        "kies Ik weet mijn wachtzin niet meer.",
        "Gemaakt op",
        "Twee groepen overgetypt op",
        "Oefenjournaal",
        "ook de maker van het programma niet.",
    ):
        assert part in text
    assert "dagboek" not in text
    assert not re.search(r"20\d\d", text)


@pytest.mark.parametrize("count", [6, 7, 8, 9])
@pytest.mark.parametrize("name", ["", "<b>&", "Een naam die maar doorgaat " * 60])
def test_it_is_one_page(count: int, name: str) -> None:
    pdf = made(_sheet(tuple(f"{n}ABCD" for n in range(count)), name))
    assert page_count(pdf) == 1
    assert "Op dit blad staat niets over de mensen die u spreekt." in words(pdf)


def test_the_code_is_in_no_repr() -> None:
    assert "7KQ3F" not in repr(_sheet())
