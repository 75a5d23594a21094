"""Places in a text are the same for Python and for Qt, also behind a character that Qt counts twice."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ui.dialogs.hit_delegate import bold_ranges
from ui.positions import QtPositions

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
