"""Replaces one name by a role in any text, wherever and however it was written, and touches nothing else.

A name is the same name in capitals, with or without its accents, composed or not, and with characters in it that show
nothing. What goes with it grammatically goes with it: the title before it, a genitive, and a word for the same role.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vpjournal.domain.searching import fold, fold_name
from vpjournal.identifiers.instead.roles import TITLES, role_of
from vpjournal.identifiers.sentences import at_sentence_start, is_english, word_before
from vpjournal.identifiers.shadow import shadow

_APOSTROPHES = tuple("'’ʼ`´")
_HYPHENS = tuple("-‐‑")
_PARTS_NAMES = re.compile(r"[,;:!?()\[\]\"“”„|\t]|\n\s*\n")
_LONGEST_GAP = 3
_NEAR = 200


def occurrences(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where a name stands in a text, with its title and its genitive, in order.

    As part of a double name (*Jan* in *Jan-Willem*) it is someone else's, and stays. One letter is a name only in
    the capital it was given in, and not in *collega A*.
    """
    return tuple(found.span for found in _found(text, words))


def can_stand_for(replacement: str, words: str) -> bool:
    """Tell whether a replacement leaves nothing of the name: it must say something, and not hold or build the name."""
    new, old = _bare_name(replacement).split(), _bare_name(words).split()
    # With the full stop of a sentence behind it *dhr. A* says the name *A.* again.
    if not new or not old or any(occurrences(said, words) for said in (replacement, f"{replacement}.")):
        return False
    halves = range(1, len(old))
    return not any(new[-count:] == old[:count] or new[:count] == old[-count:] for count in halves)


def replace_all(text: str, words: str, replacement: str) -> tuple[str, int]:
    """Return a text with a name replaced wherever ``occurrences`` finds it, and how often that was.

    A replacement that may not stand for the name (see ``can_stand_for``) changes nothing.
    """
    found = _found(text, words)
    if not found or not can_stand_for(replacement, words):
        return text, 0
    parts: list[str] = []
    done = 0
    for one in found:
        start = max(done, _role_start(text, one.start, replacement))
        parts += [text[done:start], _in_its_place(text, start, one, replacement)]
        done = one.end
    return "".join(parts) + text[done:], len(found)


@dataclass(frozen=True, slots=True)
class _Found:
    """One occurrence; ``genitive`` is what of it only says whose something is: *s* or an apostrophe."""

    start: int
    end: int
    genitive: str = ""

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def _found(text: str, words: str) -> list[_Found]:
    name = _bare_name(words)
    if not name:
        return []
    shadow, origins = _shadow(text)
    if name.split()[0] not in shadow:
        return []
    return list(_each(text, words, shadow, origins))


def _bare_name(words: str) -> str:
    """Return a name as it is compared, in small letters: without accents, without letters that only look like ours."""
    return fold_name(shadow(words).text)


def _shadow(text: str) -> tuple[str, Sequence[int]]:
    """Return the text folded, without what shows nothing, and where each of its characters came from."""
    if text.isascii():
        return fold(text), range(len(text) + 1)
    bare = shadow(text)
    folded = [_folded(character) for character in bare.text]
    places = range(len(text)) if bare.origins is None else bare.origins
    origins = [place for place, piece in zip(places, folded, strict=True) for _ in piece]
    return "".join(folded), [*origins, len(text)]


@cache
def _folded(character: str) -> str:
    return fold(character)


def _each(text: str, words: str, shadow: str, origins: Sequence[int]) -> Iterator[_Found]:
    name = _bare_name(words)
    pattern = re.compile(f" {{1,{_LONGEST_GAP}}}".join(map(re.escape, name.split())))
    place = 0
    while found := pattern.search(shadow, place):
        one = _whole(text, words, shadow, origins, found.span())
        # A name may begin inside what was no name after all.
        place = found.end() if one else found.start() + 1
        if one:
            yield one


def _whole(text: str, words: str, shadow: str, origins: Sequence[int], span: tuple[int, int]) -> _Found | None:
    first, last = span
    if first and shadow[first - 1] != " ":
        return None
    start, end = origins[first], origins[last - 1] + 1
    genitive = ""
    if shadow[last : last + 1] not in ("", " "):
        if not (shadow[last] == "s" and shadow[last + 1 : last + 2] in ("", " ") and text[start].isupper()):
            return None
        genitive, end = "s", origins[last] + 1
    end = _with_marks(text, end)
    if _PARTS_NAMES.search(text, start, end) or _is_another(text, words, start, end):
        return None
    if not genitive and shadow[last - 1] in "sxz" and _is_apostrophe_of(text, start, end):
        genitive, end = text[end], end + 1
    return _Found(_title_start(text, start), _with_point(text, words, end), genitive)


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def _is_another(text: str, words: str, start: int, end: int) -> bool:
    """Tell whether it is part of a double name, or a letter that is no name here."""
    if len(_bare_name(words)) == 1:
        with_point = words.strip().endswith(".") and text[end : end + 1] != "."
        return with_point or text[start:end] != words.strip(" .") or role_of(word_before(text, start)[0]) is not None
    if " " in _bare_name(words) or not text[start].isupper():
        return False
    after = text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isupper()
    return after or (text[start - 1 : start] in _HYPHENS and _begins_with_capital(text, start - 1))


def _begins_with_capital(text: str, end: int) -> bool:
    """Tell whether the word that ends here begins with a capital."""
    start = end
    while start and end - start < _NEAR and text[start - 1].isalpha():
        start -= 1
    return text[start:end][:1].isupper()


def _is_apostrophe_of(text: str, start: int, end: int) -> bool:
    """Tell whether the apostrophe behind a name says whose something is, and does not end a quotation."""
    if text[end : end + 1] not in _APOSTROPHES or text[end + 1 : end + 2].isalnum():
        return False
    near = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    opened = len(re.findall(r"(?:^|[\s(\[])['‘`]", near))
    closed = len(re.findall(r"['’`](?=$|[\s.,;:!?)\]])", near))
    return opened <= closed


def _title_start(text: str, start: int) -> int:
    """Return where a name begins when its titles are taken along: *de heer*, *mw. dr.*."""
    while True:
        word, place = word_before(text, start)
        is_article = word.casefold() == "de" and text[place:start].casefold() == "de " and _follows_heer(text, start)
        if word.casefold() not in TITLES and not is_article:
            return start
        start = place


def _follows_heer(text: str, start: int) -> bool:
    return text[start : start + 5].casefold() == "heer "


def _with_point(text: str, words: str, end: int) -> int:
    """Take the point of an initial along, unless it ends the sentence too."""
    if not words.rstrip().endswith(".") or text[end : end + 1] != ".":
        return end
    after = text[end + 1 : end + 4]
    ends_here = not after.strip() or after[0] == "\n" or (after[0] == " " and after.lstrip()[:1].isupper())
    return end if ends_here else end + 1


def _role_start(text: str, start: int, replacement: str) -> int:
    """Return where to replace from: a word for the same role before the name goes with it."""
    word, place = word_before(text, start)
    role = role_of(word)
    return place if role is not None and role is role_of(replacement.split(maxsplit=1)[0]) else start


def _in_its_place(text: str, start: int, found: _Found, replacement: str) -> str:
    new = replacement[:1].upper() + replacement[1:] if at_sentence_start(text, start) else replacement
    if not found.genitive:
        return new
    near = text[max(0, start - _NEAR) : found.end + _NEAR]
    return genitive(new, english=found.genitive != "s" and is_english(near))


def genitive(word: str, *, english: bool) -> str:
    """Say that something is of someone: *melders*, *collega A's*, in English *reporter's*."""
    last = word[-1:]
    if last.casefold() in ("s", "x", "z"):
        return f"{word}'"
    return f"{word}'s" if english or last.isupper() or last in "aiouy" else f"{word}s"
