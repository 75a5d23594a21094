"""What is told of a journal that does not open, for each way in which it can be wrong: what, what is safe, what now."""

from __future__ import annotations

from dataclasses import dataclass

from vpjournal import errors
from vpjournal.domain.language import mark
from vpjournal.errors import JournalError


@dataclass(frozen=True, slots=True)
class Trouble:
    """One way in which a journal can be wrong.

    ``looks`` says that what is whole may still be shown, ``again_first`` that trying again is the first thing to do.
    """

    name: str
    heading: str
    matter: str
    safe: str
    looks: bool = False
    again_first: bool = False


_WRONG = mark("Er is iets mis met het journaal")
HEADERS = Trouble(
    "headers",
    _WRONG,
    mark(
        "De twee kleine bestanden waarmee uw wachtzin het journaal opent, zijn beschadigd of staan niet meer in de "
        "map. Aan uw wachtzin ligt het niet."
    ),
    mark(
        "Uw aantekeningen zelf zijn niet aangeraakt. Zonder die bestanden kan niemand ze openen; "
        "in elke reservekopie zitten ze ook."
    ),
)
DATABASE_GONE = Trouble(
    "database_gone",
    _WRONG,
    mark(
        "Het bestand met uw aantekeningen staat niet meer in de map van het journaal. Misschien is het verplaatst, "
        "of is het kopiëren van de map nog niet klaar."
    ),
    mark("Er is niets veranderd in de map. Staat het bestand er weer, dan opent uw wachtzin het journaal."),
)
LENGTH = Trouble(
    "length",
    _WRONG,
    mark(
        "Het bestand met uw aantekeningen is korter of langer dan het hoort te zijn: er ontbreekt een stuk, of er "
        "staat iets te veel in. Dat gebeurt als kopiëren halverwege stopt. Aan uw wachtzin ligt het niet."
    ),
    mark("Er is niets veranderd in de map."),
    looks=True,
)
DATABASE = Trouble(
    "database",
    _WRONG,
    mark("Een deel van het bestand met uw aantekeningen is beschadigd. Aan uw wachtzin ligt het niet."),
    mark("Er is niets veranderd in de map. Een beschadigde tekst wordt nooit getoond alsof hij klopt."),
    looks=True,
)
MISMATCH = Trouble(
    "mismatch",
    _WRONG,
    mark(
        "De bestanden in de map van het journaal horen niet bij elkaar: oude en nieuwe bestanden staan door elkaar, "
        "of er zit een bestand van een ander journaal bij. Dat gebeurt als maar een deel van de map is teruggezet."
    ),
    mark("Er is niets veranderd in de map. Aan uw wachtzin ligt het niet."),
)
FOUND = Trouble(
    "found",
    _WRONG,
    mark("Een deel van het bestand met uw aantekeningen is beschadigd. Het journaal is nu gesloten."),
    mark(
        "Wat u schreef, is opgeslagen. Wat heel is, blijft te lezen en te gebruiken. Een beschadigde tekst wordt nooit "
        "getoond alsof hij klopt."
    ),
)
OLDER = Trouble(
    "older",
    mark("Dit journaal is ouder dan de vorige keer"),
    mark(
        "Op deze plek stond de vorige keer een nieuwer journaal. Misschien heeft een programma dat mappen op twee "
        "computers gelijk houdt een oudere map teruggezet, of is een kopie van de hele laptop teruggezet."
    ),
    mark("Er is niets beschadigd. Wat u intussen in dit journaal schreef, is opgeslagen en blijft staan."),
)
TOO_NEW = Trouble(
    "too_new",
    mark("Dit journaal is van een nieuwere versie"),
    mark(
        "Een nieuwere versie van VP-journaal heeft dit journaal bijgewerkt. Deze versie kan het nog niet lezen. Zet "
        "de nieuwere versie op deze laptop; daarna opent uw wachtzin het journaal weer."
    ),
    mark("Er is niets mis met uw aantekeningen, en er is niets veranderd in de map."),
    again_first=True,
)


def trouble_of(error: JournalError) -> Trouble | None:
    """Return what a fault at opening tells of the journal itself; None for what is told beside the passphrase."""
    if isinstance(error, errors.JournalTooNew):
        return TOO_NEW
    if isinstance(error, errors.PartsDoNotMatch):
        return MISMATCH
    if isinstance(error, errors.WrongLength):
        return LENGTH
    if isinstance(error, errors.JournalDamaged):
        return HEADERS if error.part == "header" else DATABASE
    if isinstance(error, errors.JournalNotFound) and error.part:
        return DATABASE_GONE if error.part.startswith("data-") else HEADERS
    return None
