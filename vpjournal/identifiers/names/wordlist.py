"""A long sorted list of words that takes hardly more room than its letters: a set of them takes ten times as much."""

from bisect import bisect_right

_BLOCK = 256


class WordList:
    """Tells whether a word is in a list: one bisection among the first words of its blocks, one search in a block."""

    __slots__ = ("_heads", "_letters", "_places")

    def __init__(self, lines: bytes) -> None:
        """``lines`` are UTF-8, one word a line, in order of code points."""
        self._letters = b"\n" + lines.strip(b"\n") + b"\n"
        self._heads: list[bytes] = []
        self._places: list[int] = []
        place = 0
        while 0 <= place < len(self._letters) - 1:
            end = self._letters.find(b"\n", place + 1)
            self._heads.append(self._letters[place + 1 : end])
            self._places.append(place)
            place = self._letters.find(b"\n", place + _BLOCK)
        self._places.append(len(self._letters))

    def __contains__(self, word: str) -> bool:
        line = word.encode()
        block = bisect_right(self._heads, line) - 1
        if block < 0 or not line:
            return False
        return self._letters.find(b"\n" + line + b"\n", self._places[block], self._places[block + 1] + 1) >= 0
