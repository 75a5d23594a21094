"""What in the text of a yearly report says more than its protected figures: small counts, shares, other clients' names.

Notes have none of these findings: there, three conversations are three conversations. In a report that the whole board
reads, *één medewerker* is somebody.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from vpjournal.domain.identifying import Known, ReportFind, ReportKind
from vpjournal.domain.language import mark
from vpjournal.identifiers.instead.replacing import occurrences
from vpjournal.identifiers.months import NUMBERS
from vpjournal.identifiers.sentences import is_english

THRESHOLD = 5
"""Counts below this may not be read from a report (``statistics.md``, the threshold t for persons)."""

COUNT = mark("Een klein aantal: wie er meer van weet, weet over wie het gaat.")
NUMBER_WORD = mark("Een aantal in woorden: de tabel mag het niet noemen, dan de tekst ook niet.")
NONE = mark("Ook dat er niets was, kan iets verraden. Het verslag noemt nul en weinig op dezelfde manier.")
FEW = mark("Dit zegt dat het er maar een paar waren.")
SHARE = mark("Een deel of percentage is terug te rekenen naar personen.")
COMPARISON = mark("Wie de cijfers van vorig jaar kent, rekent hiermee terug.")
ONLY = mark("De enige: in de organisatie weet men zo wie dat is.")
UNIT = mark("Een onderdeel met minder dan 50 mensen: daar wijst elk aantal al snel iemand aan.")
CLIENT = mark("Deze opdrachtgever hoort niet bij dit verslag.")

_THINGS = (
    r"meldingen|melding|melders|melder|gesprekken|gesprek|medewerkers|medewerker|medewerksters|medewerkster|collega's"
    r"|collega"
    r"|klachten|klacht|zaken|zaak|casussen|casus|kwesties|kwestie|contacten|contact|situaties|situatie|gevallen|geval"
    r"|personen|persoon|mensen|vrouwen|vrouw|mannen|man|leidinggevenden|leidinggevende|werknemers|werknemer|signalen"
    r"|signaal"
    r"|incidenten|incident|vragen|keren|keer|maal|onderwerpen|teams|afdelingen|cases|case|reports|report|reporters"
    r"|reporter"
    r"|complaints|complaint|conversations|conversation|employees|employee|colleagues|colleague|people|persons|person"
    r"|women"
    r"|woman|men|managers|manager|incidents|times|occasions|occasion|signals|situations"
)
_NOTHING = re.compile(r"(?:geen|nul|no|zero|not a)\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:keer|keren|maal|times|occasions?)$", re.IGNORECASE)
_ADJECTIVE = r"(?: [a-zë]{3,16}(?:e|de|te|al|ed|ing))?"
_COUNTED = (word for word, number in NUMBERS.items() if number <= 12 and word not in ("een", "one", "één"))
_WORDS = "|".join(sorted(_COUNTED, key=len, reverse=True))
_FROM_TO = (
    r"\b(?:gedaald|gestegen|toegenomen|afgenomen|gegroeid|teruggelopen|dropped|fell|rose|went|grown|increased"
    r"|decreased)"
    r" (?:van|from) [\w.,]{1,12} (?:naar|tot|to) [\w.,]{0,12}\w"
)
_MORE_OR_LESS = (
    r"\b(?:(?:ruim |bijna |meer dan )?(?:verdubbeld|gehalveerd|verdrievoudigd|doubled|halved|tripled|twee keer zo veel"
    rf"|half zo veel)|(?:een|one|{_WORDS}|\d{{1,3}}) (?:meer|minder|more|fewer|less) (?:dan|than)"
    r" (?:vorig jaar|het vorige jaar|last year)|(?:stijging|daling|toename|afname|increase|decrease) (?:van|of|by)"
    r" [\w.,]{1,12}(?: ?(?:%|procent|percent))?)"
)
_PERCENTAGE = r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})? ?(?:%|procent|percent)(?!\w)"
_FRACTION = (
    r"\b(?:(?:de|ruim de|bijna de|een|the) (?:helft|half)|(?:een|twee|drie|one|two|three|a) (?:derde|kwart|vijfde"
    r"|thirds?"
    r"|quarters?|fifth)|driekwart|de meeste|het merendeel|het grootste deel|bijna alle|nearly all|most|the majority)"
    rf"(?= (?:van|of)\b)|\b(?:\d|{_WORDS}|een|one) (?:op|van|uit|in|out of) (?:de |every )?(?:\d{{1,2}}|{_WORDS})\b"
)
_NONE_AT_ALL = rf"\b(?:geen(?: enkele?)?|nul|no|zero|not a single){_ADJECTIVE} (?:{_THINGS})\b"
_THE_ONLY_ONE = rf"\b(?:de |the )?(?:enige|enigste|only){_ADJECTIVE} (?:{_THINGS}|die|who|met|with)\b|\bals enige\b"
r"|\bthe only one\b"
_A_FEW = (
    r"\b(?:[éÉeE]én van de|een van de|one of the|beide|allebei de|both|enkele|een enkele|een paar|een tweetal|een"
    r" drietal"
    rf"|a few|a couple of|several|enige|sommige|some){_ADJECTIVE} (?:{_THINGS})\b|\b(?:beiden|allebei|enkelen|both of"
    rf" them)\b"
)
_JUST_ONE = rf"\b(?:[éÉeE]én|one|(?<!\w)1){_ADJECTIVE} (?:{_THINGS})\b|\b[éÉeE]én(?: keer)?\b"
_IN_DIGITS = rf"(?<![\w.,])[0-9]{_ADJECTIVE} (?:{_THINGS})\b"
_IN_WORDS = rf"\b(?:{_WORDS}){_ADJECTIVE} (?:{_THINGS})\b"
_RULES: tuple[tuple[re.Pattern[str], ReportKind, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind, reason)
    for pattern, kind, reason in (
        (_FROM_TO, ReportKind.COMPARISON, COMPARISON),
        (_MORE_OR_LESS, ReportKind.COMPARISON, COMPARISON),
        (_PERCENTAGE, ReportKind.SHARE, SHARE),
        (_FRACTION, ReportKind.SHARE, SHARE),
        (_NONE_AT_ALL, ReportKind.COUNT, NONE),
        (_THE_ONLY_ONE, ReportKind.ONLY, ONLY),
        (_A_FEW, ReportKind.FEW, FEW),
        (_JUST_ONE, ReportKind.COUNT, COUNT),
        (_IN_DIGITS, ReportKind.COUNT, COUNT),
        (_IN_WORDS, ReportKind.COUNT, NUMBER_WORD),
    )
)


def look_at_report(text: str, known: Known, small_units: Iterable[str] = ()) -> tuple[ReportFind, ...]:
    """Return what a report says beyond its figures, in order, none overlapping another.

    ``known.clients`` are the names of the adviser's other clients; ``small_units`` the names of parts of this
    organisation with fewer than 50 people.
    """
    english = is_english(text)
    found: list[ReportFind] = []
    taken = bytearray(len(text))
    for (start, end), kind, reason in _candidates(text, known, small_units):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            words = text[start:end]
            found.append(ReportFind(start, end, words, kind, reason, _PROPOSE[kind](words, english)))
    return tuple(sorted(found, key=lambda find: find.start))


def _candidates(
    text: str, known: Known, small_units: Iterable[str]
) -> Iterator[tuple[tuple[int, int], ReportKind, str]]:
    """Give what may be found, the weightiest first."""
    for client in known.clients:
        yield from ((span, ReportKind.CLIENT, CLIENT) for span in occurrences(text, client))
    for unit in small_units:
        yield from ((span, ReportKind.UNIT, UNIT) for span in occurrences(text, unit))
    for pattern, kind, reason in _RULES:
        for found in pattern.finditer(text):
            if kind is not ReportKind.COUNT or _is_small(found[0]):
                yield found.span(), kind, reason


def _is_small(words: str) -> bool:
    """Tell whether a count in digits is below the threshold; in words it always counts."""
    return not words[:1].isdecimal() or int(words[0]) < THRESHOLD


def _few(words: str, english: bool) -> str:  # noqa: FBT001 - one shape for all in the table
    """Let *enkele keren* become *het kwam voor*; of *enkele medewerkers* the people stay without their number."""
    if _NOTHING.match(words):
        return ""  # What is said instead is said of few and of none alike: it stands in the report already.
    if _TIMES.search(words):
        return "it occurred" if english else "het kwam voor"
    noun = words.rpartition(" ")[2].casefold()
    return noun if noun.endswith(("s", "en", "people", "men")) else ""


def _compared(words: str, english: bool) -> str:  # noqa: FBT001 - one shape for all in the table
    is_less = re.search(
        r"gedaald|afgenomen|teruggelopen|gehalveerd|minder|daling|afname|half|dropped|fell|halved|fewer|less|decrease",
        words,
        re.IGNORECASE,
    )
    if english:
        return "fewer than last year" if is_less else "more than last year"
    return "minder dan vorig jaar" if is_less else "meer dan vorig jaar"


_PROPOSE: dict[ReportKind, Callable[[str, bool], str]] = {
    ReportKind.COUNT: _few,
    ReportKind.FEW: _few,
    ReportKind.SHARE: lambda _words, english: "part" if english else "een deel",
    ReportKind.COMPARISON: _compared,
    ReportKind.ONLY: lambda _words, _english: "",
    ReportKind.UNIT: lambda _words, english: "a department" if english else "een onderdeel",
    ReportKind.CLIENT: lambda _words, english: "another organisation" if english else "een andere organisatie",
}
