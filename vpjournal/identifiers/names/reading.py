"""A piece of text as the rules read it: its words, what the lists say of them, and what stands around each.

The questions that rules ask are answered here, one a method, so that the rules themselves read like grammar.
"""

import re
from bisect import bisect_right
from itertools import repeat

from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.lists import Lists
from vpjournal.identifiers.names.role_letters import role_letters
from vpjournal.identifiers.names.tokens import (
    CAPITAL,
    CAPITALS,
    LETTER,
    MIXED,
    NAMELIKE,
    NUMBER,
    SIGN,
    SMALL,
    Tokens,
    tokens,
)

_FOREIGN = re.compile(r"[üöäÜÖÄğışçăâîłńśźżćňřšžåøæßđõãñęąėűőțșýþÿůåĞİŞÇŁŚŻŠŽÅØÑ]")
_OF_WORDS = of.WORD | of.ALSO_WORD | of.HARDLY | of.NEVER_ALONE | of.DETERMINER | of.VERB
_ENDERS = frozenset(".!?:;…•·*|>=")
_STOPS = frozenset(".!?")
_OPENERS = frozenset("\"“”„«»([{'‚‹›")
_DASHES = frozenset("-–—")
_NARROW = frozenset({"", " "})
_WIDEST_GAP = 2


class Reading:
    """The tokens of a piece with their flags. A little beyond either end there are no words and no flags.

    ``shouted`` are words in capitals of which the capitals say nothing. It is ``careless`` where sentences do not begin
    with capitals, so that names may be written small as well. ``strange`` counts words that no list has; ``of_roles``
    are the letters of our own roles, *collega A*, where a sentence ends.
    """

    __slots__ = (
        "careless",
        "count",
        "flags",
        "lists",
        "of_roles",
        "shapes",
        "shouted",
        "smalls",
        "strange",
        "tokens",
        "words",
    )

    def __init__(self, cut: Tokens, lists: Lists, flags: list[int], shouted: frozenset[int], *, careless: bool) -> None:
        self.tokens = cut
        self.count = cut.count
        self.words = cut.words
        self.smalls = cut.small
        self.shapes = cut.shapes
        self.flags = flags
        self.lists = lists
        self.shouted = shouted
        self.careless = careless
        self.strange = 0
        self.of_roles = role_letters(cut, flags, lists, careless=careless)

    def glued(self, index: int) -> bool:
        """Tell whether a token stands right after the one before it."""
        return 0 < index < self.count and self.tokens.starts[index] == self.tokens.ends[index - 1]

    def follows(self, index: int) -> bool:
        """Tell whether a token stands beside the one before it: with a blank between them, no tab or column."""
        if not 0 < index < self.count:
            return False
        start, end = self.tokens.ends[index - 1], self.tokens.starts[index]
        if start == end:
            return True
        gap = self.tokens.shadow.text[start:end]
        return gap in _NARROW or not ("\t" in gap or len(gap) > _WIDEST_GAP)

    def is_(self, index: int, flag: int) -> bool:
        """Tell whether a token has one of some flags."""
        return self.flags[index] & flag != 0

    def capital(self, index: int) -> bool:
        """Tell whether a token is written as names are, and its capitals mean something."""
        return self.shapes[index] in NAMELIKE and index not in self.shouted

    def written_small(self, index: int) -> bool:
        """Tell whether a word has no capital, or one that means nothing."""
        return self.shapes[index] == SMALL or index in self.shouted

    def uncapitalised(self, index: int) -> bool:
        """Tell whether names are written small around this word."""
        return self.careless or index in self.shouted

    def word(self, index: int) -> bool:
        return self.shapes[index] not in {SIGN, NUMBER}

    def is_word(self, index: int) -> bool:
        """Tell whether a token is an ordinary word too, capital or not."""
        return not self.is_(index, of.FOREIGN) and self.lists.is_word(self.smalls[index])

    def is_dutch_word(self, index: int) -> bool:
        """Tell whether a token is an ordinary word of Dutch."""
        return not self.is_(index, of.FOREIGN) and self.lists.is_dutch_word(self.smalls[index])

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a capital at this place would be there anyway."""
        before = index - 1
        if before < 0 or not self.follows(index):
            return True
        if self.shapes[before] != SIGN:
            return self._numbers_a_list(before)
        sign = self.words[before]
        if sign in _OPENERS:
            return not self.glued(index) or self._opens(before)
        if sign in _DASHES:
            return not self.glued(index) and (before == 0 or not self.glued(before))
        return sign in _ENDERS and not (sign == "." and self.ends_abbreviation(before))

    def _opens(self, quote: int) -> bool:
        """Tell whether a quotation mark begins what is said; an apostrophe glued to a word before it does not."""
        return quote == 0 or not self.glued(quote) or self.shapes[quote - 1] == SIGN

    def _numbers_a_list(self, index: int) -> bool:
        return self.shapes[index] == NUMBER and index == 0

    def ends_abbreviation(self, stop: int) -> bool:
        """Tell whether a full stop belongs to the word before it: 'dhr.', 'J.', 'd.w.z.'."""
        before = stop - 1
        if before < 0 or not self.glued(stop):
            return False
        if self.is_(before, of.ABBREVIATION | of.TITLE):
            return True
        is_letter = len(self.smalls[before]) == 1 and self.shapes[before] in {LETTER, SMALL}
        return is_letter and before not in self.of_roles

    def initial(self, index: int) -> bool:
        """Tell whether a token is a capital with its full stop: 'J.'."""
        if self.shapes[index] != LETTER or index in self.of_roles:
            return False
        return self.words[index + 1] == "." and self.glued(index + 1)

    def before_sign(self, index: int) -> int:
        """Return the index of the token before, over a comma."""
        return index - 2 if self.words[index - 1] == "," else index - 1

    def before(self, index: int) -> int:
        """Return the index of the word before, over the full stop of an abbreviation; -1 if there is none."""
        index -= 1
        if index > 0 and self.words[index] == "." and self.ends_abbreviation(index):
            return index - 1
        return index if self.shapes[index] != SIGN else -1


def read(piece: str, lists: Lists) -> Reading:
    """Read a piece of text."""
    cut = tokens(piece)
    flags = list(map(lists.flags.get, cut.small, repeat(0)))
    for index in [index for index, flag in enumerate(flags) if not flag]:
        if cut.small[index][-1:] == "s":
            flags[index] = _of_genitive(cut.small[index], lists)
    if not piece.isascii():
        _know_foreign(cut, flags, piece, lists)
    _know_language(cut, flags, lists)
    return Reading(cut, lists, flags, _shouted(cut, flags, lists), careless=_careless(cut, flags))


def _is_english(flags: list[int]) -> bool | None:
    """Tell by its small words whether a text is English or Dutch, if that can be told."""
    either = of.DUTCH | of.ENGLISH
    marks = [flag & either for flag in flags if flag & either]
    dutch, english = marks.count(of.DUTCH), marks.count(of.ENGLISH)
    return None if dutch == english else english > dutch


def _know_language(cut: Tokens, flags: list[int], lists: Lists) -> None:
    """See that 'Harm' is no word where Dutch is written, nor 'Joke' where English is, and that Dutch has no 'Mei'."""
    also_word = of.ALSO_WORD
    ambiguous = [index for index, flag in enumerate(flags) if flag & also_word]
    english = _is_english(flags) if ambiguous else None
    if english is None:
        return
    words = lists.english if english else lists.dutch
    for index in ambiguous:
        if cut.small[index] not in words and not flags[index] & (of.VERB | of.FOREIGN):
            flags[index] &= ~(of.WORD | of.ALSO_WORD | of.HARDLY)
        if not english and flags[index] & of.DAY and flags[index] & of.NAME and cut.shapes[index] == CAPITAL:
            flags[index] &= ~of.DAY


def _know_foreign(cut: Tokens, flags: list[int], piece: str, lists: Lists) -> None:
    """See that 'Gül' is not the word 'gul': letters that Dutch words have not got make it a name."""
    for found in _FOREIGN.finditer(piece):
        place = bisect_right(
            cut.starts, found.start(), hi=cut.count, key=lambda start: cut.shadow.span(start, start + 1)[0]
        )
        written = piece[slice(*cut.shadow.span(cut.starts[place - 1], cut.ends[place - 1]))].lower() if place else ""
        if len(written) > 2 and written not in lists.dutch:
            flags[place - 1] = (flags[place - 1] & ~_OF_WORDS) | of.FOREIGN


def _careless(cut: Tokens, flags: list[int]) -> bool:
    """Tell whether as many sentences begin small as with a capital, or there is no capital at all."""
    shapes, words = cut.shapes, cut.words
    begins = [next((shape for shape in shapes if shape != SIGN), SIGN)]
    begins += [
        shapes[index + 1]
        for index, word in enumerate(words)
        if word in _STOPS
        and index
        and not (len(words[index - 1]) == 1 or flags[index - 1] & (of.ABBREVIATION | of.TITLE))
    ]
    small, large = begins.count(SMALL), begins.count(CAPITAL) + begins.count(MIXED)
    return 0 < small >= large or not (CAPITAL in shapes or MIXED in shapes)


def _of_genitive(word: str, lists: Lists) -> int:
    """Return the flags of 'Jans' and 'miekes': those of the first name, where it is no word by itself."""
    flag = lists.of(word[:-1])
    if len(word) > 3 and flag & of.FIRST and not flag & of.ALSO_WORD and not lists.is_listed_word(word):
        return of.FIRST
    return 0


def _shouted(cut: Tokens, flags: list[int], lists: Lists) -> frozenset[int]:
    """Return the words in capitals that stand among ordinary words in capitals."""
    shouted: set[int] = set()
    run: list[int] = []
    if CAPITALS not in cut.shapes:
        return frozenset()
    for index, shape in enumerate(cut.shapes):
        if shape != CAPITALS or _after_initial(cut, flags, index):
            continue
        if run and any(cut.shapes[between] in {SMALL, CAPITAL} for between in range(run[-1] + 1, index)):
            shouted.update(_if_shouted(cut, flags, run, lists))
            run = []
        run.append(index)
    shouted.update(_if_shouted(cut, flags, run, lists))
    return frozenset(shouted)


def _after_initial(cut: Tokens, flags: list[int], index: int) -> bool:
    """Tell whether a word comes after 'F.' or 'A. DE': a name, and no word that is only written large."""
    if flags[index] & (of.WORD | of.INSIDE | of.NEVER_ALONE) and not flags[index] & of.FAMILY:
        return False
    before = index - 1
    while before > 1 and flags[before] & of.INSIDE:
        before -= 1
    return before > 0 and cut.words[before] == "." and cut.shapes[before - 1] == LETTER


def _if_shouted(cut: Tokens, flags: list[int], run: list[int], lists: Lists) -> list[int]:
    if len(run) < 2:
        return []
    ordinary = any(
        not flags[index] & (of.BRAND | of.INSIDE | of.NAME)
        and not flags[index - 1] & of.INSIDE
        and lists.is_listed_word(cut.small[index])
        for index in run
    )
    return run if ordinary else []
