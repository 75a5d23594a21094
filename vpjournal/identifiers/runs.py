"""Which words stand together as one name: 'Willem van der Zanden', 'J. de B.', 'Anne-Marie', 'Raad van State'."""

from vpjournal.identifiers import lists as of
from vpjournal.identifiers.reading import Reading
from vpjournal.identifiers.tokens import CAPITAL, CAPITALS, LETTER, SIGN

_MOST_INSIDE = 5
_LONGEST = 14
"""Tokens after which a name ends in any case: a whole line of capitals is no name."""
_ARTICLES = frozenset({"de", "den", "der", "het", "'t", "la", "las", "los", "dem"})
_IN_ORGANISATIONS = frozenset({"van", "der", "voor", "of", "for"})


def nameable(reading: Reading, index: int) -> bool:
    """Tell whether a word with a capital in the middle of a sentence may be a name, or part of one."""
    if reading.initial(index):
        return not shortens(reading, index)
    if not reading.capital(index) or reading.shapes[index] == LETTER:
        return False
    flag = reading.flags[index]
    if flag & of.SEEN:
        return True
    if flag & (of.NEVER | of.BRAND | of.DAY):
        return False
    if flag & (of.NEVER_ALONE | of.DETERMINER | of.INSIDE) and not flag & of.NAME:
        return name_follows(reading, index)
    # 'NIET', 'ALTIJD': capitals for stress.
    stressed = reading.shapes[index] == CAPITALS and not flag & of.NAME
    return not (stressed and reading.lists.is_listed_word(reading.smalls[index]))


def shortens(reading: Reading, index: int) -> bool:
    """Tell whether letters with full stops are an abbreviation that everybody knows: 'i.v.m.', 'N.B.'."""
    letters = ""
    while len(reading.smalls[index]) == 1 and reading.word(index) and reading.words[index + 1] == ".":
        letters += reading.smalls[index]
        if not reading.glued(index + 2):
            break
        index += 2
    return letters in reading.lists.shortened


def name_follows(reading: Reading, index: int) -> bool:
    """Tell whether the next word is a name, perhaps after some words that stand inside names."""
    following = index + 1
    for _ in range(_MOST_INSIDE):
        if not reading.follows(following):
            return False
        if not reading.is_(following, of.INSIDE) or reading.is_(following, of.NAME):
            return nameable(reading, following)
        following += 1
    return False


def past_inside(reading: Reading, index: int) -> int:
    """Return the token after the small words that stand inside a name: 'van der', 'v.d.', 'el'."""
    place = index
    while place - index < _MOST_INSIDE and reading.written_small(place) and reading.follows(place):
        if _shortened(reading, index, place):
            place += 2
        elif reading.is_(place, of.INSIDE):
            place += 1
        else:
            break
    return place


def _shortened(reading: Reading, first: int, place: int) -> bool:
    """Tell whether a token is the 'v.' or the 'd.' of 'v.d. Berg'."""
    if reading.words[place + 1] not in {".", "/"} or not reading.glued(place + 1):
        return False
    return reading.smalls[place] in {"v", "vd"} or (
        reading.smalls[place] == "d" and place > first and reading.smalls[place - 1] in {".", "/"}
    )


def last_of(reading: Reading, first: int) -> int:
    """Return the last token of the name that begins at a token."""
    last = first
    while last - first < _LONGEST and (following := _joined(reading, first, last)) is not None:
        last = following
    return last


def _joined(reading: Reading, first: int, last: int) -> int | None:
    """Return the token up to which a name goes on, if it does."""
    following = last + 1
    if reading.initial(last):
        return following
    if not reading.follows(following):
        return None
    if reading.capital(following):
        return following if _goes_on(reading, first, last, following) else None
    if reading.shapes[following] == SIGN:
        return _past_sign(reading, following)
    return _past_and(reading, first, following) or _past_inside(reading, first, last, following)


def _past_sign(reading: Reading, sign: int) -> int | None:
    """Join 'Anne-Marie' and 'Bakker & Zoon'; a dash between blanks joins nothing."""
    if reading.words[sign] not in {"-", "&"}:
        return None
    glued = reading.glued(sign) and reading.glued(sign + 1)
    if reading.words[sign] == "-" and not glued:
        return None
    return sign + 1 if reading.capital(sign + 1) and reading.shapes[sign + 1] != LETTER else None


def _past_and(reading: Reading, first: int, following: int) -> int | None:
    """Join 'Bezwaar en Beroep': ordinary words with capitals on either side, no 'Roos en Mark'."""
    other = following + 1
    if reading.smalls[following] not in {"en", "and"} or not nameable(reading, other) or reading.capital(other + 1):
        return None
    known = of.NAME | of.PLACE | of.NATION | of.SEEN
    return other if all(not reading.is_(index, known) and reading.is_word(index) for index in (first, other)) else None


def _goes_on(reading: Reading, first: int, last: int, following: int) -> bool:
    flag, shape = reading.flags[following], reading.shapes[following]
    if last == first and reading.is_(first, of.NATION) and flag & of.FIRST:
        return False  # 'de Amerikaanse Jennifer'
    if reading.initial(following) and reading.words[last] == ".":
        return True
    if shape == LETTER and not reading.initial(following):
        return bool(flag & of.ROMAN or reading.is_(last, of.FIRST))
    if flag & of.ROMAN and shape == CAPITALS:
        return True
    if reading.words[last] == "." and flag & (of.NEVER_ALONE | of.WORD | of.NEVER):
        # After 'J.' comes a name; after 'J. de V.' a new sentence may begin.
        inside = any(reading.written_small(index) for index in range(first, last))
        return not inside and not flag & of.NEVER_ALONE and nameable(reading, following)
    return nameable(reading, following)


def _past_inside(reading: Reading, first: int, last: int, following: int) -> int | None:
    """Join over small words: 'Jan van der Berg', 'Raad voor de Rechtspraak', not 'Jan in Gent'."""
    name = past_inside(reading, following)
    if name == following or not reading.follows(name) or not _named(reading, name):
        return None
    if all(reading.is_(index, of.INSIDE) for index in range(first, last + 1)):
        return name  # 'Van den Eynde'
    words = [word for word in reading.smalls[following:name] if word != "."]
    if reading.is_(first, of.ORGANISATION):
        return name if words[0] in _IN_ORGANISATIONS else None
    return name if _joins_person(reading, last, words, name) else None


def _named(reading: Reading, index: int) -> bool:
    """Tell whether a word is a name after 'van der': 'Meer' and 'Veen' are."""
    return nameable(reading, index) or (
        reading.shapes[index] == CAPITAL and not reading.is_(index, of.NEVER | of.BRAND)
    )


def _joins_person(reading: Reading, last: int, words: list[str], name: int) -> bool:
    before, after = reading.flags[last], reading.flags[name]
    first_name = bool(before & of.FIRST) or reading.words[last] == "."
    if words[0] in reading.lists.prepositions_inside:
        # 'in 't Veld', 'op den Kamp'; not 'Fatima in de Kuip'.
        return first_name and words[-1] in _ARTICLES and bool(after & of.FAMILY) and not after & of.PLACE
    if first_name:
        return words[0] in {"van", "von"} or not after & (of.PLACE | of.NATION) or bool(after & of.NAME)
    return bool(after & of.FAMILY) and not after & of.PLACE and not before & (of.PLACE | of.FAMILY | of.NATION)
