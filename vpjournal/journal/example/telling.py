"""Makes one text out of the many that a template holds: ``{a|b}`` is either, ``{chef}`` one word for a whole case."""

import re
from collections.abc import Mapping
from random import Random

_PLACE = re.compile(r"\{([^{}]*)\}")
_SPACES = re.compile(r" {2,}")
_EMPTY_LINES = re.compile(r"\n{3,}")


class Teller:
    """Tells the texts of one case: its words are chosen once, alternatives anew at each place."""

    def __init__(self, random: Random, *vocabularies: Mapping[str, str]) -> None:
        self._random = random
        self._words: dict[str, str] = {}
        for vocabulary in vocabularies:
            for name, alternatives in vocabulary.items():
                self._words[name] = self.pick(alternatives)

    def __call__(self, template: str) -> str:
        """Return a text; places within alternatives are filled before one is chosen."""
        text = template
        while "{" in text:
            text = _PLACE.sub(self._fill, text)
        text = _SPACES.sub(" ", text).replace(" \n", "\n")
        return _EMPTY_LINES.sub("\n\n", text).strip()

    def pick(self, alternatives: str) -> str:
        """Return one of the alternatives."""
        return self._random.choice(alternatives.split("|"))

    def _fill(self, match: re.Match[str]) -> str:
        place = match[1]
        if "|" in place:
            return self.pick(place)
        if place in self._words:
            return self._words[place]
        word = self._words[place[0].lower() + place[1:]]
        return word[0].upper() + word[1:]
