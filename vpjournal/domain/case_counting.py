"""What the adviser sees and sets of a case's counting data: which codes are offered, which are chosen, what follows.

What was recorded anyway is not asked a second time: it stands here as *said*, and holds until something is chosen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from vpjournal.domain.case import CHANNEL_NAMES, POSITION_NAMES, Channel, Position
from vpjournal.domain.counting import (
    CONTACT_KINDS,
    FOUND_VIA,
    INTEGRITY_KINDS,
    RELATIONS,
    STEPS,
    SUBJECTS,
    Code,
    Dimension,
)
from vpjournal.domain.guidance import LEAVING_NAMES, REFERRAL_NAMES
from vpjournal.domain.ids import CaseId, OrganisationId, OwnCodeId
from vpjournal.domain.language import mark

OWN: Final = "own:"
"""How the key of an organisation's own code begins; a stable code is its own key."""
MOST_PERSONS: Final = 99
UNIT: Final = "unit"
"""The stable code that every unit of an organisation stands under."""

_GENDERS: Final = (
    Code("woman", mark("vrouw")),
    Code("man", mark("man")),
    Code("other_gender", mark("anders")),
)
_CONTRACTS: Final = (
    Code("permanent", mark("vast")),
    Code("temporary", mark("tijdelijk")),
    Code("hired", mark("ingehuurd")),
    Code("other_contract", mark("anders")),
)
CODES: Final[Mapping[Dimension, Sequence[Code]]] = {
    Dimension.CONTACT_KIND: CONTACT_KINDS,
    Dimension.FOUND_VIA: FOUND_VIA,
    Dimension.SUBJECT: SUBJECTS,
    Dimension.INTEGRITY: INTEGRITY_KINDS,
    Dimension.RELATION: RELATIONS,
    Dimension.STEP: STEPS,
    Dimension.GENDER: _GENDERS,
    Dimension.CONTRACT: _CONTRACTS,
    Dimension.UNIT: (),
}
"""What can be chosen for the count."""
FOLLOWING: Final[Mapping[Dimension, Mapping[str, str]]] = {
    Dimension.CHANNEL: {str(each): words for each, words in CHANNEL_NAMES.items() if each is not Channel.UNKNOWN},
    Dimension.POSITION: {str(each): words for each, words in POSITION_NAMES.items() if each is not Position.UNKNOWN},
    Dimension.REFERRAL: {str(each): words for each, words in REFERRAL_NAMES.items()},
    Dimension.LEAVING: {str(each): words for each, words in LEAVING_NAMES.items()},
}
"""What follows from the other records and is never chosen here."""
SEVERAL: Final = frozenset({Dimension.SUBJECT, Dimension.INTEGRITY, Dimension.STEP})
ON_REQUEST: Final = (Dimension.GENDER, Dimension.CONTRACT, Dimension.UNIT)
"""Recorded only where the organisation asked for it."""
OWN_BELOW: Final = (Dimension.SUBJECT, Dimension.INTEGRITY, Dimension.RELATION, Dimension.STEP, Dimension.UNIT)
"""Where an organisation can have codes of its own."""

DIMENSION_NAMES: Final[Mapping[Dimension, str]] = {
    Dimension.CONTACT_KIND: mark("Soort contact"),
    Dimension.SUBJECT: mark("Onderwerp zoals genoemd"),
    Dimension.INTEGRITY: mark("Welke soort integriteit?"),
    Dimension.RELATION: mark("Wat is de ander van de melder?"),
    Dimension.STEP: mark("Welke stap zette de melder?"),
    Dimension.FOUND_VIA: mark("Hoe vond de melder u?"),
    Dimension.CHANNEL: mark("Eerste contact"),
    Dimension.POSITION: mark("De melder"),
    Dimension.REFERRAL: mark("Verwezen naar"),
    Dimension.LEAVING: mark("Hoe de melder het achterlaat"),
    Dimension.GENDER: mark("Man of vrouw"),
    Dimension.CONTRACT: mark("Soort contract"),
    Dimension.UNIT: mark("Onderdeel"),
}


@dataclass(frozen=True, slots=True)
class CodeChoice:
    """A code as it is offered. ``label`` is Dutch, to be translated, unless it is an organisation's ``own_words``."""

    key: str
    label: str
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class CodeSetting:
    """A code in an organisation: its label there ("": as it is), whether it is offered, and what it stands under.

    One of the organisation's own has a ``parent``; ``number`` is empty until it is stored.
    """

    dimension: Dimension
    code: str
    label: str = ""
    used: bool = True
    parent: str = ""
    number: OwnCodeId | None = None

    @property
    def own(self) -> bool:
        """Whether it is a code of the organisation's own."""
        return bool(self.parent)


@dataclass(frozen=True, slots=True)
class OrganisationCodes:
    """All that an organisation has of its own: settings that differ from what is shipped, and what it asks for."""

    settings: tuple[CodeSetting, ...] = ()
    asks: tuple[Dimension, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseCounting:
    """The counting data of a case as they are now: what was chosen for the count, and what the records say.

    ``month`` is that of the first contact, as its first day; ``minutes`` is the sum of what was said of contacts.
    ``linked`` are the codes of the cases of which the adviser said that they are about the same situation.
    ``again``: it was opened again in a later reporting year, and counts anew from then on.
    """

    case: CaseId
    organisation: OrganisationId | None = None
    codes: OrganisationCodes = OrganisationCodes()
    chosen: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    said: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    month: date | None = None
    contacts: int = 0
    minutes: int = 0
    persons: int = 1
    counted: bool = True
    taken_over: bool = False
    again: bool = False
    linked: tuple[str, ...] = ()

    def answers(self, dimension: Dimension) -> tuple[str, ...]:
        """Return what counts: what was chosen, else what the records say."""
        return self.chosen.get(dimension) or self.said.get(dimension, ())

    @property
    def is_advice(self) -> bool:
        """Whether a manager asks advice: that counts among the activities, and not as a case."""
        return Position.MANAGER in self.said.get(Dimension.POSITION, ())


def offered(dimension: Dimension, codes: OrganisationCodes, chosen: Sequence[str] = ()) -> tuple[CodeChoice, ...]:
    """Return what can be chosen in an organisation; a code that was switched off stays where it is chosen."""
    of_here = {each.code: each for each in codes.settings if each.dimension is dimension and not each.own}
    found: list[CodeChoice] = []
    for code in CODES[dimension]:
        setting = of_here.get(code.id)
        if setting is None or setting.used or code.id in chosen:
            words = setting.label if setting is not None else ""
            found.append(CodeChoice(code.id, words or code.label, bool(words)))
        found += _own_below(dimension, code.id, codes, chosen)
    if dimension is Dimension.UNIT:
        found += _own_below(dimension, UNIT, codes, chosen)
    return tuple(found)


def _own_below(
    dimension: Dimension, parent: str, codes: OrganisationCodes, chosen: Sequence[str]
) -> Sequence[CodeChoice]:
    below = [each for each in codes.settings if each.dimension is dimension and each.parent == parent]
    return [CodeChoice(each.code, each.label, own_words=True) for each in below if each.used or each.code in chosen]


def own_key(number: int) -> str:
    """Return the key of an organisation's own code."""
    return f"{OWN}{number}"


def own_number(key: str) -> OwnCodeId | None:
    """Return which own code a key names, if it names one."""
    return OwnCodeId(int(key.removeprefix(OWN))) if key.startswith(OWN) else None


@dataclass(frozen=True, slots=True)
class Hours:
    """How long the contacts of an organisation took together in a month: its first day, and whole quarters."""

    organisation: OrganisationId
    month: date
    minutes: int
    contacts: int
    cases: int
