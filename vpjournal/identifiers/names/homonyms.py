"""Names that are ordinary words too, written small: 'roos zei', 'met bakker gesproken', 'de wit heet'.

A word for one thing wants an article, so one without it is often a name: 'roos belde', not 'een roos', 'als bakker'.
Words that want none (adjectives, 'hoop', 'rust') are names only where they stand as a person does.
"""

from vpjournal.identifiers.names import evidence as says
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.evidence import Verdict
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.starts import does_something, filled_in, participle, possessive
from vpjournal.identifiers.names.tokens import SIGN

_WHAT_SOMEONE_IS = frozenset(
    {"als", "is", "was", "wordt", "werd", "ben", "bent", "worden", "blijft", "tot", "beroep", "as", "of"}
)
_AND = frozenset({"en", "of", "and", "or"})
_SPOKEN_TO = frozenset(
    {
        "gesproken",
        "gebeld",
        "gemaild",
        "geappt",
        "bellen",
        "mailen",
        "appen",
        "spreken",
        "gesprek",
        "gepraat",
        "overlegd",
    }
)
_OF_SOMEONE = frozenset({"heeft", "had", "wil", "wilde", "mag", "mocht", "durft", "ging", "kwam"})
_JOINING = frozenset({"en", "and", ",", "/", "+", "&"})
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
    begins, following = reading.begins_sentence(index), index + 1
    joined = reading.is_(index - 1, of.BEFORE_PERSON) and reading.smalls[index - 1] not in _AND
    if possessive(reading, following):
        return says.WORD_NAME
    if does_something(reading, index) and (begins or joined):
        # 'dat goed vindt' is said of anything.
        return says.MAYBE_NAME if joined and reading.is_(index, of.ADJECTIVE) else says.WORD_NAME
    if reading.is_(index, of.VERB):
        return says.WORD_NAME if reading.is_(index, of.FIRST) and _no_verb(reading, index) else None
    return says.MAYBE_NAME if any(shown(reading, index) for shown in _SHOWN) else None


def _no_verb(reading: Reading, index: int) -> bool:
    """See that no verb can stand here: 'met wil gesproken', 'wil (man)', 'wil en joy', '(wil)'."""
    before, following = index - 1, index + 1
    after = reading.smalls[following]
    if after == "(" or (_alone(reading, index) and after not in {":", ","}):
        return True
    if reading.begins_sentence(index) and after in {"en", "and", ",", "+", "/", "&"}:
        return reading.is_(following + 1, of.NAME) and not reading.is_(following + 1, of.NEVER_ALONE)
    if not reading.is_(before, of.ABOUT_PERSON) or reading.begins_sentence(index):
        return False
    return after not in reading.lists.subjects and (
        after[-2:] != "en" or len(after) == 2 or participle(reading, following)
    )


def _alone(reading: Reading, index: int) -> bool:
    """Tell whether signs or the ends of a line stand on both sides."""
    before = reading.shapes[index - 1] == SIGN or not reading.follows(index)
    return before and (reading.shapes[index + 1] == SIGN or not reading.follows(index + 1))


def _introduced(reading: Reading, index: int) -> bool:
    """See the name in 'klein (teamlid)' and 'zomer, haar collega', and where someone is spoken to."""
    following = index + 1
    if reading.smalls[following] in _SPOKEN_TO:
        return True
    if not reading.begins_sentence(index):
        return False
    told = reading.smalls[following] == "," and reading.is_(index + 2, of.DETERMINER)
    return told or reading.smalls[following] == "("


def _acting(reading: Reading, index: int) -> bool:
    """See the name in 'ook snel weet het' and 'zomer heeft niets gezegd'."""
    following = index + 1
    if does_something(reading, index) and not reading.is_(following, of.WEAK_VERB):
        return True
    weakly = reading.begins_sentence(index) and reading.smalls[following] in _OF_SOMEONE
    return weakly and reading.smalls[index + 2] not in reading.lists.subjects


def _met(reading: Reading, index: int) -> bool:
    """See the name in 'over klein gehoord', 'gesproken met zomer'."""
    if not reading.is_(index - 1, of.ABOUT_PERSON) or not ends_like_name(reading, index + 1):
        return False
    return reading.is_(index, of.FIRST | of.ADJECTIVE) or reading.smalls[index - 2] in _SPOKEN_TO | {"gesprek"}


def _stands_alone(reading: Reading, index: int) -> bool:
    return _alone(reading, index) and (reading.is_(index, of.FIRST) or filled_in(reading, index))


def _beside(reading: Reading, index: int) -> bool:
    """See the name in 'storm en daan', 'roos, beer, wolf'."""
    after = reading.smalls[index + 1] in _JOINING and _plain_name(reading, index + 2)
    before = reading.smalls[index - 1] in _JOINING and _plain_name(reading, index - 2)
    return bool(before) or (bool(after) and reading.begins_sentence(index))


def _plain_name(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.FIRST) and not reading.is_(index, of.HARDLY | of.VERB)


def _seen(reading: Reading, index: int) -> bool:
    return reading.is_(index, of.SEEN) and ends_like_name(reading, index + 1)


_SHOWN = (_introduced, _acting, _met, _stands_alone, _beside, _seen)


def _of_a_thing(reading: Reading, index: int) -> Verdict | None:
    begins, first = reading.begins_sentence(index), reading.is_(index, of.FIRST | of.SEEN)
    acts = does_something(reading, index) or possessive(reading, index + 1)
    shown = begins or acts or reading.is_(index - 1, of.BEFORE_PERSON | of.VERB)
    if first:
        return says.WORD_NAME if shown else says.MAYBE_NAME
    if acts and (begins or reading.is_(index - 1, of.BEFORE_PERSON)):
        return says.WORD_NAME
    first_word = begins and not reading.is_(index + 1, of.ABOUT_PERSON | of.BEFORE_PLACE)
    named = shown and (ends_like_name(reading, index + 1) or reading.is_(index - 1, of.VERB))
    return says.MAYBE_NAME if named or first_word or participle(reading, index + 1) or _beside(reading, index) else None


def ends_like_name(reading: Reading, index: int) -> bool:
    """Tell whether what comes next may come after a name: the end, a sign, 'van de', a participle, a verb."""
    if reading.shapes[index] == SIGN or not reading.follows(index):
        return True
    return reading.is_(index, _ENDS_NO_NAME) or reading.smalls[index].startswith("ge")


def with_article(reading: Reading, index: int) -> Verdict | None:
    """Say whether 'de' begins a name: 'de wit', for there an adjective would be 'witte', and perhaps 'de boer'."""
    name = index + 1
    if reading.smalls[index] != "de" or not reading.follows(name):
        return None
    if not ends_like_name(reading, name + 1) and not possessive(reading, name + 1):
        return None
    if reading.is_(name, of.ADJECTIVE):
        return says.WORD_NAME
    begins = reading.begins_sentence(index) or reading.is_(index - 1, of.BEFORE_PERSON | of.VERB | of.NEVER_ALONE)
    return says.MAYBE_NAME if begins and reading.is_(name, of.WITH_ARTICLE) else None
