"""Which kind of organisation, job or trait a name or a word says, so that the kind can be said instead of it."""

import re
from collections.abc import Iterable

from vpjournal.identifiers.sentences import word_set

# Each row: what a name or the word before it holds, and what is said instead in Dutch and in English.
_ORGANISATIONS = (
    (r"ziekenhuis|hospital|kliniek|clinic", "een ziekenhuis", "a hospital"),
    (r"zorg|verpleeghuis|hospice|\bcare\b|ggz", "een zorginstelling", "a care provider"),
    (r"school|college|lyceum|gymnasium|kindcentrum|\broc\b|mavo|academ", "een school", "a school"),
    (r"universit", "een universiteit", "a university"),
    (r"gemeente|municipal|\bcouncil\b", "een gemeente", "a municipality"),
    (r"waterschap|provincie|ministerie|ministry", "een overheidsorganisatie", "a public body"),
    (r"vakbond|bond\b|union\b", "een vakbond", "a trade union"),
    (r"leverancier|supplier", "een leverancier", "a supplier"),
    (r"\bkerk\b|parochie|moskee|church|mosque|parish", "een geloofsgemeenschap", "a faith community"),
    (r"\bclub\b|vereniging|\bfc\b|\bvv\b|association", "een vereniging", "an association"),
    (r"stichting|foundation", "een stichting", "a foundation"),
    (r"\bbank\b|verzeker|insur", "een financiële instelling", "a financial institution"),
    (r"hotel|restaurant|café|brasserie", "een horecabedrijf", "a hospitality company"),
    (r"museum|theater|orkest|gezelschap", "een culturele instelling", "a cultural institution"),
    (r"\bb\.?v\b|\bn\.?v\b|bedrijf|firma|groep|group|\bltd\b|\binc\b|company", "een bedrijf", "a company"),
)
KIND_NOUNS = word_set(
    "stichting vereniging ziekenhuis school basisschool bedrijf firma gemeente hogeschool universiteit leverancier club"
    " bank hotel restaurant museum theater kliniek zorginstelling verpleeghuis woningcorporatie organisatie"
    " uitzendbureau adviesbureau bureau kerk moskee vakbond hospital company school university supplier foundation"
)
"""Words before the name of an organisation that say what it is, in small letters."""
_OF_MANAGERS = re.compile(
    r"hoofd|direct|leid|manager|chief|head|\bceo\b|\bcfo\b|\bcoo\b|\bcto\b|voorzitter|chair|rector|decaan|dean|burgemeester"
    r"|wethouder|bestuur|president|commandant|comandant|chef|korps|dijkgraaf|principal|partner|trainer|coach|dirigent|lead\b",
    re.IGNORECASE,
)
_NO_ARTICLE = word_set("als mijn onze haar zijn hun uw")
_BEFORE_ADJECTIVE = word_set("de het een mijn onze haar zijn hun deze die")
_HAVING = word_set("heeft had hebben hebt heb met kreeg krijgt gehad vanwege door has have had with got from")
_NO_CONDITION: tuple[str, ...] = (
    "ling",
    "twins",
    "triplets",
    "doek",
    "stoel",
    "keppel",
    "keppeltje",
    "hijab",
    "tulband",
    "turban",
    "verleden",
)
_NO_CONDITION += ("se", "sche", "accent", "chair", "hond", "dog", "roots")
_SPEAKING = word_set("spreekt sprak spreken praat praten thuis alleen speaks speak spoke in het")


def instead_of_organisation(name: str, before: str, determiner: str, *, english: bool) -> tuple[str, ...]:
    """Return what to say instead of the name of an organisation; a word before it that says the kind is enough."""
    usual = ("the organisation", "another organisation") if english else ("de organisatie", "een andere organisatie")
    if before.casefold() in KIND_NOUNS:
        said = before if determiner else f"{'a' if english else 'een'} {before.casefold()}"
        return (said, *usual)
    kinds = tuple(_kinds(f"{before} {name}", english=english))
    return (*kinds, *usual) if kinds else (*usual, "a supplier" if english else "een leverancier")


def _kinds(words: str, *, english: bool) -> Iterable[str]:
    for pattern, dutch, in_english in _ORGANISATIONS:
        if re.search(pattern, words, re.IGNORECASE):
            yield in_english if english else dutch
            return


def instead_of_job(title: str, before: str, earlier: str, *, english: bool) -> tuple[str, ...]:
    """Return the common role of a job that few people hold. Behind *als*, *mijn*, *een nieuwe* it needs no article."""
    is_manager = _OF_MANAGERS.search(title) is not None
    if english:
        return ("a manager", "an employee") if is_manager else ("an employee", "a colleague")
    first = ("leidinggevende", "medewerker") if is_manager else ("medewerker", "collega")
    if before in _NO_ARTICLE or (earlier in _BEFORE_ADJECTIVE and before.endswith("e")):
        return first
    return tuple(f"een {word}" for word in first)


def instead_of_trait(word: str, before: str, *, english: bool) -> tuple[str, ...]:
    """Return broader words for a trait, where the sentence allows neutral ones; else nothing, which is better."""
    small = before.casefold()
    if small in _HAVING and not word.casefold().endswith(_NO_CONDITION):
        return ("a health condition",) if english else ("een aandoening",)
    if small in _SPEAKING and " " not in word:
        return ("another language",) if english else ("een andere taal",)
    return ()
