"""The digests tell an untouched file from one that was added to, and the same words from other words."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from tests.core.documents.papers import EVERY_PAPER, made, summary
from vpjournal.documents import make, protect
from vpjournal.documents.digests import content_digest, words_digest
from vpjournal.documents.reading import page_texts
from vpjournal.domain.papers import Paper

every_paper = pytest.mark.parametrize("values", EVERY_PAPER.values(), ids=EVERY_PAPER)


@every_paper
def test_a_password_put_on_and_taken_off_changes_neither_digest(values: Paper) -> None:
    finished = make(values)
    locked = protect(finished.pdf, "een zin")
    assert content_digest(locked, "een zin") == finished.content
    assert words_digest(page_texts(locked, "een zin")) == finished.words
    opened = _saved(locked, password="een zin")
    assert b"/Encrypt" not in opened
    assert opened != finished.pdf
    assert content_digest(opened) == finished.content


@pytest.mark.parametrize("mode", pikepdf.ObjectStreamMode)
def test_how_objects_lie_in_the_file_is_of_no_account(mode: pikepdf.ObjectStreamMode) -> None:
    finished = make(summary())
    assert content_digest(_saved(finished.pdf, object_stream_mode=mode)) == finished.content


def test_a_note_in_the_margin_changes_the_file_and_not_the_words() -> None:
    finished = make(summary())
    with pikepdf.open(BytesIO(finished.pdf)) as file:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 20, 20]), Contents="niet eens")
        file.pages[0].obj.Annots = Array([file.make_indirect(note)])
        written = BytesIO()
        file.save(written)
    assert content_digest(written.getvalue()) != finished.content
    assert words_digest(page_texts(written.getvalue())) == finished.words


def test_a_line_drawn_through_the_words_changes_the_file() -> None:
    finished = make(summary())
    with pikepdf.open(BytesIO(finished.pdf)) as file:
        page = file.pages[0]
        page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n60 600 m 300 600 l S")
        written = BytesIO()
        file.save(written)
    assert content_digest(written.getvalue()) != finished.content
    assert words_digest(page_texts(written.getvalue())) == finished.words


def test_another_title_changes_the_file() -> None:
    finished = make(summary())
    with pikepdf.open(BytesIO(finished.pdf)) as file:
        file.docinfo["/Title"] = "Iets anders (12 0 R)"
        written = BytesIO()
        file.save(written)
    assert content_digest(written.getvalue()) != finished.content


@pytest.mark.parametrize(
    "other",
    [
        summary("U slaapt er goed door.\n\nU wilt dat het stopt."),
        summary(purpose="om iets anders"),
        summary(fingerprint="K7QF2M9Y"),
        summary(example=True),
    ],
)
def test_other_words_are_other_words(other: Paper) -> None:
    assert make(other).words != make(summary()).words


def test_paragraphs_may_lie_otherwise_and_the_words_be_the_same() -> None:
    assert make(summary("een\n\ntwee")).words == make(summary("een twee")).words


def test_a_word_that_was_cut_is_one_word() -> None:
    whole = words_digest(["de arbeidsongeschiktheid"])
    for cut in ("de arbeidson\x02geschiktheid", "de arbeidson-\r\ngeschiktheid", "de\narbeidson\u00adgeschiktheid"):
        assert words_digest([cut]) == whole
    assert words_digest(["tien-twaalf"]) != words_digest(["tientwaalf"])
    assert words_digest(["een", "twee"]) == words_digest(["een twee"])


def test_long_words_survive_the_way_through_a_file() -> None:
    word = "arbeidsongeschiktheidsverzekeringsmaatschappij" * 4
    (text,) = page_texts(made(summary(f"Een {word} dus.")))
    assert word in text.replace("\x02", "").replace("\r\n", "")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_makes_a_paper_that_reads_back_as_it_was_made(text: str, purpose: str) -> None:
    finished = make(summary(f"Begin {text} einde.", purpose=purpose))
    assert content_digest(finished.pdf) == finished.content
    assert words_digest(page_texts(finished.pdf)) == finished.words
    assert make(summary(f"Begin {text} einde.", purpose=purpose)) == finished


def _saved(pdf: bytes, *, password: str = "", **how: Any) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf), password=password) as file:
        file.save(written, **how)
    return written.getvalue()
