"""What stands around a place in a text: the word before it, whether a sentence begins there, and in which language."""

import re


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set: tables of words read better as lines than as lists."""
    return frozenset(words.split())


_NEAR = 60
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\[\"'‘“„/]))([^\W\d_][\w&'’.-]{0,30}) {1,2}$")
_OPENING = "'\"‘“„(["
_ENDS = re.compile(r"[.!?…]['\"”’)\]]{0,2}$")
_BULLET = re.compile(r"(?:^|\n)[ \t]{0,8}(?:[-–—•*·>]{1,2}|\d{1,2}[.)])$")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Za-z]|dhr|mw|mevr|mvr|mr|mrs|ms|dr|drs|prof|ir|ing|bijv|bv|evt|nl|ca|nr|tel|resp|incl|excl|o\.a|d\.w\.z"
    r"|i\.v\.m|m\.b\.t|t\.a\.v|n\.a\.v|i\.p\.v|e\.g|i\.e|a\.k\.a)\.$",
    re.IGNORECASE,
)
_ENGLISH = word_set(
    "the and to were are that this with for she he her his they them not but from has have been who when"
    " which would about after my our by at said told it"
)
_DUTCH = word_set(
    "de het een en van dat die dit met voor zij ze hij haar zijn niet maar uit had heeft hebben geweest wie toen naar"
    " zou over na mijn onze door bij zei er ik ook te aan op als om wordt werd"
)
_WORDS = re.compile(r"[a-z]{2,9}")


def word_before(text: str, place: int) -> tuple[str, int]:
    """Return the word just before a place and where it begins; without one, an empty word and the place itself."""
    found = _WORD_BEFORE.search(text[max(0, place - _NEAR) : place])
    return (found[1], place - len(found[0])) if found else ("", place)


def at_sentence_start(text: str, place: int) -> bool:
    """Tell whether a sentence or a line begins here, behind a quotation mark or a bullet too."""
    near = text[max(0, place - _NEAR) : place]
    unquoted = near.rstrip(_OPENING)
    before = unquoted.rstrip(" \t")
    if not before or before.endswith("\n"):
        return True
    if before.endswith(":"):
        return unquoted != near
    if _BULLET.search(before if place <= _NEAR else f" {before}"):
        return True
    return before != near and _ENDS.search(before) is not None and _ABBREVIATION.search(before) is None


def is_english(text: str) -> bool:
    """Tell whether a text is English by its small words; what has none of them is Dutch."""
    words = _WORDS.findall(text.casefold())
    return sum(word in _ENGLISH for word in words) > sum(word in _DUTCH for word in words)
