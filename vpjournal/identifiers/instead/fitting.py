"""Puts chosen words in the place of a find, so that the sentence still reads: with its title, article and genitive.

*Op 3 maart belde mijn manager Fatima's man* becomes *In het voorjaar belde mijn leidinggevende A's man*. The word for a
role before a name goes with the name, because a role is only the same one throughout a case when it is called the same.
"""

import re

from vpjournal.domain.identifying import Edit, Find, Kind
from vpjournal.identifiers.instead.kinds_of_words import KIND_NOUNS
from vpjournal.identifiers.instead.replacing import genitive
from vpjournal.identifiers.instead.roles import TITLES, Role, role_of
from vpjournal.identifiers.sentences import at_sentence_start, is_english, word_before, word_set

_ARTICLES = word_set("de het een 't the a an")
_NEEDS_NONE = _ARTICLES | word_set("iemand someone")
_OF_A_DAY = word_set("op om on at rond omstreeks")
_FRONTS = word_set("in op om 's at on")
_NEAR = 400
_FAR = 4_000


def edit_for(find: Find, context: str, words: str) -> Edit:
    """Return what to replace by what, to say ``words`` instead of a find that stands in ``context`` at its offsets."""
    start, end = _start(find, context, words), find.end
    said = words
    near = context[max(0, find.start - _NEAR) : find.end + _NEAR]
    behind = context[end : end + 2]
    if find.kind is Kind.PERSON and find.text[-1:].casefold() in ("s", "x", "z") and _is_apostrophe(behind):
        said, end = genitive(words, english=is_english(near)), end + 1
    elif find.kind is Kind.PERSON and not words.endswith(("s", "'")) and _is_genitive(find, context):
        said = genitive(words, english=False)
    if at_sentence_start(context, start):
        said = _capital(said)
    return Edit(start, end, said)


def _is_genitive(find: Find, context: str) -> bool:
    """Tell whether the last letter only says whose something is: *Thijmens fiets*, where *Thijmen* stands elsewhere."""
    stem = find.text[:-1]
    if find.text[-1:] != "s" or len(stem) < 3 or not context[find.end : find.end + 2].strip().islower():
        return False
    near = context[max(0, find.start - _FAR) : find.start] + " " + context[find.end : find.end + _FAR]
    return re.search(rf"(?<!\w){re.escape(stem)}(?!\w)", near) is not None


def _is_apostrophe(behind: str) -> bool:
    return behind[:1] in ("'", "’") and not behind[1:].isalnum()


def _capital(words: str) -> str:
    """Give the first letter a capital; of *'s avonds* that is the next word."""
    if words.startswith("'s "):
        return f"'s {_capital(words[3:])}"
    return words[:1].upper() + words[1:]


def _start(find: Find, context: str, words: str) -> int:
    """Return from where to replace: what stands before the find goes with it when the new words bring their own."""
    start = find.start
    word, place = word_before(context, start)
    while find.kind is Kind.PERSON and _is_title(word, context, start):
        start = place
        word, place = word_before(context, start)
    first, _, rest = words.partition(" ")
    is_kind = find.kind is Kind.ORGANISATION and word.casefold() in KIND_NOUNS and first in _ARTICLES
    if is_kind or _says_the_same(word, first, rest, words):
        start = place
        word, place = word_before(context, start)
    if word.casefold() in _ARTICLES and _brings_article(first, words):
        return place
    if find.kind in (Kind.DATE, Kind.TIME) and word.casefold() in _OF_A_DAY and first.casefold() in _FRONTS:
        return place
    return start


def _is_title(word: str, context: str, start: int) -> bool:
    small = word.casefold()
    return small in TITLES or (small == "de" and context[start : start + 5].casefold() == "heer ")


def _says_the_same(word: str, first: str, rest: str, words: str) -> bool:
    """Tell whether the word before is the one that the new words say: *manager Fatima*, *kenteken AB-12-CD*."""
    small = word.casefold()
    if not small:
        return False
    if small == words.casefold() or (first in _ARTICLES and small == rest.casefold()):
        return True
    role = role_of(first)
    return role is not None and role is role_of(word) and (role.lettered or role is Role.REPORTER)


def _brings_article(first: str, words: str) -> bool:
    """Tell whether an article before would be one too many: *de een afdeling*, *de leidinggevende A*."""
    if first.casefold() in _NEEDS_NONE:
        return True
    return words[-2:-1] == " " and words[-1:].isupper()
