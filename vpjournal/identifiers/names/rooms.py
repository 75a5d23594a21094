"""Departments, teams, shifts and parts of a building: 'afdeling Inkoop', 'team 4', 'de nachtploeg van hal 3'."""

from vpjournal.identifiers.names import evidence as says
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.evidence import Verdict
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.runs import last_of, nameable, past_inside
from vpjournal.identifiers.names.tokens import CAPITALS, LETTER, NUMBER, SMALL

CALLS_FOR_A_LOOK = of.BEFORE_ROOM | of.BEFORE_DEPARTMENT | of.DEPARTMENT | of.SHIFT

_Found = tuple[int, int, Verdict]
_AT_WORK = frozenset({"op", "bij", "van", "vd", "uit", "naar", "in", "on", "from", "at", "v"})
_UNITS = ("afdeling", "administratie", "balie", "desk", "ploeg", "poli", "loket", "secretariaat")
_TEAM_OF_ANYTHING = frozenset({"team", "afdeling", "afd"})
_WORKS = frozenset({"werkt", "werkte", "werken", "werkzaam", "werk", "works", "worked"})


def room_or_team(reading: Reading, index: int) -> _Found | None:
    """Return the part of an organisation or of a building that begins at a token."""
    found = _named(reading, index) or _shift(reading, index) or _department(reading, index) or _unit(reading, index)
    return found and _with_the_whole(reading, found)


def _named(reading: Reading, index: int) -> _Found | None:
    """Find what has a name after its kind: 'gebouw C', 'hal 3', 'team noord', 'afdeling Inkoop'."""
    flag, following = reading.flags[index], index + 1
    if not flag & (of.BEFORE_ROOM | of.BEFORE_DEPARTMENT) or not reading.follows(following):
        return None
    said = says.ROOM if flag & of.BEFORE_ROOM else says.DEPARTMENT
    if _numbered(reading, following) or reading.is_(following, of.DIRECTION):
        return index, following, said
    if flag & of.BEFORE_DEPARTMENT and reading.is_(following, of.DEPARTMENT):
        return index, following, said
    ours = reading.is_(index - 1, of.DETERMINER)
    if not ours and reading.smalls[index] in _TEAM_OF_ANYTHING and _thing(reading, following):
        return index, following, said
    if reading.capital(following) and nameable(reading, following) and not reading.is_(following, of.FIRST):
        return index, last_of(reading, following), said
    return None


def _thing(reading: Reading, index: int) -> bool:
    """Tell whether a small word is what a department is for: 'team inkomsten', 'afdeling vergunningen'."""
    if not reading.written_small(index) or not reading.is_(index, of.WORD) or len(reading.smalls[index]) < 5:
        return False
    small = of.NEVER_ALONE | of.DETERMINER | of.VERB | of.BEFORE_PERSON | of.BEFORE_PLACE | of.BEFORE_NAME
    return not reading.is_(index, small) and reading.smalls[index][:2] != "ge"


def _numbered(reading: Reading, index: int) -> bool:
    if not reading.follows(index):
        return False
    return reading.shapes[index] in {LETTER, NUMBER} and len(reading.smalls[index]) < 4


def _shift(reading: Reading, index: int) -> _Found | None:
    """Find 'de nachtploeg van hal 3': a shift by itself is everybody's."""
    if not reading.is_(index, of.SHIFT) or reading.smalls[index + 1] not in {"van", "in", "of"}:
        return None
    whole = _named(reading, past_inside(reading, index + 1)) or _named(reading, index + 2)
    return None if whole is None else (index, whole[1], says.DEPARTMENT)


def _department(reading: Reading, index: int) -> _Found | None:
    """Find 'Finance', and 'de planning' where someone works there: 'Sietske van de planning'."""
    if not reading.is_(index, of.DEPARTMENT):
        return None
    shape = reading.shapes[index]
    if index not in reading.shouted and shape != SMALL:
        following = reading.is_(index + 1, of.VERB) or reading.smalls[index + 1] == "," or reading.capital(index + 1)
        stands = not reading.begins_sentence(index) or following or shape == CAPITALS
        return (index, index, says.DEPARTMENT) if stands else None
    return (index, index, says.DEPARTMENT) if _works_there(reading, index) else None


def is_unit(word: str) -> bool:
    """Tell whether a word ends like a department: 'verlosafdeling'."""
    return word.endswith(_UNITS) and word not in _UNITS


def _unit(reading: Reading, index: int) -> _Found | None:
    """Find 'op verlosafdeling 2' and 'bij de snijploeg'."""
    if not is_unit(reading.smalls[index]) or not reading.written_small(index) or not _works_there(reading, index):
        return None
    return index, index + _numbered(reading, index + 1), says.DEPARTMENT


def _works_there(reading: Reading, index: int) -> bool:
    before = index - 1
    while reading.smalls[before] in {"de", "het", "the", ".", "/", "d"} and before > 0:
        before -= 1
    at = reading.smalls[before]
    if at not in _AT_WORK:
        return False
    if not reading.is_(index, of.EVERYDAY) and at not in {"in", "from", "naar"}:
        return True
    who = before - 2 if reading.smalls[before - 1] == "," else reading.before(before)
    named = reading.capital(who) or reading.is_(who, of.FIRST | of.SEEN | of.BEFORE_NAME)
    return named or reading.smalls[who] in _WORKS or (reading.uncapitalised(index) and at in {"vd", "v"})


def _with_the_whole(reading: Reading, found: _Found) -> _Found:
    """Take along what it is a part of: 'ploeg C van de gieterij'."""
    first, last, said = found
    whole = last + 1
    if reading.smalls[whole] != "van":
        return found
    whole = past_inside(reading, whole)
    if reading.is_(whole, of.DEPARTMENT) and reading.shapes[whole] == SMALL:
        return first, whole, said
    return found
