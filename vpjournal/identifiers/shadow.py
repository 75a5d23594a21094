"""A copy of a text to look for names in: without accents, look-alike letters and characters that nobody sees.

What is found in the copy is pointed out in the text itself, so each character of the copy remembers where it came from.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_BARE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ß": "ss", "þ": "th"}
_SIGNS = {
    **dict.fromkeys("’‘ʼ´`ʹ′", "'"),
    **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
    **dict.fromkeys("\xa0\u2007\u202f\u2009\u200a", " "),
}
# Letters of other scripts that look like ours, in the order of the letters that they pass for.
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁһҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοικνυρ",
    "ABESIJKMHOPCTXYaesijopcyxdhYABEZHIKMNOPTYXaoiknup",
)
_OTHER_SCRIPT = re.compile(r"[\u0370-\u052f]")
_MIXED_WORD = re.compile(r"[^\W\d_]+")
_OURS = re.compile(r"[A-Za-z]")


class _Bare(dict[int, str]):
    """The bare form of every character met so far, for ``str.translate``: no more than there are characters."""

    def __missing__(self, point: int) -> str:
        self[point] = bare = _bare(chr(point))
        return bare


def _bare(character: str) -> str:
    sign = _SIGNS.get(character)
    if sign is not None:
        return sign
    parts = unicodedata.normalize("NFKD", character)
    kept = "".join(_letter(part) for part in parts if unicodedata.category(part) not in {"Mn", "Me", "Cf"})
    # A character that falls apart into blanks or signs is no letter with an accent: it stays one character.
    return kept if kept.isalnum() or not kept else character


def _letter(character: str) -> str:
    small = character.lower()
    bare = _BARE.get(small)
    if bare is None:
        return character
    return bare if small == character else bare.capitalize()


_BARE_FORMS = _Bare()


@dataclass(frozen=True, slots=True)
class Shadow:
    """The copy, and for each of its characters the place in the text (``None`` where these are the same)."""

    text: str
    origins: Sequence[int] | None
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the copy lies in the text, with the accents that were typed after its last letter."""
        if self.origins is None:
            return start, end
        last = self.origins[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) == "Mn":
            last += 1
        return self.origins[start], last


def shadow(text: str) -> Shadow:
    """Make the copy in which a text is looked at."""
    if text.isascii():
        return Shadow(text, None, text)
    odd = {character: form for character in set(text) if (form := _BARE_FORMS[ord(character)]) != character}
    origins = None
    if all(len(form) == 1 for form in odd.values()):
        bare = text
        for character, form in odd.items():
            bare = bare.replace(character, form)
    else:
        forms = [odd.get(character, character) for character in text]
        bare = "".join(forms)
        origins = [place for place, form in enumerate(forms) for _ in form]
    if _OTHER_SCRIPT.search(bare):
        bare = _MIXED_WORD.sub(_without_look_alikes, bare)
    return Shadow(bare, origins, text)


def _without_look_alikes(word: re.Match[str]) -> str:
    """Read a word that mixes scripts as it looks; one that is wholly of another script stays what it is."""
    return word[0].translate(_LOOK_ALIKES) if _OURS.search(word[0]) else word[0]


def bare_word(word: str) -> str:
    """Return a word of a list as it stands in the copy, in small letters."""
    return word.lower() if word.isascii() else shadow(word).text.lower()
