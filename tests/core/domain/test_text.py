import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.text import LINE_LIMIT, NOTE_LIMIT, TEXT_LIMIT, canonicalise, note_text, one_line, several_lines
from vpjournal.errors import TextTooLong

ANY = st.text(alphabet=st.characters(codec=None, categories=None))


@given(ANY)
def test_the_canonical_form_is_stable_and_can_be_stored(typed: str) -> None:
    text = canonicalise(typed).text
    assert canonicalise(text).text == text
    assert canonicalise(text).replaced is False
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text
    assert not set(text) & set("\r\x00\u2028\u2029\u00a0")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("a\u00a0b", "a b"),
        ("e\u0301", "é"),
        ("a\x00\x07b\ufeff", "ab"),
        ("tab\tblijft", "tab\tblijft"),
        ("\u202ertl\u202c en \u200d", "\u202ertl\u202c en \u200d"),
        ("  spaties  \n\n", "  spaties  \n\n"),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_what_is_kept_is_what_was_typed_in_one_form(typed: str, kept: str) -> None:
    assert several_lines(typed) == kept


def test_broken_characters_are_replaced_and_that_is_said() -> None:
    found = canonicalise("a\ud800b")
    assert (found.text, found.replaced) == ("a\ufffdb", True)


def test_one_line_has_no_line_ends_and_no_space_around_it() -> None:
    assert one_line("  Merel\n\t47 ") == "Merel 47"


@pytest.mark.parametrize(
    ("field", "limit"), [(one_line, LINE_LIMIT), (several_lines, TEXT_LIMIT), (note_text, NOTE_LIMIT)]
)
def test_a_text_that_is_too_long_is_refused_whole(field: object, limit: int) -> None:
    assert callable(field)
    assert len(field("x" * limit)) == limit
    with pytest.raises(TextTooLong) as told:
        field("x" * (limit + 1))
    assert told.value.limit == limit
