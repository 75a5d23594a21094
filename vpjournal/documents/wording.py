"""How a typed text reads on paper: literal, in one reading direction, and as a sentence where it is one."""

import re
import unicodedata

from vpjournal.domain.language import Language
from vpjournal.domain.text import canonical

# Marks that steer direction, join, or have no width: on paper they could only turn words round or show as a box.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb]")
_SAME_SHAPE = str.maketrans({"\t": " ", "\u2010": "-", "\u2011": "-", "\u2003": " ", "\u2002": " ", "\u3000": " "})
_CLOSERS = "’”'\"»)]"
_ENDS = ".!?…:;,"
_PAIRS = {"‘": "’", "“": "”", "'": "'", '"': '"', "«": "»", "„": "”"}


def plain(text: str) -> str:
    """Return a text in the canonical form without marks that are not seen, each line without space around it."""
    lines = _UNSEEN.sub("", canonical(text)).translate(_SAME_SHAPE).strip().split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def flat(text: str) -> str:
    """Return ``plain`` on one line."""
    return " ".join(plain(text).split())


def capital(text: str, language: Language) -> str:
    """Return a text with its first letter as a capital; in Dutch *ij* is one letter."""
    if language is Language.DUTCH and text.startswith("ij"):
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text


def sentence(text: str, language: Language) -> str:
    """Return a loose line as a sentence. What already ends in punctuation was written as one and stays as it is."""
    line = flat(text)
    if not line or line.rstrip(_CLOSERS)[-1:] in tuple(_ENDS):
        return line
    return capital(line, language) + "."


def quoted(text: str) -> str:
    """Return someone's words between ‘ ’; quotes that already stand around the whole make way."""
    words = plain(text)
    inner = words[1:-1]
    if len(words) > 2 and _PAIRS.get(words[0]) == words[-1] and not set(inner) & {words[0], words[-1]}:
        words = inner.strip()
    return f"‘{words}’"


def is_letter(char: str) -> bool:
    """Say whether this is a letter, with or without accents."""
    return unicodedata.category(char[:1]).startswith("L")
