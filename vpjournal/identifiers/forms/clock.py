"""Exact times of the clock: in digits and in words. How long something took is no time."""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.sentences import word_set

TIME = mark("Een precieze tijd: wie een rooster of een agenda heeft, weet wie er toen was.")

_HOUR = (
    r"(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|[01]?\d|2[0-4])"
)
_AFTER = r"(?: ?(?:uur|u|h|am|pm|a\.m\.|p\.m\.)(?!\w))?"
_COLON = re.compile(rf"(?<![\w.,:/])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?{_AFTER}(?![\w/]|[.,:]\d)", re.IGNORECASE)
_BELGIAN = re.compile(
    r"(?<![\w.,:/-])(?:[01]?\d|2[0-4])[uh][0-5]\d(?!\w)|(?:(?<=om )|(?<=, )|(?<=rond )|(?<=tot"
    r" ))(?:[7-9]|1\d|2[0-4])[uh](?!\w)",
    re.IGNORECASE,
)
_POINT = re.compile(rf"(?<![\w.,:/€$£-])(?:[01]?\d|2[0-4])\.[0-5]\d{_AFTER}(?![\w/%]|[.,:/]\d|-\d\b)", re.IGNORECASE)
_ENDS_HOUR = re.compile(r"(?:uur|u|h|am|pm|m\.)$", re.IGNORECASE)
_SAYS_TIME = re.compile(
    r"(?:\b(?:om|tot|tussen|rond|omstreeks|tegen|vanaf|at|from|around|by|until|kl|tijd)\b[.:]? |[\[(]|\d\.\d\d (?:uur"
    r" )?(?:en|tot|-|–) )$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r" ?(?:euro|€|%|procent|miljoen|miljard|gulden|frank|punt|seconden|meter|km|graden|keer|fte)", re.IGNORECASE
)
_WHOLE = re.compile(
    rf"\b(?:om|rond|omstreeks|tegen|vanaf|tot|na|voor|sinds|even na|even voor|klokslag) ({_HOUR} uur)(?! ?(?:lang|per"
    rf"|later"
    r"|geleden|in de week|aan een|werk|werken|slaap|rijden|reizen|durende|overwerk|vergaderen|praten|durend|wachten"
    r"|week"
    r"|maximaal|tijd|te |naar|en \d|en een)\b)\b",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    rf"(?<![\w.,-]){_HOUR} uur(?= 's (?:ochtends|morgens|middags|avonds|nachts)| in de (?:ochtend|middag|avond|nacht))"
)
_UNTIL = re.compile(r" ?(?:uur )?(?:tot|-|–|en) ?\d{1,2}[.:]\d\d")
_ALMOST_HOURS = word_set("na voor sinds")
_SPOKEN = re.compile(
    rf"(?<![\w-])(?:(?:(?:vijf|tien|twintig|5|10|20) (?:minuten )?(?:voor|over|na) (?:half )?|kwart (?:voor|over|na) "
    rf"|half )"
    rf"{_HOUR}|(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty)(?: minutes)? (?:past|to)) {_HOUR})(?![\w-]"
    rf"|[.,]\d)(?: uur(?!\w))?",
    re.IGNORECASE,
)
_DIGITS_PM = re.compile(r"(?<![\w.,:/-])(?:1[0-2]|\d) ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)", re.IGNORECASE)
_OCLOCK = re.compile(rf"\b{_HOUR} o'clock\b", re.IGNORECASE)
_HALVES = word_set("half kwart quarter")
_MINUTES = word_set("vijf tien twintig five ten twenty minuten minutes")
_BEGIN_SPOKEN = word_set("half kwart quarter vijf tien twintig five ten twenty")
"""The words that a time in words begins with, beside a number."""
_FEW_MINUTES = re.compile(r"\b(?:5|10|20) (?:min|voor|over|na|past|to)")
_SIDES = word_set("voor over na past to")
_HALF_A = re.compile(r"half (?:een|1)$", re.IGNORECASE)


def look(piece: Piece) -> Iterator[Find]:
    """Return times of the clock."""
    text = piece.text
    if piece.digits >= 3:
        if ":" in text:
            yield from (_time(piece, found.span()) for found in piece.at(piece.numbers, _COLON))
        if "." in text:
            yield from _pointed(piece)
        yield from (_time(piece, found.span()) for found in piece.at(piece.numbers, _BELGIAN))
    if "uur" in piece.words:
        yield from _whole_hours(piece)
    if _may_be_spoken(piece):
        yield from _spoken(piece)
    if piece.digits and ("am" in piece.small or "pm" in piece.small or ".m." in piece.small):
        yield from (_time(piece, found.span()) for found in piece.at(piece.numbers, _DIGITS_PM))
    if "o'clock" in piece.small:
        yield from (_time(piece, found.span()) for found in _OCLOCK.finditer(text.replace("’", "'")))


def _may_be_spoken(piece: Piece) -> bool:
    words = piece.words
    if not words.isdisjoint(_HALVES):
        return True
    if words.isdisjoint(_SIDES):
        return False
    return not words.isdisjoint(_MINUTES) or (piece.digits > 0 and _FEW_MINUTES.search(piece.small) is not None)


def _time(piece: Piece, span: tuple[int, int]) -> Find:
    return piece.find(span, Kind.TIME, Certainty.MAY, TIME)


def _pointed(piece: Piece) -> Iterator[Find]:
    """Give *14.30* where it is no price and no measure: with *uur*, or behind *om*, *tot*, a bracket."""
    for found in piece.at(piece.numbers, _POINT):
        before = piece.text[max(0, found.start() - 16) : found.start()]
        is_said = _ENDS_HOUR.search(found[0]) or _SAYS_TIME.search(before) or _UNTIL.match(piece.text, found.end())
        if is_said and not _MONEY.match(piece.text, found.end()):
            yield _time(piece, found.span())


def _whole_hours(piece: Piece) -> Iterator[Find]:
    """Give *om zes uur*; behind *na* and *voor* a small number is rather how long it took."""
    yield from (_time(piece, found.span()) for found in _PART_OF_DAY.finditer(piece.small))
    for found in _WHOLE.finditer(piece.text):
        preposition, hour = found[0].casefold().split()[0], found[1].casefold().split()[0]
        if preposition in _ALMOST_HOURS and hour in ("één", "een", "twee", "drie", "vier", "1", "2", "3", "4"):
            continue
        yield _time(piece, found.span(1))


def _spoken(piece: Piece) -> Iterator[Find]:
    starts = [start for word in piece.words & _BEGIN_SPOKEN for start, _end in piece.places(word)]
    if "quarter" in piece.words:
        starts += [start for start, _end in piece.places("a quarter")]
    for found in piece.at(sorted([*starts, *piece.numbers]), _SPOKEN):
        before = piece.small[max(0, found.start() - 5) : found.start()]
        if _HALF_A.search(found[0]) and not before.endswith(("om ", "tot ", "rond ")):
            continue
        yield _time(piece, found.span())
