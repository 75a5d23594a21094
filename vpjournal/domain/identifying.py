"""What would identify someone in a text: where it stands, what it is, how sure that is, and why, in words.

A find is a question to the adviser, never a verdict: it helps to see, and does not promise that nothing is left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from enum import StrEnum

from vpjournal.domain.ids import CaseId, NotNameId
from vpjournal.domain.language import mark

SMALL = 50
"""In an organisation of fewer people, each role is one person."""


class Kind(StrEnum):
    """What a piece of text is. The order is that of weight: of two finds in one place the first one stays."""

    PERSON = "person"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    PHONE = "phone"
    BSN = "bsn"
    IBAN = "iban"
    PLATE = "plate"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NUMBER = "number"
    ORGANISATION = "organisation"
    UNIQUE = "unique"
    DEPARTMENT = "department"
    PLACE = "place"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    JOB_TITLE = "jobtitle"
    TRAIT = "trait"


KIND_NAMES: Mapping[Kind, str] = {
    Kind.PERSON: mark("naam van een persoon"),
    Kind.EMAIL: mark("e-mailadres"),
    Kind.URL: mark("internetadres"),
    Kind.HANDLE: mark("naam op sociale media"),
    Kind.PHONE: mark("telefoonnummer"),
    Kind.BSN: mark("burgerservicenummer"),
    Kind.IBAN: mark("rekeningnummer"),
    Kind.PLATE: mark("kenteken"),
    Kind.ADDRESS: mark("straat of adres"),
    Kind.POSTCODE: mark("postcode"),
    Kind.NUMBER: mark("nummer van een persoon of zaak"),
    Kind.ORGANISATION: mark("naam van een organisatie"),
    Kind.UNIQUE: mark("wijst naar één persoon"),
    Kind.DEPARTMENT: mark("afdeling of team"),
    Kind.PLACE: mark("plaats"),
    Kind.DATE: mark("datum"),
    Kind.TIME: mark("tijdstip"),
    Kind.AGE: mark("leeftijd"),
    Kind.JOB_TITLE: mark("functie"),
    Kind.TRAIT: mark("kenmerk"),
}


SMALL_ORGANISATION = mark("Dit is een kleine organisatie: daar kan ook een functie of een rol al één persoon zijn.")
"""Said wherever an organisation has fewer than fifty people."""


class Certainty(StrEnum):
    """How much a find gives away."""

    IDENTIFIES = "identifies"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Find:
    """One find. ``text`` is exactly the text from ``start`` to ``end``, which count code points.

    ``reason`` is a Dutch sentence that is a key of the catalogue: shown with ``texts(find.reason)``. It never holds
    anything of the text itself.
    """

    start: int
    end: int
    text: str = field(repr=False)
    kind: Kind
    certainty: Certainty
    reason: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What to change in a text so that something else is said: from ``start`` to ``end`` comes ``text``."""

    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A word that judges or shrinks, asked about when a note is finished. ``reason`` is a key of the catalogue."""

    start: int
    end: int
    text: str = field(repr=False)
    reason: str


class ReportKind(StrEnum):
    """What in the text of a yearly report says more than its protected figures."""

    COUNT = "count"
    FEW = "few"
    SHARE = "share"
    COMPARISON = "comparison"
    ONLY = "only"
    UNIT = "unit"
    CLIENT = "client"


REPORT_KIND_NAMES: Mapping[ReportKind, str] = {
    ReportKind.COUNT: mark("klein aantal"),
    ReportKind.FEW: mark("woord voor weinig"),
    ReportKind.SHARE: mark("deel of percentage"),
    ReportKind.COMPARISON: mark("vergelijking met vorig jaar"),
    ReportKind.ONLY: mark("de enige"),
    ReportKind.UNIT: mark("klein onderdeel"),
    ReportKind.CLIENT: mark("naam van een andere opdrachtgever"),
}


@dataclass(frozen=True, slots=True)
class ReportFind:
    """A find in the text of a yearly report. ``proposal`` is what could be said instead; empty when nothing fits."""

    start: int
    end: int
    text: str = field(repr=False)
    kind: ReportKind
    reason: str
    proposal: str


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word of the adviser's own list for an organisation: someone of the board, a department, a site."""

    text: str = field(repr=False)
    kind: Kind


@dataclass(frozen=True, slots=True)
class Known:
    """What the journal adds to the lists that ship with the program.

    ``own`` comes from the lists of the organisations, ``clients`` are the names of the organisations themselves,
    ``not_names`` the words (folded as by ``searching.fold_name``) of which the adviser said that they are no name.
    """

    own: tuple[OwnWord, ...] = ()
    clients: tuple[str, ...] = field(default=(), repr=False)
    not_names: frozenset[str] = field(default=frozenset(), repr=False)


OWN_KINDS = (Kind.PERSON, Kind.DEPARTMENT, Kind.PLACE, Kind.JOB_TITLE, Kind.ORGANISATION)
"""What can stand on the adviser's own list, in the order in which it is asked for."""


@dataclass(frozen=True, slots=True)
class OwnList:
    """The adviser's own list for an organisation as it is typed: a text for each kind, one entry a line."""

    people: str = field(default="", repr=False)
    departments: str = field(default="", repr=False)
    sites: str = field(default="", repr=False)
    functions: str = field(default="", repr=False)
    organisations: str = field(default="", repr=False)

    def words(self) -> tuple[OwnWord, ...]:
        """Return its entries."""
        typed = zip(OWN_KINDS, astuple(self), strict=True)
        return tuple(OwnWord(line.strip(), kind) for kind, text in typed for line in text.split("\n") if line.strip())

    @classmethod
    def of(cls, words: Iterable[OwnWord]) -> "OwnList":
        """Return entries as they are typed."""
        texts: dict[Kind, list[str]] = {kind: [] for kind in OWN_KINDS}
        for each in words:
            texts[each.kind].append(each.text)
        return cls(*("\n".join(texts[kind]) for kind in OWN_KINDS))


@dataclass(frozen=True, slots=True)
class NotName:
    """A word of which the adviser said that it is no name: in one case, by its ``code``, or everywhere."""

    id: NotNameId
    word: str = field(repr=False)
    case: CaseId | None = None
    code: str = ""
