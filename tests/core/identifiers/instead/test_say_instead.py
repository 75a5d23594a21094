"""A point that is replaced is gone from its text, and no other word is touched."""

import pytest

from tests.core.identifiers.marked import marked
from vpjournal.journal.identifiers import say_instead


@pytest.mark.parametrize(
    ("kind", "text", "words", "said"),
    [
        (
            "age",
            "Geboren in 1954, nu is hij [54]. Nummer 54 van 1.540, om 12.54.",
            "een vijftiger",
            "Geboren in 1954, nu is hij een vijftiger. Nummer een vijftiger van 1.540, om 12.54.",
        ),
        (
            "place",
            "Edelachtbare, hij komt uit [Ede], zij uit Ede.",
            "een stad",
            "Edelachtbare, hij komt uit een stad, zij uit een stad.",
        ),
        ("person", "Een fanfare SINT-[Cecilia] was er.", "collega A", "Een fanfare SINT-collega A was er."),
        ("person", "Ik sprak [Fatima]. Fatima's man ook.", "Fatima B", "Ik sprak Fatima. Fatima's man ook."),
    ],
)
def test_it_is_replaced_as_a_whole_word_wherever_it_stands(kind: str, text: str, words: str, said: str) -> None:
    find, bare = marked(kind, text)
    assert say_instead(bare, find, words) == said
