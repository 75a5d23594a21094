import itertools

from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.differences import Difference, differences

PARTS = ["U ", "wilt ", "dat ", "het ", "stopt. ", "niet ", "\n", "é", "🙂", ", "]
WORDS = st.lists(st.sampled_from(PARTS), max_size=40)


def before_of(now: str, found: tuple[Difference, ...]) -> str:
    """Put back what was taken out, and take out what is new."""
    parts, place = [], 0
    for each in found:
        parts += [now[place : each.start], each.removed]
        place = each.end
    return "".join([*parts, now[place:]])


@given(WORDS.map("".join), WORDS.map("".join))
def test_the_text_before_follows_from_the_text_now_and_its_differences(before: str, now: str) -> None:
    found = differences(before, now)
    assert before_of(now, found) == before
    assert (found == ()) == (before == now)
    assert all(one.end < two.start for one, two in itertools.pairwise(found))


def test_only_the_words_that_are_new_are_named() -> None:
    before = "U kiest ervoor om het zelf te zeggen. U oefent vooraf."
    now = "U kiest ervoor om het zelf te zeggen. Liefst in december. U oefent vooraf."
    (found,) = differences(before, now)
    assert now[found.start : found.end].strip() == "Liefst in december."
    assert found.removed == ""


def test_a_word_that_was_taken_out_has_a_place_and_no_length() -> None:
    assert differences("dat het nu stopt", "dat het stopt") == (Difference(8, 8, "nu "),)


def test_a_long_text_in_which_everything_changed_is_new_as_a_whole() -> None:
    before, now = "een " * 5_000, "twee " * 5_000
    assert differences(before, now) == (Difference(0, len(now) - 1, before[:-1]),)


def test_a_text_of_nothing_but_ends_of_lines_takes_no_time_to_speak_of() -> None:
    before, now = "\n" * 200_000, "\n" * 150_000 + "x" + "\n" * 50_000
    assert differences(before, now) == (Difference(150_000, 150_001, ""),)
