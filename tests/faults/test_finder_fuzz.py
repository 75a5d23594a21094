"""Row 59 of the fault catalogue: texts that chance made of notes, looked through for names and said in other words.

Whatever a text is made of, looking at it never fails, and what is found stands where it is said to stand. How long it
takes is asked beside this, in ``tests/core/identifiers``.
"""

import itertools
import random
import unicodedata
from collections.abc import Iterable, Sequence

import pytest

from tests.corpus.scoring import HALVES, notes_in
from tests.faults.recorder import Tried, count
from vpjournal.domain.identifying import Find, Kind, Known, OwnWord, Question, ReportFind
from vpjournal.journal.identifiers import (
    Finder,
    can_stand_for,
    edit_for,
    find_across_lines,
    load_finder,
    look_at_report,
    occurrences,
    proposals,
    questions,
    replace_all,
    roles_in,
    say_instead,
    say_proposals,
)

PARTS = 4
KNOWN = Known(
    own=(OwnWord("Bestuurszaken", Kind.DEPARTMENT), OwnWord("van der Zwaluw", Kind.PERSON)),
    clients=("Gemeente Fictiedam",),
    not_names=frozenset({"roos"}),
)
LONGEST = 3_000
ODD = (
    *("\u200b", "\u200d", "\u00ad", "\u202e", "\u200f", "\u2066", "\ufeff", "\ufe0f"),  # nothing that shows
    *("\u0301", "\u0327", "é", "İ", "ı", "ß", "ẞ", "ﬁ", "ŉ", "ǆ", "ΐ", "ﷺ"),  # letters that change length
    *("\ud800", "\udfff", "\0", "\x07", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"),
    *("😀", "👩\u200d👩\u200d👧", "字", "العربية", "а", "Ο", "①", "²", "½", "Ⅷ", "٣", "𝐅", "Ａ", "＠", "．"),
    *("\t", "\xa0", "\u3000", " ", "  ", "\n", "\n\n", "'s ", "’", "'", '"', "„", "”", "«"),
    *("@", "(", ")", "[", "-", "–", "/", "\\", "#", "*", "_", "&", ",", ".", "…", "!", "?", ":"),
    *(
        "A.",
        "a.",
        "van ",
        "de ",
        "1",
        "06-",
        "12:30",
        "3 maart",
        "Fatima",
        "FATIMA",
        "roos",
        "Roos ",
        "wil ",
        "de Boer",
    ),
)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return load_finder(KNOWN)


@pytest.fixture(scope="module")
def notes() -> Sequence[str]:
    """Everything that may be read while rules are written; the scored halves are for scoring alone."""
    halves = (HALVES[half].read_text(encoding="utf-8") for half in ("tuning", "prose-tuning"))
    return [note.text for half in halves for note in notes_in(half)]


def mangled(notes: Sequence[str], chance: random.Random) -> str:
    """A text that chance made of notes; one in ten of odd characters alone."""
    if not chance.randrange(10):
        return "".join(chance.choice(ODD) for _ in range(chance.randrange(1, 80)))
    text = chance.choice(notes)
    for _ in range(chance.randrange(1, 9)):
        text = _mangled_once(text, notes, chance)[:LONGEST]
    return text


def _mangled_once(text: str, notes: Sequence[str], chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    end = start + chance.randrange(40)
    before, piece, after = text[:start], text[start:end], text[end:]
    other = chance.choice(notes)
    place = chance.randrange(len(other))
    form = chance.choice(("NFC", "NFD", "NFKC", "NFKD"))
    return chance.choice(
        (
            before + after,
            before + piece * chance.randrange(2, 9) + after,
            before + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 5, 30)) + piece + after,
            before + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 5, 30)) + piece + after,
            before + chance.choice(ODD).join(piece) + after,
            before + other[place : place + chance.randrange(200)] + piece + after,
            before + piece.upper() + after,
            before + piece.lower() + after,
            unicodedata.normalize(form, text),
        )
    )


@pytest.mark.parametrize("part", range(PARTS))
def test_texts_made_up_at_random(
    finder: Finder, notes: Sequence[str], chance: random.Random, tried: Tried, part: int
) -> None:
    number = count(60, 6_000 // PARTS)
    for _ in range(number):
        text = mangled(notes, chance)
        finds = finder.find(text)
        assert_spans(text, finds)
        assert_alone(finder, text, finds)
        assert_spans(text, find_across_lines(finder, text))
        assert_spans(text, questions(text))
        assert_spans(text, look_at_report(text, KNOWN, ("Bestuurszaken", "Zorg")))
        say_proposals(text, finds)
        for find in chance.sample(finds, min(3, len(finds))):
            assert_said_instead(text, find)
    tried(59, f"texts, part {part + 1}", number)


def assert_spans(text: str, finds: Iterable[Find | Question | ReportFind]) -> None:
    end = 0
    for find in finds:
        assert end <= find.start < find.end <= len(text), repr(text)
        assert text[find.start : find.end] == find.text, repr(text)
        end = find.end


def assert_alone(finder: Finder, text: str, finds: Sequence[Find]) -> None:
    """A line is looked at by itself, and then with the names that were seen beyond doubt in the others."""
    lines = text.split("\n")
    seen = finder.names(find for line in lines for find in finder.find_in(line))
    starts = itertools.accumulate((len(line) + 1 for line in lines), initial=0)
    for line, place in zip(lines, starts, strict=False):
        here = [_placed(find, place) for find in finds if place <= find.start and find.end <= place + len(line)]
        by_itself = [_placed(find) for find in finder.find_in(line)]
        with_names = [_placed(find) for find in finder.find_in(line, seen)]
        assert here in (by_itself, with_names), repr(line)


def _placed(find: Find, place: int = 0) -> tuple[int, int, str]:
    return find.start - place, find.end - place, find.kind


def assert_said_instead(text: str, find: Find) -> None:
    offered = proposals(find, text, roles_in(text))
    words = offered[0] if offered else "iemand"
    edit = edit_for(find, text, words)
    assert 0 <= edit.start <= find.start, repr(text)
    assert find.end <= edit.end <= len(text), repr(text)
    end = 0
    for start, behind in occurrences(text, find.text):
        assert end <= start < behind <= len(text), repr(text)
        end = behind
    new, times = replace_all(text, find.text, words)
    assert (new != text) == (times > 0), repr(text)
    if can_stand_for(words, find.text):
        # A point at the gate that says it was replaced and stands there still would be asked about for ever.
        assert say_instead(text, find, words) != text, repr((text, find.text, words))
