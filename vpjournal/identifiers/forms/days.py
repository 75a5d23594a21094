"""Days that can be pinned: with a month, in digits, or a feast day. A month, a year or a weekday alone pins nothing."""

import re
from collections.abc import Iterable, Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.months import FEASTS, MONTHS, NUMBERS, TENS, WEEKDAYS
from vpjournal.identifiers.sentences import word_set

DATE = mark("Een precieze dag: wie erbij was, weet het nog.")

_ORDINALS = word_set(
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
    " vijftiende"
    " zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeëntwintigste drieëntwintigste"
    " vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste negenentwintigste dertigste"
    " eenendertigste first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_NUMBER_WORDS = [word for word in (*NUMBERS, *TENS) if TENS.get(word, 0) <= 30 and word not in ("een", "one", "mar")]
_DAY_WORDS = _ORDINALS | frozenset(_NUMBER_WORDS)
_DIGIT = re.compile(r"\d")
_MONTH = rf"(?:{_any(MONTHS)})\b\.?"
_YEAR = r"(?:,? ?(?:(?:19|20)\d\d\b|'\d\d\b))?"
_DAY = rf"(?:[0-3]?\d(?: ?(?:e|ste|de|st|nd|rd|th)\b)?|{_any(_ORDINALS)}|{_any(_NUMBER_WORDS)})"
_WEEKDAY = rf"(?:(?:{_any(WEEKDAYS)})\b\.?,? )?"
_NIGHT = r"(?:(?:de )?(?:nacht|ochtend|avond|middag|dag) van )?"
_RANGE = r"(?:[0-3]?\d ?(?:op|en|of|tot|t/m|tot en met|and|to|[-–/&]) ?)?"
_DAY_MONTH = re.compile(
    rf"(?<![\w.,/-]){_NIGHT}{_WEEKDAY}(?:de |the )?{_RANGE}{_DAY}[ -](?:van |of )?{_MONTH}[ -]?{_YEAR}(?!\w)"
)
_MONTH_DAY = re.compile(
    rf"(?<!\w){_WEEKDAY}(?:{_any(month for month in MONTHS if month not in ('mei', 'maart', 'augustus', 'maa'))})\b\.? "
    rf"(?:the )?[0-3]?\d(?:st|nd|rd|th)?(?!\d|[.,:]\d| ?(?:%|euro|people|percent|jaar|uur|keer)){_YEAR}(?!\w)"
)
_SEPARATED = re.compile(r"\d[-/.]'?\d")
_IN_DIGITS = re.compile(
    r"(?<![\w.,/+-])(?:[0-3]?\d([-/.])[01]?\d\1(?:(?:19|20)\d\d|'?\d\d)|(?:19|20)\d\d([-/])[01]?\d\2[0-3]?\d)"
    r"(?![\w/-]|[.,]\d)"
)
_WITHOUT_YEAR = re.compile(r"(?<![\w.,/+-])([0-3]?\d)([-/])([01]?\d)(?![\w/%-]|[.,]\d)")
_WEEKDAY_OF = re.compile(rf"(?<!\w)(?:{_any(WEEKDAYS)})\b\.?,? $", re.IGNORECASE)
_SHORT_BEFORE = 14
_FAR_BEFORE = 48
_FAR_BEHIND = 14
_SAYS_DAY = re.compile(
    r"(?:\b(?:op|dd|d\.d\.?|datum|date|van|vanaf|tot|sinds|per|on|since|until|voor|na|t/m|tussen|rond)\b\.?:? "
    r"|^[-–•*\s]{0,4})$",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:dd|d\.d|datum)\.?:? $", re.IGNORECASE)
_WEEKDAY_THE = re.compile(
    rf"\b(?:(?:{_any(WEEKDAYS)})\b\.? (?:de|the) (?:[0-3]?\d(?:e|ste|de|st|nd|rd|th)\b|(?:{_any(_ORDINALS)})\b))"
)
_NO_FRACTIONS = re.compile(r" ?(?:finale|deel|van de|liter|uur|kopje|fte|procent|punten|de finale)", re.IGNORECASE)
_FEAST = re.compile(rf"(?<!\w)({_any(FEASTS)})(?: (?:van )?(?:(?:19|20)\d\d\b|'\d\d\b))?(?!\w)", re.IGNORECASE)
_LAST_WORDS = frozenset(feast.rpartition(" ")[2] for feast in FEASTS) | word_set(
    "koti nieuw day eve monday sunday friday"
)
_MONTH_WORDS = frozenset(MONTHS)


def look(piece: Piece) -> Iterator[Find]:
    """Return days."""
    months = piece.words & _MONTH_WORDS
    if piece.digits > 2 and "-" in piece.text:
        months |= {word.partition("-")[0] for word in piece.words if "-" in word} & _MONTH_WORDS
    if months:
        yield from _with_month(piece, months)
    if not piece.words.isdisjoint(WEEKDAYS):
        yield from (
            piece.find(found.span(), Kind.DATE, Certainty.MAY, DATE) for found in _WEEKDAY_THE.finditer(piece.small)
        )
    if not piece.words.isdisjoint(_LAST_WORDS) or "sint-maarten" in piece.small:
        yield from _feasts(piece)
    if piece.digits >= 2 and _SEPARATED.search(piece.text):
        yield from _with_year(piece)
        yield from _without_year(piece)


def _with_month(piece: Piece, months: frozenset[str]) -> Iterator[Find]:
    """Give days around each name of a month: most of a text is far from any."""
    counted = not piece.words.isdisjoint(_DAY_WORDS)
    for word in months:
        for start, end in piece.places(word):
            if not counted and _DIGIT.search(piece.small, max(0, start - _FAR_BEFORE), end + _FAR_BEHIND) is None:
                continue
            for pattern, before in ((_DAY_MONTH, _FAR_BEFORE), (_MONTH_DAY, _SHORT_BEFORE)):
                for found in pattern.finditer(piece.small, max(0, start - before), end + _FAR_BEHIND):
                    is_here = found.start() <= start < found.end() and not _is_verb(piece, word, start, found[0])
                    if is_here and _is_day(found[0]):
                        yield piece.find(_bare(piece, found.span()), Kind.DATE, Certainty.MAY, DATE)


def _is_verb(piece: Piece, word: str, start: int, found: str) -> bool:
    """Tell whether *may* is no month: *the first may be late*."""
    return word == "may" and piece.text[start] == "m" and not any(sign.isdecimal() for sign in found)


def _bare(piece: Piece, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    return start, start + len(piece.text[start:end].rstrip(" -"))


def _is_day(text: str) -> bool:
    numbers = [int(number) for number in re.findall(r"(?<!['\d])\d{1,2}(?!\d)", text)]
    return all(1 <= number <= 31 for number in numbers)


def _is_in_calendar(text: str) -> bool:
    parts = re.findall(r"\d+", text)
    first, month, last = map(int, parts[-3:])
    if "." in text and len(parts[-1]) == 2 and not 10 <= last <= 40:
        return False  # A time of a race, a version or a chapter.
    return 1 <= (last if first > 31 else first) <= 31 and 1 <= month <= 12


def _weekday_start(piece: Piece, start: int) -> int:
    """Return where a day begins with the weekday before it."""
    before = _WEEKDAY_OF.search(piece.text, max(0, start - _SHORT_BEFORE), start)
    return before.start() if before else start


def _with_year(piece: Piece) -> Iterator[Find]:
    for found in piece.at(piece.numbers, _IN_DIGITS):
        if _is_in_calendar(found[0]):
            span = (_weekday_start(piece, found.start()), found.end())
            yield piece.find(span, Kind.DATE, Certainty.MAY, DATE)


def _without_year(piece: Piece) -> Iterator[Find]:
    """Give a day and a month in digits where they are no score, fraction or range: *14/5*, *wo 12/2*, *op 12-03*."""
    for found in piece.at(piece.numbers, _WITHOUT_YEAR):
        day, month = int(found[1]), int(found[3])
        if not (1 <= day <= 31 and 1 <= month <= 12) or _NO_FRACTIONS.match(piece.text, found.end()):
            continue
        start = _weekday_start(piece, found.start())
        if start < found.start() or _is_day_in_digits(piece, found):
            yield piece.find((start, found.end()), Kind.DATE, Certainty.MAY, DATE)


def _is_day_in_digits(piece: Piece, found: re.Match[str]) -> bool:
    is_said = _SAYS_DAY.search(piece.text[max(0, found.start() - _SHORT_BEFORE) : found.start()]) is not None
    day, month = int(found[1]), int(found[3])
    if found[2] == "/":
        return (is_said and day > 4) or (day > 12 and (day, month) != (24, 7))
    is_dated = _DATED.search(piece.text[max(0, found.start() - 6) : found.start()]) is not None
    return is_dated or (is_said and len(found[1]) == len(found[3]) == 2)


def _feasts(piece: Piece) -> Iterator[Find]:
    """Give a feast day with its year, or behind *op*: then something happened on it."""
    for found in _FEAST.finditer(piece.text.replace("’", "'")):
        before = piece.small[max(0, found.start() - 4) : found.start()]
        if found[0][-1].isdigit() or before.endswith((" op ", " on ")) or before in ("op ", "on "):
            yield piece.find(found.span(), Kind.DATE, Certainty.MAY, DATE)
