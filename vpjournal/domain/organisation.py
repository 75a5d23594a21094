"""A client organisation and its *wegwijzer*: how big it is, which routes exist there, who stands in."""

from dataclasses import dataclass
from enum import StrEnum

from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.language import mark


class Route(StrEnum):
    """A way that may or may not exist in an organisation; options that need one refer to these."""

    MANAGER = "manager"
    HIGHER_MANAGER = "higher_manager"
    HR = "hr"
    COMPLAINTS_PROCEDURE = "complaints_procedure"
    REPORTING_PROCEDURE = "reporting_procedure"
    WORKS_COUNCIL = "works_council"
    SUPERVISORY_BOARD = "supervisory_board"
    COMPLIANCE_OFFICER = "compliance_officer"
    CONFIDENTIAL_CHANNEL = "confidential_channel"
    ANONYMOUS_CHANNEL = "anonymous_channel"
    OTHER_ADVISERS = "other_advisers"


ROUTE_NAMES: dict[Route, str] = {
    Route.MANAGER: mark("leidinggevenden"),
    Route.HIGHER_MANAGER: mark("hogere leidinggevende of directie"),
    Route.HR: mark("HR of personeelszaken"),
    Route.COMPLAINTS_PROCEDURE: mark("klachtenregeling of klachtencommissie"),
    Route.REPORTING_PROCEDURE: mark("meldregeling integriteit"),
    Route.WORKS_COUNCIL: mark("ondernemingsraad of personeelsvertegenwoordiging"),
    Route.SUPERVISORY_BOARD: mark("raad van toezicht of commissarissen"),
    Route.COMPLIANCE_OFFICER: mark("compliance, controller of functionaris gegevensbescherming"),
    Route.CONFIDENTIAL_CHANNEL: mark("vertrouwelijk meldpunt"),
    Route.ANONYMOUS_CHANNEL: mark("kanaal om zonder naam te melden"),
    Route.OTHER_ADVISERS: mark("andere vertrouwenspersonen"),
}


class Presence(StrEnum):
    """Whether a route exists; not asked yet is an answer of its own."""

    UNKNOWN = "unknown"
    EXISTS = "exists"
    ABSENT = "absent"


class Sector(StrEnum):
    """A coarse sector, for the adviser's own overview."""

    UNKNOWN = "unknown"
    CARE = "care"
    EDUCATION = "education"
    GOVERNMENT = "government"
    BUSINESS = "business"
    INDUSTRY = "industry"
    CULTURE = "culture"
    SPORT = "sport"
    OTHER = "other"


SECTOR_NAMES: dict[Sector, str] = {
    Sector.UNKNOWN: mark("nog niet gekozen"),
    Sector.CARE: mark("zorg en welzijn"),
    Sector.EDUCATION: mark("onderwijs en onderzoek"),
    Sector.GOVERNMENT: mark("overheid"),
    Sector.BUSINESS: mark("dienstverlening en handel"),
    Sector.INDUSTRY: mark("industrie, bouw en transport"),
    Sector.CULTURE: mark("cultuur en media"),
    Sector.SPORT: mark("sport en verenigingen"),
    Sector.OTHER: mark("anders"),
}


@dataclass(frozen=True, slots=True)
class RouteEntry:
    """One line of the wegwijzer: does the route exist, and what is worth knowing about it (a function, a place)."""

    route: Route
    presence: Presence = Presence.UNKNOWN
    remark: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """What the organisation page collects. ``headcount`` is in persons; ``year_starts`` is a month, 1 to 12."""

    name: str
    headcount: int | None = None
    sector: Sector = Sector.UNKNOWN
    year_starts: int = 1
    recipients: str = ""
    substitute: str = ""
    remarks: str = ""
    routes: tuple[RouteEntry, ...] = ()

    def presence(self, route: Route) -> Presence:
        """Tell whether a route exists here."""
        return next((entry.presence for entry in self.routes if entry.route is route), Presence.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as it is stored."""

    id: OrganisationId
    details: OrganisationDraft


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in a list: its name, size and how many cases are open and in all."""

    id: OrganisationId
    name: str
    headcount: int | None
    open_cases: int
    cases: int
