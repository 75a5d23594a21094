"""A look at the bytes of a file before any library that reads PDF is let near them.

A small file can be made to unfold into gigabytes, or to nest a million deep. No paper of ours does: what goes far
beyond one is not read at all. What an encrypted file holds cannot be seen here; there, counting along has to do.
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


def is_beyond_a_paper(pdf: bytes) -> bool:
    """Say whether these bytes are no PDF, or one that is out of all proportion."""
    if len(pdf) > SIZE_LIMIT or b"%PDF-" not in pdf[:_HEAD]:
        return True
    if pdf.count(b"[") + pdf.count(b"<<") > _BRACKETS_LIMIT or pdf.count(b"stream") > 2 * _STREAMS_LIMIT:
        return True
    return _unfolds_without_end(pdf)


def _unfolds_without_end(pdf: bytes) -> bool:
    left = _UNFOLDED_LIMIT
    view = memoryview(pdf)
    for found in _STREAM.finditer(pdf):
        left -= _unfolded(view[found.end() :], left)
        if left <= 0:
            return True
    return False


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
