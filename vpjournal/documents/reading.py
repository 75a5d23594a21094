"""Reads papers back: pixels for preview and printer, words for who checks them. The one home of pdfium."""

from threading import Lock

import pypdfium2

from vpjournal.domain.papers import PageImage

# pdfium keeps state of its own that two threads may not touch at once.
_pdfium = Lock()
_JOINED = "\x02"
"""What pdfium puts where a word was cut with a hyphen at the end of a line, and where it joined it again."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_image(pdf: bytes, page: int, *, width: int) -> PageImage:
    """Draw a page, counted from 0, ``width`` pixels wide."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), prefer_bgrx=True, force_bitmap_format=None)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_text(pdf: bytes, page: int) -> str:
    """Return the words of a page, counted from 0, a line for each line on paper."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        text: str = document[page].get_textpage().get_text_bounded()
        return text.replace("\r\n", "\n").replace(_JOINED, "")
