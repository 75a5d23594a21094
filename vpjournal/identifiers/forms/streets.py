"""Streets with or without a number, in Dutch and in English; the endings of their names are a list."""

import re
from collections.abc import Iterator
from functools import cache

from resources import read_text
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Endings, Piece
from vpjournal.identifiers.sentences import word_before, word_set

ADDRESS = mark("Een adres: daar wonen of werken maar enkele mensen.")
STREET = mark("De naam van een straat: samen met iets anders is iemand zo gevonden.")

_ALONE: tuple[str, ...] = (
    "straat",
    "straatje",
    "laan",
    "gracht",
    "kade",
    "singel",
    "steeg",
    "steenweg",
    "dreef",
    "boulevard",
    "plantsoen",
)
_ALONE += ("plein", "weg", "pad")
"""Endings that say street when a capital begins the word; the others need a number."""
_ALSO_NAMES = ("weg", "pad", "dreef")
_ENDINGS_BEYOND = ("kolk", "gaarde", "straat", "hoven", "akker", "lust", "dam", "markt")
_COMMON = word_set(
    "straat laan plein weg gracht kade singel steeg dreef pad schoolplein winkelstraat marktplein dorpsplein snelweg"
    " onderweg"
    " spoorweg rijksweg autoweg fietsstraat zijstraat hoofdstraat halverwege steenweg toegangsweg doodlopende"
    " fietspad wandelpad"
    " voetpad bospad middenweg uitweg omweg luchtweg vluchtweg terugweg heenweg tussenweg parkeerplein zorgpad"
    " klantpad leerpad"
    " zebrapad kerkpad afweg overweg beweg binnenweg noodweg vaarweg waterweg loopbaan verweg boulevard plantsoen"
    " bijlaan"
)
_ALSO_STREETS = word_set("hoofdstraat winkelstraat marktplein dorpsplein kerkpad middenweg binnenweg rijksweg spoorweg")
# A house number: 12, 12a, 12-b, 12 bis, 12-14, 12 II.
_HOUSE = r"\d{1,5}(?: ?(?:[-/] ?(?:\d{1,4}|[a-z]{1,3}|[IVX]{1,3})|bis|hs|huis|[a-z])(?![\w]))?"
_FRONT = (
    r"(?:(?:[Ee]erste|[Tt]weede|[Dd]erde|[Vv]ierde|[1-4]e|[Oo]ude|[Nn]ieuwe|[Ll]ange|[Kk]orte|[Gg]rote|[Kk]leine"
    r"|[Hh]oge"
    r"|[Ll]age|Prins(?:es)?|Koning(?:in)?|[Bb]urgemeester|[Bb]urg\.|Dr\.|Prof\.|St\.?|Sint|Mr\.|Ds\.|Pastoor|Graaf"
    r"|Hertog"
    r"|[A-Z][\w'.-]{0,20} (?:van|van de|van den|van der|de|den|der|ter|ten)) ){0,2}"
)
_FRONT_OF = re.compile(rf"(?<![\w-]){_FRONT}$")
_NUMBER_OF = re.compile(rf" ({_HOUSE})(?![\w-])")
_LAAN_VAN = re.compile(
    rf"(?<![\w-])(?:Laan|Plein|Weg|Hof|Kade|Park) van (?:[a-z]{{2,4}} ){{0,2}}[A-Z][\w'-]{{2,20}}(?:"
    rf" [A-Z][\w'-]{{2,20}})?"
    rf"(?: {_HOUSE})?(?![\w-])"
)
_AT_NUMBER = re.compile(
    r"\b(?:aan|op) (?:de|het|'t) ((?:[A-Z][\w'-]{2,30} ){0,2}[A-Z][\w'-]{2,30} \d{1,4} ?[a-z]?)(?!\w|[.,:/]\d|"
    r" ?(?:uur|jaar|%|euro))"
)
_AT = word_set("aan op")
_POST_BOX = re.compile(r"\b(?:Postbus|postbus|PO Box|P\.O\. Box) \d{1,6}(?!\d)")
_ENGLISH = re.compile(
    r"(?<![\w-])(?:\d{1,4}[a-zA-Z]?,? )?(?:[A-Z][\w'-]{1,20} ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Square|Crescent|Terrace|Gardens|Boulevard)(?![\w-])"
)
_ENGLISH_ENDS = word_set("street st road rd avenue ave lane drive close square crescent terrace gardens boulevard")


@cache
def _endings() -> tuple[Endings, Endings]:
    """Return what names of streets end with beside a number, and by themselves."""
    listed = {*read_text("recognising", "street_endings.txt").split("\n"), *_ENDINGS_BEYOND}
    return Endings(ending for ending in listed if len(ending) > 2 and ending.isalpha()), Endings(_ALONE)


def look(piece: Piece) -> Iterator[Find]:
    """Return streets and addresses."""
    beside_number, alone = _endings()
    for word in (beside_number if piece.digits else alone).among(piece):
        yield from _named(piece, word)
    if "van" in piece.words and not piece.words.isdisjoint(("laan", "plein", "weg", "hof", "kade", "park")):
        yield from _addresses(piece, _LAAN_VAN)
    if piece.digits:
        for word in piece.words & _AT:
            for found in piece.at((start for start, _end in piece.places(word)), _AT_NUMBER):
                yield piece.find(found.span(1), Kind.ADDRESS, Certainty.IDENTIFIES, ADDRESS)
        if "box" in piece.words or "postbus" in piece.words:
            yield from _addresses(piece, _POST_BOX)
    if not piece.words.isdisjoint(_ENGLISH_ENDS):
        yield from _addresses(piece, _ENGLISH)


def _addresses(piece: Piece, pattern: re.Pattern[str]) -> Iterator[Find]:
    for found in pattern.finditer(piece.text):
        yield piece.find(found.span(), Kind.ADDRESS, Certainty.IDENTIFIES, ADDRESS)


def _named(piece: Piece, word: str) -> Iterator[Find]:
    """Give a street whose name ends as streets do; without its number only when a capital begins it."""
    stands_alone = len(word) > 5 and word not in _COMMON and word.endswith(_ALONE)
    for start, end in piece.places(word):
        number = _NUMBER_OF.match(piece.text, end)
        if number is None and not stands_alone:
            continue
        front = _FRONT_OF.search(piece.text, max(0, start - 50), start)
        first = front.start() if front else start
        has_capital = piece.text[start].isupper() or piece.text[first].isupper()
        is_known = word not in _COMMON or word in _ALSO_STREETS or first < start
        is_name = has_capital or (word.endswith(_ALONE) and is_known)
        if number and is_name and not _is_counted(piece.text, number.end()):
            yield piece.find((first, number.end()), Kind.ADDRESS, Certainty.IDENTIFIES, ADDRESS)
        elif stands_alone and (has_capital or first < start) and _is_street(piece, first, word):
            yield piece.find((first, end), Kind.ADDRESS, Certainty.IDENTIFIES, STREET)


def _is_street(piece: Piece, start: int, word: str) -> bool:
    """Tell whether it is a street by itself: *Halfweg* may be someone's name, *de Halfweg* is a road."""
    if not word.endswith(_ALSO_NAMES):
        return True
    before = word_before(piece.text, start)
    return before[0].casefold() in ("de", "het") and word_before(piece.text, before[1])[0].casefold() != "van"


def _is_counted(text: str, end: int) -> bool:
    """Tell whether the number belongs to what follows: *Noordzijde 3 uur*, *Van Dijk 54 jaar*."""
    return (
        re.match(r"[.,:]\d| ?(?:uur|jaar|keer|euro|%|procent|maanden|weken|dagen|mensen|-)", text[end : end + 10])
        is not None
    )
