"""Reads the words of a file that somebody else made: plain text, Word, Excel. Looks, pictures and links stay behind.

What comes from outside is not trusted: how much a file unpacks to is known before anything of it is unpacked, nothing
of it is written to disk, and reading stops as soon as there is more than a note can hold.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZipFile

from vpjournal.domain.text import NOTE_LIMIT, canonical
from vpjournal.errors import (
    Cancelled,
    FileLocked,
    JournalError,
    NotAFileOfText,
    OlderFileFormat,
    TextTooLong,
    TooLargeToRead,
    translate_os_error,
)

# ruff: noqa: PLC0415 - what reads Word and Excel is imported when such a file is read

_MOST_TEXT = 4 * NOTE_LIMIT
"""Bytes of plain text."""
_MOST_UNPACKED = 60_000_000
"""Bytes of all the XML of a file; pictures are not unpacked."""
_MOST_TAGS = 2_000_000
"""Tags of all the XML of a file: each takes some 150 bytes of memory, however short it is."""
_MOST_PARTS = 5_000
_MOST_CELLS = 5_000_000
_AT_A_TIME = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word and Excel began their files until 2007, and how they begin one with a password today."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({_FALLBACK, f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}instrText", f"{_WORD}pPr", f"{_WORD}rPr"})

Stop = Callable[[], bool]


def read(path: Path, *, stop: Stop = lambda: False) -> str:
    """Return the words of a file, in canonical form; rows of a table on a line each, with tabs between their cells.

    Raises NotAFileOfText, OlderFileFormat, FileLocked, TooLargeToRead, TextTooLong, Cancelled, DeviceFailed.
    """
    try:
        if not path.is_file():
            # A pipe would be waited for.
            raise NotAFileOfText
        with path.open("rb") as file:
            return _within_a_note(_pieces(file, stop), stop)
    except OSError as error:
        raise translate_os_error(error) from error


def _pieces(file: BinaryIO, stop: Stop) -> Iterator[str]:
    begins = file.read(8)
    file.seek(0)
    if begins.startswith(b"PK\x03\x04"):
        return _from_package(file, stop)
    data = file.read(_MOST_TEXT + 1)
    if begins.startswith(_OLE):
        raise FileLocked if _ENCRYPTED in data else OlderFileFormat
    if len(data) > _MOST_TEXT:
        raise TooLargeToRead
    return iter((_decoded(data),))


def _decoded(data: bytes) -> str:
    """Return plain text: UTF-8, UTF-16 where its first bytes say so, else as Windows wrote it before."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text) or text.startswith(("%PDF", "{\\rtf")):
            break
        return text
    raise NotAFileOfText


def _from_package(file: BinaryIO, stop: Stop) -> Iterator[str]:
    """Return the words of a Word or Excel file. What its reader raises on a bad one is written down nowhere."""
    try:
        names, washed = _washed(file, stop)
        yield from (_from_word if "word/document.xml" in names else _from_excel)(washed, stop)
    except (JournalError, OSError):
        raise
    except Exception:  # noqa: BLE001 - see above
        raise NotAFileOfText from None


def _washed(file: BinaryIO, stop: Stop) -> tuple[set[str], io.BytesIO]:
    """Copy the XML of a package, never more of it than is allowed, whatever it says of its own sizes."""
    washed = io.BytesIO()
    room, tags = _MOST_UNPACKED, _MOST_TAGS
    with ZipFile(file) as before, ZipFile(washed, "w") as after:
        listed = before.infolist()
        if len(listed) > _MOST_PARTS:
            raise TooLargeToRead
        for part in listed:
            kept = bytearray()
            if part.filename.endswith((".xml", ".rels")):
                with before.open(part) as opened:
                    while chunk := opened.read(_AT_A_TIME):
                        if stop():
                            raise Cancelled
                        room -= len(chunk)
                        tags -= chunk.count(b"<")
                        if min(room, tags) < 0:
                            raise TooLargeToRead
                        kept += chunk
            after.writestr(part.filename, bytes(kept))
    washed.seek(0)
    return {part.filename for part in listed}, washed


def _from_word(package: io.BytesIO, stop: Stop) -> Iterator[str]:
    import docx

    yield from _words_below(docx.Document(package).element.body, stop)


def _words_below(body: Any, stop: Stop) -> Iterator[str]:
    """Go through the parts of a Word text in order; what was struck out in it, and what is drawn twice, is left out."""
    # Iterators, because each part that was handed out takes more memory than the text that it stands for.
    rest: list[tuple[Iterator[Any], str]] = [(iter((body,)), "")]
    while rest:
        if stop():
            raise Cancelled
        parts, end = rest[-1]
        part = next(parts, None)
        if part is None:
            rest.pop()
            yield end
        elif part.tag in _LEFT_OUT or not isinstance(part.tag, str):
            continue
        elif part.tag == f"{_WORD}t":
            yield part.text or ""
        else:
            rest.append((iter(part), _end_of(part)))


def _end_of(part: Any) -> str:
    """Return what comes after a part: a paragraph in a cell does not end the line of its row."""
    parent = part.getparent()
    if part.tag == f"{_WORD}p" and parent is not None and parent.tag == f"{_WORD}tc":
        return " "
    return _ENDS.get(part.tag, "")


_ENDS = {
    f"{_WORD}p": "\n",
    f"{_WORD}tc": "\t",
    f"{_WORD}tr": "\n",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}tab": "\t",
    f"{_WORD}noBreakHyphen": "-",
}


def _from_excel(package: io.BytesIO, stop: Stop) -> Iterator[str]:
    from openpyxl import load_workbook

    cells = 0
    for sheet in load_workbook(package, read_only=True, data_only=True, keep_links=False).worksheets:
        if sheet.sheet_state == "visible":
            # A sheet may say that it is a thousand times as wide as it is, and every row would be filled up to that.
            sheet.reset_dimensions()
            for row in sheet.iter_rows(values_only=True):
                cells += len(row) + 1
                if stop():
                    raise Cancelled
                if cells > _MOST_CELLS:
                    raise TooLargeToRead
                yield _line(row)
            yield "\n"


def _line(cells: Iterable[object]) -> str:
    words = "\t".join(_shown(cell) for cell in cells).strip()
    return f"{words}\n" if words else ""


def _shown(value: object) -> str:
    """Return what a cell shows, on one line."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value.replace(microsecond=0)
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return " ".join(str(value).split())


def _within_a_note(pieces: Iterable[str], stop: Stop) -> str:
    kept: list[str] = []
    length = 0
    for piece in pieces:
        if stop():
            raise Cancelled
        length += len(piece)
        if length > NOTE_LIMIT:
            raise TextTooLong(NOTE_LIMIT)
        kept.append(piece)
    lines = canonical("".join(kept)).replace(" \t", "\t").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
