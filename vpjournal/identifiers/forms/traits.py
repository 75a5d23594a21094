"""Origins, languages, faiths, illnesses and other traits that few people around have, where they are said of someone.

The same words are said of schools, wars and cheese: in small letters they count only beside a person or behind *is*,
*heeft*, *spreekt*. Two traits in one sentence, or one with an age or a job, point to a single person (``combined``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from resources import read_text
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece, by_first_word
from vpjournal.identifiers.sentences import word_set

ORIGIN = mark("Een afkomst, taal of streek die weinig mensen hier delen.")
FAITH_OR_HEALTH = mark("Een geloof, ziekte of kenmerk dat weinig mensen hier hebben.")
TOGETHER = mark("Deze kenmerken samen passen misschien maar op één persoon.")

# In small letters these are other words, or say nothing of where someone is from.
_OTHER_WORDS = word_set(
    "pool pole poles let lets letse letten pers noor noren waal walen est fin fins finse finnen dane turk lap laps"
    " lapse ewe fulah moor moors"
    " moorse schot schots schotse schotten gents rooms roomse romaans gotisch siamees maltees maltezer pers wels"
    " welse polish"
    " brit mossi tetum aleut sami mandar jordaans kongo delaware seneca indisch oost-indisch west-indisch rombo bali"
    " luiks"
    " bask vai slavey naams gouds goudse zaans haags haagse drent twents dogrib lamba shambala engelstalig zwitsers"
    " arisch"
    " klassiek romeins romeinse hoogduits platonisch dordts diets volapük esperanto klingon interlingua kamba kachin"
    " sango malay dari"
    " bislama sukuma tonga germaans germaanse novial pacifisch atlantisch helleens helders brugs latems keuls weens"
    " parmezaans"
    " amerikaans amerikaanse indiaan indiaans indo saksisch pommers zigeuner zigeuners"
)
_LANGUAGE_WORDS = word_set("mandarijn kantonees cantonees javaans wolof tigrinya pasjtoe farsi dari sranan sarnami")
# Abbreviations that in small letters are other words; in capitals only where not everything is in capitals.
_ONLY_CAPITALS = word_set("als add ass ms trans cva nah cvs aids")
_ABBREVIATIONS = word_set("adhd ptss ptsd cptss hiv ocd lvb pcos tbc tbs")
_FAITHS = word_set("muslim muslims jewish catholic protestant evangelical hindu hindus buddhist")
_NOT_RARE = word_set(
    "burn-out burnout depressie depressief migraine adopted trans dove roma ass add als stroke turban cancer twins"
    " stutter transitie"
    " tweeling prothese littekens gay catholic katholiek katholieke protestant protestants protestantse kanker"
    " miskraam weduwe widow"
    " evangelisch evangelische blind vluchteling verslaving psychose hervormd hervormde gereformeerd gereformeerde"
    " dementie"
    " deaf refugee open muslim muslims jewish moslim moslims homo strafblad enkelband verslaafd beroerte hartinfarct"
)
_PEOPLE = (
    r"collega'?s?|man|vrouw|medewerker|medewerkster|melder|leidinggevende|leerling|student(?:e)?|cli[eë]nte?|jongen"
    r"|meisje"
    r"|vriend(?:in)?|buurman|buurvrouw|chef|docente?|moeder|vader|ouders|achtergrond|afkomst|herkomst|accent|naam"
    r"|naaste"
    r"|komaf|roots|familie|wortels|nationaliteit|paspoort|partner|gezin|woman|colleague|background|accent|descent"
    r"|family|origin"
    r"|employees?|girls?|boys?|m[ae]n|women|people|reporter|verpleegkundige|stagiaire?|chauffeur|werknemers?|mannen"
    r"|vrouwen|artsen?|arts"
)
_BEHIND = re.compile(rf" (?:[a-zë]{{2,14}}e )?(?:{_PEOPLE})\b")
_BEFORE = re.compile(
    r"(?:\b(?:is|was|ben|bent|zijn|waren|blijkt|blijft|are|am|were|he's|she's|i'm)(?: [a-zé]{2,9}){0,2}"
    r"|\b(?:heeft|had|heb|hebben|hebt|kreeg|krijgt|gehad|has|have|got|met|vanwege|wegens|door|om|with|because of|for"
    r"|her|his|my|over)"
    r"(?: (?:een|haar|zijn|mijn|de|lichte|zware|vorm van|beginnende|ook|een vorm van|a|an|her|his|my|the))?"
    r"|\b(?:spreekt|sprak|spreken|praat|praten|sprekend|speaks?|spoke|talk|talks)(?: [a-zé]{2,9}){0,2}"
    r"|\b(?:een|als|onze|die|de|a|an|the|wordt|zelf|also|ook|mijn|haar|zijn|my|her|his) ?|\bin het|\bin|[,(:–-])[ ]?$"
)
_ADJECTIVE_ENDS = ("isch", "iek", "ods", "ants", "eerd", "vormd", "maakt", "zind", "seksuel")
_SIDE = re.compile(r" (?:aan|in|on|op) (?:één|een|haar|zijn|mijn|beide|the|one|her|his) [a-z]{2,12}")
_PREDICATE = re.compile(
    r"(?: (?:en|of|and|or|maar|but|aan|met|in|van|van huis uit|met haar|dus|but|since|sinds|thuis|op)\b|[.,;:!?)\"”/]"
    r"|$|\t)"
)


@dataclass(frozen=True, slots=True)
class _Traits:
    """``origins`` and ``others`` are single words, ``several`` are of several words, by their first; all small."""

    origins: frozenset[str]
    others: frozenset[str]
    several: Mapping[str, tuple[str, ...]]


@cache
def traits() -> _Traits:
    """Read the lists once."""
    origins = {word.lower() for word in read_text("recognising", "nationalities.txt").splitlines() if " " not in word}
    listed = {word.replace("’", "'") for word in read_text("recognising", "traits.txt").splitlines()}
    return _Traits(
        origins=frozenset((origins - _OTHER_WORDS - listed) | _LANGUAGE_WORDS),
        others=frozenset(word for word in listed if " " not in word),
        several=by_first_word(word for word in listed if " " in word),
    )


def look(piece: Piece) -> Iterator[Find]:
    """Return traits that are said of someone."""
    known = traits()
    spans = [
        (_with_side(piece, span), FAITH_OR_HEALTH)
        for word in piece.words & known.others
        for span in piece.places(word)
        if _is_trait(piece, span, word)
    ]
    spans += [
        (span, ORIGIN) for word in piece.words & known.origins for span in piece.places(word) if _is_origin(piece, span)
    ]
    spans += [
        (span, FAITH_OR_HEALTH)
        for word in piece.words & known.several.keys()
        for phrase in known.several[word]
        for span in piece.places(phrase)
    ]
    return (piece.find(span, Kind.TRAIT, Certainty.MAY, reason) for span, reason in spans)


def _with_side(piece: Piece, span: tuple[int, int]) -> tuple[int, int]:
    """Take along on which side: *doof aan één kant*."""
    side = _SIDE.match(piece.small, span[1])
    return span[0], side.end() if side else span[1]


def _is_trait(piece: Piece, span: tuple[int, int], word: str) -> bool:
    start, end = span
    written = piece.text[start:end]
    if word in _ONLY_CAPITALS and not (word == "ms" and _is_said_of_someone(piece, span)):
        return written.isupper() and not _is_all_capitals(piece, span)
    if word in _ABBREVIATIONS or (word in _FAITHS and written[:1].isupper() and not written.isupper()):
        return True
    is_inflected = word.removesuffix("e").endswith(_ADJECTIVE_ENDS)
    if is_inflected and word.endswith("e"):
        return _BEHIND.match(piece.small, end) is not None
    if word not in _NOT_RARE and not is_inflected and (len(word) > 6 or not word.isascii()):
        return True
    return _is_said_of_someone(piece, span)


def _is_origin(piece: Piece, span: tuple[int, int]) -> bool:
    """Tell whether a small word is an origin; with a capital it is found where names are: *Frans*, *de Waal*."""
    written = piece.text[span[0] : span[1]]
    return not written[:1].isupper() or (written.isupper() and _is_said_of_someone(piece, span))


def _is_said_of_someone(piece: Piece, span: tuple[int, int]) -> bool:
    start, end = span
    if _BEHIND.match(piece.small, end):
        return True
    before = piece.small[max(0, start - 30) : start]
    return (not before.strip() or _BEFORE.search(before) is not None) and _PREDICATE.match(piece.small, end) is not None


def _is_all_capitals(piece: Piece, span: tuple[int, int]) -> bool:
    near = piece.text[max(0, span[0] - 12) : span[0]] + piece.text[span[1] : span[1] + 12]
    letters = [sign for sign in near if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) * 2 > len(letters)


_SENTENCE_END = re.compile(r"[.!?\n]\s")
_COUNTING = frozenset({Kind.TRAIT, Kind.AGE, Kind.JOB_TITLE})


def combined(text: str, finds: Iterable[Find]) -> list[Find]:
    """Make certain what is only a question by itself and points to one person together with what stands beside it."""
    finds = list(finds)
    if sum(find.kind in _COUNTING for find in finds) < 2 or not any(find.kind is Kind.TRAIT for find in finds):
        return finds
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    by_sentence: dict[int, list[Find]] = {}
    for find in finds:
        if find.kind in _COUNTING:
            by_sentence.setdefault(sum(end < find.start for end in ends), []).append(find)
    certain = {find for group in by_sentence.values() if _point_to_one(group) for find in group}
    return [_made_certain(find) if find in certain else find for find in finds]


def _point_to_one(finds: list[Find]) -> bool:
    has_trait = any(find.kind is Kind.TRAIT for find in finds)
    return has_trait and len({find.text.casefold()[:5] for find in finds}) > 1


def _made_certain(find: Find) -> Find:
    return replace(find, certainty=Certainty.IDENTIFIES, reason=TOGETHER)
