"""Whether a word at the beginning of a sentence is a name, where its capital says nothing.

'Roos zei' and 'Wil belde' are names, 'Wil je' and 'Hoop doet leven' are words, 'Gebriel' is no word at all.
"""

from collections.abc import Callable

from vpjournal.identifiers import lists as of
from vpjournal.identifiers.lists import phrase_at
from vpjournal.identifiers.reading import Reading
from vpjournal.identifiers.runs import name_follows, nameable, shortens
from vpjournal.identifiers.tokens import LETTER, OTHER_SCRIPT, SIGN

_ARTICLES = frozenset({"de", "het", "'t", "le", "la"})


def starts_name(reading: Reading, index: int) -> bool:
    """Tell whether a name begins with the first word of a sentence."""
    if reading.initial(index):
        return _initial_starts(reading, index)
    flag, shape = reading.flags[index], reading.shapes[index]
    if not reading.capital(index) or shape == LETTER or flag & (of.NEVER | of.BRAND | of.DAY | of.TITLE):
        return False
    if shape == OTHER_SCRIPT:
        return True
    for applies, rule in _RULES:
        if applies(reading, index):
            return rule(reading, index)
    return _unknown_starts(reading, index)


def _initial_starts(reading: Reading, index: int) -> bool:
    """'J. de Vries zei', 'F. belde'; 'A. Wat er speelt' is a list."""
    after = index + 2
    if shortens(reading, index):
        return False
    if reading.initial(after) or not reading.follows(after):
        return True
    if reading.written_small(after) or reading.shapes[after] == SIGN:
        return True
    return nameable(reading, after) and (reading.is_(after, of.NAME) or not reading.is_word(after))


def _small_word(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.NEVER_ALONE | of.DETERMINER | of.INSIDE) and not reading.is_(index, of.NAME)


def _small_word_starts(reading: Reading, index: int) -> bool:
    """'De Boer zei', 'Van Rossem kwam'; not 'De Belgen', 'Van Gent naar Luik', 'Van Fatima hoorde ik'."""
    if not reading.is_(index, of.INSIDE) or not name_follows(reading, index):
        return False
    if _of_a_place(reading, index):
        return False
    name = index + 1
    while _small_word(reading, name):
        name += 1
    flag = reading.flags[name]
    if flag & (of.NATION | of.ORGANISATION) or (flag & of.PLACE and not flag & of.FAMILY):
        return False
    family = bool(flag & of.FAMILY)
    if reading.smalls[index] in reading.lists.prepositions_inside:
        return family and not flag & of.WORD
    if reading.smalls[index] in _ARTICLES:
        return family or name > index + 1
    return name > index + 1 or not flag & of.FIRST or (family and reading.is_(name + 1, of.VERB))


def _of_a_place(reading: Reading, index: int) -> bool:
    """Tell whether a small word says where something is: 'In Gent', 'Van Den Haag naar Luik'."""
    following = index + 1
    if reading.smalls[index] in reading.lists.prepositions_inside and reading.smalls[following] not in _ARTICLES:
        return True
    return phrase_at(reading.smalls, following, reading.lists.places) is not None


def _role(reading: Reading, index: int) -> bool:
    """Tell whether this is a word for a person: 'Collega', and 'Kok' too unless a verb or nothing comes after it."""
    if not reading.is_(index, of.BEFORE_NAME) or reading.is_(index, of.FIRST):
        return False
    return not reading.is_(index, of.FAMILY) or nameable(reading, index + 1)


def _seen(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.SEEN)


def _seen_starts(reading: Reading, index: int) -> bool:
    """Take a name of this text for one; 'Wil' stays a word where 'je' or 'het' comes after it."""
    return not _asks(reading, index)


def _asks(reading: Reading, index: int) -> bool:
    """Tell whether this is the verb of 'Wil je', 'Ben ik', 'May the'."""
    following = reading.flags[index + 1]
    return (
        reading.is_(index, of.VERB) and bool(following & (of.DETERMINER | of.NEVER_ALONE)) and not following & of.VERB
    )


def _nation(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.NATION)


def _name(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.NAME)


def _name_starts(reading: Reading, index: int) -> bool:
    """Take a listed name for one, unless it is a word as well and nothing shows that it is a name here."""
    flag = reading.flags[index]
    return not flag & (of.WORD | of.ALSO_WORD) or shown_as_name(reading, index)


def shown_as_name(reading: Reading, index: int) -> bool:
    """Tell whether a name that is a word as well is the name where it begins a sentence."""
    following = index + 1
    if _asks(reading, index):
        return False
    if possessive(reading, following) or does_something(reading, index):
        return True
    alone = reading.shapes[following] == SIGN or not reading.follows(following)
    if _beside_a_name(reading, following) or (alone and not reading.is_(index, of.HARDLY)):
        return True
    if not reading.is_(index, of.FIRST):
        return False
    if reading.follows(following) and (nameable(reading, following) or _inside_then_name(reading, following)):
        return True
    # Things and kinds are seldom spoken of without an article: 'Merel zelf', 'Roos, zijn zus', 'Ank.'.
    return not reading.is_(index, of.HARDLY | of.VERB)


def _inside_then_name(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.INSIDE) and name_follows(reading, index)


def possessive(reading: Reading, index: int) -> bool:
    """Tell whether a token is the 's or the bare apostrophe of a possessive."""
    return reading.glued(index) and reading.smalls[index] in {"'s", "'"}


def does_something(reading: Reading, index: int) -> bool:
    """Tell whether what stands after a word is a verb that makes a person of it."""
    following = reading.flags[index + 1]
    if not following & of.VERB or not reading.follows(index + 1):
        return reading.smalls[index + 1] in {"sr", "jr"}
    # 'Hoop is er', 'Rust kan helpen': of a thing too. After a verb ('Wil heeft') a second one shows that it is a name.
    return not following & of.WEAK_VERB or not reading.is_(index, of.HARDLY) or reading.is_(index, of.VERB)


def _beside_a_name(reading: Reading, index: int) -> bool:
    """Tell whether 'en' and a listed name come next."""
    if reading.smalls[index] not in {"en", "and", "&", "+"}:
        return False
    other = index + 1
    return nameable(reading, other) and (reading.is_(other, of.NAME) or not reading.is_word(other))


def _genitive(reading: Reading, index: int) -> bool:
    """Tell whether this is the 'Dirks' or 'Wolfs' of 'Dirks antwoord': a name with an s, and no Dutch word."""
    small = reading.smalls[index]
    owner = reading.lists.of(small[:-1])
    if small[-1:] != "s" or not owner & of.NAME or reading.flags[index] & of.WORD or small in reading.lists.dutch:
        return False
    return bool(owner & of.FIRST) or small not in reading.lists.english


def _place(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.PLACE)


def _place_starts(reading: Reading, index: int) -> bool:
    """Take 'Almelo' for a place; 'Leiden' where it stands by itself or does something."""
    if reading.shapes[index + 1] == SIGN or not reading.follows(index + 1) or reading.is_(index + 1, of.VERB):
        return not reading.is_(index, of.NEVER_ALONE)
    return not reading.is_(index, of.ALSO_PLACE | of.WORD) and not reading.lists.is_listed_word(reading.smalls[index])


def _unknown_starts(reading: Reading, index: int) -> bool:
    """Take what is no word for a name: 'Gebriel belde'; and 'Raad' of 'Raad van State'."""
    if reading.is_(index, of.WORD):
        return reading.is_(index, of.ORGANISATION) and _inside_then_name(reading, index + 1)
    return not reading.is_word(index)


_Rule = Callable[[Reading, int], bool]
_RULES: tuple[tuple[_Rule, _Rule], ...] = (
    (_seen, _seen_starts),
    (_small_word, _small_word_starts),
    (_role, lambda _reading, _index: False),
    (_nation, lambda _reading, _index: True),
    (_genitive, lambda _reading, _index: True),
    (_name, _name_starts),
    (_place, _place_starts),
)
