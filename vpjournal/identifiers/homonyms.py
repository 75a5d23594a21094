"""Names that are ordinary words too, written small: 'roos zei', 'met bakker gesproken', 'de wit heet'.

A word for one thing wants an article, so one without it is often a name: 'roos belde', not 'een roos', 'als bakker'.
Words that want none (adjectives, 'hoop', 'rust') are names only where they stand as a person does.
"""

from vpjournal.identifiers import evidence as says
from vpjournal.identifiers import lists as of
from vpjournal.identifiers.evidence import Verdict
from vpjournal.identifiers.reading import Reading
from vpjournal.identifiers.starts import does_something, participle, possessive
from vpjournal.identifiers.tokens import SIGN

_WHAT_SOMEONE_IS = frozenset(
    {"als", "is", "was", "wordt", "werd", "ben", "bent", "worden", "blijft", "tot", "beroep", "as", "of"}
)
_ALSO_JOINING = frozenset({"dat", "that"})
_ENDS_NO_NAME = of.NEVER_ALONE | of.VERB | of.BEFORE_PERSON | of.BEFORE_PLACE


def word_as_name(reading: Reading, index: int) -> Verdict | None:
    """Say whether a small word that is a name as well is the name here."""
    if not (reading.uncapitalised(index) or reading.is_(index, of.SEEN)):
        return _among_capitals(reading, index)
    if described(reading, index):
        return None
    if reading.is_(index, of.HARDLY | of.VERB):
        return _of_hardly_a_name(reading, index)
    return _of_a_thing(reading, index)


def _among_capitals(reading: Reading, index: int) -> Verdict | None:
    """Where names have capitals, take 'roos zei' alone for one that was forgotten."""
    stands = reading.begins_sentence(index) or reading.is_(index - 1, of.BEFORE_PERSON)
    said = does_something(reading, index) and not reading.is_(index + 1, of.WEAK_VERB)
    return says.WORD_NAME if stands and said and reading.is_(index, of.FIRST) else None


def described(reading: Reading, index: int) -> bool:
    """Tell whether an article, an adjective or 'als' makes a thing or a trade of a word."""
    before = index - 1
    word = reading.smalls[before]
    if word in _WHAT_SOMEONE_IS:
        return not reading.is_(index, of.FIRST) and not reading.begins_sentence(before)
    if reading.is_(before, of.DETERMINER):
        return word not in _ALSO_JOINING
    return word[-1:] == "e" and reading.is_(before, of.WORD) and reading.is_(before - 1, of.DETERMINER)


def _of_hardly_a_name(reading: Reading, index: int) -> Verdict | None:
    begins = reading.begins_sentence(index)
    about = reading.is_(index - 1, of.ABOUT_PERSON)
    if possessive(reading, index + 1) or (reading.smalls[index + 1] == "(" and reading.is_(index, of.FIRST)):
        return says.WORD_NAME
    joined = reading.is_(index - 1, of.BEFORE_PERSON) and reading.smalls[index - 1] not in {"en", "of", "and", "or"}
    if does_something(reading, index) and (begins or joined):
        return says.WORD_NAME
    met = about and not begins and ends_like_name(reading, index + 1)
    if met and reading.is_(index, of.FIRST | of.ADJECTIVE):
        return says.MAYBE_NAME
    return None


def _of_a_thing(reading: Reading, index: int) -> Verdict | None:
    begins, first = reading.begins_sentence(index), reading.is_(index, of.FIRST | of.SEEN)
    acts = does_something(reading, index) or possessive(reading, index + 1)
    shown = begins or acts or reading.is_(index - 1, of.BEFORE_PERSON | of.VERB)
    if first:
        return says.WORD_NAME if shown else says.MAYBE_NAME
    if acts and (begins or reading.is_(index - 1, of.BEFORE_PERSON)):
        return says.WORD_NAME
    named = shown and (ends_like_name(reading, index + 1) or reading.is_(index - 1, of.VERB))
    return says.MAYBE_NAME if named or participle(reading, index + 1) else None


def ends_like_name(reading: Reading, index: int) -> bool:
    """Tell whether what comes next may come after a name: the end, a sign, 'van de', a participle, a verb."""
    if reading.shapes[index] == SIGN or not reading.follows(index):
        return True
    return reading.is_(index, _ENDS_NO_NAME) or reading.smalls[index].startswith("ge")


def with_article(reading: Reading, index: int) -> Verdict | None:
    """Say whether 'de' begins a name: 'de wit', for there an adjective would be 'witte', and perhaps 'de boer'."""
    name = index + 1
    if reading.smalls[index] != "de" or not reading.follows(name) or not ends_like_name(reading, name + 1):
        return None
    if reading.is_(name, of.ADJECTIVE):
        return says.WORD_NAME
    begins = reading.begins_sentence(index) or reading.is_(index - 1, of.BEFORE_PERSON | of.VERB)
    return says.MAYBE_NAME if begins and reading.is_(name, of.WITH_ARTICLE) else None
