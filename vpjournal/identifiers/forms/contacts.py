"""How someone is reached: addresses of mail, pages and accounts, and telephone numbers."""

import re
from collections.abc import Iterator

from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.language import mark
from vpjournal.identifiers.forms.pieces import Piece
from vpjournal.identifiers.sentences import word_set

EMAIL = mark("Een e-mailadres is van één persoon.")
URL = mark("Een internetadres wijst naar een organisatie of een persoon.")
HANDLE = mark("Met een naam op sociale media is iemand zo gevonden.")
PHONE = mark("Een telefoonnummer is van één persoon of één plek.")

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_SPOKEN_AT = re.compile(
    r"(?<![\w.+-])[\w.+-]{2,40} ?(?:\b(?:apenstaartje|apestaartje|at)\b|\(at\)|\[at\]|@) ?"
    r"[\w-]{2,40}(?: ?(?:\b(?:punt|dot)\b|\(dot\)|\[dot\]|\.(?! (?!(?:nl|com|org|eu)\b)[^\W_])) ?[\w-]{2,20}){1,3}",
    re.IGNORECASE,
)
"""A full stop with a blank and a word behind it ends the sentence, and with it the address, but for *. nl*."""
_AT_WORDS = word_set("apenstaartje apestaartje at")
_DOT_WORDS = word_set("punt dot com nl")
_DOTTED = re.compile(r"\.[a-z]{2}")
_URL = re.compile(r"(?:https?://|(?<![\w.@-])www\.)[^\s<>\"|]{3,200}", re.IGNORECASE)
_BARE_URL = re.compile(
    r"(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,3}(?:nl|com|org|eu|be|example|amsterdam|frl)\b"
    r"(?![\w@-])(?:/[^\s<>\"|]{0,100})?"
)
_ENDINGS = (".nl", ".com", ".org", ".eu", ".be", ".example", ".amsterdam", ".frl")
_HANDLE = re.compile(r"(?<![\w@.+-])@[^\W_](?:[\w.]|-(?=\w)){1,29}")
_SITES = r"insta(?:gram)?|snap(?:chat)?|tiktok|twitter|linkedin|facebook|discord|telegram|strava|twitch|reddit|skype"
_PROFILE = re.compile(
    rf"\b(?:(?:{_SITES}|gebruikersnaam|username|profielnaam|inlognaam|inlog|login) ?[:=] ?([\w.]{{3,30}}(?:#\d{{4}})?)"
    rf"|(?:{_SITES}|gebruikers|profiel|inlog|user|profile)[- ]?(?:naam|name|account)? (?:is |was |als |as |onder |van"
    rf" )?['‘\"]?"
    r"(?=[a-z.]{0,29}[_\d])([a-z][\w.]{2,30}))",
    re.IGNORECASE,
)
_PROFILES = word_set(
    "insta instagram snap snapchat tiktok twitter linkedin facebook discord telegram gebruikersnaam username"
    " profielnaam inlognaam instanaam snapnaam instagramnaam tiktok-naam insta-naam snap-naam strava twitch reddit"
    " skype inlog login"
    " gebruikersaccount"
)

_UNDER_A_NAME = re.compile(
    r"\b(?:onder|met) de (?:naam|schuilnaam|nickname|gebruikersnaam) ['‘\"“]?(?=\w{0,20}(?:[a-z][A-Z]|[_\d]"
    r"|\.\w))([A-Za-z][\w.]{3,30})|\b(?:account"
    r"|profiel) (?:heet|is|van|@)?"
    r" ?['‘\"“]?(?=[a-z.]{0,29}[_\d])([A-Za-z][\w.]{2,30})"
)
_NAME_WORDS = word_set("naam schuilnaam nickname gebruikersnaam account profiel")
_JOINED = re.compile(r"(?<![\w@./\\-])[a-z][a-z0-9.]{0,20}_[a-z0-9_.]{1,24}(?![\w/\\-])", re.IGNORECASE)
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|txt|jpe?g|png|msg|eml|zip|csv|pptx?|mp[34]|toml|py)$", re.IGNORECASE)
_SPEAKS = re.compile(r"^(?:\[?\d{1,2}[:.]\d\d\]? ?-? ?)?([a-z][a-z0-9]{1,20}[._][a-z0-9._]{1,20}|[a-z]{3,20}\d{1,4}): ")

# Between two digits: nothing, a space, a point, a hyphen or a slash with or without spaces.
_GAP = r"(?: ?[-–/] ?|[ .])?"
_PHONES = (
    re.compile(rf"(?<![\w+.,-])\(?0[1-9](?:\)?{_GAP}\d){{8,9}}(?!\d|[-/]\d)"),
    re.compile(rf"(?<![\w+])(?:\+|00)31(?:{_GAP}\(0\))?(?:{_GAP}\d){{9}}(?!\d)"),
    re.compile(rf"(?<![\w+])(?:\+|00)32(?:{_GAP}\(0\))?(?:{_GAP}\d){{8,9}}(?!\d)"),
    re.compile(rf"(?<![\w+])(?:\+|00(?=[1-9]))(?!3[12])[1-9](?:{_GAP}(?:\(0\)){{0,1}}\d){{8,13}}(?!\d)"),
    re.compile(r"(?<![\w+.,-])0[1-9]\d?(?: |/| / |-)\d{2,3}[ .]\d\d[ .]\d\d(?!\d)"),
    re.compile(r"(?<![\w+.,-])07\d{3} ?\d{6}(?!\d)"),
)
_SHORT = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|telnr|toestel|tst|mob|mobiel|gsm|phone|ext|fax)\b\.?(?: ?[:=] ?| )"
    r"(\d(?:[\d .-]{1,12}\d)?)(?!\d)",
    re.IGNORECASE,
)
_SHORTS = word_set("tel telefoon telefoonnummer telnr toestel tst mob mobiel gsm phone ext fax")
_GROUPS = re.compile(r"\d+")
_DAY_FIRST = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d\d")


def look(piece: Piece) -> Iterator[Find]:
    """Return by what someone is reached."""
    text = piece.text
    if "@" in text:
        yield from _addresses(piece)
    if "@" in text or "(at)" in text or "[at]" in text or _is_spoken(piece):
        yield from _spoken(piece)
    if "://" in text or _DOTTED.search(piece.small):
        yield from _pages(piece)
    if not piece.words.isdisjoint(_PROFILES):
        for found in _PROFILE.finditer(text):
            yield _trimmed(piece, found.span(1 if found[1] else 2), Kind.HANDLE, HANDLE)
    yield from _nicknames(piece)
    if piece.digits >= 2:
        yield from _phones(piece)


def _addresses(piece: Piece) -> Iterator[Find]:
    for found in _EMAIL.finditer(piece.text):
        yield piece.find(found.span(), Kind.EMAIL, Certainty.IDENTIFIES, EMAIL)
    for found in _HANDLE.finditer(piece.text):
        yield _trimmed(piece, found.span(), Kind.HANDLE, HANDLE)


def _nicknames(piece: Piece) -> Iterator[Find]:
    """Give names as they are made up for accounts: behind a word for them, joined by *_*, or before what is said."""
    if not piece.words.isdisjoint(_NAME_WORDS):
        for found in _UNDER_A_NAME.finditer(piece.text):
            yield _trimmed(piece, found.span(1 if found[1] else 2), Kind.HANDLE, HANDLE)
    if "_" in piece.text:
        for found in _JOINED.finditer(piece.text):
            if not _FILE.search(found[0]):
                yield piece.find(found.span(), Kind.HANDLE, Certainty.MAY, HANDLE)
    if (speaks := _SPEAKS.match(piece.small)) is not None:
        yield piece.find(speaks.span(1), Kind.HANDLE, Certainty.IDENTIFIES, HANDLE)


def _is_spoken(piece: Piece) -> bool:
    return not piece.words.isdisjoint(_AT_WORDS) and not piece.words.isdisjoint(_DOT_WORDS)


def _spoken(piece: Piece) -> Iterator[Find]:
    """Give an address of mail that was written as it is said: *piet apenstaartje voorbeeld punt nl*."""
    for found in _SPOKEN_AT.finditer(piece.text):
        plain_word = " at " in found[0].lower() and not re.search(r"\b(?:punt|dot)\b|\.[a-z]{2,3}$", found[0].lower())
        if not plain_word:
            yield piece.find(found.span(), Kind.EMAIL, Certainty.IDENTIFIES, EMAIL)


def _pages(piece: Piece) -> Iterator[Find]:
    if "www." in piece.small or "://" in piece.text:
        for found in _URL.finditer(piece.text):
            yield _trimmed(piece, found.span(), Kind.URL, URL)
    if any(ending in piece.text for ending in _ENDINGS):
        for found in _BARE_URL.finditer(piece.text):
            yield _trimmed(piece, found.span(), Kind.URL, URL)


def _trimmed(piece: Piece, span: tuple[int, int], kind: Kind, reason: str) -> Find:
    """Leave out the signs that belong to the sentence."""
    start, end = span
    end = start + len(piece.text[start:end].rstrip(".,;:!?)'\"…"))
    return piece.find((start, end), kind, Certainty.IDENTIFIES, reason)


def _phones(piece: Piece) -> Iterator[Find]:
    if piece.digits >= 9 and ("0" in piece.text or "+" in piece.text):
        text = piece.text
        starts = [place - (text[place - 1 : place] in ("(", "+")) for place in piece.numbers]
        for pattern in _PHONES:
            for found in piece.at(sorted({*starts, *piece.numbers}), pattern):
                if _is_phone(found[0]):
                    yield piece.find(found.span(), Kind.PHONE, Certainty.IDENTIFIES, PHONE)
    if not piece.words.isdisjoint(_SHORTS):
        for found in _SHORT.finditer(piece.text):
            if len(_GROUPS.sub(lambda digits: "x" * len(digits[0]), found[1]).replace(" ", "")) >= 3:
                yield piece.find(found.span(1), Kind.PHONE, Certainty.IDENTIFIES, PHONE)


def _is_phone(number: str) -> bool:
    """Tell whether the digits are grouped as a number is: not a day with a time, and no digits one by one."""
    groups = _GROUPS.findall(number.replace("(0)", ""))
    return not _DAY_FIRST.match(number) and sum(len(group) < 2 for group in groups) < 2
