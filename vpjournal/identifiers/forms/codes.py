"""Numbers of people and files that have no check of their own: the word before them says what they are.

A number that stands alone is only asked about: it may be an amount.
"""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.names.lists import lists
from vpjournal.identifiers.sentences import word_set

NUMBER = mark("Het nummer van een persoon, een zaak of een stuk: wie erbij kan, weet wie het is.")
ALONE = mark("Een los nummer: misschien van een persoon of een zaak.")

_NO_FILES: tuple[str, ...] = (
    "telefoon",
    "huis",
    "rug",
    "pagina",
    "volg",
    "versie",
    "hoofd",
    "spoor",
    "fax",
    "gsm",
    "mobiele",
    "alarm",
    "nood",
)
_NO_FILES += ("start", "artikel", "serie", "lijn")
"""Numbers that say nothing of a person: *huisnummer* belongs to an address, and a telephone has a rule of its own."""
_ENDS = ("nummer", "nummers", "nr", "nrs", "number", "numbers", "code", "#")
_BARE = word_set("nummer nummers nr nrs number numbers id code no")
_PERSON_BEFORE = re.compile(
    r"\b(?:pers|perso|dossier|zaak|cli[eë]nt|klant|case|file|badge|employee|staff"
    r"|id)[. -]{0,2}$"
)
_GLUE = re.compile(r"\.?(?: ?(?:is|was|van [a-zë]{3,12}))? ?[:=#]? ?\(?")
_SHORT_WORDS = word_set(
    "zaak dossier factuur ticket polis case file invoice claim ref referentie reference kenmerk certificaat certificate"
    " payslip loonstrook bon order incident melding bsn burgerservicenummer sofinummer persnr bijlage proces-verbaal pv"
    " badge cliënt client patiënt patient bewoner klant deelnemer betrokkene respondent rekening rekeningnummer kvk"
    " big agb"
    " policy kluisje locker btw"
)
_SHORT_GLUE = re.compile(r"\.?(?: ?[:=#] ?| nr\.? ?| no\.? ?| is | was | )#?")
_CODE = re.compile(r"(?:[A-Za-z]{1,5}[-/. ]?){0,2}\d[\w./-]{0,24}")
_ALSO = re.compile(r"(?:, ?| ?/ ?| en | and | & |; ?)(?=[A-Za-z]{0,4}[-/]?\d)")
_LETTERED = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,3}-\d{1,4}-\d{2,6}|[A-Z]{1,3}-(?:\d{3,8}|0\d)|20\d\d-[A-Z]{1,3}-?\d{2,6}"
    r"|[A-Z]\d{5,8}|[a-z]\d{6,8}"
    r"|[A-Z]{2}\d{9,12}|[A-Z]{2}\d\d ?[A-Z]{4}(?: ?\d{4}){2} ?\d{2})(?![\w/-])"
)
_NO_CODES = re.compile(r"(?:ISO|NEN|EN|DIN|RFC|CAO|NPR|BS|PO)\b|[ABEN]-\d{1,3}$")
_LONE = re.compile(r"(?<![\w.,/€$£+-])(?<![€$£] )\d{6,10}(?![\w/%-]|[.,]\d)")
_COUNTED = re.compile(
    r" ?(?:euro|eur|€|gulden|frank|dollar|pond|roebel|yen|mensen|inwoners|personen|leden|bezoekers|kilometer|km|meter"
    r"|ton|people|members|jaar|keer|stuks|woningen|banen|uur|years)\b",
    re.IGNORECASE,
)


def numbers(piece: Piece) -> Iterator[Find]:
    """Return numbers of people, files and things."""
    for word in piece.words:
        if word in _SHORT_WORDS:
            yield from _said(piece, word, _SHORT_GLUE, 3)
        elif _says_number(word):
            yield from _said(piece, word, _GLUE, 3 if word in _BARE else 2)
    if piece.digits > 2:
        yield from _alone(piece)


def _says_number(word: str) -> bool:
    if word.endswith("id"):
        return word == "id" or _is_id(word)
    return word.endswith(_ENDS) and not word.startswith(_NO_FILES) and len(word) != 3


def _is_id(word: str) -> bool:
    """Tell whether *id* is a word by itself there: *klantid*, *badge-id*, not *mogelijkheid* and *Madrid*."""
    head, known = word[:-2].rstrip("-_"), lists()
    if head != word[:-2] or head == "pers":
        return True
    return len(head) > 2 and known.is_word(head) and not known.is_listed_word(word) and not word.endswith("heid")


def _said(piece: Piece, word: str, glue: re.Pattern[str], shortest: int) -> Iterator[Find]:
    for start, end in piece.places(word):
        between = glue.match(piece.small, end)
        if between is not None:
            is_person = shortest == 3 and _PERSON_BEFORE.search(piece.small[max(0, start - 12) : start])
            yield from _behind(piece, between.end(), 2 if is_person else shortest)


def _alone(piece: Piece) -> Iterator[Find]:
    for found in piece.at(piece.chunks, _LETTERED):
        if not _NO_CODES.match(found[0]):
            yield piece.find(found.span(), Kind.NUMBER, Certainty.MAY, ALONE)
    for found in piece.at(piece.numbers, _LONE):
        if not _COUNTED.match(piece.text, found.end()):
            yield piece.find(found.span(), Kind.NUMBER, Certainty.MAY, ALONE)


def _behind(piece: Piece, place: int, shortest: int) -> Iterator[Find]:
    """Return the numbers behind the word for them: *facturen 2023-0871 en 2023-0902*."""
    code = _CODE.match(piece.text, place)
    while code is not None:
        end = place + len(code[0].rstrip("./-"))
        text = piece.text[place:end]
        digits = sum(sign.isdecimal() for sign in text)
        if digits < shortest or _COUNTED.match(piece.text, end) or _is_other(text, shortest):
            return
        yield piece.find((place, end), Kind.NUMBER, Certainty.IDENTIFIES, NUMBER)
        also = _ALSO.match(piece.text, end)
        if also is None:
            return
        place = also.end()
        code = _CODE.match(piece.text, place)


def _is_other(text: str, shortest: int) -> bool:
    """Tell whether what stands there is a year, a day or a time, or a word with a number: *melding in 2023*."""
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d|\d{4})|\d{1,2}[:.]\d\d", text):
        return True
    if " " in text and not re.match(r"[A-Z]{1,5} ?\d", text):
        return True
    return shortest > 2 and re.fullmatch(r"(?:[A-Z]{1,5} )?(?:19|20)\d\d", text) is not None
