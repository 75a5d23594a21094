"""Says a day, a time or an age less exactly, in words that fit where it stands: a season, a decade."""

import re

from vpjournal.identifiers.months import FEASTS, MONTHS, number_of
from vpjournal.identifiers.sentences import word_set

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4}))?(?!\d)")
_CLOCK = re.compile(r"(\d{1,2})[.:uh](\d\d)")
_IN_FRONT = word_set("van tot sinds vanaf na voor rond omstreeks sedert per of from until since after before around by")

_SEASON_OF = {12: "winter", 1: "winter", 2: "winter", 3: "voorjaar", 4: "voorjaar", 5: "voorjaar"} | {
    6: "zomer", 7: "zomer", 8: "zomer", 9: "najaar", 10: "najaar", 11: "najaar"
}  # fmt: skip
_ENGLISH_SEASONS = {"winter": "winter", "voorjaar": "spring", "zomer": "summer", "najaar": "autumn"}
_ARTICLE = {"winter": "de winter", "voorjaar": "het voorjaar", "zomer": "de zomer", "najaar": "het najaar"}
_QUARTERS = ("eerste", "tweede", "derde", "vierde")
_ENGLISH_QUARTERS = ("first", "second", "third", "fourth")
_HEADINGS = word_set("datum date dd d.d d.d. sent verzonden")
_DECADES = ("tien", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ENGLISH_DECADES = (
    "teens",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)


def days(text: str, before: str, *, english: bool) -> tuple[str, ...]:
    """Return what to say instead of a day; ``before`` is the word in front of it: *op* becomes *in het*."""
    month, year = _month(text), _year(text)
    if month is None:
        return ("die dag",) if not english else ("that day",)
    season, quarter = _season(month, year, english=english), _quarter(month, year, english=english)
    if before and before not in _IN_FRONT and before not in _HEADINGS:
        return tuple(f"in {spoken}" for spoken in (season, quarter) if spoken)
    if before in _IN_FRONT:
        return tuple(spoken for spoken in (season, quarter) if spoken)
    bare = season.removeprefix("de ").removeprefix("het ").removeprefix("the ")
    bare = bare.replace(" van ", " ").replace(" of ", " ")
    return tuple(spoken for spoken in (bare, quarter) if spoken)


def _season(month: int, year: int | None, *, english: bool) -> str:
    season = _SEASON_OF[month]
    spoken = f"the {_ENGLISH_SEASONS[season]}" if english else _ARTICLE[season]
    if year is None:
        return spoken
    first = year if month == 12 else year - 1
    named = f"{first}-{first + 1}" if season == "winter" else str(year)
    return f"{spoken} {'of' if english else 'van'} {named}"


def _quarter(month: int, year: int | None, *, english: bool) -> str:
    place = (month - 1) // 3
    if year is None:
        return ""
    if english:
        return f"the {_ENGLISH_QUARTERS[place]} quarter of {year}"
    return f"het {_QUARTERS[place]} kwartaal van {year}"


def _month(text: str) -> int | None:
    small = text.casefold().replace("’", "'")
    for feast, month in FEASTS.items():
        if feast in small:
            return month
    for word in _WORD.findall(small):
        if word in MONTHS:
            return MONTHS[word]
    numeric = _NUMERIC.search(small)
    if numeric is None:
        return None
    first, second = int(numeric[1]), int(numeric[3])
    if len(numeric[1]) == 4 or second <= 12:
        return second if 1 <= second <= 12 else None
    return first if 1 <= first <= 12 else None


def _year(text: str) -> int | None:
    if whole := _YEAR.search(text):
        return int(whole[0])
    numeric = _NUMERIC.search(text)
    short = numeric[4] if numeric else None
    found = re.search(r"['’](\d\d)\b", text)
    if found is None and (short is None or len(short) != 2):
        return None
    year = int(found[1] if found else short or "")
    return 2000 + year if year < 70 else 1900 + year


ALONE = "["
"""Given as the word before a time that stands by itself, as in front of a line of chat."""


def times(text: str, before: str, *, english: bool) -> tuple[str, ...]:
    """Return the part of the day, for a time of the clock."""
    hour, certain = _hour(text)
    if hour is None:
        return ("at some time",) if english else ("op een moment die dag",)
    parts = [_part(hour, before, english=english)]
    if not certain:
        parts.append(_part((hour + 12) % 24, before, english=english))
    return tuple(parts)


def _part(hour: int, before: str, *, english: bool) -> str:
    part = min(hour, 23) // 6
    named = (("night", "morning", "afternoon", "evening") if english else ("nacht", "ochtend", "middag", "avond"))[part]
    if before == ALONE:
        return named
    if english:
        with_article = before in _IN_FRONT
        return f"the {named}" if with_article else "at night" if part == 0 else f"in the {named}"
    if before in _IN_FRONT:
        return f"de {named}"
    return ("'s nachts", "'s ochtends", "'s middags", "'s avonds")[part]


def _hour(text: str) -> tuple[int | None, bool]:
    """Return the hour of the day, and whether it can be no other; *half drie* is taken for the afternoon."""
    small = text.casefold()
    afternoon = re.search(r"p\.?m|middag|avond|afternoon|evening", small) is not None
    clock = _CLOCK.search(small)
    digits = clock or re.search(r"(\d{1,2})", small)
    if digits is not None:
        hour = int(digits[1])
        if hour < 12 and afternoon:
            return hour + 12, True
        certain = clock is not None or hour > 12 or "a.m" in small or "am" in small
        return (hour if certain or hour > 6 else hour + 12) % 24, certain
    numbers = [number for word in _WORD.findall(small) if (number := number_of(word)) is not None and number <= 12]
    if not numbers:
        return None, False
    hour = numbers[-1] - (1 if re.search(r"half |voor ", small) and not re.search(r"half past", small) else 0)
    if afternoon:
        return hour % 12 + 12, True
    return (hour + 12 if hour < 7 else hour), False


def ages(text: str, before: str, after: str, *, whose: str = "", english: bool) -> tuple[str, ...]:
    """Return the decade of an age in words: *eind vijftig*, *begin dertig*; children by less.

    ``whose`` is the English word for the person that it is said of, where that is *he* or *she*.
    """
    digits = re.search(r"\d{1,3}", text)
    words = [
        number for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text) if (number := number_of(word)) is not None
    ]
    age = int(digits[0]) if digits else words[0] if words else None
    if age is None or not 0 < age < 100:
        return ()
    if re.search(r"-?jarige?\b|year-old", text):
        return _adjective(age, after, english=english)
    if age < 20:
        bound = 10 if age < 10 else 20
        named = {10: "ten", 20: "twenty"} if english else {10: "tien", 20: "twintig"}
        return (f"{'under' if english else 'onder de'} {named[bound]}",)
    place = 0 if age % 10 < 4 else 1 if age % 10 < 7 else 2
    if english:
        decade = _ENGLISH_DECADES[age // 10 - 1]
        their = {"he": "his", "she": "her"}.get(whose, "their")
        return (f"in {their} {('early ', 'mid-', 'late ')[place]}{decade}", f"in {their} {decade}")
    decade = _DECADES[age // 10 - 1]
    said = f"{('begin', 'midden', 'eind')[place]} {decade}"
    return (said,) if before == "van" else (said, f"in de {decade}")


def _adjective(age: int, after: str, *, english: bool) -> tuple[str, ...]:
    """*Een 54-jarige man* becomes grown up or young; *een 54-jarige* becomes *een vijftiger*."""
    if english:
        return ("young",) if age < 30 else ("middle-aged",) if age < 65 else ("older",)
    if after:
        return ("jonge",) if age < 30 else ("volwassen",) if age < 60 else ("oudere",)
    return (f"{_DECADES[age // 10 - 1]}er",) if age >= 20 else ("jongere",)
