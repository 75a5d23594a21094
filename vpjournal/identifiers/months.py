"""The words of the calendar and the clock in Dutch and English, and the numbers that they stand for."""

from collections.abc import Mapping

from vpjournal.identifiers.sentences import word_set


def _numbered(rows: str) -> Mapping[str, int]:
    return {word: number for number, row in enumerate(rows.split("|"), 1) for word in row.split()}


MONTHS = _numbered(
    "januari jan january|februari feb febr february|maart mrt maa march mar|april apr|mei may|juni jun june"
    "|juli jul july|augustus aug august|september sep sept|oktober okt october oct|november nov|december dec"
)
"""Names and short forms of the months, in small letters without a point."""
WEEKDAYS = word_set(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
FEASTS: Mapping[str, int] = {
    "nieuwjaarsdag": 1,
    "driekoningen": 1,
    "valentijnsdag": 2,
    "goede vrijdag": 4,
    "eerste paasdag": 4,
    "tweede paasdag": 4,
    "1e paasdag": 4,
    "2e paasdag": 4,
    "paaszondag": 4,
    "paasmaandag": 4,
    "koningsdag": 4,
    "koninginnedag": 4,
    "dodenherdenking": 5,
    "bevrijdingsdag": 5,
    "hemelvaartsdag": 5,
    "hemelvaart": 5,
    "moederdag": 5,
    "eerste pinksterdag": 6,
    "tweede pinksterdag": 6,
    "1e pinksterdag": 6,
    "2e pinksterdag": 6,
    "pinkstermaandag": 6,
    "vaderdag": 6,
    "keti koti": 7,
    "prinsjesdag": 9,
    "dierendag": 10,
    "halloween": 10,
    "allerheiligen": 11,
    "sint-maarten": 11,
    "sinterklaasavond": 12,
    "pakjesavond": 12,
    "kerstavond": 12,
    "eerste kerstdag": 12,
    "tweede kerstdag": 12,
    "1e kerstdag": 12,
    "2e kerstdag": 12,
    "oudejaarsavond": 12,
    "oudejaarsdag": 12,
    "oud en nieuw": 12,
    "new year's day": 1,
    "new year's eve": 12,
    "valentine's day": 2,
    "good friday": 4,
    "easter sunday": 4,
    "easter monday": 4,
    "king's day": 4,
    "liberation day": 5,
    "ascension day": 5,
    "whit monday": 6,
    "christmas day": 12,
    "christmas eve": 12,
    "boxing day": 12,
}
"""Feast days, in small letters, and the month in which they mostly fall."""
NUMBERS = _numbered(
    "een één one|twee two|drie three|vier four|vijf five|zes six|zeven seven|acht eight|negen nine|tien ten"
    "|elf eleven|twaalf twelve|dertien thirteen|veertien fourteen|vijftien fifteen|zestien sixteen"
    "|zeventien seventeen|achttien eighteen|negentien nineteen|twintig twenty"
)
"""Number words up to twenty."""
_TENS = _numbered(
    "tien ten|twintig twenty|dertig thirty|veertig forty|vijftig fifty|zestig sixty|zeventig seventy|tachtig eighty"
    "|negentig ninety"
)
TENS: Mapping[str, int] = {word: 10 * number for word, number in _TENS.items() if number > 1}


def number_of(words: str) -> int | None:
    """Return the number that words or digits say, below a hundred: *9*, *negen*, *vierendertig*, *thirty-four*."""
    small = words.casefold().strip()
    if small.isdecimal():
        return int(small) if len(small) < 4 else None
    if small in NUMBERS or small in TENS:
        return NUMBERS.get(small) or TENS[small]
    for word, tens in TENS.items():
        head = small.removesuffix(word).replace("ën", "en").removesuffix("en")
        tail = small.removeprefix(word).lstrip("- ")
        unit = NUMBERS.get(head if small.endswith(word) else tail if small.startswith(word) else "")
        if unit is not None and unit < 10:
            return tens + unit
    return None
