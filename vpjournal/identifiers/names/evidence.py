"""What a name is the name of, how sure that is, and why: the first rule that applies says so.

Covering comes first: a capital that nothing explains is still a question, and then a person who may be recognised.
"""

from collections.abc import Callable
from dataclasses import dataclass

from vpjournal.domain.identifying import Certainty, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.runs import before_family_name
from vpjournal.identifiers.names.starts import does_something, possessive
from vpjournal.identifiers.names.tokens import CAPITAL, CAPITALS, LETTER, MIXED, NAMELIKE, OTHER_SCRIPT


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules say of a name."""

    kind: Kind
    certainty: Certainty
    reason: str


def _sure(kind: Kind, reason: str) -> Verdict:
    return Verdict(kind, Certainty.IDENTIFIES, reason)


def _maybe(kind: Kind, reason: str) -> Verdict:
    return Verdict(kind, Certainty.MAY, reason)


SEEN = _sure(Kind.PERSON, mark("Deze naam staat ook ergens anders in deze tekst."))
TITLED = _sure(Kind.PERSON, mark("Na een aanspreekvorm komt meestal een naam."))
ROLE = _sure(Kind.PERSON, mark("Na een rol of functie staat hier een naam."))
FIRST_NAME = _sure(Kind.PERSON, mark("Komt voor als voornaam."))
FAMILY_NAME = _sure(Kind.PERSON, mark("Komt voor als achternaam."))
INITIALS = _sure(Kind.PERSON, mark("Voorletters wijzen naar één persoon."))
ACTING = _sure(Kind.PERSON, mark("De naam van iemand die hier iets doet of zegt."))
CONTACT = _sure(Kind.PERSON, mark("Hier wordt iemand bij de naam genoemd."))
SPEAKER = _sure(Kind.PERSON, mark("De naam van wie hier aan het woord is."))
SIGNED = _maybe(Kind.PERSON, mark("Een regel met alleen letters: misschien iemands voorletters."))
WORD_NAME = _sure(Kind.PERSON, mark("Een gewoon woord, maar hier een naam."))
MAYBE_NAME = _maybe(Kind.PERSON, mark("Misschien een naam: sommige mensen heten zo."))
MID_SENTENCE = _maybe(Kind.PERSON, mark("Een woord met een hoofdletter midden in de zin: misschien een naam."))
UNKNOWN = _maybe(Kind.PERSON, mark("Dit is geen gewoon woord: misschien een naam."))
OTHER = _maybe(Kind.PERSON, mark("Dit is in een ander schrift geschreven: misschien een naam."))
ORGANISATION = _sure(Kind.ORGANISATION, mark("Met de naam van een organisatie is iemand sneller gevonden."))
LETTERS = _maybe(Kind.ORGANISATION, mark("Een afkorting in hoofdletters: misschien een organisatie."))
BRAND = _maybe(Kind.ORGANISATION, mark("Misschien een organisatie: die schrijven hun naam vaak zo."))
COMPANY = _maybe(Kind.ORGANISATION, mark("Misschien de naam van een organisatie."))
DEPARTMENT = _maybe(Kind.DEPARTMENT, mark("Een afdeling of team: daar werken niet zo veel mensen."))
THING = _maybe(Kind.DEPARTMENT, mark("Een gewoon woord met een hoofdletter: misschien een afdeling."))
PLACE = _maybe(Kind.PLACE, mark("Een plaats, streek of land: samen met iets anders is iemand zo gevonden."))
WHERE = _maybe(Kind.PLACE, mark("Misschien een plaats: het woord ervoor wijst daarop."))
ROOM = _maybe(Kind.PLACE, mark("Een gebouw of ruimte met een eigen naam."))
NATION = _maybe(Kind.TRAIT, mark("Een afkomst of taal kan iemand herkenbaar maken."))


def verdict(reading: Reading, first: int, last: int, *, titled: bool) -> Verdict:
    """Say what the name from one token to another is. ``titled``: a title stood at its beginning."""
    name = _Name(reading, first, last, titled)
    for rule in _RULES:
        said = rule(name)
        if said is not None:
            return said
    return MID_SENTENCE


_TRADES = (
    *("bedrijf", "fabriek", "kantoor", "groep", "bouw", "branderij", "kwekerij", "winkel", "handel", "gilde", "fonds"),
    *("praktijk", "centrum", "bureau", "techniek", "logistiek", "transport", "verhuur", "service", "stichting", "hal"),
)
_ROOMS = ("zaal", "kamer", "ruimte", "gebouw", "vleugel", "toren", "hal")


class _Name:
    """A name and what stands around it."""

    __slots__ = ("any", "before", "first", "first_flag", "last", "one", "reading", "shape", "titled")

    def __init__(self, reading: Reading, first: int, last: int, titled: bool) -> None:  # noqa: FBT001 - private
        self.reading = reading
        self.first = first
        self.last = last
        self.titled = titled
        self.one = first == last
        self.shape = reading.shapes[first]
        self.first_flag = reading.flags[first]
        self.any = self.first_flag
        for index in range(first + 1, last + 1):
            self.any |= reading.flags[index]
        self.before = reading.flags[reading.before(first)]

    def plain(self) -> bool:
        """Tell whether no word of it is an ordinary word."""
        return not self.any & (of.WORD | of.ALSO_WORD)

    def words(self) -> list[int]:
        """Return its tokens without signs and small words."""
        return [index for index in range(self.first, self.last + 1) if self.reading.shapes[index] in NAMELIKE]

    def of_a_trade(self) -> bool:
        """Tell whether it is 'Klusbedrijf Snel', 'Groot & Klein' or 'AV Windvaan'."""
        words = self.words()
        if "&" in self.reading.words[self.first : self.last]:
            return True
        if any(self.reading.smalls[index].endswith(_TRADES) for index in words):
            return True
        shapes = [self.reading.shapes[index] for index in words]
        return CAPITALS in shapes and CAPITAL in shapes and not self.any & (of.NAME | of.ROMAN)


_Rule = Callable[[_Name], Verdict | None]


def _other_script(name: _Name) -> Verdict | None:
    return OTHER if name.shape == OTHER_SCRIPT else None


def _seen(name: _Name) -> Verdict | None:
    return SEEN if name.first_flag & of.SEEN else None


def _of_a_department(name: _Name) -> Verdict | None:
    if name.before & of.BEFORE_DEPARTMENT or (name.one and name.first_flag & of.DEPARTMENT):
        return DEPARTMENT
    return None


def _of_an_organisation(name: _Name) -> Verdict | None:
    if name.before & of.BEFORE_ORGANISATION and not name.first_flag & of.FIRST:
        return ORGANISATION
    if not name.one and not name.first_flag & of.FIRST and name.of_a_trade():
        return ORGANISATION
    if not name.one and name.any & of.ORGANISATION:
        whole = not name.first_flag & of.FIRST or name.reading.is_(name.last, of.ORGANISATION)
        return ORGANISATION if whole else None
    return None


def _titled(name: _Name) -> Verdict | None:
    return TITLED if name.titled or name.before & of.TITLE else None


def _with_initials(name: _Name) -> Verdict | None:
    return INITIALS if name.shape == LETTER else None


def _after_inside(name: _Name) -> Verdict | None:
    """See a family name in the 'Meer' of 'van der Meer'."""
    if not name.reading.is_(name.first - 1, of.INSIDE):
        return None
    return FAMILY_NAME if before_family_name(name.reading, name.first) < name.first else None


def _of_a_nation(name: _Name) -> Verdict | None:
    return NATION if name.one and name.first_flag & of.NATION and not name.first_flag & (of.FIRST | of.PLACE) else None


def _of_a_place(name: _Name) -> Verdict | None:
    if not name.first_flag & of.PLACE or (not name.one and name.any & of.NAME):
        return None
    if name.before & of.BEFORE_PLACE or not name.first_flag & of.NAME:
        return PLACE
    return None


def _with_a_role(name: _Name) -> Verdict | None:
    return ROLE if name.before & of.BEFORE_NAME and name.shape != CAPITALS else None


def _with_a_first_name(name: _Name) -> Verdict | None:
    if not name.first_flag & of.FIRST:
        return None
    sure = not name.one or not name.first_flag & (of.WORD | of.ALSO_WORD | of.PLACE)
    return FIRST_NAME if sure or _does(name) or _is_met(name) or _within(name) else MAYBE_NAME


def _within(name: _Name) -> bool:
    """Tell whether it stands in the middle of a sentence, where a word would have no capital, and not after 'de'."""
    return name.shape == CAPITAL and not name.before & of.DETERMINER and not name.reading.begins_sentence(name.first)


def _of_letters(name: _Name) -> Verdict | None:
    if not name.one or name.first_flag & of.NAME:
        return None
    return LETTERS if name.shape == CAPITALS else BRAND if name.shape == MIXED else None


def _doing(name: _Name) -> Verdict | None:
    if not _does(name) or not (name.plain() or not name.one):
        return None
    weak = name.reading.is_(name.last + 1, of.WEAK_VERB) and not name.any & of.NAME
    return UNKNOWN if weak else ACTING


def _does(name: _Name) -> bool:
    reading = name.reading
    return does_something(reading, name.last) or possessive(reading, name.last + 1)


def _of_a_listed_place(name: _Name) -> Verdict | None:
    return PLACE if name.first_flag & of.PLACE else None


def _with_a_family_name(name: _Name) -> Verdict | None:
    if not name.any & of.FAMILY:
        return None
    return FAMILY_NAME if name.plain() or not name.one or _within(name) else MAYBE_NAME


def _met(name: _Name) -> Verdict | None:
    return CONTACT if _is_met(name) and name.plain() else None


def _is_met(name: _Name) -> bool:
    return bool(name.before & of.BEFORE_PERSON)


def _of_ordinary_words(name: _Name) -> Verdict | None:
    """See 'Bezwaar en Beroep', 'Inklaring' and 'de Rietzaal' in words that need no capital."""
    if name.any & (of.NAME | of.PLACE | of.SEEN) or name.shape != CAPITAL:
        return None
    if not all(name.reading.is_dutch_word(index) for index in name.words()):
        return None
    return ROOM if name.reading.smalls[name.last].endswith(_ROOMS) else THING


def _at(name: _Name) -> Verdict | None:
    at = name.reading.smalls[name.reading.before(name.first)] in {"bij", "at"}
    return COMPANY if at and not name.any & of.NAME else None


def _where(name: _Name) -> Verdict | None:
    return WHERE if name.before & of.BEFORE_PLACE else None


_RULES: tuple[_Rule, ...] = (
    _other_script,
    _of_a_department,
    _of_an_organisation,
    _seen,
    _titled,
    _with_initials,
    _after_inside,
    _of_a_nation,
    _of_a_place,
    _with_a_role,
    _with_a_first_name,
    _of_letters,
    _of_a_listed_place,
    _doing,
    _with_a_family_name,
    _of_ordinary_words,
    _at,
    _where,
    _met,
)
