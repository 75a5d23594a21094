"""Every fault has a sentence of its own, says what to do, and never shows what was typed."""

import string
from collections.abc import Iterator

import pytest

from ui.faults import _SENTENCES, sentence
from vpjournal import errors
from vpjournal.domain.language import Texts
from vpjournal.errors import JournalError

TYPED = "Vuurvogel"


def _leaves(kind: type[JournalError] = JournalError) -> Iterator[type[JournalError]]:
    below = kind.__subclasses__()
    if kind is not JournalError:
        yield kind
    for each in below:
        yield from _leaves(each)


def _an_error(kind: type[JournalError]) -> JournalError:
    values: dict[type[JournalError], tuple[object, ...]] = {
        errors.RecoveryCodeMistyped: (3,),
        errors.JournalNotFound: (TYPED,),
        errors.JournalDamaged: (TYPED,),
        errors.TextTooLong: (200_000,),
        errors.TooMany: (2_000,),
        errors.FieldMissing: (TYPED,),
        errors.AlreadyTaken: (TYPED,),
    }
    if kind is errors.PaperLocked:
        return errors.PaperLocked(tried=False)
    return kind(*values.get(kind, ()))


def _named(kind: type[JournalError]) -> str:
    return kind.__name__


@pytest.mark.parametrize("kind", sorted(_leaves(), key=_named), ids=_named)
def test_every_fault_has_a_whole_sentence_without_what_was_typed(kind: type[JournalError], dutch: Texts) -> None:
    words = sentence(dutch, _an_error(kind))
    assert words != "Dit lukte niet. Er is niets gewijzigd."
    assert words.endswith(".")
    assert TYPED not in words
    assert "{" not in words
    assert not any(mark in words for mark in "!\"'")


def test_what_a_fault_counts_is_told(dutch: Texts) -> None:
    assert "200.000 tekens" in sentence(dutch, errors.TextTooLong(200_000))
    assert "groep 3" in sentence(dutch, errors.RecoveryCodeMistyped(3))


def test_a_password_that_does_not_fit_is_told_apart_from_none(dutch: Texts) -> None:
    assert "past niet" in sentence(dutch, errors.PaperLocked(tried=True))
    assert "past niet" not in sentence(dutch, errors.PaperLocked(tried=False))


def test_a_fault_of_a_family_reads_as_its_family(dutch: Texts) -> None:
    assert sentence(dutch, errors.PartsDoNotMatch()) == sentence(dutch, errors.JournalDamaged("header"))


def test_no_sentence_asks_for_more_than_a_fault_can_tell() -> None:
    asked = {name for words in _SENTENCES.values() for _, name, _, _ in string.Formatter().parse(words) if name}
    assert asked <= {"group", "limit"}
