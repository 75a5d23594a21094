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


def followed(before: str, after: str, place: int) -> int:
    """Return where a place in a text is once some words in it were replaced by longer or shorter ones.

    It stays in its line, as far from the end as it was when the words behind it are the same, else from the beginning.
    """
    place = min(place, len(before))
    line = before.count("\n", 0, place)
    start = before.rfind("\n", 0, place) + 1
    lines = after.split("\n")
    if line >= len(lines):
        return len(after)
    new = lines[line]
    rest = before[place:].split("\n", 1)[0]
    inside = len(new) - len(rest) if new.endswith(rest) else min(place - start, len(new))
    return sum(len(each) + 1 for each in lines[:line]) + inside
