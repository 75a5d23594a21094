"""Numbers of people and files that have no check of their own: the word before them says what they are.

A number that stands alone is only asked about: it may be an amount.
"""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.pieces import Piece
from vpjournal.identifiers.sentences import word_set

NUMBER = mark("Het nummer van een persoon, een zaak of een stuk: wie erbij kan, weet wie het is.")
ALONE = mark("Een los nummer: misschien van een persoon of een zaak.")

_SUBJECTS = (
    r"personeels|personeel|pers\.?|perso\.?|zaak|zaaks|dossier|cli[eë]nt(?:en)?|klant(?:en)?|pati[eë]nt(?:en)?|polis"
    r"|factuur"
    r"|ticket|meldings?|incident|kas|big|kvk|agb|btw|rel(?:atie)?|registratie|lid(?:maatschaps)?|contract|rekening"
    r"|order"
    r"|inschrijf|studenten?|leerling(?:en)?|paspoort|rijbewijs|badge|pas|medewerkers?|werknemers?|dienst|stamboek|sofi"
    r"|sollicitatie|vacature|declaratie|aanvraag|bestel|track|referentie|kamer|rapport|stuk|proces-?verbaal|pv|aangifte"
    r"|employee|staff|personnel|case|file|client|customer|patient|policy|invoice|claim|reference|account|badge|payroll"
    r"|membership|registration|student|passport|licence|license|order|report|incident|id"
)
_SAID = re.compile(
    rf"\b(?:{_SUBJECTS})[- ]?(?:nummers?|nrs?|numbers?|no|#|id|code)\b\.?"
    r"(?: ?(?:is|was|van [a-zë]{3,12}))? ?[:=#]? ?\(?",
    re.IGNORECASE,
)
_SIGNS = ("nr", "num", " no", "#", " id", "code")
_SHORT_WORDS = word_set(
    "zaak dossier factuur ticket polis case file invoice claim ref referentie reference kenmerk certificaat certificate"
    " payslip loonstrook bon order incident melding bsn burgerservicenummer sofinummer persnr bijlage proces-verbaal pv"
    " badge cliënt client patiënt patient bewoner klant deelnemer betrokkene respondent rekening rekeningnummer kvk"
    " big agb"
    " policy nummer nr number kluisje locker"
)
_SHORTLY = re.compile(
    rf"\b(?:{'|'.join(sorted(_SHORT_WORDS, key=len, reverse=True))})\b\.?(?: ?[:=#] ?| nr\.? ?| no\.? ?| )#?",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:[A-Za-z]{1,5}[-/. ]?){0,2}\d[\w./-]{0,24}")
_ALSO = re.compile(r"(?:, ?| ?/ ?| en | and | & |; ?)(?=[A-Za-z]{0,4}[-/]?\d)")
_LETTERED = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,3}-\d{1,4}-\d{2,6}|[A-Z]{1,3}-\d{3,8}|20\d\d-[A-Z]{1,3}-?\d{2,6}|[A-Z]\d{5,8})(?![\w/-])"
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
    if any(sign in piece.small for sign in _SIGNS):
        for said in _SAID.finditer(piece.text):
            yield from _behind(piece, said.end(), 2)
    if not piece.words.isdisjoint(_SHORT_WORDS):
        for said in _SHORTLY.finditer(piece.text):
            yield from _behind(piece, said.end(), 3)
    if piece.digits > 2:
        yield from _alone(piece)


def _alone(piece: Piece) -> Iterator[Find]:
    for found in _LETTERED.finditer(piece.text):
        if not _NO_CODES.match(found[0]):
            yield piece.find(found.span(), Kind.NUMBER, Certainty.MAY, ALONE)
    for found in _LONE.finditer(piece.text):
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
    return shortest > 2 and re.fullmatch(r"(?:19|20)\d\d", text) is not None
