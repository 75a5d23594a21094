"""What a yearly report may say in figures, and what was ever said: values that only ``vpjournal.statistics`` makes.

Whoever writes a paper or a file takes a ``ProtectedReport`` and nothing else. One cannot be made, or altered with
``replace``, outside the package that protects: it carries a seal, and a test sees that nobody else reaches for it. The
true figures are in ``Basis``, which stays in the journal: in its ledger, to audit what comes later against.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from vpjournal.domain.counting import Dimension
from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.language import mark
from vpjournal.domain.periods import Period

SEAL: Final = object()


@dataclass(frozen=True, slots=True)
class Rules:
    """How careful to be. ``known`` is how many cases a reader is taken to know already."""

    threshold: int = 5
    known: int = 1
    public_threshold: int = 10
    small: int = 50
    middle: int = 150
    some_cases: int = 5
    many_cases: int = 15
    band: int = 5
    picture_organisations: int = 5
    picture_cases: int = 25
    picture_share: int = 40
    """Percents of all cases that one organisation may have in the picture of the practice."""


class Circle(StrEnum):
    """Who will read a report: the board and works council, or everybody."""

    BOARD = "board"
    PUBLIC = "public"


CIRCLE_NAMES: Final = {
    Circle.BOARD: mark("voor het bestuur en de medezeggenschap"),
    Circle.PUBLIC: mark("voor iedereen"),
}


class ReportClass(StrEnum):
    """How much the figures of one year of one organisation may say."""

    WORDS = "A"
    CORE = "B"
    LINES = "C"
    FULL = "D"


class Why(StrEnum):
    """Why something is shown the way it is, or not; the words are in ``WHY``."""

    SMALL_ORGANISATION = "small_organisation"
    MIDDLE_ORGANISATION = "middle_organisation"
    FEW_CASES = "few_cases"
    SOME_CASES = "some_cases"
    MANY_CASES = "many_cases"
    PUBLIC = "public"
    BAND = "band"
    MERGED = "merged"
    TABLE_TOO_SMALL = "table_too_small"
    NOT_IN_CLASS = "not_in_class"
    OTHER_RELEASES = "other_releases"
    PICTURE_TOO_SMALL = "picture_too_small"
    BLOCK_NOT_OVER = "block_not_over"
    CORRECTION_TOO_SMALL = "correction_too_small"


WHY: Final = {
    Why.SMALL_ORGANISATION: mark("Met minder dan 50 medewerkers, of een onbekend aantal, geven wij geen cijfers."),
    Why.MIDDLE_ORGANISATION: mark(
        "Met 50 tot 149 medewerkers noemen wij een bandbreedte en geen tabellen van één jaar."
    ),
    Why.FEW_CASES: mark("Minder dan vijf casussen: een bandbreedte, en geen tabellen van één jaar."),
    Why.SOME_CASES: mark("Vijf tot en met veertien casussen: het aantal, en ten hoogste drie hoofdlijnen."),
    Why.MANY_CASES: mark("Vijftien casussen of meer: het aantal, en elke verdeling zo fijn als veilig kan."),
    Why.PUBLIC: mark("Iedereen kan dit lezen: daarom een stap minder, en groepen van tien of meer."),
    Why.BAND: mark("Het precieze aantal zou iets over een enkele melder kunnen zeggen."),
    Why.MERGED: mark("Samengevoegd met wat er het dichtst bij ligt, omdat een deel apart te klein is."),
    Why.TABLE_TOO_SMALL: mark("Niet verdeeld: dan zou een deel te klein worden om iemand te beschermen."),
    Why.NOT_IN_CLASS: mark("Deze verdeling hoort niet bij zo weinig casussen."),
    Why.OTHER_RELEASES: mark("Niet fijner: naast een ander verslag zou er een klein aantal uit af te leiden zijn."),
    Why.PICTURE_TOO_SMALL: mark(
        "Nog geen beeld van de praktijk: daarvoor zijn te weinig organisaties of casussen geteld."
    ),
    Why.BLOCK_NOT_OVER: mark("De cijfers over drie jaar komen na het laatste van die drie jaren."),
    Why.CORRECTION_TOO_SMALL: mark(
        "De cijfers blijven zoals vastgesteld: het verschil zou over te weinig casussen gaan."
    ),
}


class Sentence(StrEnum):
    """A fixed sentence of the report. None says more than its class, or the figures printed beside it."""

    WORDS_ONLY = "words_only"
    NOT_DIVIDED = "not_divided"
    MOST_OFTEN_KIND = "most_often_kind"
    MOST_OFTEN_SUBJECT = "most_often_subject"
    MOST_OFTEN_RELATION = "most_often_relation"
    MOST_OFTEN_STEP = "most_often_step"
    SMALL_CORRECTIONS = "small_corrections"
    MORE_TALKS = "more_talks"
    ABOUT_EQUAL = "about_equal"
    MORE = "more"
    FEWER = "fewer"


SENTENCES: Final = {
    Sentence.WORDS_ONLY: mark(
        "Over een organisatie van deze omvang geven wij geen cijfers, ook niet als er niets is gemeld. "
        "Zo blijft iedereen vrij om te komen."
    ),
    Sentence.NOT_DIVIDED: mark("Verder verdelen zou hier een enkele melder herkenbaar kunnen maken."),
    Sentence.MOST_OFTEN_KIND: mark("Soort contact, het vaakst: {label}."),
    Sentence.MOST_OFTEN_SUBJECT: mark("Het vaakst genoemde onderwerp: {label}."),
    Sentence.MOST_OFTEN_RELATION: mark("Relatie tot de ander, het vaakst: {label}."),
    Sentence.MOST_OFTEN_STEP: mark("Verste stap, het vaakst: {label}."),
    Sentence.SMALL_CORRECTIONS: mark("Verbeteringen die over enkele casussen gaan, laten wij in de cijfers niet zien."),
    Sentence.MORE_TALKS: mark("Meer gesprekken betekent niet meer ongewenst gedrag."),
    Sentence.ABOUT_EQUAL: mark("Ongeveer evenveel casussen als het jaar ervoor."),
    Sentence.MORE: mark("Meer casussen dan het jaar ervoor."),
    Sentence.FEWER: mark("Minder casussen dan het jaar ervoor."),
}


class Reason(StrEnum):
    """Why a small figure may be shown after all."""

    OFFICIAL = "official"
    CONSENT = "consent"


REASON_NAMES: Final = {
    Reason.OFFICIAL: mark("de organisatie weet dit officieel"),
    Reason.CONSENT: mark("alle betrokken melders vinden dit goed"),
}


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What the figures need of an organisation. ``periods`` are those in which the adviser worked there."""

    organisation: OrganisationId
    headcount: int | None = None
    periods: tuple[Period, ...] = ()
    threshold: int = 5

    def __post_init__(self) -> None:
        if not 3 <= self.threshold <= 10:
            raise ValueError(self.threshold)


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """A figure that is shown although it is small: how many of one code there are in one period."""

    organisation: OrganisationId
    period: Period
    dimension: Dimension
    code: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Told:
    """A fixed sentence with what is filled in; ``label`` is a text of the program, in Dutch."""

    sentence: Sentence
    label: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """How many cases: exactly, between two numbers, or not said."""

    exact: int | None = None
    band: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a table: the codes that were taken together, what they are called, how many cases."""

    node: str
    label: str
    codes: tuple[str, ...]
    cases: int
    why: Why | None = None
    released: Reason | None = None
    dimension: Dimension | None = None
    """The question it answers, where it stands outside a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """One question: parts that do not overlap and are all cases together; or none, and why."""

    dimension: Dimension
    parts: tuple[Part, ...] = ()
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one year, of three years, or of the whole practice."""

    first_year: int
    last_year: int
    total: Total
    tables: tuple[Table, ...] = ()
    told: tuple[Told, ...] = ()
    released: tuple[Part, ...] = ()
    """Small figures that are told apart with a reason. The tables divide the other cases."""
    why: Why | None = None
    organisations: int | None = None

    def table(self, dimension: Dimension) -> Table | None:
        """Return the table of a dimension that has one with parts."""
        return next((each for each in self.tables if each.dimension is dimension and each.parts), None)


@dataclass(frozen=True, slots=True)
class ProtectedReport:
    """All figures that one yearly report may print. Made by ``vpjournal.statistics`` alone."""

    organisation: OrganisationId
    period: Period
    circle: Circle
    report_class: ReportClass
    class_why: tuple[Why, ...]
    year: Section
    block: Section | None = None
    picture: Section | None = None
    told: tuple[Told, ...] = ()
    kept: Why | None = None
    """Why the figures stay as they were fixed although the journal counts differently by now."""
    refused: tuple[Release, ...] = ()
    """What was asked to be told apart, but would tell more beside what was issued before."""
    seal: object = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not SEAL:
            raise TypeError("only vpjournal.statistics makes protected figures")


Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """The true counts behind one period of one organisation, as they were when something of it was first issued.

    Stays in the journal. What comes later is worked out from this, never from cases that changed since: the difference
    between the two would be a figure that nobody protected.
    """

    organisation: OrganisationId
    period: Period
    report_class: ReportClass
    threshold: int
    cases: int
    counts: tuple[tuple[Dimension, Counts], ...] = ()
    class_why: tuple[Why, ...] = ()

    def of(self, dimension: Dimension) -> dict[str, int]:
        """Return how many cases there are of each code that has any."""
        return dict(next((counts for each, counts in self.counts if each is dimension), ()))


@dataclass(frozen=True, slots=True)
class ReportIssued:
    """A report that was fixed. ``number`` counts up over everything issued, and is no date."""

    number: int
    circle: Circle
    basis: Basis
    year: Section
    releases: tuple[Release, ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeIssued:
    """A calendar year of the whole practice that was fixed; with the third of three also the block of each client."""

    number: int
    year: int
    bases: tuple[Basis, ...]
    members: tuple[tuple[OrganisationId, Period], ...]
    picture: Section
    blocks: tuple[tuple[OrganisationId, Section], ...] = ()


LedgerEntry = ReportIssued | PracticeIssued
