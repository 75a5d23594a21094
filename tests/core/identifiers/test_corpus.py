"""The finder on the labelled notes that rules are tuned on: never worse than it was."""

from functools import cache

import pytest

from tests.corpus.scoring import HALVES, TUNING, Score, load, score
from vpjournal.domain.identifying import Kind
from vpjournal.identifiers import Finder


@cache
def result() -> Score:
    return score(load(TUNING), Finder().find)


@cache
def prose() -> Score:
    return score(load(HALVES["prose-tuning"]), Finder().find)


@pytest.mark.parametrize(
    ("kind", "recall"),
    [(Kind.PERSON, 0.975), (Kind.ORGANISATION, 0.94), (Kind.PLACE, 0.95), (Kind.DEPARTMENT, 0.86), (Kind.EMAIL, 0.99)],
)
def test_nearly_all_of_a_kind_is_found(kind: Kind, recall: float) -> None:
    assert result().kinds[kind].recall >= recall


@pytest.mark.parametrize(("kind", "recall"), [(Kind.PERSON, 0.99), (Kind.PLACE, 0.99), (Kind.ORGANISATION, 0.87)])
def test_nearly_all_names_in_running_prose_are_found(kind: Kind, recall: float) -> None:
    assert prose().kinds[kind].recall >= recall


def test_in_running_prose_hardly_a_word_is_taken_for_a_name() -> None:
    names = [prose().kinds[kind] for kind in (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)]
    assert sum(tally.right for tally in names) >= 0.97 * sum(tally.finds for tally in names)


def test_what_is_said_to_identify_mostly_does() -> None:
    assert result().precision >= 0.96


def test_a_note_without_anything_is_mostly_left_alone() -> None:
    empty = [note for note in load(TUNING) if "none" in note.styles]
    total = score(empty, Finder().find)
    assert total.identifies.finds <= len(empty) / 3
