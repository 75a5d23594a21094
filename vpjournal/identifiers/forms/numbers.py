"""Numbers that belong to one person or thing: citizen and account numbers with their check, plates, postcodes."""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.codes import numbers
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.sentences import word_before, word_set

BSN = mark("Een burgerservicenummer is van één persoon.")
IBAN = mark("Een rekeningnummer is van één persoon of organisatie.")
PLATE = mark("Een kenteken wijst naar één auto, en zo naar wie erin rijdt.")
POSTCODE = mark("Een postcode wijst naar enkele huizen.")

_NINE = re.compile(r"(?<![\w.,-])(?:\d{9}|\d{4}[. ]\d\d[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\w-]|[.,]\d)")
_BEHIND_MONEY = re.compile(r" ?(?:euro|eur|€|gulden|frank|dollar|pond|miljoen)\b", re.IGNORECASE)

_IBAN_LANDS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18"
    " FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20"
    " LV21"
    " LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24"
    " SM27"
    " ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
)
_IBAN_LENGTHS = {land[:2]: int(land[2:]) for land in _IBAN_LANDS.split()}
_IBAN_START = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d\d(?=[ .-]?[A-Za-z0-9])")

# Which letters and digits Dutch plates have had, side by side, since 1951.
_SIDECODES = (
    r"LL~\d\d~\d\d|\d\d~\d\d~LL|\d\d~LL~\d\d|LL~\d\d~LL|LL~LL~\d\d|\d\d~LL~LL|\d\d~LLL~\d|\d~LLL~\d\d|LL~\d{3}~L"
    r"|L~\d{3}~LL|LLL~\d\d~L|L~\d\d~LLL|\d~LL~\d{3}|\d{3}~LL~\d"
).replace("L", "[a-z]")
_PLATE = re.compile(rf"(?<![\w-])(?:{_SIDECODES.replace('~', '-')}|[12]-[a-z]{{3}}-\d{{3}})(?![\w-])", re.IGNORECASE)
_LOOSE_PLATE = re.compile(rf"(?<![\w-])(?:{_SIDECODES.replace('~', '[ -]?')})(?![\w-])", re.IGNORECASE)
_OTHER_PLATE = re.compile(
    r"(?<![\w-])(?:[12]?[ -]?[a-z]{3}[ -]?\d{3}|\d{3}[ -]?[a-z]{3}|[a-z]{1,3}[ -][a-z]{1,2}[ -]?\d{1,4})(?![\w-])",
    re.IGNORECASE,
)
_VEHICLES = word_set(
    "auto busje bestelbus bestelauto bedrijfsauto leaseauto dienstauto vrachtwagen voertuig scooter motor wagen bolide"
    " bus car truck lorry"
)
_SAYS_PLATE = word_set("kenteken kentekens kentekenplaat nummerplaat nummerbord plate registration")
_FAR = 40

_POSTCODE = re.compile(r"(?<![\w.,/-])([1-9]\d{3})( ?)([A-Za-z]{2})(?!\w|['’-]\w)")
_NEVER = word_set("sa sd ss")
_UNITS_AND_WORDS = word_set(
    "km kg mb gb kb cm mm ml gr pk cc hz kw mw bv nv hr or mt vp ok eu tv am pm en of op in is te we ze je de om na"
    " ik al"
    " er nu ja uw pc cd it nl dr mw ze zo ga me he it my on to at by us an as be do go no so up if st nd rd th ad vc ex"
)
_BEFORE_A_YEAR = word_set(
    "in sinds vanaf tot van eind begin medio na voor zomer winter voorjaar najaar lente herfst per jaar januari"
    " februari maart april mei juni juli augustus september oktober november december since from until of year early"
    " late"
)
_BRITISH = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
_BELGIAN = re.compile(
    r"(?<![\w-])(?:B-?[1-9]\d{3}|[1-9]\d{3}(?= (?:Antwerpen|Gent|Brugge|Leuven|Mechelen|Hasselt|Kortrijk|Oostende|Aalst"
    r"|Genk|Brussel|Sint-Niklaas|Roeselare|Turnhout|Lier|Luik|Namen|Charleroi|Vilvoorde|Dendermonde|Ieper|Tongeren)\b)"
    r"|[DF]-\d{5})(?![\w-])"
)


def look(piece: Piece) -> Iterator[Find]:
    """Return numbers that say who or what someone is."""
    if piece.digits < 2:
        return
    yield from numbers(piece)
    yield from _plates(piece)
    yield from _postcodes(piece)
    if piece.digits >= 8:
        yield from _citizens(piece)
        yield from _accounts(piece)


def _citizens(piece: Piece) -> Iterator[Find]:
    for found in piece.at(piece.numbers, _NINE):
        if is_bsn(found[0]) and not _BEHIND_MONEY.match(piece.text, found.end()):
            yield piece.find(found.span(), Kind.BSN, Certainty.IDENTIFIES, BSN)


def is_bsn(number: str) -> bool:
    """Tell whether nine digits pass the check of a citizen number."""
    digits = [int(digit) for digit in number if digit.isdecimal()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * digit for weight, digit in zip(weights, digits, strict=True))
    return any(digits) and total % 11 == 0


def _accounts(piece: Piece) -> Iterator[Find]:
    for found in _IBAN_START.finditer(piece.text):
        length = _IBAN_LENGTHS.get(found[0][:2].upper())
        end = _end_of(piece.text, found.start(), length) if length else None
        if end is not None and is_iban(piece.text[found.start() : end]):
            yield piece.find((found.start(), end), Kind.IBAN, Certainty.IDENTIFIES, IBAN)


def _end_of(text: str, start: int, length: int) -> int | None:
    """Return where so many letters and digits end, with at most one sign between two of them."""
    place, count = start, 0
    while place < len(text) and count < length:
        if text[place].isascii() and text[place].isalnum():
            count += 1
        elif text[place] not in " .-\u00a0" or not text[place - 1].isalnum():
            return None
        place += 1
    ends = count == length and (place == len(text) or not text[place].isalnum())
    return place if ends else None


def is_iban(account: str) -> bool:
    """Tell whether an account number passes the check of ISO 13616, modulo 97."""
    plain = "".join(sign for sign in account.upper() if sign.isalnum())
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def _plates(piece: Piece) -> Iterator[Find]:
    if "-" in piece.text:
        for found in piece.at(piece.chunks, _PLATE):
            yield piece.find(found.span(), Kind.PLATE, Certainty.IDENTIFIES, PLATE)
    for word in piece.words & (_SAYS_PLATE | _VEHICLES):
        for _start, end in piece.places(word):
            loose = _loose_plate(piece.text, end, says_plate=word in _SAYS_PLATE)
            if loose:
                yield piece.find(loose.span(), Kind.PLATE, Certainty.IDENTIFIES, PLATE)


def _loose_plate(text: str, place: int, *, says_plate: bool) -> re.Match[str] | None:
    """Return a plate without its hyphens behind a word for it; behind *auto* in capitals or in one piece alone."""
    for loose in _LOOSE_PLATE.finditer(text, place, place + _FAR):
        is_joined = " " not in loose[0] or loose[0].isupper()
        if not _is_ordinary(loose[0]) and (says_plate or is_joined):
            return loose
    other = _OTHER_PLATE.search(text, place, place + _FAR) if says_plate else None
    is_amount = other is not None and " " in other[0] and re.search(r"[a-z]", other[0]) is not None
    return None if is_amount else other


def _is_ordinary(words: str) -> bool:
    """Tell whether it is a postcode, or a small word with a number: *2712 LX*, *in 2712*."""
    if re.fullmatch(r"\d{4} ?[A-Za-z]{2}", words):
        return True
    return any(letters in _UNITS_AND_WORDS for letters in re.findall(r"[a-z]+", words))


def _postcodes(piece: Piece) -> Iterator[Find]:
    text = piece.text
    behind_letters = [
        place - back for place in piece.numbers for back in (2, 1) if text[place - back : place].isupper()
    ]
    yield from (
        piece.find(found.span(), Kind.POSTCODE, Certainty.IDENTIFIES, POSTCODE)
        for found in piece.at(behind_letters, _BRITISH)
    )
    if piece.digits < 4:
        return
    for found in piece.at(piece.numbers, _POSTCODE):
        if _is_postcode(piece, found):
            yield piece.find(found.span(), Kind.POSTCODE, Certainty.IDENTIFIES, POSTCODE)
    for found in piece.at(piece.chunks, _BELGIAN):
        yield piece.find(found.span(), Kind.POSTCODE, Certainty.IDENTIFIES, POSTCODE)


def _is_postcode(piece: Piece, found: re.Match[str]) -> bool:
    letters = found[3]
    small = letters.lower()
    before = piece.text[max(0, found.start() - 2) : found.start()]
    in_address = before.endswith(", ") or piece.text[found.end() : found.end() + 2].strip()[:1].isupper()
    if (
        small in _NEVER
        or (letters.islower() and small in _UNITS_AND_WORDS)
        or letters[1:].isupper() != letters[:1].isupper()
    ):
        return False
    word = word_before(piece.text, found.start())[0].casefold()
    if word == "postcode":
        return True
    is_year = found[1][:2] in ("19", "20") and (word in _BEFORE_A_YEAR or not in_address)
    if is_year or (letters.islower() and found[2] and before.strip() and not before.endswith(", ")):
        return False
    return small not in _UNITS_AND_WORDS or in_address
