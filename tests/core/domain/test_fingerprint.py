from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.base32 import ALPHABET
from vpjournal.domain.fingerprint import find_printed, grouped, of_bytes, of_summary, parse_fingerprint
from vpjournal.domain.language import Language
from vpjournal.domain.summary import Recipient, SummaryDraft
from vpjournal.errors import FingerprintMistyped

KEY = bytes(range(32))
DRAFT = SummaryDraft(text="U wilt dat het stopt.", purpose="om na te lezen")


def test_everything_that_is_approved_together_is_in_it_and_the_reason_for_passing_it_on_is_not() -> None:
    same = of_summary(KEY, DRAFT)
    others = {
        of_summary(KEY, replace(DRAFT, text="U wilt dat het stopt")),
        of_summary(KEY, replace(DRAFT, recipient=Recipient.HR)),
        of_summary(KEY, replace(DRAFT, recipient_words="de bond")),
        of_summary(KEY, replace(DRAFT, purpose="om te bewaren")),
        of_summary(KEY, replace(DRAFT, language=Language.ENGLISH)),
        of_summary(bytes(32), DRAFT),
        # The same letters, cut in another place.
        of_summary(KEY, replace(DRAFT, text="U wilt dat het stopt.o", purpose="m na te lezen")),
    }
    assert same not in others
    assert len(others) == 7
    assert of_summary(KEY, replace(DRAFT, why_not_self="is bang")) == same


@given(st.binary())
def test_it_is_read_back_however_it_is_typed(data: bytes) -> None:
    printed = of_bytes(KEY, data)
    assert len(printed) == 8
    for typed in (printed, grouped(printed), grouped(printed).lower(), printed.replace("0", "o").replace("1", "l")):
        assert parse_fingerprint(typed) == printed


@given(st.binary(), st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(data: bytes, place: int, wrong: str) -> None:
    printed = of_bytes(KEY, data)
    typed = printed[:place] + wrong + printed[place + 1 :]
    if typed != printed:
        with pytest.raises(FingerprintMistyped):
            parse_fingerprint(typed)


@given(st.binary(), st.integers(0, 6))
def test_two_characters_in_each_others_place_are_noticed(data: bytes, place: int) -> None:
    printed = of_bytes(KEY, data)
    typed = printed[:place] + printed[place + 1] + printed[place] + printed[place + 2 :]
    if typed != printed:
        with pytest.raises(FingerprintMistyped):
            parse_fingerprint(typed)


@pytest.mark.parametrize("typed", ["", "K7QF", "K7QF 2M9", "K7QF 2M9X 1", "€€€€ €€€€", "u" * 8, "A" * 100_000])
def test_what_is_no_fingerprint_is_refused(typed: str) -> None:
    with pytest.raises(FingerprintMistyped):
        parse_fingerprint(typed)


def test_it_is_found_among_the_words_of_a_page_and_what_only_looks_like_one_is_not() -> None:
    printed = grouped(of_bytes(KEY, b"woorden"))
    assert grouped(find_printed(f"Kamer ABCD 1234 is vrij.\nVingerafdruk {printed}\nbladzijde 1 van 1")) == printed
    assert find_printed("Kamer ABCD 1234 is vrij.") == ""
    assert find_printed(f"x{printed}y") == ""
