"""Reads papers back: pixels for preview and printer, words for who checks them. The one home of pdfium."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

from vpjournal.domain.papers import PageImage
from vpjournal.errors import NotAPaper, PaperLocked

# pdfium keeps state of its own that two threads may not touch at once.
_pdfium = Lock()
_JOINED = "\x02"
"""What pdfium puts where a word was cut with a hyphen at the end of a line, and where it joined it again."""
_POINT = 25.4 / 72
_WRONG_PASSWORD = 4
"""FPDF_ERR_PASSWORD of pdfium."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, page: int, *, width: int) -> PageImage:
    """Draw a page, counted from 0, ``width`` pixels wide."""
    with _opened(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), prefer_bgrx=True, force_bitmap_format=None)
        millimetres = round(sheet.get_width() * _POINT)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), millimetres)


def page_text(pdf: bytes, page: int) -> str:
    """Return the words of a page, counted from 0, a line for each line on paper."""
    with _opened(pdf) as document:
        return _text(document[page]).replace("\r\n", "\n").replace(_JOINED, "")


def page_texts(pdf: bytes, password: str = "", *, look: Callable[[str], None] | None = None) -> list[str]:
    """Return the words of each page as pdfium gives them, each shown to ``look`` at once, which may stop it by raising.

    Raises:
        NotAPaper: pdfium cannot read it.
        PaperLocked: it asks for a password, or for another one.
    """
    texts: list[str] = []
    with _opened(pdf, password) as document:
        for number in range(len(document)):
            page = document[number]
            texts.append(_text(page))
            # Closed at once: a paper of hundreds of pages is never in memory as a whole.
            page.close()
            if look:
                look(texts[-1])
    return texts


@contextmanager
def _opened(pdf: bytes, password: str = "") -> Iterator[pypdfium2.PdfDocument]:
    try:
        with _pdfium, pypdfium2.PdfDocument(pdf, password=password or None) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            raise PaperLocked(tried=bool(password)) from None
        raise NotAPaper from None


def _text(page: pypdfium2.PdfPage) -> str:
    reader = page.get_textpage()
    try:
        text: str = reader.get_text_bounded()
    finally:
        reader.close()
    return text
