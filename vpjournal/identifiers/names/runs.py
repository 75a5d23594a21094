"""Which words stand together as one name: 'Willem van der Zanden', 'J. de B.', 'Anne-Marie', 'Raad van State'."""

from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.tokens import CAPITAL, CAPITALS, LETTER, SIGN, SMALL

_MOST_INSIDE = 5
_LONGEST = 14
"""Tokens after which a name ends in any case: a whole line of capitals is no name."""
_ARTICLES = frozenset({"de", "den", "der", "het", "'t", "la", "las", "los", "dem"})
_AFTER_INSIDE = frozenset({"der", "den", "ter", "ten", "'t", "vd", "v", "el", "al", "ben", "von", "da", "dos", "di"})
_IN_ORGANISATIONS = frozenset({"van", "der", "voor", "of", "for"})


def nameable(reading: Reading, index: int) -> bool:
    """Tell whether a word with a capital in the middle of a sentence may be a name, or part of one."""
    if reading.initial(index):
        return not shortens(reading, index)
    if not reading.capital(index):
        return False
    flag, shape = reading.flags[index], reading.shapes[index]
    if shape == LETTER or flag & of.SEEN or (shape == CAPITAL and reading.smalls[index - 1] in _AFTER_INSIDE):
        return shape != LETTER or reading.is_(index - 1, of.TITLE)
    if flag & (of.NEVER | of.BRAND | of.DAY):
        return reading.is_(reading.before(index), of.TITLE)  # 'mevrouw Kerst'
    if flag & (of.NEVER_ALONE | of.DETERMINER | of.INSIDE) and not flag & of.NAME:
        return name_follows(reading, index)
    return shape != CAPITALS or not _stressed(reading, index)


def _stressed(reading: Reading, index: int) -> bool:
    """Tell whether this is a word in capitals for stress: 'NIET', 'ALTIJD'."""
    return not reading.is_(index, of.NAME) and reading.lists.is_listed_word(reading.smalls[index])


def shortens(reading: Reading, index: int) -> bool:
    """Tell whether letters with full stops are an abbreviation that everybody knows: 'i.v.m.', 'N.B.'."""
    letters = ""
    while len(reading.smalls[index]) == 1 and reading.word(index) and reading.words[index + 1] == ".":
        letters += reading.smalls[index]
        if not reading.glued(index + 2):
            break
        index += 2
    if letters and len(reading.smalls[index]) == 1 and reading.word(index) and reading.smalls[index] != letters[-1]:
        letters += reading.smalls[index]  # 'i.v.m' without its last full stop
    return letters in reading.lists.shortened


def name_follows(reading: Reading, index: int) -> bool:
    """Tell whether the next word is a name, perhaps after some words that stand inside names."""
    following = index + 1
    for _ in range(_MOST_INSIDE):
        if not reading.follows(following):
            return False
        inside = reading.is_(following, of.INSIDE) and not reading.is_(following, of.NAME)
        if not inside and not (reading.words[following] == "-" and reading.glued(following)):
            return nameable(reading, following)
        following += 1
    return False


def past_inside(reading: Reading, index: int) -> int:
    """Return the token after the small words that stand inside a name: 'van der', 'v.d.', 'el'."""
    place = index
    while place - index < _MOST_INSIDE and reading.written_small(place) and (place == index or reading.follows(place)):
        if _shortened(reading, index, place):
            place += 2
        elif reading.is_(place, of.INSIDE):
            # 'al-Mutairi'
            place += 2 if reading.words[place + 1] == "-" and reading.glued(place + 2) else 1
        else:
            break
    return place


def before_family_name(reading: Reading, index: int) -> int:
    """Return where the small words before a family name begin: 'van der Meer', 'mevrouw de Wit', 'met van Dijk'."""
    first = index
    while index - first < _MOST_INSIDE and reading.follows(first) and _inside(reading, first - 1):
        first -= 1
    if first == index:
        return index
    words = reading.smalls[first:index]
    before = reading.flags[reading.before(first)]
    if before & of.TITLE or not _AFTER_INSIDE.isdisjoint(words):
        return first
    flag = reading.flags[index]
    if words[-1] == "de" and flag & of.WORD and not flag & (of.ADJECTIVE | of.WITH_ARTICLE):
        return index  # 'over de Muur'
    family = flag & of.FAMILY and not flag & (of.FIRST | of.PLACE | of.NATION | of.ORGANISATION)
    stands = reading.begins_sentence(first) or before & (of.BEFORE_PERSON | of.VERB)
    return first if family and stands and words[0] in {"van", "de", "v", "vd"} else index


def _inside(reading: Reading, index: int) -> bool:
    """Tell whether a token is a small word of a name, or the full stop of 'v.'."""
    if reading.words[index] in {".", "/"}:
        return reading.smalls[index - 1] in {"v", "vd", "d"} and reading.glued(index)
    small = reading.smalls[index]
    if small in {"v", "vd", "d"}:
        return True
    return (
        reading.shapes[index] == SMALL
        and reading.is_(index, of.INSIDE)
        and small not in reading.lists.prepositions_inside
    )


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
        return _past_sign(reading, first, following)
    return _past_and(reading, first, following) or _past_inside(reading, first, last, following)


def _past_sign(reading: Reading, first: int, sign: int) -> int | None:
    """Join 'Anne-Marie', 'Smit-van Eck', 'Kim Ji-woo' and 'Bakker & Zoon'; a dash between blanks joins nothing."""
    name = sign + 1
    if reading.words[sign] == "&":
        return name if reading.capital(name) and reading.shapes[name] != LETTER else None
    if reading.words[sign] != "-" or not reading.glued(sign) or not reading.glued(name):
        return None
    if reading.capital(name):
        return name if reading.shapes[name] != LETTER else None
    if reading.is_(name, of.INSIDE):
        inside = past_inside(reading, name)
        return inside if reading.follows(inside) and _named(reading, inside) else None
    in_name = first < sign - 1 or reading.is_(first, of.FIRST)
    return name if in_name and reading.shapes[name] == SMALL and not reading.is_dutch_word(name) else None


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
    first_name = bool(before & of.FIRST) or reading.words[last] == "." or reading.is_(reading.before(last), of.TITLE)
    if words[0] in reading.lists.prepositions_inside:
        # 'in 't Veld', 'op den Kamp'; not 'Fatima in de Kuip'.
        return first_name and words[-1] in _ARTICLES and bool(after & of.FAMILY) and not after & of.PLACE
    if first_name:
        return words[0] in {"van", "von"} or not after & (of.PLACE | of.NATION) or bool(after & of.NAME)
    return bool(after & of.FAMILY) and not after & of.PLACE and not before & (of.PLACE | of.FAMILY | of.NATION)
