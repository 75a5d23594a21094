"""Names that are written small, or in a line of capitals: there only lists and grammar can tell.

A name that is no word is seen at once ('fatima'); one that is a word as well needs something beside it that makes it a
name ('roos zei', 'met roos gesproken', 'meneer bakker', 'jan bakker'; not 'een roos').
"""

from collections.abc import Callable

from vpjournal.identifiers.names import evidence as says
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.evidence import Verdict
from vpjournal.identifiers.names.homonyms import ends_like_name, with_article, word_as_name
from vpjournal.identifiers.names.initials import letter, small_initials
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.runs import past_inside, shortens
from vpjournal.identifiers.names.slips import is_slip, is_slip_of_name
from vpjournal.identifiers.names.starts import does_something, possessive
from vpjournal.identifiers.names.tokens import NUMBER, SIGN

CALLS_FOR_A_LOOK = of.NAME | of.PLACE | of.TITLE | of.BEFORE_NAME | of.SEEN
"""A small word with none of these is passed over at once,"""
WHERE_ALL_IS_SMALL = of.BEFORE_ORGANISATION | of.INSIDE
"""or of these, where names are written small as well."""

_SHORTEST = 3
_MOST_STRANGE = 24
_FOREIGN_INSIDE = frozenset({"el", "bin", "ait", "ould", "abu", "oulad"})
_ONLY_BEFORE_NAMES = frozenset({"van", "der", "den", "ter", "ten", "'t"})
"""After a title or a first name."""
_ENDS_OF_ADJECTIVES = frozenset("en")
_SHORT_INSIDE = frozenset({"v", "vd", "d"})
"""What stands inside names in short, with a full stop: 'v.d. wal'."""
_CALLED = frozenset({"heet", "heette", "genaamd", "named", "called"})
_LIVING = frozenset({"woont", "woonde", "wonen", "geboren", "komt", "kwam", "afkomstig", "lives", "lived", "born"})
_NO_NAME = of.NEVER_ALONE | of.DETERMINER | of.BEFORE_PERSON | of.BEFORE_PLACE | of.BEFORE_NAME | of.NEVER | of.DAY

_Found = tuple[int, int, Verdict] | None


def small_name(reading: Reading, index: int) -> _Found:
    """Return the first and last token of a name in small letters that begins here or right after here, if any."""
    flag, small = reading.flags[index], reading.smalls[index]
    if len(small) == 1 and (found := _initials(reading, index)) is not None:
        return found
    if reading.smalls[index + 1] == "&" and (found := _both(reading, index)) is not None:
        return found
    if small in _SHORT_INSIDE:
        flag |= of.INSIDE
    for called_by, rule in _RULES:
        if flag & called_by and (found := rule(reading, index)) is not None:
            return found
    if flag & ~of.SEEN:
        return None
    return _unknown(reading, index) or _strange(reading, index)


def _is_name(reading: Reading, index: int) -> bool:
    """Tell whether a small word may be a name at all."""
    if not reading.written_small(index):
        return False
    if reading.smalls[index + 1] == "-" and reading.is_(index + 2, of.NAME) and reading.glued(index + 2):
        return True  # 'mei-ling'
    flag = reading.flags[index]
    if flag & of.DAY and flag & of.NAME:
        return does_something(reading, index) and not reading.is_(index + 1, of.WEAK_VERB)  # 'mei belde'
    return bool(flag & of.SEEN) or not flag & _NO_NAME or (flag & _NO_NAME == of.BEFORE_NAME and bool(flag & of.FAMILY))


def _no_word(reading: Reading, index: int) -> bool:
    """Tell whether no list has this as a word, a name or a place."""
    if (
        reading.is_(index, of.WORD | of.NAME | of.PLACE | of.NATION | of.BRAND)
        or len(reading.smalls[index]) < _SHORTEST
    ):
        return False
    return not reading.is_word(index)


def _after_a_title(reading: Reading, index: int) -> _Found:
    """Find 'meneer de vries', 'mw. yilmaz', 'mevr k.'."""
    if not reading.is_(index, of.TITLE):
        return None
    first = index + 2 if reading.words[index + 1] == "." else index + 1
    name = past_inside(reading, first)
    if reading.capital(name) or reading.initial(name):
        return None
    if len(reading.smalls[name]) == 1 and reading.word(name):
        return first, (_initials(reading, name) or (name, name))[1], says.TITLED
    if not reading.follows(name) or not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    listed = reading.is_(name, of.NAME | of.SEEN) or reading.smalls[name - 1] in _ONLY_BEFORE_NAMES
    return (first, _last(reading, name), says.TITLED) if listed or _no_word(reading, name) else None


def _after_a_role(reading: Reading, index: int) -> _Found:
    """Find 'collega fatima', 'manager bakker'; an unknown word only where all is written small."""
    name = index + 1
    if not reading.is_(index, of.BEFORE_NAME) or not reading.follows(name):
        return None
    if reading.smalls[index] in _CALLED and reading.is_(name, of.FIRST) and reading.written_small(name):
        return name, _last(reading, name), says.ROLE
    if not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    flag, small = reading.flags[name], reading.uncapitalised(name)
    acts = flag & of.NAME and does_something(reading, name) and not reading.is_(name + 1, of.WEAK_VERB)
    hardly = bool(flag & of.HARDLY) and not acts
    if not hardly and (flag & of.FIRST or acts or (small and flag & of.FAMILY)):
        return name, _last(reading, name), says.ROLE
    return (name, name, says.UNKNOWN) if small and _no_word(reading, name) else None


def _named(reading: Reading, index: int) -> _Found:
    """Find a listed name that is no word, or stands as a name does."""
    flag = reading.flags[index]
    if not flag & (of.NAME | of.SEEN) or not _is_name(reading, index):
        return None
    if _has_its_own_article(reading, index):
        return index - 1, index, says.FAMILY_NAME
    if reading.smalls[index + 1] == "-" and flag & of.FIRST and reading.flags[index + 2] & of.FIRST:
        said: Verdict | None = says.FIRST_NAME  # 'mei-ling'
    elif flag & (of.WORD | of.ALSO_WORD | of.VERB) or reading.lists.is_listed_word(reading.smalls[index]):
        said = word_as_name(reading, index)
    else:
        said = _of_no_word(reading, index)
    return None if said is None else (index, _last(reading, index), said)


def _has_its_own_article(reading: Reading, index: int) -> bool:
    """Tell whether a family name that is no word comes after what is part of it: 'el amrani'."""
    if reading.smalls[index - 1] not in _FOREIGN_INSIDE or not reading.follows(index):
        return False
    return reading.flags[index] & (of.FAMILY | of.ALSO_WORD | of.WORD | of.PLACE) == of.FAMILY


def _of_no_word(reading: Reading, index: int) -> Verdict | None:
    flag = reading.flags[index]
    if flag & of.SEEN:
        return says.SEEN
    if len(reading.smalls[index]) < _SHORTEST:
        alone = reading.begins_sentence(index) and ends_like_name(reading, index + 1)
        if not flag & of.FIRST or not (alone or _stands_as_name(reading, index)):
            return None
    stands, careless = _stands_as_name(reading, index), reading.uncapitalised(index)
    if flag & of.FIRST and (stands or careless or reading.shapes[index - 1] == SIGN):
        return says.FIRST_NAME
    if flag & of.PLACE:
        return None
    return says.FAMILY_NAME if stands else says.MAYBE_NAME if careless else None


def _stands_as_name(reading: Reading, index: int) -> bool:
    before = reading.flags[reading.before(index)]
    if before & of.DETERMINER:
        return False
    shown = before & (of.BEFORE_PERSON | of.BEFORE_NAME | of.VERB) or reading.is_(index + 1, of.VERB)
    return bool(shown) or possessive(reading, index + 1)


def _last(reading: Reading, first: int) -> int:
    """Return the last token of a name in small letters: 'jan de vries', 'fatima el amrani', 'anne-marie'."""
    last = first
    while (following := _joined(reading, last)) is not None:
        last = following
    return last


def _joined(reading: Reading, last: int) -> int | None:
    following = last + 1
    if reading.smalls[following] == "-" and reading.glued(following) and reading.glued(following + 1):
        return following + 1 if reading.is_(following + 1, of.NAME) or _no_word(reading, following + 1) else None
    name = past_inside(reading, following)
    if not reading.follows(name) or not reading.is_(last, of.FIRST | of.SEEN):
        return None
    if letter(reading, name):
        return None if shortens(reading, name) else name + 1  # 'ad h.'
    if not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    joins = _joins_over(reading, name) if name > following else _joins_beside(reading, name)
    return name if joins else None


def _joins_over(reading: Reading, name: int) -> bool:
    """Tell whether a family name comes after 'van der' (nothing else does) or 'van de' (there may be a thing)."""
    flag = reading.flags[name]
    if reading.smalls[name - 1] in _ONLY_BEFORE_NAMES - {"van"} or flag & of.FAMILY:
        return True
    return not flag & of.PLACE and _no_word(reading, name)


def _joins_beside(reading: Reading, name: int) -> bool:
    """Tell whether a family name comes right after a first name: 'jan bakker', 'bas klein.'."""
    flag, following = reading.flags[name], name + 1
    ends = reading.shapes[following] == SIGN or reading.smalls[following] in {"en", "and"}
    if not flag & of.NAME or flag & of.PLACE or (flag & of.HARDLY and not ends):
        return False
    return not flag & of.WORD or ends_like_name(reading, following)


def _after_inside(reading: Reading, index: int) -> _Found:
    """Find 'van den eijnden', 'v.d. wal', 'de wit heet': a family name by itself, where all is written small."""
    name = past_inside(reading, index)
    if name == index or not reading.uncapitalised(index) or not reading.follows(name) or reading.glued(index):
        return None
    words = [word for word in reading.smalls[index:name] if word not in {".", "/"}]
    if words[0] == "te" or words[-1] == "het" or (words[0] in reading.lists.prepositions_inside and words[-1] != "'t"):
        return None
    if letter(reading, name):
        return None if shortens(reading, name) else (index, name + 1, says.INITIALS)  # 'van d.'
    if not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    if name - index > 1 or words[0] in {"ter", "ten", "vd"}:
        said = _family_name(reading, index, name, words[-1])
    else:
        said = with_article(reading, index)
    return None if said is None else (index, name, said)


def _family_name(reading: Reading, index: int, name: int, inside: str) -> Verdict | None:
    """Say whether what comes after 'van den' or 'ter' is a family name."""
    flag = reading.flags[name]
    begins = reading.begins_sentence(index) or reading.is_(index - 1, of.BEFORE_PERSON | of.VERB)
    acts = reading.is_(name + 1, of.VERB)
    listed = flag & of.FAMILY and (not flag & of.WORD or acts)
    if listed or ((begins or acts) and not flag & of.PLACE and _no_word(reading, name)):
        return says.FAMILY_NAME
    only_names = inside in {"der", "den", "d"} and (begins or acts)
    return says.MAYBE_NAME if only_names or (begins and acts and inside == "'t") else None


def _unknown(reading: Reading, index: int) -> _Found:
    """Find 'met gebriel gesproken', 'volgens ravinder', 'vreklam belde': no word, where a person is spoken of."""
    small = reading.smalls[index]
    if reading.flags[index] & ~of.SEEN or len(small) <= _SHORTEST or not _is_name(reading, index):
        return None
    ends = ends_like_name(reading, index + 1)
    stands = (
        (reading.begins_sentence(index) and does_something(reading, index))
        or (reading.is_(index - 1, of.BEFORE_PERSON) and (ends or small[-1] not in _ENDS_OF_ADJECTIVES))
        or (reading.is_(index - 1, of.VERB) and reading.shapes[index + 1] == SIGN and small[-1] != "n")
    )
    if not stands:
        return None
    if not _no_word(reading, index) or (is_slip(small, reading.lists) and not is_slip_of_name(small, reading.lists)):
        return None
    return index, _last(reading, index), says.UNKNOWN


def _initials(reading: Reading, index: int) -> _Found:
    """Find 'j.h.', 'r. van d.' and 'a. de vries'."""
    last = small_initials(reading, index)
    stop = last if last is not None else index + 1
    if letter(reading, index) and not shortens(reading, index) and not reading.smalls[index - 1].isdigit():
        name = past_inside(reading, stop + 1)
        if reading.follows(name) and _is_name(reading, name) and not reading.is_(name, of.VERB):
            known = reading.is_(name, of.NAME) or _no_word(reading, name)
            if known and (name > stop + 1 or not reading.is_(name, of.HARDLY)):
                return index, _last(reading, name), says.INITIALS
    return None if last is None else (index, last, says.INITIALS)


def _placed(reading: Reading, index: int) -> _Found:
    """Find 'in almelo', 'uit marokko', and 'geboren in hoorn'."""
    if not reading.is_(index, of.PLACE) or len(reading.smalls[index]) < _SHORTEST:
        return None
    there = reading.is_(index - 1, of.BEFORE_PLACE)
    if reading.shapes[index - 1] == NUMBER == reading.shapes[index - 2]:
        return index, index, says.PLACE  # '2311 CK LEIDEN'
    if not there and not reading.uncapitalised(index):
        return None
    word = reading.is_(index, of.WORD) or reading.lists.is_listed_word(reading.smalls[index])
    if word and not (there and _lives(reading, index)):
        return None
    return index, index, says.PLACE


def _lives(reading: Reading, index: int) -> bool:
    """Tell whether a little before it is said that someone lives or was born there."""
    return not _LIVING.isdisjoint(reading.smalls[max(0, index - 6) : index])


def _both(reading: Reading, index: int) -> _Found:
    """Find 'smit & koster'."""
    other = index + 2
    if reading.smalls[index + 1] != "&" or not reading.written_small(other):
        return None
    if not reading.is_(index, of.NAME) or not reading.is_(other, of.NAME):
        return None
    return index, other, says.ORGANISATION


def _organised(reading: Reading, index: int) -> _Found:
    """Find 'stichting de wilgenhof', 'bij bedrijf klavero', 'DRUKKERIJ TUMULT.': what such a word has after it."""
    if not reading.is_(index, of.BEFORE_ORGANISATION):
        return None
    name = past_inside(reading, index + 1)
    if not reading.uncapitalised(name) or not _is_name(reading, name) or not reading.follows(name):
        return None
    if _no_word(reading, name):
        return index + 1, name, says.ORGANISATION
    bare = not reading.is_(index - 1, of.DETERMINER) and not reading.is_(name, of.VERB)
    named = name > index + 1 and reading.smalls[index + 1] in {"de", "het", "'t"}
    alone = reading.begins_sentence(index) and name in reading.shouted and reading.shapes[name + 1] == SIGN
    return (
        (index + 1, name, says.COMPANY) if bare and (alone or (named and ends_like_name(reading, name + 1))) else None
    )


def _strange(reading: Reading, index: int) -> _Found:
    """Find a word that is none, nor one typed in a hurry, where all is written small: 'ketut, balinees'."""
    if reading.flags[index] & ~of.SEEN or not reading.uncapitalised(index) or len(reading.smalls[index]) <= _SHORTEST:
        return None
    small = reading.smalls[index]
    part = reading.glued(index) or reading.smalls[index + 1] == "-" or not small.replace("'", "").isalpha()
    if part or small[:2] == "ge" or small[-2:] == "nr":
        return None
    # A text in another language is not gone through word by word.
    reading.strange += 1
    if reading.strange > _MOST_STRANGE or not _no_word(reading, index) or is_slip(small, reading.lists):
        return None
    return index, _last(reading, index), says.UNKNOWN


_RULES: tuple[tuple[int, Callable[[Reading, int], _Found]], ...] = (
    (of.TITLE, _after_a_title),
    (of.BEFORE_NAME, _after_a_role),
    (of.NAME | of.SEEN, _named),
    (of.PLACE, _placed),
    (of.BEFORE_ORGANISATION, _organised),
    (of.INSIDE, _after_inside),
)
"""Rules, in order, with the flags without which they find nothing: most words have none of them."""
