"""Phrases that leave only one person: the only one, the first, the oldest, who has been there for longest."""

import re
from collections.abc import Iterator
from functools import cache

from resources import read_text
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.jobs import jobs
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.sentences import word_set

ONLY = mark("De enige: met één vraag weet iemand wie dat is.")
FIRST = mark("Wie de eerste was, weten anderen nog.")
MOST = mark("De oudste, de jongste, de langste: daar is er maar één van.")
SINCE = mark("Zo lang al: dat geldt maar voor weinig mensen.")

_PEOPLE = word_set(
    "man vrouw mannen jongen meisje persoon mens iemand collega medewerker medewerkster werknemer werkneemster"
    " leidinggevende"
    " deeltijder fulltimer parttimer lid teamlid or-lid vader moeder alleenstaande homo lesbienne transvrouw transman"
    " moslim"
    " moslima jood christen blanke witte zwarte buitenlander nederlander belg student leerling stagiair stagiaire"
    " vrijwilliger"
    " invalkracht oproepkracht uitzendkracht zzp'er gastouder mantelzorger getuige melder bewoner kloosterling non"
    " pater"
    " nachtzuster zuster broeder verloskundige nieuwkomer zij-instromer rolstoelgebruiker moedertaalspreker"
    " linkshandige"
    " woman man person employee colleague girl boy member teacher nurse muslim jew christian user speaker founder"
    " witness"
    " mother father parent male female one manager lecturer driver doctor engineer student operator apprentice"
)
_PERSON_ENDINGS: tuple[str, ...] = (
    "kracht",
    "sprekende",
    "ster",
    "lid",
    "man",
    "vrouw",
    "loge",
    "loog",
    "kundige",
    "arts",
    "eur",
    "euse",
    "ist",
)
_PERSON_ENDINGS += (
    "werker",
    "leider",
    "houder",
    "bouwer",
    "maker",
    "ouder",
    "denker",
    "vijftiger",
    "zestiger",
    "veertiger",
)
_PERSON_ENDINGS += ("stoffeerder", "lasser", "monteur", "ant", "aar", "ier", "stagiair", "woman", "worker")
_NO_PEOPLE = word_set(
    "manier keer kant variant elegant instant constant relevant jaar paar bezwaar gevaar januari februari maar daar"
    " waar klaar"
    " papier plezier dossier formulier hier vier bier dier avontuur deur kleur factuur cultuur structuur figuur list"
    " artist"
    " restaurant krant nummer zaak stap moment dag week maand vraag antwoord plek reden oplossing optie mogelijkheid"
    " weg"
    " directe uur duur buur natuur temperatuur getuur moordlist baar gebaar ingevaar kwartier"
)
_WORD = r"[^\W\d_][\w'-]{0,30}"
_TAIL = (
    rf"(?: (?:met|zonder|van|die|dat|in opleiding|onder|uit|ooit|ook|op de|op het|who|with|in|on|from|of|to)"
    rf" (?:{_WORD} ){{0,7}}?{_WORD}"
    r"(?=$|[.,;:!?()\"”]| en | and | maar | but ))?"
)
_ENDS_NOUN = word_set(
    "de het een en of dat wat die is was zijn heeft had van in op aan met voor bij the a and or that is was to of"
    " stemde zei"
)
_DEFINITE = re.compile(r"(?:^|[,.:;(–-] ?|\b(?:de|the) )$")
_ONE_WORD = re.compile(rf" ({_WORD})")
_TAIL_AT = re.compile(_TAIL, re.IGNORECASE)
_AS_FIRST = re.compile(
    rf"\bals (?:eerste|enige)\b(?! (?:stap|optie|punt|doel|mogelijkheid|keuze|lijn|reactie|wens|zin|vraag|actie|idee"
    rf"|plan|oplossing"
    rf"|ingang|opvang|hulp|aanspreekpunt|en belangrijkste|partij|land|organisatie|afdeling|team|school|bedrijf|stad"
    rf"|gemeente|club|fractie|ploeg stemde))(?P<tail>(?: {_WORD}){{0,8}}?(?=$|[.,;:!?()\"”]| en | and "
    rf"| maar ))?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"\b(?:al )?(?:sinds|vanaf|since) (?:19|20)\d\d(?: (?:al|de|het|een|als|in|the|a|as)){{0,3}}"
    rf"(?: ({_WORD}))(?: ({_WORD}))?"
)
_OF_WHAT = re.compile(rf" van (?:de|het) {_WORD}")
_IN_SERVICE = word_set("dienst vast lid hoofd member office chair head")
_YEARS = re.compile(
    r"\b(?:al |ruim |meer dan )*(?:[2-4]\d|twintig|dertig|veertig|vijfentwintig) jaar (?:in dienst|lid|voorzitter"
    r"|werkzaam)\b",
    re.IGNORECASE,
)
_DONE_FOR_YEARS = word_set("dienst lid voorzitter werkzaam")
_MOST = re.compile(
    rf"\b(?:(?:langste? (?:zittende|werkende)|longest[- ]serving)(?: (?!in |van |op |of ){_WORD})?"
    r"|langst (?:in dienst|van allemaal|van iedereen)|langste dienstverband|(?:jongste|oudste) ooit|(?:oudste"
    r"|jongste) in dienst"
    rf"|langste? van (?:het|de|ons) {_WORD}|(?:oudste|jongste|nieuwste|enige overgebleven|youngest|oldest|newest)"
    rf" (?:vrouwelijke |mannelijke |female |male )?(?P<noun>{_WORD}))"
)
_GROUPS = (
    r"team|afdeling|ploeg|groep|klas|organisatie|school|dienst|vestiging|maatschap|vakgroep|locatie|sectie|unit|kantoor|bedrijf"
    r"|ward|department|office|crew|school|firm|company"
)
_GROUP_WORDS = frozenset(_GROUPS.split("|"))
_OF_ALL = re.compile(
    rf"\b(?:oudste|jongste|nieuwste|kleinste|langste|enige|eerste|laatste|youngest|oldest|only one|newest|last one)"
    rf" (?:hier )?(?:van|in|op|bij|of|on|in) (?:de|het|ons|onze|hun|the|our|their) (?:hele |whole )?(?:{_GROUPS})\b"
)
_BEING_IT = re.compile(rf"\bde (enige (?:ben|is|was|bent|blijft)\b{_TAIL})")
_IN_YEARS = re.compile(rf"\bal (?:ruim |meer dan )?\d\d jaar (?:de|het|een|hun|onze|ons|mijn|haar|zijn|als) ({_WORD})")
_SINCE_BEHIND = re.compile(rf"({_WORD}) (?:sinds|since) (?:19|20)\d\d\b")
_LONGEST = re.compile(
    r"\b(?:werkt|zit|loopt|is|werk|zat|werkte) (?:er |hier |daar |nu )?(het langst(?: van"
    r" allemaal)?)\b"
)
_LAST = re.compile(r"\blaatste die (?:nog|er)\b", re.IGNORECASE)
_TRIGGERS = word_set(
    "enige enigste only eerste first sinds vanaf since jaar oudste jongste langst langste nieuwste youngest oldest"
)
_TRIGGERS |= word_set("laatste longest longest-serving newest")
_OFFICES = word_set(
    "voorzitter secretaris penningmeester directeur hoofd lid bestuurslid"
    " chair head member president director treasurer"
)
_FAMILY = word_set("zoon dochter broer zus kind kinderen zusje broertje neef nicht son daughter brother sister child")


@cache
def _people() -> frozenset[str]:
    nations = {word.lower() for word in read_text("recognising", "nationalities.txt").splitlines()}
    return frozenset(_PEOPLE | jobs().all_jobs | jobs().single | nations)


def look(piece: Piece) -> Iterator[Find]:
    """Return phrases that single one person out."""
    words = piece.words
    if words.isdisjoint(_TRIGGERS):
        return
    if not words.isdisjoint(("enige", "enigste", "only")):
        yield from _only(piece)
    if not words.isdisjoint(("eerste", "first")):
        yield from _first(piece)
    if "als" in words and not words.isdisjoint(("eerste", "enige")):
        yield from (_unique(piece, found.span(), ONLY) for found in _AS_FIRST.finditer(piece.small))
    yield from _long_there(piece)


def _unique(piece: Piece, span: tuple[int, int], reason: str) -> Find:
    return piece.find(span, Kind.UNIQUE, Certainty.IDENTIFIES, reason)


def _only(piece: Piece) -> Iterator[Find]:
    for found in re.finditer(r"\b(?:(?:eerste|laatste) en )?(?:enige|enigste|only)\b", piece.small):
        before = piece.small[max(0, found.start() - 10) : found.start()]
        end = _person_end(piece, found.end(), before)
        if end is not None:
            yield _unique(piece, (found.start(), end), ONLY)


def _person_end(piece: Piece, place: int, before: str) -> int | None:
    """Return where the phrase about a person ends, or nothing where it is about a thing: *enige tijd*."""
    is_definite = _DEFINITE.search(before) is not None
    end = place
    for _count in range(4):
        word = _ONE_WORD.match(piece.small, end)
        if word is None:
            return None
        if (
            is_definite
            and end == place
            and word[1] in ("met", "die", "zonder", "van", "in", "op", "bij", "who", "with")
        ):
            return _tail_end(piece, place)
        end = word.end()
        if word[1] in _ENDS_NOUN or (word[1] in _FAMILY and not is_definite):
            return None
        if _is_person(word[1]):
            return _tail_end(piece, _last_person_end(piece, end))
    return None


def _last_person_end(piece: Piece, end: int) -> int:
    """Return where the last word for the person ends: *zwarte vrouw*, *female engineer*."""
    word = _ONE_WORD.match(piece.small, end)
    while word is not None and _is_person(word[1]):
        end = word.end()
        word = _ONE_WORD.match(piece.small, end)
    return end


def _is_person(word: str) -> bool:
    return (
        word in _people()
        or word.rpartition("-")[2] in _people()
        or (word.endswith(_PERSON_ENDINGS) and len(word) > 4 and word not in _NO_PEOPLE)
    )


def _tail_end(piece: Piece, end: int) -> int:
    tail = _TAIL_AT.match(piece.small, end)
    return tail.end() if tail is not None else end


_ANYONE = word_set("collega persoon iemand mens melder medewerker man vrouw person one colleague man woman getuige")
_OF_A_FIRST = word_set("met van zonder ooit die in op with who on from to")


def _first(piece: Piece) -> Iterator[Find]:
    """Give *eerste vrouw op de heftruck*; the first colleague that someone saw is nobody's mark."""
    for found in re.finditer(r"\b(?:eerste|first)\b", piece.small):
        word = _ONE_WORD.match(piece.small, found.end())
        if word is None:
            continue
        if word[1] == "in" and piece.small[word.end() :].startswith((" her family", " his family", " the family")):
            yield _unique(piece, (found.start(), _tail_end(piece, found.end())), FIRST)
            continue
        noun_end = _noun_end(piece, found.end())
        if noun_end is None:
            continue
        following = _ONE_WORD.match(piece.small, noun_end)
        says_who = (
            following is not None and following[1] in _OF_A_FIRST and not _is_anyone(piece, noun_end, following[1])
        )
        if says_who or re.search(
            r"vrouw|woman|female|zwarte|moslim|muslim|homo|trans", piece.small[found.end() : noun_end]
        ):
            yield _unique(piece, (found.start(), _tail_end(piece, noun_end)), FIRST)


def _is_anyone(piece: Piece, end: int, following: str) -> bool:
    """Tell whether it may be just anybody: *de eerste collega die belde*, *de eerste vrouw met wie zij sprak*."""
    noun = piece.small[:end].rpartition(" ")[2]
    return noun in _ANYONE and following in ("die", "dat", "who", "van", "in")


def _noun_end(piece: Piece, place: int) -> int | None:
    for _count in range(2):
        word = _ONE_WORD.match(piece.small, place)
        if word is None:
            return None
        place = word.end()
        if _is_person(word[1]):
            return place
    return None


def _long_there(piece: Piece) -> Iterator[Find]:
    words = piece.words
    if not words.isdisjoint(("sinds", "vanaf", "since")):
        yield from _since(piece)
    if "jaar" in words and not words.isdisjoint(_DONE_FOR_YEARS):
        yield from (_unique(piece, found.span(), SINCE) for found in _YEARS.finditer(piece.small))
    if "jaar" in words and "al" in words:
        yield from (
            _unique(piece, found.span(), SINCE) for found in _IN_YEARS.finditer(piece.small) if _is_person(found[1])
        )
    yield from _most(piece)


def _since(piece: Piece) -> Iterator[Find]:
    """Give *sinds 1998 voorzitter* and *voorzitter sinds 1998*."""
    for found in _SINCE.finditer(piece.small):
        for place in (1, 2):
            if found[place] and (found[place] in _IN_SERVICE or _is_person(found[place])):
                of_what = _OF_WHAT.match(piece.small, found.end(place))
                yield _unique(piece, (found.start(), of_what.end() if of_what else found.end(place)), SINCE)
                break
    for found in () if piece.words.isdisjoint(_OFFICES) else _SINCE_BEHIND.finditer(piece.small):
        if found[1] in _OFFICES:
            yield _unique(piece, found.span(), SINCE)


def _most(piece: Piece) -> Iterator[Find]:
    if not piece.words.isdisjoint(_SUPERLATIVES):
        for found in _MOST.finditer(piece.small):
            noun = found["noun"]
            if noun is None or (_is_person(noun) and noun not in _FAMILY):
                yield _unique(piece, (found.start(), _tail_end(piece, found.end())), MOST)
    if "laatste" in piece.words:
        for found in _LAST.finditer(piece.small):
            yield _unique(piece, (found.start(), _tail_end(piece, found.start() + len("laatste"))), MOST)
    for trigger, pattern, group, reason in _OTHERS:
        if not piece.words.isdisjoint(trigger):
            yield from (_unique(piece, found.span(group), reason) for found in pattern.finditer(piece.small))


_OTHERS = (
    (_GROUP_WORDS, _OF_ALL, 0, MOST),
    (frozenset({"enige"}), _BEING_IT, 1, ONLY),
    (frozenset({"langst"}), _LONGEST, 1, MOST),
)
_SUPERLATIVES = word_set(
    "oudste jongste langst langste nieuwste youngest oldest longest longest-serving newest overgebleven"
)
