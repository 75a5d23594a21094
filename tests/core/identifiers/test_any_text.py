"""Whatever is typed or pasted: spans match the text, never overlap, and time grows no faster than the text."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpjournal.identifiers import Finder
from vpjournal.identifiers.finder import LONGEST_PIECE

FINDER = Finder()
WORDS = "Fatima jan de Vries van der VAN J. A.J. 't D'Hondt - Anne-Marie & HR Roos zei in Almelo team 3 Inkoop mevr."
MARKS = [
    "12:04",
    "[12:04] sem:",
    "gr",
    "van:",
    "“",
    "”",
    "\t",
    " ",
    "  ",
    ".",
    ":",
    "\r",
    "\x00",
    "\u2028",
    "①",
    "🙂",
    "中文",
]
DISGUISED = ["Фатима", "F\u0430tima", "fat\u200bima", "e\u0301", "ﬁ", "ß", "İ"]
PARTS = st.sampled_from([*WORDS.split(), *MARKS, *DISGUISED])
TEXTS = st.lists(PARTS | st.text(max_size=6), max_size=40).flatmap(
    lambda parts: st.sampled_from([" ", "", ". ", "\n"]).map(lambda between: between.join(parts))
)


@given(TEXTS)
def test_finds_are_spans_of_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for find in FINDER.find(text):
        assert end <= find.start < find.end <= len(text)
        assert text[find.start : find.end] == find.text
        end = find.end


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), max_size=4))
def test_a_text_is_its_paragraphs(paragraphs: list[str]) -> None:
    finds = FINDER.find("\n".join(paragraphs))
    seen = FINDER.names(find for paragraph in paragraphs for find in FINDER.find_in(paragraph))
    place = 0
    apart = []
    for paragraph in paragraphs:
        apart += [(place + find.start, find.text, find.kind) for find in FINDER.find_in(paragraph, seen)]
        place += len(paragraph) + 1
    assert [(find.start, find.text, find.kind) for find in finds] == apart


def _seconds(text: str) -> float:
    began = time.process_time()
    FINDER.find(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "A" * size,
        lambda size: "Jan " * (size // 4),
        lambda size: "A." * (size // 2),
        lambda size: "van de " * (size // 7),
        lambda size: "D'" * (size // 2),
        lambda size: "Anne-" * (size // 5),
        lambda size: "werkwerkwerkwerkwerkwerkwerkwerkwerkx. " * (size // 38),
        lambda size: "e\u0301\u200b" * (size // 3),
        lambda size: "\t\"'" * (size // 3),
    ],
    ids=["capitals", "names", "initials", "small", "apostrophes", "hyphens", "compounds", "accents", "signs"],
)
def test_four_times_the_text_takes_about_four_times_as_long(make: Callable[[int], str]) -> None:
    size = 10 * LONGEST_PIECE
    once = min(_seconds(make(size)) for _ in range(3))
    assert min(_seconds(make(4 * size)) for _ in range(2)) < 8 * once + 0.02


def test_a_paste_of_a_megabyte_without_a_blank_is_looked_through() -> None:
    assert FINDER.find("aB3" * 350_000) == ()
