"""What comes out of the example journal says so on every page, to who looks, and stays out of the way of the words."""

from dataclasses import replace

import pytest

from tests.core.documents.papers import EVERY_PAPER, made, opened, pages
from vpjournal.domain.language import Language
from vpjournal.domain.papers import Paper, RecoverySheet

_SAID = "VOORBEELD: alles op dit blad is verzonnen"
_MARKABLE = {name: values for name, values in EVERY_PAPER.items() if not isinstance(values, RecoverySheet)}

every_markable = pytest.mark.parametrize("values", _MARKABLE.values(), ids=_MARKABLE)


@every_markable
def test_every_page_says_so_above_the_same_words(values: Paper) -> None:
    real = pages(made(values))
    marked = pages(made(replace(values, example=True)))
    assert marked == [f"{_SAID} {text}".strip() for text in real]
    assert "VOORBEELD" not in "".join(real)


@every_markable
def test_the_mark_is_large_too_and_no_part_of_what_is_read_aloud(values: Paper) -> None:
    plain, marked = made(values), made(replace(values, example=True))
    with opened(plain) as one, opened(marked) as other:
        for real, example in zip(one.pages, other.pages, strict=True):
            assert real.obj.StructParents == example.obj.StructParents
            drawn = example.Contents.read_bytes()
            assert b"1 Tr" in drawn
            assert b"1 Tr" not in real.Contents.read_bytes()
            assert drawn.index(b"/Artifact BMC") < drawn.index(b"1 Tr") < drawn.index(b"MCID")


def test_in_english_it_is_an_example() -> None:
    values = replace(EVERY_PAPER["summary"], language=Language.ENGLISH, example=True)
    assert all("EXAMPLE" in text for text in pages(made(values)))
