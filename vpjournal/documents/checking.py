"""Reads a PDF of which nothing is known: it may be a paper of ours, altered, locked, broken, or made to do harm.

Size, pages, words and time are bounded. Whatever goes wrong inside a library is told as *not a paper*.
"""

from collections.abc import Callable
from time import monotonic

import pikepdf

from vpjournal.documents.digests import content_digest, words_digest
from vpjournal.documents.drawing import require_little_drawn
from vpjournal.documents.reading import page_texts
from vpjournal.documents.suspicion import BeyondAPaper, Unfolding, require_plain, require_proportion
from vpjournal.domain.register import PaperReading
from vpjournal.errors import NotAPaper, PaperLocked

_PAGE_LIMIT = 2_000
_CHARACTER_LIMIT = 10_000_000
_SECONDS = 20.0
_BROKEN = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    SystemError,
    TypeError,
    ValueError,
)
"""What the libraries were seen to raise on files that are not as they say, or can be expected to."""


def read_paper(pdf: bytes, password: str = "", *, find: Callable[[str], str]) -> PaperReading:
    """Read what *Controleer een stuk* has to know. ``find`` returns the fingerprint printed in a text, or nothing.

    ``content`` is empty where the words can be read but the file itself is damaged.

    Raises:
        NotAPaper: this is no PDF, or it cannot be read, or it is far larger than any paper.
        PaperLocked: it asks for a password, or for another one.
    """
    try:
        require_proportion(pdf)
        content = _content(pdf, password)
        texts = page_texts(pdf, password, look=_Bounds().look)
    except _BROKEN:
        raise NotAPaper from None
    return PaperReading(fingerprint=find("\n".join(texts)), content=content, words=words_digest(texts))


def _content(pdf: bytes, password: str) -> bytes:
    """Return the digest of the file; nothing where it is damaged and could not have hidden anything from our look."""
    try:
        return content_digest(pdf, password, look=Unfolding().look, then=require_little_drawn)
    except pikepdf.PasswordError:
        raise PaperLocked(tried=bool(password)) from None
    except BeyondAPaper:
        raise
    except _BROKEN:
        if b"/Encrypt" in pdf:
            raise
        require_plain(pdf)
        return b""


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
