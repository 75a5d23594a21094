"""The finder on the labelled notes that rules are tuned on: never worse than it was."""

from functools import cache

import pytest

from tests.corpus.scoring import TUNING, Score, load, score
from vpjournal.domain.identifying import Kind
from vpjournal.identifiers import Finder


@cache
def result() -> Score:
    return score(load(TUNING), Finder().find)


@pytest.mark.parametrize(
    ("kind", "recall"),
    [(Kind.PERSON, 0.94), (Kind.ORGANISATION, 0.93), (Kind.PLACE, 0.94), (Kind.DEPARTMENT, 0.84), (Kind.EMAIL, 0.99)],
)
def test_nearly_all_of_a_kind_is_found(kind: Kind, recall: float) -> None:
    assert result().kinds[kind].recall >= recall


def test_what_is_said_to_identify_mostly_does() -> None:
    assert result().precision >= 0.95


def test_a_note_without_anything_is_mostly_left_alone() -> None:
    empty = [note for note in load(TUNING) if "none" in note.styles]
    total = score(empty, Finder().find)
    assert total.identifies.finds <= len(empty) / 3
