"""The word list keeps what it promises, six words are drawn fairly, and an own passphrase is judged in Dutch."""

import re
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from vpjournal.domain import passphrase
from vpjournal.domain.guessing import LONGEST, cheapest_pieces
from vpjournal.domain.passphrase import REASONS, Judgement, Reason, Strength, complete, judge, normalise, propose

WORDS = resources.passphrase_words()


def test_there_are_as_many_words_as_five_dice_can_show() -> None:
    assert len(WORDS) == len(set(WORDS)) == 6**5 == 7776


def test_words_are_short_and_have_plain_letters_only() -> None:
    assert [word for word in WORDS if not re.fullmatch("[a-z]{4,8}", word)] == []


def test_words_are_sorted_and_stand_one_on_a_line() -> None:
    assert list(WORDS) == sorted(WORDS)
    assert resources.read_text("words", "passphrase_nl.txt") == "\n".join(WORDS) + "\n"


def test_no_word_begins_another() -> None:
    assert [pair for pair in pairwise(WORDS) if pair[1].startswith(pair[0])] == []


def _one_slip_away(word: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    gone = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    other = {a + c + b[1:] for a, b in cuts if b for c in letters}
    more = {a + c + b for a, b in cuts for c in letters}
    return (gone | swapped | other | more) - {word}


def test_no_slip_of_one_key_makes_another_word() -> None:
    listed = set(WORDS)
    assert [word for word in WORDS if _one_slip_away(word) & listed] == []


def _as_it_sounds(word: str) -> str:
    for written, heard in (
        ("ij", "ei"),
        ("auw", "ou"),
        ("ouw", "ou"),
        ("au", "ou"),
        ("ch", "g"),
        ("th", "t"),
        ("ph", "f"),
    ):
        word = word.replace(written, heard)
    word = re.sub("c(?=[eiy])", "s", word).replace("c", "k").replace("x", "ks").replace("y", "i").replace("ie", "i")
    word = re.sub("d$", "t", re.sub("b$", "p", word)).replace("z", "s").replace("v", "f")
    return re.sub(r"(.)\1", r"\1", word)


def test_no_two_words_sound_alike() -> None:
    heard = Counter(map(_as_it_sounds, WORDS))
    assert [word for word in WORDS if heard[_as_it_sounds(word)] > 1] == []


@pytest.mark.parametrize(("letters", "share"), [(3, 0.06), (4, 0.35), (5, 0.75), (6, 0.95)])
def test_few_letters_tell_a_word_from_all_others(letters: int, share: float) -> None:
    beginnings = Counter(word[:letters] for word in WORDS)
    assert sum(beginnings[word[:letters]] == 1 for word in WORDS) >= share * len(WORDS)


def test_five_letters_leave_three_words_to_choose_from_at_almost_every_word() -> None:
    beginnings = Counter(word[:5] for word in WORDS)
    assert sum(beginnings[word[:5]] <= 3 for word in WORDS) >= 0.95 * len(WORDS)


@pytest.mark.parametrize(
    "stem", ["moord", "dood", "seks", "bloed", "kanker", "wapen", "oorlog", "bier", "wijn", "drug", "goddel", "pest",
             "klacht", "melder", "ontslag", "ruzie", "straf", "ziekte", "hoeren", "neger"]
)  # fmt: skip
def test_no_word_is_loaded(stem: str) -> None:
    assert [word for word in WORDS if stem in word] == []


def test_six_words_of_the_list_are_proposed_each_time_others() -> None:
    drawn = [propose() for _ in range(200)]
    assert {len(words) for words in drawn} == {passphrase.PROPOSED_WORDS} == {6}
    assert {word for words in drawn for word in words} <= set(WORDS)
    assert len(set(drawn)) == 200


def test_every_word_can_be_drawn() -> None:
    seen = set(propose(words=120_000))
    assert len(seen) > 7770
    assert {WORDS[0], WORDS[-1]} <= set(propose(words=120_000)) | seen


def test_words_are_drawn_from_the_system_random_source(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[int]()
    monkeypatch.setattr("secrets.choice", lambda words: asked.append(len(words)) or words[7])
    assert propose() == (WORDS[7],) * 6
    assert asked == [7776] * 6


def test_a_begun_word_is_completed_in_order() -> None:
    offered = complete("zee")
    assert len(offered) == 3
    assert offered == tuple(word for word in WORDS if word.startswith("zee"))[:3]
    assert complete("zee", limit=1) == offered[:1]
    assert complete("Zee") == offered


@pytest.mark.parametrize("begun", ["", " ", "qqq", "zzzzz", "1", "é", "\ud800"])
def test_what_no_word_begins_with_offers_nothing(begun: str) -> None:
    assert complete(begun) == ()


@given(st.sampled_from(WORDS))
def test_a_whole_word_needs_no_completion(word: str) -> None:
    assert complete(word) == ()
    assert word in complete(word[:-1], limit=100)


def test_the_key_is_made_from_what_was_typed_in_one_form() -> None:
    assert normalise("cafe\u0301") == normalise("caf\u00e9") == "caf\u00e9"


@given(st.text())
def test_nothing_but_the_form_of_accents_is_changed(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    plain = "".join(character for character in text if character < "\u0300")
    assert normalise(f"  {plain}  ") == f"  {plain}  "


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        ("vertrouwenspersoon2024", Reason.YEAR),
        ("Welkom01!", Reason.TOO_SHORT),
        ("zomer2025", Reason.YEAR),
        ("ikhouvanmijnwerk", Reason.COMMON_WORDS),
        ("Ik hou van mijn werk!", Reason.COMMON_WORDS),
        ("qwertyuiop12", Reason.PATTERN),
        ("V3rtr0uw3n!", Reason.TOO_SHORT),
        ("geboren op 12-03-1966", Reason.YEAR),
        ("wachtwoordwachtwoord", Reason.COMMON_WORDS),
        ("xqzxqzxqzxqzxqz", Reason.REPEATED),
        ("a" * 300, Reason.REPEATED),
        ("appel appel appel appel appel appel", Reason.REPEATED),
        ("", Reason.TOO_SHORT),
        (" ", Reason.TOO_SHORT),
    ],
)
def test_what_a_thief_tries_first_is_too_weak(own: str, reason: Reason) -> None:
    assert judge(own) == Judgement(Strength.TOO_WEAK, reason)
    assert not judge(own).strong_enough


@pytest.mark.parametrize(
    "own", ["honderd groene ezels breien traag soep", "Mijn paarse fiets zingt op dinsdag onder de brug",
            "onze tuin heeft zeven scheve ramen 's nachts"]
)  # fmt: skip
def test_a_strange_sentence_of_ones_own_is_strong(own: str) -> None:
    assert judge(own) == Judgement(Strength.STRONG, Reason.NONE)
    assert judge(own).strong_enough


def test_what_is_proposed_is_always_strong() -> None:
    weak = [
        words for words in (propose() for _ in range(300)) if judge(" ".join(words)).strength is not Strength.STRONG
    ]
    # Two equal words among six happen once in five hundred, and then the rest still is strong enough.
    assert all(len(set(words)) < 6 for words in weak)


def test_one_word_of_the_list_again_and_again_is_too_weak() -> None:
    assert judge(" ".join([WORDS[5]] * 6)) == Judgement(Strength.TOO_WEAK, Reason.REPEATED)


def test_fewer_words_are_weaker() -> None:
    drawn = [WORDS[100 + 991 * i] for i in range(7)]
    order = list(Strength)
    strengths = [order.index(judge(" ".join(drawn[:count])).strength) for count in range(1, 8)]
    assert strengths == sorted(strengths)
    assert order[strengths[0]] is Strength.TOO_WEAK
    assert order[strengths[5]] is Strength.STRONG


def test_a_year_a_capital_or_leet_hardly_helps() -> None:
    def bits(text: str) -> float:
        return sum(piece.bits for piece in cheapest_pieces(text))

    assert bits("Vertrouwenspersoon") - bits("vertrouwenspersoon") <= 2
    assert bits("v3rtr0uw3nsp3rs00n") - bits("vertrouwenspersoon") <= 2
    assert bits("vertrouwenspersoon2024") - bits("vertrouwenspersoon") <= 8


@pytest.mark.parametrize(
    "own", ["x" * 1_000_000, "ab1 " * 250_000, "zomer 2024 " * 100_000, "\ud800" * 500, "İ" * 400, "e\u0301" * 5000,
            "qwerty" * 50_000, "4@$1!0|" * 1000, "\0" * 40, "’" * 300]
)  # fmt: skip
def test_long_and_odd_input_is_judged_at_once(own: str) -> None:
    judge("opwarmen")
    started = time.process_time()
    judged = judge(own)
    assert time.process_time() - started < 0.1
    assert judged.strength is Strength.TOO_WEAK


@given(st.text(max_size=LONGEST))
def test_pieces_put_together_are_the_text(text: str) -> None:
    pieces = cheapest_pieces(text)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.bits > 0 for piece in pieces)


@given(st.text(max_size=40))
def test_any_text_gets_a_judgement(text: str) -> None:
    judged = judge(text)
    assert judged.strong_enough == (judged.strength in {Strength.GOOD, Strength.STRONG})
    assert (judged.reason is Reason.NONE) <= (judged.strength is not Strength.TOO_WEAK)


def test_every_reason_has_its_sentence() -> None:
    assert set(REASONS) == set(Reason)
    assert [reason for reason in Reason if not REASONS[reason]] == [Reason.NONE]


def test_what_was_judged_is_in_no_repr() -> None:
    assert "geheim" not in repr(judge("geheimpje"))
    assert "geheim" not in repr(cheapest_pieces("geheimpje"))


def test_zxcvbn_is_imported_only_to_judge() -> None:
    script = (
        "import sys, vpjournal.domain.passphrase as p; p.propose(); p.complete('a'); sys.exit('zxcvbn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
