"""The file itself: the same bytes each time, fonts inside, an order to read in, and no trace of its making."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.core.documents.papers import EVERY_PAPER, made, opened
from vpjournal.documents import make, page_count, page_image
from vpjournal.domain.language import Language
from vpjournal.domain.papers import Paper

every_paper = pytest.mark.parametrize("values", EVERY_PAPER.values(), ids=EVERY_PAPER)

HIDING = {
    "/AA", "/AcroForm", "/Annots", "/Dests", "/EmbeddedFiles", "/JS", "/JavaScript", "/Launch", "/Names",
    "/OCProperties", "/OpenAction", "/Outlines", "/PieceInfo", "/URI",
}  # fmt: skip


@every_paper
def test_the_same_values_give_the_same_bytes(values: Paper) -> None:
    assert make(values) == make(values)


def test_another_process_makes_the_same_bytes() -> None:
    code = (
        "import sys; from tests.core.documents.papers import EVERY_PAPER, made; "
        "sys.stdout.buffer.write(made(EVERY_PAPER['overview']))"
    )
    there = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env={"PYTHONHASHSEED": "7"})
    assert there.stdout == made(EVERY_PAPER["overview"])


@pytest.mark.row(51, "each paper, unpacked")
@every_paper
def test_the_file_tells_its_title_and_nothing_of_its_making(values: Paper) -> None:
    pdf = made(values)
    with opened(pdf) as file:
        assert list(file.trailer.Info.keys()) == ["/Title"]
        assert "/Metadata" not in file.Root
        assert not file.attachments
        unpacked = BytesIO()
        file.save(unpacked, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    for trace in (b"ReportLab", b"reportlab", b"pikepdf", b"CreationDate", b"Producer", b"/home", b"/work"):
        assert trace not in pdf + unpacked.getvalue()


@pytest.mark.row(52, "each paper, all its objects")
@every_paper
def test_nothing_hides_in_the_file(values: Paper) -> None:
    """No link, bookmark, form, script, or text that is there and not seen."""
    with opened(made(values)) as file:
        keys = {str(key) for each in file.objects if isinstance(each, pikepdf.Dictionary) for key in each}
        hidden = [
            operands
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tr" and int(operands[0]) == 3
        ]
    assert keys & HIDING == set()
    assert hidden == []


@every_paper
@pytest.mark.parametrize("language", Language)
def test_the_language_is_set(values: Paper, language: Language) -> None:
    with opened(made(replace(values, language=language))) as file:
        assert str(file.Root.Lang) == language.value


@every_paper
def test_every_font_is_inside(values: Paper) -> None:
    with opened(made(values)) as file:
        fonts = [font for page in file.pages for font in page.resources["/Font"].as_dict().values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)


@every_paper
def test_everything_drawn_has_its_place_in_the_reading_order(values: Paper) -> None:
    with opened(made(values)) as file:
        owners = list(file.Root.StructTreeRoot.ParentTree.Nums)[1::2]
        assert len(owners) == len(file.pages)
        for page, owner in zip(file.pages, owners, strict=True):
            assert _numbers_drawn(page) == list(range(len(owner)))
            assert _loose_text(page) == 0


def test_headings_are_headings() -> None:
    with opened(made(EVERY_PAPER["overview"])) as file:
        document = file.Root.StructTreeRoot.K
        tags = [str(kid.S) for kid in document.K]
        assert tags == ["/H1", "/P", "/P", *["/Sect"] * 7, "/P", "/P"]
        first = [str(kid.S) for kid in document.K[3].K]
        assert first[0] == "/H2"
        assert first.count("/H3") == 3
        assert "/BlockQuote" in first


def test_nothing_is_scanned_or_linked() -> None:
    with opened(made(EVERY_PAPER["recovery sheet"])) as file:
        assert len(file.pages) == 1
        assert "/XObject" not in file.pages[0].resources
        assert "/Annots" not in file.pages[0].obj


@every_paper
def test_a_page_becomes_pixels(values: Paper) -> None:
    pdf = made(values)
    for page in range(page_count(pdf)):
        image = page_image(pdf, page, width=300)
        assert image.width == 300
        assert abs(image.height - 424) <= 1
        assert len(image.data) == image.stride * image.height
        assert image.stride >= 4 * image.width
        assert image.data[:3] == b"\xff\xff\xff"
        assert min(image.data) < 0x60


def _marked(page: pikepdf.Page) -> list[tuple[str, list[object]]]:
    return [(str(step.operator), list(step.operands)) for step in pikepdf.parse_content_stream(page)]


def _numbers_drawn(page: pikepdf.Page) -> list[int]:
    opened_marks = [operands[1] for operator, operands in _marked(page) if operator == "BDC"]
    return [int(mark.MCID) for mark in opened_marks if isinstance(mark, pikepdf.Object) and "/MCID" in mark]


def _loose_text(page: pikepdf.Page) -> int:
    """Count pieces of text that are neither in the reading order nor marked as repeated."""
    depth = loose = 0
    for operator, _ in _marked(page):
        depth += (operator in {"BDC", "BMC"}) - (operator == "EMC")
        loose += operator == "Tj" and depth == 0
    return loose
