"""Two digests of a paper: of what the file holds, and of the words on it.

A file is taken object by object from its root, in an order and a spelling of our own. So the digest is the same after a
password was put on and taken off again, and another release of a library that writes PDF does not change it; anything
that was added, such as a note in the margin, does.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from hashlib import sha256
from io import BytesIO

import pikepdf

from vpjournal.documents.suspicion import BeyondAPaper

_MOST_OBJECTS = 500_000
_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F]*>|(\d+ \d+) R\b", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+(?: \d+ R)? ")
_CUT = re.compile("[\x02\u00ad]|[-\u2010\u2011][ \t]*[\r\n]+[ \t]*")
"""What pdfium gives where a word was cut at the end of a line, and what other programs make of that place."""


def content_digest(
    pdf: bytes,
    password: str = "",
    *,
    look: Callable[[bytes], None] | None = None,
    then: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """Return the SHA-256 of all that can be reached from the root of a file and from its title.

    Each stream is shown to ``look``, packed as it is, and then the whole file to ``then``; both may stop it by raising.

    Raises what pikepdf raises on a file that it cannot read, and BeyondAPaper when there are far too many objects.
    """
    with _opened(pdf, password) as file:
        digest = _Walk(file, look).digest()
        if then:
            then(file)
        return digest


def words_digest(pages: Iterable[str]) -> bytes:
    """Return the SHA-256 of the words on pages, whichever way they are spread over lines."""
    text = _CUT.sub("", "\n".join(pages))
    return sha256(" ".join(unicodedata.normalize("NFC", text).split()).encode(errors="replace")).digest()


def _opened(pdf: bytes, password: str) -> pikepdf.Pdf:
    """Open a file with the password if it needs one: given to a file that has none, it would raise a warning."""
    try:
        return pikepdf.open(BytesIO(pdf))
    except pikepdf.PasswordError:
        return pikepdf.open(BytesIO(pdf), password=password)


class _Walk:
    """Goes through a file breadth first; each object gets the number of its turn."""

    def __init__(self, file: pikepdf.Pdf, look: Callable[[bytes], None] | None) -> None:
        self._file = file
        self._look = look
        self._turns: dict[bytes, int] = {}
        self._waiting: list[bytes] = []
        self._total = sha256()

    def digest(self) -> bytes:
        root = self._file.Root
        # Said by whoever encrypts: that this file needs a reader who knows AES-256.
        if "/Extensions" in root:
            del root["/Extensions"]
        for start in (root, self._file.trailer.get("/Info")):
            self._total.update(b"from\n")
            if start is not None:
                self._take(start)
        for reference in self._waiting:
            number, generation = map(int, reference.split())
            self._take(self._file.get_object(number, generation))
        return self._total.digest()

    def _take(self, found: pikepdf.Object) -> None:
        stream = isinstance(found, pikepdf.Stream)
        plain = found.stream_dict.unparse(resolved=True) if stream else found.unparse(resolved=True)
        self._add(_REFERENCE.sub(self._turn, _LENGTH.sub(b"", plain) if stream else plain))
        if stream:
            packed = found.read_raw_bytes()
            if self._look:
                self._look(packed)
            self._add(packed)

    def _turn(self, found: re.Match[bytes]) -> bytes:
        reference = found[1]
        if reference is None:
            return found[0]
        if reference not in self._turns:
            if len(self._turns) >= _MOST_OBJECTS:
                raise BeyondAPaper
            self._turns[reference] = len(self._turns)
            self._waiting.append(reference)
        return b"@%d" % self._turns[reference]

    def _add(self, part: bytes) -> None:
        self._total.update(len(part).to_bytes(8, "big"))
        self._total.update(part)
