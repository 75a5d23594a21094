"""What the lists say of a word, as flags: read once, shared by every finder, and never written to afterwards.

One dictionary answers nearly every question with one look; the longest lists, which are asked for seldom, stay letters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from resources import read_bytes, read_text, read_toml
from vpjournal.identifiers.names.tokens import tokens
from vpjournal.identifiers.names.wordlist import WordList
from vpjournal.identifiers.shadow import bare_word

FIRST = 1 << 0
"""A first name."""
FAMILY = 1 << 1
"""A family name, or a part of one."""
WORD = 1 << 2
"""One of the words that are used most."""
ALSO_WORD = 1 << 3
"""A name that is an ordinary word as well."""
HARDLY = 1 << 4
"""A word that is hardly ever a name, unless what stands around it says so."""
PLACE = 1 << 5
ALSO_PLACE = 1 << 6
"""A place that is an ordinary word or a name as well."""
TITLE = 1 << 7
INSIDE = 1 << 8
"""Stands between the parts of a name, or before the last one: 'van', 'de', 'el'."""
DETERMINER = 1 << 9
BEFORE_PERSON = 1 << 10
BEFORE_PLACE = 1 << 11
BEFORE_NAME = 1 << 12
VERB = 1 << 13
WEAK_VERB = 1 << 14
NEVER_ALONE = 1 << 15
NEVER = 1 << 16
"""Written with a capital and yet no name."""
ORGANISATION = 1 << 17
"""A word in the names of organisations."""
BEFORE_ORGANISATION = 1 << 18
BEFORE_DEPARTMENT = 1 << 19
DEPARTMENT = 1 << 20
BEFORE_ROOM = 1 << 21
DAY = 1 << 22
"""A weekday, a month or a feast day."""
NATION = 1 << 23
ROMAN = 1 << 24
BRAND = 1 << 25
"""An abbreviation or a program that everybody knows: no organisation where someone works."""
ABBREVIATION = 1 << 26
"""Ends with a full stop that ends no sentence."""
SEEN = 1 << 27
"""Part of a name elsewhere in the text. In no list: a reading adds it."""

SHIFT = 1 << 28
DIRECTION = 1 << 29
"""'noord', 'rood': after a word for a team or a building."""
BEGINS_PASSED = 1 << 30
"""The first word of something that is passed over."""
BEGINS_PLACE = 1 << 33
"""The first word of a place of several words."""
ABOUT_PERSON = 1 << 36
DUTCH = 1 << 37
ENGLISH = 1 << 38
"""A small word that only one of the two languages has."""
ADJECTIVE = 1 << 34
"""A name that says how something is: 'wit', 'jong'."""
WITH_ARTICLE = 1 << 35
"""A thing or a trade that stands after 'de' in many names: 'boer'."""
EVERYDAY = 1 << 32
"""The name of a department that is spoken of for other reasons as well."""
FOREIGN = 1 << 31
"""Has letters that no Dutch word has. In no list: a reading adds it."""

NAME = FIRST | FAMILY
SMALL_WORD = NEVER_ALONE | DETERMINER | INSIDE
"""A word that holds sentences or names together."""

_FILES = {
    "first_names.txt": FIRST,
    "family_names.txt": FAMILY,
    "words_common_nl.txt": WORD,
    "titles.txt": BEFORE_NAME,
    "nationalities.txt": NATION,
}
_GRAMMAR = {
    "determiners": DETERMINER,
    "before_person": BEFORE_PERSON,
    "about_person": ABOUT_PERSON,
    "dutch_marks": DUTCH,
    "english_marks": ENGLISH,
    "before_place": BEFORE_PLACE,
    "before_name": BEFORE_NAME,
    "person_verbs": VERB,
    "weak_verbs": WEAK_VERB | VERB,
    "never_alone": NEVER_ALONE,
    "inside_names": INSIDE,
    "organisation_words": ORGANISATION,
    "before_organisation": BEFORE_ORGANISATION,
    "before_department": BEFORE_DEPARTMENT,
    "departments": DEPARTMENT,
    "before_room": BEFORE_ROOM,
    "everyday_departments": DEPARTMENT | EVERYDAY,
    "shifts": SHIFT,
    "directions": DIRECTION,
    "never_names": NEVER,
    "roman_numbers": ROMAN,
    "feast_days": DAY,
    "abbreviations": ABBREVIATION,
    "titles": TITLE,
    "hardly_names": ALSO_WORD | HARDLY,
    "adjective_names": FAMILY | ALSO_WORD | HARDLY | ADJECTIVE,
    "names_with_article": FAMILY | ALSO_WORD | WITH_ARTICLE,
    "small_names": FIRST | ALSO_WORD | HARDLY,
}

_SHORTEST_COMPOUND, _LONGEST_COMPOUND = 7, 40
_LONG_HEAD = 7

Phrases = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
"""Names of several words, by their first word and the second; each is the words after the first, the longest first."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that is known of words beforehand."""

    flags: Mapping[str, int]
    places: Phrases
    passed_over: Phrases
    """What everybody deals with and gives nobody away: 'Huis voor Klokkenluiders'."""
    shortened: frozenset[str]
    """The letters of abbreviations that are written with full stops: 'ivm' for 'i.v.m.'."""
    prepositions_inside: frozenset[str]
    """Words of place that stand inside some names: the 'in' of 'in 't Veld'."""
    someone: frozenset[str]
    """Before a colon: after it comes who that is."""
    subjects: frozenset[str]
    """Words that are who does something after the verb: 'hij', 'het'."""
    name_beginnings: frozenset[str]
    name_endings: frozenset[str]
    """Parts of family names that look like parts of words: 'ver', 'burg'."""
    dutch: WordList
    english: WordList

    def of(self, word: str) -> int:
        """Return the flags of a word in small letters."""
        return self.flags.get(word, 0)

    def is_word(self, word: str) -> bool:
        """Tell whether this is an ordinary word, or one made of two."""
        return self.is_listed_word(word) or self._is_compound(word)

    def is_listed_word(self, word: str) -> bool:
        """Tell whether this is an ordinary word of Dutch or English."""
        return bool(self.flags.get(word, 0) & WORD) or word in self.dutch or word in self.english

    def is_dutch_word(self, word: str) -> bool:
        """Tell whether this is an ordinary word of Dutch, or one made of two."""
        return bool(self.flags.get(word, 0) & WORD) or word in self.dutch or self._is_compound(word)

    def _is_compound(self, word: str, parts: int = 3) -> bool:
        """Tell whether a long word is two or three Dutch ones: no list has them all.

        Many family names look like that too ('wildeboer'), so one part at least is a common word or a long one, and
        what ends like a family name ('wallenburg') needs a long beginning.
        """
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return False
        return any(self._are_parts(word[:cut], word[cut:], parts) for cut in range(3, len(word) - 3))

    def _are_parts(self, head: str, tail: str, parts: int) -> bool:
        if head in self.name_beginnings or not (head in self.dutch or (head[-1] == "s" and head[:-1] in self.dutch)):
            return False
        if len(head) < _LONG_HEAD and tail in self.name_endings:
            return False
        common = bool((self.of(head) | self.of(head[:-1])) & WORD)
        if tail in self.dutch and (len(tail) > 5 if common and not self.of(tail) & WORD else common or len(head) > 4):
            return common or bool(self.of(tail) & WORD)
        return parts > 2 and common and self._is_compound(tail, parts - 1)


def phrase_at(small: Sequence[str], index: int, phrases: Phrases) -> int | None:
    """Return the last token of the longest of these names of several words that begins at a token."""
    by_second = phrases.get(small[index])
    if by_second is not None:
        for others in by_second.get(small[index + 1], ()):
            last = index + len(others)
            if tuple(small[index + 1 : last + 1]) == others:
                return last
    return None


@cache
def lists() -> Lists:
    """Return the lists, read the first time. Takes some 0.2 s then: to be called off the thread of the windows."""
    flags: dict[str, int] = {}
    for name, flag in _FILES.items():
        _add(flags, _lines(name), flag)
    grammar = {name: words.split() for name, words in read_toml("recognising", "grammar.toml").items()}
    for name, flag in _GRAMMAR.items():
        _add(flags, grammar[name], flag)
    # 'jan', 'mar' and 'dec' are months in short, and more often someone.
    _add(flags, (day for day in _lines("months_days.txt") if len(day) > 3 or day in {"mei", "may"}), DAY)
    _add_ambiguous(flags, _lines("ambiguous_names.txt"))
    _add(flags, (place.lower() for place in _lines("ambiguous_places.txt")), ALSO_PLACE)
    places = _add_phrases(flags, _lines("places.txt"), PLACE)
    _add_phrases(flags, _lines("organisations.txt"), ORGANISATION)
    passed_over = _add_phrases(flags, _lines("not_organisations.txt"), BRAND)
    _add(flags, passed_over, BEGINS_PASSED)
    _add(flags, places, BEGINS_PLACE)
    _add(flags, (first for first in places if not first[0].isalnum()), PLACE)
    for word in grammar["plain_names"]:
        flags[word] = (flags.get(word, 0) | FIRST) & ~HARDLY
    _make_plain(flags, kept=frozenset(grammar["small_names"]))
    dutch, english = (WordList(read_bytes("recognising", f"words_{language}.txt")) for language in ("nl", "en"))
    kept = ("shortened", "someone", "subjects", "prepositions_inside", "name_beginnings", "name_endings")
    sets = {name: frozenset(grammar[name]) for name in kept}
    return Lists(flags=flags, places=places, passed_over=passed_over, dutch=dutch, english=english, **sets)


def _lines(name: str) -> Iterator[str]:
    return (line for line in read_text("recognising", name).split("\n") if line and line[0] != "#")


def _add(flags: dict[str, int], words: Iterable[str], flag: int) -> None:
    for word in words:
        bare = bare_word(word)
        flags[bare] = flags.get(bare, 0) | flag


def _add_ambiguous(flags: dict[str, int], words: Iterable[str]) -> None:
    for word in words:
        _add(flags, [word.lstrip("!")], ALSO_WORD | HARDLY if word[0] == "!" else ALSO_WORD)


def _add_phrases(flags: dict[str, int], entries: Iterable[str], flag: int) -> Phrases:
    """Flag what is one word, and return what is several."""
    phrases: dict[str, dict[str, set[tuple[str, ...]]]] = {}
    for entry in entries:
        if entry.isalpha():
            _add(flags, [entry], flag)
            continue
        first, *others = (word for word in tokens(entry).small if word)
        if others:
            phrases.setdefault(first, {}).setdefault(others[0], set()).add(tuple(others))
        else:
            flags[first] = flags.get(first, 0) | flag
    return {
        first: {second: tuple(sorted(found, key=len, reverse=True)) for second, found in by_second.items()}
        for first, by_second in phrases.items()
    }


def _make_plain(flags: dict[str, int], kept: frozenset[str]) -> None:
    """Take what a list of names says from words that hold sentences together: 'van', 'die', 'was'."""
    for word, flag in flags.items():
        if flag & (NEVER_ALONE | DETERMINER | INSIDE) and flag & (NAME | PLACE) and word not in kept:
            flags[word] = flag & ~(NAME | PLACE | ALSO_WORD | ALSO_PLACE)
        elif flag & BRAND and flag & NAME and len(word) < 4:
            # 'bob' is a kind of driver, and more often someone.
            flags[word] = flag & ~BRAND if flag & FIRST else flag & ~NAME
