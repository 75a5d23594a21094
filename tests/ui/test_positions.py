"""Places in a text are the same for Python and for Qt, also behind a character that Qt counts twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ui.dialogs.hit_delegate import bold_ranges
from ui.positions import QtPositions, followed

TEXTS = st.text(st.sampled_from("ab é🌱𝔸\u0301"), max_size=40)


@given(TEXTS, st.data())
def test_a_position_is_where_qt_finds_it(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    positions = QtPositions(text)
    assert positions.unit(point) == len(text[:point].encode("utf-16-le")) // 2
    assert positions.length == len(text.encode("utf-16-le")) // 2


def test_qt_agrees() -> None:
    text = "een 🌱 groeit"
    document = QTextDocument(text)
    assert document.characterCount() - 1 == QtPositions(text).length
    assert document.characterAt(QtPositions(text).unit(text.index("g"))) == "g"


def test_what_was_found_is_bold_where_it_stands() -> None:
    (found,) = bold_ranges("🌱 groeit", ((2, 8),))
    assert (found.start, found.length) == (3, 6)


def test_what_was_cut_off_is_bold_as_far_as_it_is_shown() -> None:
    (found,) = bold_ranges("groei…", ((0, 12), (20, 24)))
    assert (found.start, found.length) == (0, 6)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("|Noor zei niets", "|Collega A zei niets"),
        ("Noor| zei niets", "Collega A| zei niets"),
        ("Noor zei ni|ets", "Collega A zei ni|ets"),
        ("Noor zei niets|", "Collega A zei niets|"),
        ("zij zei | tegen Noor", "zij zei | tegen collega A"),
        ("een\nNoor zei| iets\nNoor", "een\nCollega A zei| iets\nCollega A"),
        ("een\ntwee\nd|rie", "een|"),
        ("No|or", "Co|llega A"),
        ("|", "|"),
    ],
)
def test_a_place_is_followed_when_words_before_it_were_replaced(place: str, expected: str) -> None:
    before, after = place.replace("|", ""), expected.replace("|", "")
    assert followed(before, after, place.index("|")) == expected.index("|")
