"""Names that are told by where they stand on a line: who speaks in a chat, who signs a message."""

import re

from vpjournal.identifiers.names import evidence as says
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.evidence import Verdict
from vpjournal.identifiers.names.reading import Reading
from vpjournal.identifiers.names.tokens import CAPITALS, LETTER, SIGN

_STAMP = re.compile(r"\W{0,3}\[?\d{1,4}[-/:.]\d{1,2}(?:[-/:., ]{1,2}\d{1,4}){0,5}\]?[\s-]{0,3}")
_ROLE = of.NEVER | of.BEFORE_NAME | of.DETERMINER | of.BRAND | of.DAY
_HEADERS = frozenset({"van", "aan", "from", "to", "cc", "afzender", "verzender", "sender"})
_GREETINGS = frozenset(
    {"gr", "grt", "groet", "groeten", "groetjes", "grtjs", "grtj", "mvg", "liefs", "regards", "cheers"}
)
_STAMPED = frozenset("0123456789[(<-*•")
_SHORT_LINE = 6
_LONGEST_SPEAKER = 5
_MOST_LETTERS = 3


def by_line(reading: Reading) -> tuple[int, int, Verdict] | None:
    """Return who speaks on this line, or signs with it."""
    found = _speaker(reading) if reading.tokens.shadow.text[:4].strip()[:1] in _STAMPED else None
    if found is None and reading.smalls[0] in _HEADERS:
        found = _header(reading)
    if found is None and reading.count < _SHORT_LINE:
        found = _signature(reading)
    if found is None and not _GREETINGS.isdisjoint(reading.smalls):
        found = _farewell(reading)
    return found


def _speaker(reading: Reading) -> tuple[int, int, Verdict] | None:
    """Find the 'sem' of '[12:04] sem: kom je?'."""
    stamp = _STAMP.match(reading.tokens.shadow.text)
    if stamp is None:
        return None
    first = next(
        (index for index, start in enumerate(reading.tokens.starts[: min(12, reading.count)]) if start >= stamp.end()),
        None,
    )
    if first is None:
        return None
    for last in range(first, min(first + _LONGEST_SPEAKER, reading.count - 1)):
        if reading.is_(last, _ROLE) or (reading.shapes[last] == SIGN and reading.smalls[last] not in {"-", "."}):
            return None
        if reading.smalls[last + 1] == ":":
            return first, last, says.SPEAKER
    return None


def _header(reading: Reading) -> tuple[int, int, Verdict] | None:
    """Find the name in 'VAN: RAOUL ZWANENBURG' and 'aan: ketut'."""
    if reading.smalls[0] not in _HEADERS or reading.smalls[1] != ":":
        return None
    last = 1
    while reading.word(last + 1) or (reading.smalls[last + 1] in {"-", "."} and last > 1):
        last += 1
    words = [index for index in range(2, last + 1) if reading.word(index)]
    if not words or len(words) > _LONGEST_SPEAKER or any(reading.is_(index, _ROLE) for index in words):
        return None
    if len(words) == 1 and reading.is_(2, of.DEPARTMENT):
        return 2, 2, says.DEPARTMENT
    known = any(reading.is_(index, of.NAME) or not reading.is_word(index) for index in words)
    return (2, last, says.SPEAKER) if known else None


def _farewell(reading: Reading) -> tuple[int, int, Verdict] | None:
    """Find the 'jp' of 'tot morgen gr jp': the last word or two after a greeting."""
    end = reading.count - 1
    while end >= 0 and reading.shapes[end] == SIGN:
        end -= 1
    for first in (end, end - 1):
        if first > 0 and reading.shapes[first] != SIGN and reading.smalls[reading.before_sign(first)] in _GREETINGS:
            names = range(first, end + 1)
            if not any(
                reading.is_(index, _ROLE | of.NEVER_ALONE | of.WORD) and not reading.is_(index, of.NAME)
                for index in names
            ):
                return first, end, says.SPEAKER
    return None


def _signature(reading: Reading) -> tuple[int, int, Verdict] | None:
    """Find a line with nothing but the letters of a name: 'HP', 'T.', 'M-S'."""
    if not reading.count or not all(
        reading.shapes[index] in {CAPITALS, LETTER, SIGN} for index in range(reading.count)
    ):
        return None
    letters = [word for index, word in enumerate(reading.words[: reading.count]) if reading.shapes[index] != SIGN]
    signs = {word for index, word in enumerate(reading.words[: reading.count]) if reading.shapes[index] == SIGN}
    if not letters or sum(map(len, letters)) > _MOST_LETTERS or not signs <= {".", "-"}:
        return None
    if any(reading.is_(index, _ROLE | of.WORD) for index in range(reading.count)) or (
        len(letters) == 1 == len(letters[0]) and not signs
    ):
        return None
    return 0, reading.count - 1, says.SIGNED
