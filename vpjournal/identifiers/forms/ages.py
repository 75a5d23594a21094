"""How old someone is: *54 jaar*, *een man van 61*, *23-jarige*. How long something lasted is no age.

A number is looked at first and then what stands on both sides of it, because most sentences hold no number at all.
"""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Endings, Piece
from vpjournal.identifiers.months import TENS, number_of
from vpjournal.identifiers.sentences import word_set

AGE = mark("Een precieze leeftijd: in een kleine groep is dat één persoon.")

_PEOPLE = (
    r"man|vrouw|jongen|meisje|meid|knul|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|kind(?:je)?|moeder|vader"
    r"|collega|melder|medewerker|medewerkster|stagiaire?|leerling|student(?:e)?|cli[eë]nte?|pati[eë]nte?|bewoner"
    r"|bewoonster"
    r"|iemand|persoon|heer|dame|vriend(?:in)?|puber|tiener|vent|neef(?:je)?|nicht(?:je)?|baby|peuter|kleuter|partner"
    r"|werknemer|vrijwilliger|chauffeur|verpleegkundige|docente?|(?:wo)?man|boy|girl|son|daughter|brother|sister|child"
    r"|colleague|employee|reporter|mother|father|student|trainee|client|patient|person|someone"
)
_IS = r"(?:is|ben|bent|was|wordt|werd|word|zijn|am|turned|turns|becomes|aged)"
_ADVERB = r"(?:nu |net |pas |bijna |inmiddels |al |zelf |intussen |onlangs |now |only |just |almost |nearly )?"
_UNITS = word_set("jaar jr j yo years year oud old")
_NUMBER_BEFORE = re.compile(r"(?<![\w.,-])(\d{1,3}|[^\W\d_]{3,20}(?:-[a-z]{3,5})?|één)[ -]?$")
_OLD = re.compile(r"[ -]?(?:oude?|old)\b(?! (?:gebouw|systeem|auto|contract))")
_FAR = 45
_IN_FRONT = re.compile(
    rf"(?:\b(?i:{_PEOPLE}) (?:van|of) "
    rf"|\b(?:(?i:{_PEOPLE})|[Vv]r|[Mm]n|[Mm]w|[Dd]hr|[Vv]|[Mm])\.?,? |\b[A-Z][\w-]{{2,20}} van |\b(?i:{_IS})"
    rf" (?i:{_ADVERB})|(?:^|[,(/=]) ?)$",
    re.ASCII,
)
_LASTED = re.compile(
    r" ?(?:geleden|lang|in dienst|ervaring|later|werk|dienst|bij de|bij het|bij een|daar|hier|aan het|lid|getrouwd"
    r"|samen"
    r"|weg|ziek|thuis|ago|of |in |with|werkzaam|leidinggevende|voorzitter|vast|cel|gevangenis|contract|verder"
    r"|hun |onze |de |een |mijn |haar |zijn |als )"
)
_JARIGE = re.compile(r"(?<![\w-])(\d{2}[ -]?|[^\W\d_]{5,22})jarigen?\b")
_YEAR_OLD = re.compile(
    r"(?<![\w-])(?:\d{1,2}|[a-z]{4,9}(?:-[a-z]{3,5})?)[- ]year-olds?\b(?! (?:building|car|contract|firm))"
)
_NO_PERSON = re.compile(
    r" (?:opleiding|overeenkomst|cao|contract|studie|samenwerking|relatie|ervaring|loopbaan|deal|periode|huwelijk|carri"
    r"|verbintenis|termijn|plan|garantie|oorlog|bestaan|jubileum|project|looptijd|geschiedenis|celstraf|straf|strijd)"
)
_TWO_DIGITS = re.compile(r"(?<![\w.,:/€$£+-])[1-9]\d(?![\w/%-]|[.,:]\d)")
_ENDS = re.compile(r"$|[.,;)!?](?! ?\d)| (?:en|and|maar|but|met)\b|\s*\n")
_COUNTED = re.compile(
    r" ?(?:%|procent|kilo|kg|euro|meter|km|uur|dagen|weken|maanden|jaar|keer|mensen|team|per|punten|cent|pagina|graden)"
)
_OF_A_PERSON = re.compile(rf"\b(?:{_PEOPLE}) (?:van|of) $", re.IGNORECASE)
_SAID_TO_BE = re.compile(
    r"\b(?:[Hh]ij|[Zz]ij|[Zz]e|[Mm]elder|[Ii]k|[Dd]ie|[Dd]at|who|that|[Hh]e|[Ss]he|I|[Rr]eporter"
    rf"|(?:[Mm]ijn|[Hh]aar|[Zz]ijn|[Mm]y|[Hh]is|[Hh]er) \w{{2,12}}|[A-Z]\w{{2,20}})(?: zelf)? {_IS} (?:er )?{_ADVERB}$"
)
_BECAME = re.compile(r" (?:geworden|jaar geworden|y/?o\b|yrs?\b)")
_BECOMES = re.compile(r"\b(?:wordt|werd|word|turns|turned) (?:[a-z]{3,10} ){0,2}$")
_BESIDE = re.compile(rf"(?:\b(?i:{_PEOPLE}|m|v|male|female)[,:] ?|[^\W\d_]{{2,}}, )$")
_IN_BRACKETS = re.compile(rf"\b(?:(?i:{_PEOPLE})|[A-Z][\w'-]{{1,20}}) \($")
_NAMED = re.compile(r"\b(?:leeftijd|age|aged)[:=]? (?:van )?$", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:op|vanaf|sinds|tot|at) (?:haar|zijn|mijn|hun|her|his) ([1-9]\d(?:e|ste)|[a-zë]{2,20}tigste|twaalfde"
    r"|dertiende"
    r"|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende)\b(?! (?:keer|dag|week|werk))"
)
_IN_ORDER = re.compile(r"\d(?:e|ste)\b")
_ORDINALS = Endings(("tigste", "tiende", "twaalfde"))
_UNITS_BEHIND = tuple(f"-{unit}" for unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
_NUMBERS = Endings((*TENS, "tien", "teen", "twaalf", "twelve", *_UNITS_BEHIND))


def look(piece: Piece) -> Iterator[Find]:
    """Return ages."""
    for unit in piece.words & _UNITS:
        yield from _with_unit(piece, unit)
    yield from _jarige(piece)
    yield from _alone(piece)
    if (piece.digits >= 2 and _IN_ORDER.search(piece.small)) or _ORDINALS.among(piece):
        yield from (_age(piece, found.span(1)) for found in _ORDINAL.finditer(piece.small))


def _alone(piece: Piece) -> Iterator[Find]:
    spans = [found.span() for found in piece.at(piece.numbers, _TWO_DIGITS)]
    for word in _NUMBERS.among(piece):
        if (number_of(word) or 0) >= 12:
            spans += piece.places(word)
    return (_age(piece, span) for span in spans if _is_age_alone(piece, span))


def _age(piece: Piece, span: tuple[int, int]) -> Find:
    return piece.find(span, Kind.AGE, Certainty.MAY, AGE)


def _with_unit(piece: Piece, unit: str) -> Iterator[Find]:
    """Give *54 jaar* and *34 years old*, where it is said of someone."""
    for start, end in piece.places(unit):
        before = _NUMBER_BEFORE.search(piece.small, max(0, start - 24), start)
        number = number_of(before[1]) if before else None
        if before is None or number is None or not 0 < number < 110:
            continue
        old = _OLD.match(piece.small, end)
        is_old = old or (unit in ("oud", "old") and before[1] not in ("een", "one"))
        if is_old:
            yield _age(piece, (before.start(1), old.end() if old else end))
        elif _is_in_years(piece, before.start(1), end, number):
            yield _age(piece, (before.start(1), end))


def _is_in_years(piece: Piece, start: int, end: int, number: int) -> bool:
    """Tell whether so many years are an age: a small number is that only with a person beside it."""
    front = _IN_FRONT.search(piece.text[max(0, start - _FAR) : start])
    if front is None or _LASTED.match(piece.small, end):
        return False
    if number >= 14 or front[0].endswith(("van ", "of ")):
        return True
    return front[0][:1] not in (",", "(") and piece.text[end : end + 1] in ("", ".", ",", ")")


def _jarige(piece: Piece) -> Iterator[Find]:
    if "jarige" in piece.small:
        for found in _JARIGE.finditer(piece.small):
            number = number_of(found[1].strip(" -"))
            if number is not None and number >= 12 and not _NO_PERSON.match(piece.small, found.end()):
                yield _age(piece, found.span())
    if "year" in piece.small:
        yield from (_age(piece, found.span()) for found in _YEAR_OLD.finditer(piece.small))


def _is_age_alone(piece: Piece, span: tuple[int, int]) -> bool:
    """Tell whether a number without *jaar* is an age: *een man van 61*, *zij is 34.*, *Esra (41)*."""
    start, end = span
    before = piece.text[max(0, start - _FAR) : start]
    small = piece.small[max(0, start - _FAR) : start]
    if ("age" in small or "leeftijd" in small) and _NAMED.search(before):
        return True
    is_of = small.endswith(("van ", "of "))
    if is_of and _OF_A_PERSON.search(before) and not _COUNTED.match(piece.small, end):
        return True
    if piece.text[end : end + 1] == ")" and _IN_BRACKETS.search(before):
        return True
    if _BECAME.match(piece.small, end):
        return True
    if not _ENDS.match(piece.small, end):
        return False
    return (
        _BECOMES.search(before) is not None
        or _SAID_TO_BE.search(before) is not None
        or (_BESIDE.search(before) is not None and piece.text[start] in "1234567")
    )
