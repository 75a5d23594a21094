"""Translates places in a text between Python, which counts code points, and Qt, which counts UTF-16 units."""

from bisect import bisect_left


class QtPositions:
    """The places in one text; made anew for each text, because almost none has a character that Qt counts twice."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, character in enumerate(text) if character > "\uffff"]
        self._length = len(text)

    def unit(self, point: int) -> int:
        """Return where Qt finds the code point at ``point``; its length is where it finds the end of the text."""
        return point + bisect_left(self._wide, point)

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Return the first unit of a span of code points, and how many units long it is."""
        first = self.unit(start)
        return first, self.unit(end) - first

    @property
    def length(self) -> int:
        """The length of the whole text in units."""
        return self.unit(self._length)
