"""A look at the bytes of a file before any library that reads PDF is let near them.

A small file can be made to unfold into gigabytes, or to nest a million deep. No paper of ours does: what goes far
beyond one is not read at all. In an encrypted file the streams are seen only once it is opened, and before they are
unpacked.
"""

import re
import zlib

SIZE_LIMIT = 16_000_000
"""Bytes; a summary of 400 pages takes less than a tenth of it."""
_UNFOLDED_LIMIT = 64_000_000
"""Bytes, of all streams together; the same summary takes less than a tenth of it."""
_BRACKETS_LIMIT = 500_000
_STREAMS_LIMIT = 20_000
_FOLDS = 3
_STEP = 65_536
_HEAD = 1024
"""Where the mark of a PDF has to begin, as readers commonly ask."""
_STREAM = re.compile(rb"stream\r?\n")
_NOT_PLAIN = re.compile(rb"/(?:Form|ObjStm|CharProcs|LZWDecode|LZW|RunLengthDecode|RL)\b|/\w*#[0-9A-Fa-f]{2}")
"""What can hide or multiply what is drawn, and names that are spelt so that they are not seen."""


class BeyondAPaper(ValueError):
    """A file is out of all proportion to any paper of ours."""


class Unfolding:
    """Counts what the streams of one file unfold into."""

    def __init__(self) -> None:
        self._left = _UNFOLDED_LIMIT

    def look(self, packed: bytes | memoryview) -> None:
        """Add one stream as it stands in the file. Raises BeyondAPaper."""
        self._left -= _unfolded(memoryview(packed), self._left)
        if self._left <= 0:
            raise BeyondAPaper


def require_proportion(pdf: bytes) -> None:
    """Raise BeyondAPaper for bytes that are no PDF, or one that is out of all proportion."""
    if len(pdf) > SIZE_LIMIT or b"%PDF-" not in pdf[:_HEAD]:
        raise BeyondAPaper
    if pdf.count(b"[") + pdf.count(b"<<") > _BRACKETS_LIMIT or pdf.count(b"stream") > 2 * _STREAMS_LIMIT:
        raise BeyondAPaper
    unfolding, view = Unfolding(), memoryview(pdf)
    for found in _STREAM.finditer(pdf):
        unfolding.look(view[found.end() :])


def require_plain(pdf: bytes) -> None:
    """Raise BeyondAPaper for a damaged file in which more could be drawn than can be seen from its bytes."""
    if _NOT_PLAIN.search(pdf):
        raise BeyondAPaper


def _unfolded(packed: memoryview, most: int, *, folds: int = _FOLDS) -> int:
    """Return how many bytes a packed stream unfolds into, and what is packed in it again; stop beyond ``most``."""
    unpacking = zlib.decompressobj()
    total, head = 0, b""
    for start in range(0, len(packed), _STEP):
        try:
            part = unpacking.decompress(packed[start : start + _STEP])
        except zlib.error:
            break
        total += len(part)
        head = head or part
        if unpacking.eof or total > most:
            break
    return total + (_unfolded(memoryview(head), most, folds=folds - 1) if head and folds else 0)
