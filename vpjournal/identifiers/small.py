"""Names that are written small, or in a line of capitals: there only lists and grammar can tell.

A name that is no word is seen at once ('fatima'); one that is a word as well needs something beside it that makes it a
name ('roos zei', 'met roos gesproken', 'meneer bakker', 'jan bakker'; not 'een roos').
"""

from collections.abc import Callable

from vpjournal.identifiers import evidence as says
from vpjournal.identifiers import lists as of
from vpjournal.identifiers.evidence import Verdict
from vpjournal.identifiers.reading import Reading
from vpjournal.identifiers.runs import past_inside, shortens
from vpjournal.identifiers.slips import is_slip
from vpjournal.identifiers.starts import does_something, possessive
from vpjournal.identifiers.tokens import NUMBER, SIGN

CALLS_FOR_A_LOOK = of.NAME | of.PLACE | of.TITLE | of.BEFORE_NAME | of.SEEN
"""A small word with none of these is passed over at once,"""
WHERE_ALL_IS_SMALL = of.BEFORE_ORGANISATION | of.BEFORE_PERSON | of.INSIDE
"""or of these, where names are written small as well."""

_SHORTEST = 3
_MOST_STRANGE = 24
_LIVING = frozenset({"woont", "woonde", "wonen", "geboren", "komt", "kwam", "afkomstig", "lives", "lived", "born"})
_NO_NAME = of.NEVER_ALONE | of.DETERMINER | of.BEFORE_PERSON | of.BEFORE_PLACE | of.BEFORE_NAME | of.NEVER | of.DAY

_Found = tuple[int, int, Verdict] | None


def small_name(reading: Reading, index: int) -> _Found:
    """Return the first and last token of a name in small letters that begins here or right after here, if any."""
    for rule in _RULES:
        found = rule(reading, index)
        if found is not None:
            return found
    return None


def _is_name(reading: Reading, index: int) -> bool:
    """Tell whether a small word may be a name at all."""
    if not reading.written_small(index):
        return False
    if reading.smalls[index + 1] == "-" and reading.is_(index + 2, of.NAME) and reading.glued(index + 2):
        return True  # 'mei-ling'
    return reading.is_(index, of.SEEN) or not reading.is_(index, _NO_NAME)


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
        return (first, name, says.TITLED) if reading.words[name + 1] == "." else None
    if not reading.follows(name) or not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    listed = reading.is_(name, of.NAME | of.SEEN)
    return (first, _last(reading, name), says.TITLED) if listed or _no_word(reading, name) else None


def _after_a_role(reading: Reading, index: int) -> _Found:
    """Find 'collega fatima', 'manager bakker'; an unknown word only where all is written small."""
    name = index + 1
    if not reading.is_(index, of.BEFORE_NAME) or not reading.follows(name):
        return None
    if not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    flag = reading.flags[name]
    if flag & of.FIRST and not flag & of.HARDLY:
        return name, _last(reading, name), says.ROLE
    if not reading.uncapitalised(name):
        return None
    if flag & of.FAMILY and not flag & of.HARDLY:
        return name, _last(reading, name), says.ROLE
    return (name, name, says.UNKNOWN) if _no_word(reading, name) else None


def _named(reading: Reading, index: int) -> _Found:
    """Find a listed name that is no word, or stands as a name does."""
    flag = reading.flags[index]
    if not flag & (of.NAME | of.SEEN) or not _is_name(reading, index):
        return None
    if reading.smalls[index + 1] == "-" and flag & of.FIRST and reading.flags[index + 2] & of.FIRST:
        said: Verdict | None = says.FIRST_NAME  # 'mei-ling'
    elif flag & (of.WORD | of.ALSO_WORD | of.VERB) or reading.lists.is_listed_word(reading.smalls[index]):
        said = _of_a_word(reading, index)
    else:
        said = _of_no_word(reading, index)
    return None if said is None else (index, _last(reading, index), said)


def _of_no_word(reading: Reading, index: int) -> Verdict | None:
    flag = reading.flags[index]
    if flag & of.SEEN:
        return says.SEEN
    if len(reading.smalls[index]) < _SHORTEST:
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


def _of_a_word(reading: Reading, index: int) -> Verdict | None:
    """See a name in 'roos zei', 'toen roos belde', 'met roos gesproken'; never after 'een' or an adjective."""
    flag = reading.flags[index]
    known = bool(flag & of.SEEN) or reading.uncapitalised(index)
    begins = reading.begins_sentence(index)
    if begins or reading.is_(index - 1, of.BEFORE_PERSON):
        acts = does_something(reading, index) and not (flag & of.HARDLY and not flag & of.FIRST)
        if acts and (known or not reading.is_(index + 1, of.WEAK_VERB)):
            return says.WORD_NAME if flag & of.FIRST or known else None
    if not known or not flag & (of.FIRST | of.SEEN):
        return None
    if reading.smalls[index + 1] == "(":
        return says.WORD_NAME
    if flag & (of.HARDLY | of.VERB):
        return None
    if begins:
        return says.WORD_NAME
    met = reading.is_(index - 1, of.BEFORE_PERSON) and _ends_like_name(reading, index + 1)
    return says.WORD_NAME if met or reading.is_(index - 1, of.VERB) else None


def _ends_like_name(reading: Reading, index: int) -> bool:
    """Tell whether what comes next may come after a name: the end, a sign, 'van de', a participle, a verb."""
    if index >= reading.count or reading.shapes[index] == SIGN or not reading.follows(index):
        return True
    after = reading.flags[index] & (of.NEVER_ALONE | of.VERB | of.BEFORE_PERSON | of.BEFORE_PLACE)
    return bool(after) or reading.smalls[index].startswith("ge")


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
    if not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    flag = reading.flags[name]
    if name > following:
        # After 'van der' comes nothing but a name; after 'van de' there may be a thing.
        only_names = reading.smalls[name - 1] in {"der", "den", "ter", "ten", "'t"}
        return name if only_names or flag & of.FAMILY or (not flag & of.PLACE and _no_word(reading, name)) else None
    if not flag & of.NAME or flag & (of.HARDLY | of.PLACE):
        return None
    return name if not flag & of.WORD or _ends_like_name(reading, name + 1) else None


def _after_inside(reading: Reading, index: int) -> _Found:
    """Find 'van den eijnden', 'v.d. wal', 'de wit heet': a family name by itself, where all is written small."""
    name = past_inside(reading, index)
    if name == index or not reading.uncapitalised(index) or not reading.follows(name):
        return None
    words = reading.smalls[index:name]
    if words[0] == "te" or words[-1] == "het" or (words[0] in reading.lists.prepositions_inside and words[-1] != "'t"):
        return None
    if not _is_name(reading, name) or reading.is_(name, of.VERB):
        return None
    flag = reading.flags[name]
    begins = reading.begins_sentence(index) or reading.is_(index - 1, of.BEFORE_PERSON | of.VERB)
    acts = reading.is_(name + 1, of.VERB)
    if name - index > 1 or reading.smalls[index] in {"ter", "ten"}:
        listed = flag & of.FAMILY and (not flag & of.WORD or acts)
        unknown = (begins or acts) and not flag & of.PLACE and _no_word(reading, name)
        if listed or unknown:
            return index, name, says.FAMILY_NAME
        return (index, name, says.MAYBE_NAME) if begins and acts and words[-1] in {"'t", "der", "den"} else None
    # 'de wit heet', 'de jong doet': an adjective with nothing after it but a verb.
    adjective = flag & of.FAMILY and flag & of.HARDLY
    return (index, name, says.WORD_NAME) if begins and adjective and acts else None


def _unknown(reading: Reading, index: int) -> _Found:
    """Find 'met gebriel gesproken', 'volgens ravinder', 'vreklam belde': no word, where a person is spoken of."""
    acts = not reading.flags[index] and reading.begins_sentence(index) and does_something(reading, index)
    name = index if acts else index + 1
    if not acts and not reading.is_(index, of.BEFORE_PERSON):
        return None
    if not reading.uncapitalised(name) or not _is_name(reading, name) or len(reading.smalls[name]) <= _SHORTEST:
        return None
    if not _ends_like_name(reading, name + 1) or not _no_word(reading, name):
        return None
    return name, _last(reading, name), says.UNKNOWN


def _initials(reading: Reading, index: int) -> _Found:
    """Find 'j.h.', 'r. van d.', 'w. ter s.': letters with full stops that are no abbreviation."""
    if not _letter(reading, index) or shortens(reading, index) or _inside_letters(reading, index):
        return None
    last, letters = index + 1, 1
    while True:
        name = past_inside(reading, last + 1)
        if not _letter(reading, name) or not reading.follows(name):
            break
        last, letters = name + 1, letters + 1
    number_before = reading.smalls[index - 1].isdigit() and reading.follows(index)  # 10 a.m.
    return (index, last, says.INITIALS) if letters > 1 and not number_before else None


def _inside_letters(reading: Reading, index: int) -> bool:
    return reading.glued(index) and reading.smalls[index - 1] == "."


def _letter(reading: Reading, index: int) -> bool:
    """Tell whether a token is one letter with its full stop."""
    small = reading.smalls[index]
    stop = reading.words[index + 1] == "." and reading.glued(index + 1)
    return len(small) == 1 and small.isalpha() and stop


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
    """Find 'stichting de wilgenhof', 'bij bedrijf klavero': no word at all, after a word for organisations."""
    if not reading.is_(index, of.BEFORE_ORGANISATION):
        return None
    name = past_inside(reading, index + 1)
    if not reading.uncapitalised(name) or not _is_name(reading, name) or not _no_word(reading, name):
        return None
    return index + 1, name, says.ORGANISATION


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


_RULES: tuple[Callable[[Reading, int], _Found], ...] = (
    _initials,
    _both,
    _after_a_title,
    _after_a_role,
    _named,
    _placed,
    _organised,
    _after_inside,
    _unknown,
    _strange,
)
