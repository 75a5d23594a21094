"""Whether a word at the beginning of a sentence is a name, where its capital says nothing.

'Roos zei' and 'Wil belde' are names, 'Wil je' and 'Hoop doet leven' are words, 'Gebriel' is no word at all.
"""

from collections.abc import Callable

from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.lists import phrase_at
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.runs import name_follows, nameable, shortens
from vpjournal.identifiers.names.tokens import LETTER, OTHER_SCRIPT, SIGN
from vpjournal.identifiers.names.verbs import is_verb_form

_NO_VERB = of.NEVER_ALONE | of.DETERMINER | of.BEFORE_PERSON | of.BEFORE_PLACE | of.NAME | of.PLACE
_PRONOUNS = frozenset({"hij", "zij", "ze", "ik", "je", "jij", "u", "we", "wij", "men", "he", "she", "they", "i", "you"})
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
    alone = reading.shapes[following] == SIGN or not reading.follows(following) or participle(reading, following)
    plain = not reading.is_(index, of.HARDLY | of.VERB) or filled_in(reading, index)
    if _beside_a_name(reading, following) or (alone and plain):
        return True
    if not reading.is_(index, of.FIRST):
        return False
    if reading.follows(following) and (nameable(reading, following) or _inside_then_name(reading, following)):
        return True
    # Things and kinds are seldom spoken of without an article: 'Merel zelf', 'Roos, zijn zus', 'Ank.'.
    return not reading.is_(index, of.HARDLY | of.VERB)


def filled_in(reading: Reading, index: int) -> bool:
    """Tell whether this is what was filled in for someone: 'melder: Klein', 'lg = snel'."""
    if reading.smalls[index - 1] not in {":", "="}:
        return False
    return reading.smalls[index - 2] in reading.lists.someone


def participle(reading: Reading, index: int) -> bool:
    """Tell whether this is the 'gebeld' of 'Bakker gebeld'."""
    small = reading.smalls[index]
    return "ge" in small[:6] and small[-1:] in {"d", "t", "n"} and len(small) > 4 and not reading.is_(index, of.NAME)


def _inside_then_name(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.INSIDE) and name_follows(reading, index)


def possessive(reading: Reading, index: int) -> bool:
    """Tell whether a token is the 's or the bare apostrophe of a possessive."""
    if not reading.glued(index) or reading.smalls[index] not in {"'s", "'"}:
        return False
    # A bare one ends what was said when another one began it.
    return reading.smalls[index] == "'s" or reading.words[:index].count("'") % 2 == 0


def does_something(reading: Reading, index: int) -> bool:
    """Tell whether what stands after a word is a verb that makes a person of it."""
    following = index + 1
    if not reading.follows(following):
        return False
    if not reading.is_(following, of.VERB):
        small = reading.smalls[following]
        if reading.is_(index, of.VERB) or reading.is_(following, _NO_VERB):
            return False
        return small in {"sr", "jr"} or is_verb_form(small, reading.lists)
    if reading.is_(index, of.VERB) or not reading.is_(index, of.HARDLY):
        return True  # 'Roos wil', and after a verb ('Wil heeft') a second one shows that it is a name.
    weak = reading.is_(following, of.WEAK_VERB)
    if reading.smalls[index + 2] in (reading.lists.subjects if weak else _PRONOUNS):
        return False  # 'Snel belde hij', 'Klein was het'
    # 'Rust is nodig': what is no person does that too; but 'klein' or 'wit' cannot be who does it.
    return reading.is_(index, of.ADJECTIVE) or not weak


def _beside_a_name(reading: Reading, index: int) -> bool:
    """Tell whether 'en' and a listed name come next."""
    if reading.smalls[index] not in {"en", "and", "&", "+"}:
        return False
    other = index + 1
    if reading.smalls[other] in {"ik", "hij", "zij", "i"}:
        return not reading.is_(index - 1, of.HARDLY)
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
