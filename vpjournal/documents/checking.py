"""Reads a PDF of which nothing is known: it may be a paper of ours, altered, locked, broken, or made to do harm.

Size, pages, words and time are bounded. Whatever goes wrong inside a library is told as *not a paper*.
"""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import pikepdf
import pypdfium2

from vpjournal.documents.digests import TooManyObjects, content_digest, words_digest
from vpjournal.documents.reading import page_texts
from vpjournal.domain.register import PaperReading
from vpjournal.errors import NotAPaper, PaperLocked

SIZE_LIMIT = 50_000_000
"""Bytes; a summary of 300 pages takes one million or two."""
_PAGE_LIMIT = 2_000
_CHARACTER_LIMIT = 10_000_000
_SECONDS = 20.0
_HEAD = 1024
"""Where the mark of a PDF has to begin, as readers commonly ask."""
_WRONG_PASSWORD = 4
"""FPDF_ERR_PASSWORD of pdfium."""
_BROKEN = (pikepdf.PdfError, pypdfium2.PdfiumError, TooManyObjects, ValueError, TypeError, KeyError, RuntimeError)


def read_paper(pdf: bytes, password: str = "", *, find: Callable[[str], str]) -> PaperReading:
    """Read what *Controleer een stuk* has to know. ``find`` returns the fingerprint printed in a text, or nothing.

    ``content`` is empty where the words can be read but the file itself is damaged.

    Raises:
        NotAPaper: this is no PDF, or it cannot be read, or it is far larger than any paper.
        PaperLocked: it asks for a password, or for another one.
    """
    if len(pdf) > SIZE_LIMIT or b"%PDF-" not in pdf[:_HEAD]:
        raise NotAPaper
    texts = _texts(pdf, password)
    content = b""
    with suppress(*_BROKEN):
        content = content_digest(pdf, password)
    return PaperReading(fingerprint=find("\n".join(texts)), content=content, words=words_digest(texts))


def _texts(pdf: bytes, password: str) -> list[str]:
    try:
        return page_texts(pdf, password, look=_Bounds().look)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            raise PaperLocked(tried=bool(password)) from None
        raise NotAPaper from None
    except _BROKEN:
        raise NotAPaper from None


class _Bounds:
    """Counts along while pages are read, and stops when there is more than any paper of ours has."""

    def __init__(self) -> None:
        self._pages = self._characters = 0
        self._until = monotonic() + _SECONDS

    def look(self, text: str) -> None:
        self._pages += 1
        self._characters += len(text)
        if self._pages > _PAGE_LIMIT or self._characters > _CHARACTER_LIMIT or monotonic() > self._until:
            raise NotAPaper
