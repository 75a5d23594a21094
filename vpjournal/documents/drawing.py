"""How much a page draws in all, found out before it is drawn: what is drawn twice by what is drawn twice never ends.

Thirty forms of a few bytes that each draw the next one three times make a file of nothing that no reader gets through,
and that fills the memory on the way. Names are looked up as they are; a drawing that no name is found for counts as
the heaviest one there is.
"""

import re
from collections import Counter
from collections.abc import Iterable

import pikepdf

from vpjournal.documents.suspicion import BeyondAPaper

_MOST_ON_A_PAGE = 8_000_000
_MOST = 64_000_000
"""Bytes of drawing, each counted as often as it is drawn; a page of ours takes some ten thousand."""
_EACH = 500
"""What drawing one form takes, however short it is."""
_DEEPEST = 20
_DRAW = re.compile(rb"\bDo\b")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%#]+)\s+Do\b")
_PLAIN_FILTERS = frozenset({"/FlateDecode", "/ASCII85Decode"})


def require_little_drawn(file: pikepdf.Pdf) -> None:
    """Raise BeyondAPaper when a file draws far more than any paper of ours; on a broken one, what pikepdf raises."""
    drawing, total = _Drawing(), 0
    for page in file.pages:
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        drawn = drawing.of(streams, page.resources, depth=0)
        total += drawn
        if drawn > _MOST_ON_A_PAGE or total > _MOST:
            raise BeyondAPaper


class _Drawing:
    """Adds up what forms draw, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}

    def of(self, streams: Iterable[pikepdf.Stream], resources: pikepdf.Object | None, *, depth: int) -> int:
        """Return what these streams draw together, with what is drawn by the forms and letters that they can name."""
        if depth > _DEEPEST:
            raise BeyondAPaper
        content = b"\n".join(map(_unpacked, streams))
        drawn = {
            name: 0 if form.get("/Subtype") == "/Image" else self._once(form, resources, depth=depth)
            for name, form in _entries(resources, "/XObject")
            if isinstance(form, pikepdf.Stream)
        }
        times = Counter("/" + name.decode("latin-1") for name in _NAMED.findall(content))
        named = sum(times[name] for name in drawn)
        known = sum(times[name] * each for name, each in drawn.items())
        unknown = (len(_DRAW.findall(content)) - named) * max(drawn.values(), default=0)
        letters = self._letters(resources, depth=depth)
        return _EACH + len(content) + known + unknown + letters

    def _once(self, stream: pikepdf.Stream, around: pikepdf.Object | None, *, depth: int) -> int:
        if stream.objgen not in self._known:
            # What draws itself is drawn once by any reader: while it is looked at it counts for nothing.
            self._known[stream.objgen] = 0
            self._known[stream.objgen] = self.of([stream], stream.get("/Resources", around), depth=depth + 1)
        return self._known[stream.objgen]

    def _letters(self, resources: pikepdf.Object | None, *, depth: int) -> int:
        """Return what the letters of fonts draw whose letters are drawings themselves; a reader does so once."""
        return sum(
            self._once(letter, font.get("/Resources", resources), depth=depth)
            for _name, font in _entries(resources, "/Font")
            if isinstance(font, pikepdf.Dictionary)
            for _letter, letter in _entries(font, "/CharProcs")
            if isinstance(letter, pikepdf.Stream)
        )


def _entries(holder: pikepdf.Object | None, name: str) -> list[tuple[str, pikepdf.Object]]:
    found = holder.get(name) if isinstance(holder, pikepdf.Dictionary) else None
    return list(found.items()) if isinstance(found, pikepdf.Dictionary) else []


def _unpacked(stream: pikepdf.Stream) -> bytes:
    filters = stream.get("/Filter")
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters] if filters is not None else []
    if not {str(name) for name in names} <= _PLAIN_FILTERS:
        # Other ways to pack words are of another time, and unfold without bounds.
        raise BeyondAPaper
    return stream.read_bytes()
