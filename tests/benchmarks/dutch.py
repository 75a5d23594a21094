"""Writes text that is like Dutch in what a search index notices: few words that are frequent, many that are rare.

The sentences mean nothing. Words are drawn by their rank, as in any language; some are two words written as one.
"""

from itertools import accumulate
from random import Random

import resources

_COMPOUNDS = 12_000
_LONGEST_SENTENCE = 18


class Writer:
    """Writes the same texts for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing secret is drawn
        common = [word for word in resources.read_text("words", "common_nl.txt").split() if word.isalpha()]
        special = [word for word in resources.read_text("words", "profession_nl.txt").split() if word.isalpha()]
        self.words = (*common, *special, *self._compounds([word for word in common + special if len(word) > 4]))
        self._weights = tuple(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def note(self, length: int, *, paragraph: int = 600) -> str:
        """Return a text of exactly ``length`` characters in paragraphs of at most ``paragraph``."""
        parts: list[str] = []
        size = 0
        while size < length:
            made = self.paragraph(min(paragraph, max(80, length - size)))
            parts.append(made)
            size += len(made) + 1
        return "\n".join(parts)[:length].ljust(length, ".")

    def paragraph(self, length: int) -> str:
        """Return sentences that have at most ``length`` characters together."""
        text = self.sentence()
        while len(text) < length:
            text = f"{text} {self.sentence()}"
        return text[:length].rstrip()

    def sentence(self) -> str:
        """Return words with a capital and a full stop."""
        count = self._random.randint(4, _LONGEST_SENTENCE)
        words = self._random.choices(self.words, cum_weights=self._weights, k=count)
        if count > 9:
            words[count // 2] += ","
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def _compounds(self, parts: list[str]) -> list[str]:
        choose = self._random.choice
        return [choose(parts) + choose(parts) for _ in range(_COMPOUNDS)]
