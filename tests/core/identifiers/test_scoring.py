"""The scorer itself: brackets off, offsets right, halves counted, and the scored half never listed."""

import pytest

from tests.corpus import scoring
from tests.corpus.scoring import notes_in, score
from vpjournal.domain.identifying import Certainty, Find, Kind

CORPUS = """### t900 | nl | hasty, word
Met ⟦person|Roos de Wit⟧ gebeld,
woont in ⟦place?|Almelo⟧.
### t901 | en | none
Nothing here.
"""


def test_a_note_loses_its_brackets_and_keeps_where_they_stood() -> None:
    first, second = notes_in(CORPUS)
    assert first.text == "Met Roos de Wit gebeld,\nwoont in Almelo."
    assert [first.text[label.start : label.end] for label in first.labels] == ["Roos de Wit", "Almelo"]
    assert [label.certainty for label in first.labels] == [Certainty.IDENTIFIES, Certainty.MAY]
    assert (first.styles, second.language, second.labels) == (("hasty", "word"), "en", ())


@pytest.mark.parametrize("bad", ["### t1 | fr | x\ny", "### t1 | nl | x\n⟦person|Jan", "### t1 | nl | x\n⟦cat|Jan⟧"])
def test_what_is_no_corpus_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(notes_in(bad))


def test_a_span_is_found_when_half_of_its_letters_are_and_a_find_is_right_when_it_lies_on_a_label() -> None:
    def look(text: str) -> list[Find]:
        spans = [(4, 12, Certainty.IDENTIFIES), (17, 22, Certainty.IDENTIFIES), (32, 34, Certainty.MAY)]
        return [
            Find(start, end, text[start:end], Kind.PERSON, sure, "") for start, end, sure in spans if end <= len(text)
        ]

    total = score(notes_in(CORPUS), look)
    assert (total.every.labels, total.every.found, total.persons) == (2, 1, 1.0)
    assert (total.identifies.finds, total.identifies.right) == (3, 1)
    assert [label.kind for _note, label in total.misses] == [Kind.PLACE]


def test_running_text_is_counted_in_words() -> None:
    def look(text: str) -> list[Find]:
        spans = [(4, 8, Kind.PERSON), (24, 39, Kind.PLACE), (0, 3, Kind.DATE)] if "Almelo" in text else []
        return [Find(start, end, text[start:end], kind, Certainty.MAY, "") for start, end, kind in spans]

    found = [row[32:].split() for row in scoring.words_table(notes_in(CORPUS), look).splitlines()]
    assert [(int(inside), int(every)) for inside, _of, every, _share in found] == [(1, 3), (1, 1), (2, 4), (2, 5)]


@pytest.mark.parametrize("half", ["scored", "prose-scored"])
def test_the_scored_half_is_never_listed(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert scoring.main([half, "--misses"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("half", scoring.HALVES)
def test_every_half_keeps_to_the_format(half: str) -> None:
    notes = scoring.load(scoring.HALVES[half])
    names = [note.name for note in notes]
    labels = [label for note in notes for label in note.labels]
    assert len(names) > 80
    assert len(set(names)) == len(names)
    assert len({(label.kind, label.certainty) for label in labels}) == len({label.kind for label in labels})
