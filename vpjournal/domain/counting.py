"""What is counted of a case: codes alone, stable, never words, never a day.

A code says what the reporter named, not what happened. Labels are for the screen and can be renamed by an organisation;
codes are what is stored, and never change. How figures merge them by meaning stands in ``statistics/trees``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vpjournal.domain.ids import OrganisationId
from vpjournal.domain.language import mark
from vpjournal.domain.periods import Period


class Dimension(StrEnum):
    """A question that counting data answer. Of a sensitive one the answer alone can give someone away."""

    CONTACT_KIND = "contact_kind"
    SUBJECT = "subject"
    INTEGRITY = "integrity"
    RELATION = "relation"
    STEP = "step"
    POSITION = "position"
    CHANNEL = "channel"
    FOUND_VIA = "found_via"
    REFERRAL = "referral"
    LEAVING = "leaving"
    GENDER = "gender"
    CONTRACT = "contract"
    UNIT = "unit"

    @property
    def sensitive(self) -> bool:
        """Whether a small number here tells something about a person, rather than about the adviser's work."""
        return self not in {Dimension.CONTACT_KIND, Dimension.CHANNEL, Dimension.POSITION}


@dataclass(frozen=True, slots=True)
class Code:
    """One answer."""

    id: str
    label: str


class ContactKind(StrEnum):
    """What kind of contact a case is."""

    NOT_SAID = "not_said"
    QUESTION = "question"
    SIGNAL = "signal"
    CONVERSATION = "conversation"
    FORMAL = "formal"
    OUTSIDE = "outside"


class Subject(StrEnum):
    """A subject as the reporter named it; a case can have several."""

    BULLYING = "bullying"
    INTIMIDATION = "intimidation"
    AGGRESSION = "aggression"
    THREAT = "threat"
    SEXUAL_HARASSMENT = "sexual_harassment"
    DISCRIMINATION = "discrimination"
    INTEGRITY = "integrity"
    WORK_CONFLICT = "work_conflict"
    OTHER = "other"


class Integrity(StrEnum):
    """What kind of integrity subject the reporter named."""

    THEFT = "theft"
    BRIBERY = "bribery"
    ABUSE_OF_POWER = "abuse_of_power"
    FAVOURITISM = "favouritism"
    EXTORTION = "extortion"
    MISUSE_OF_INFORMATION = "misuse_of_information"
    MISUSE_OF_MEANS = "misuse_of_means"
    SIDE_JOBS = "side_jobs"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    OTHER = "other_integrity"


class Relation(StrEnum):
    """What the other is to the reporter."""

    NOT_SAID = "not_said"
    MANAGER = "manager"
    HIGHER_MANAGER = "higher_manager"
    COLLEAGUE = "colleague"
    SUBORDINATE = "subordinate"
    GROUP = "group"
    THIRD_PARTY = "third_party"
    ORGANISATION = "organisation"


class Step(StrEnum):
    """A step that the reporter took; nothing, and only having told, are full answers."""

    NOTHING = "nothing"
    TOLD = "told"
    SPOKE = "spoke"
    SUPPORTED = "supported"
    MANAGER_OR_HR = "manager_or_hr"
    MEDIATION = "mediation"
    SIGNAL = "signal"
    COMPLAINT = "complaint"
    REPORT = "report"
    OUTSIDE_BODY = "outside_body"
    POLICE = "police"
    LEFT = "left"


class FoundVia(StrEnum):
    """How the reporter found the adviser."""

    NOT_SAID = "not_said"
    MANAGER = "manager"
    HR = "hr"
    COMPANY_DOCTOR = "company_doctor"
    COLLEAGUE = "colleague"
    INTRANET = "intranet"
    MEETING = "meeting"
    EARLIER = "earlier"
    OTHER = "other"


CONTACT_KINDS: Final[Sequence[Code]] = (
    Code(ContactKind.QUESTION, mark("vraag om informatie")),
    Code(ContactKind.SIGNAL, mark("signaal")),
    Code(ContactKind.CONVERSATION, mark("gesprekken over wat iemand meemaakte")),
    Code(ContactKind.FORMAL, mark("formele klacht of melding elders")),
    Code(ContactKind.OUTSIDE, mark("hoort niet bij mijn taak")),
)


SUBJECTS: Final[Sequence[Code]] = (
    Code(Subject.BULLYING, mark("pesten")),
    Code(Subject.INTIMIDATION, mark("intimidatie")),
    Code(Subject.AGGRESSION, mark("agressie en geweld")),
    Code(Subject.THREAT, mark("bedreiging")),
    Code(Subject.SEXUAL_HARASSMENT, mark("seksuele intimidatie")),
    Code(Subject.DISCRIMINATION, mark("discriminatie")),
    Code(Subject.INTEGRITY, mark("integriteit")),
    Code(Subject.WORK_CONFLICT, mark("conflict over het werk")),
    Code(Subject.OTHER, mark("iets anders")),
)

RELATIONS: Final[Sequence[Code]] = (
    Code(Relation.MANAGER, mark("de eigen leidinggevende")),
    Code(Relation.HIGHER_MANAGER, mark("een hogere leidinggevende of de directie")),
    Code(Relation.COLLEAGUE, mark("een collega")),
    Code(Relation.SUBORDINATE, mark("een medewerker aan wie de melder leiding geeft")),
    Code(Relation.GROUP, mark("een groep")),
    Code(Relation.THIRD_PARTY, mark("iemand van buiten, zoals een klant of leerling")),
    Code(Relation.ORGANISATION, mark("de organisatie als geheel")),
)

STEPS: Final[Sequence[Code]] = (
    Code(Step.NOTHING, mark("geen verdere stap")),
    Code(Step.TOLD, mark("wilde alleen het verhaal kwijt")),
    Code(Step.SPOKE, mark("sprak de ander zelf aan")),
    Code(Step.SUPPORTED, mark("sprak de ander aan met iemand erbij")),
    Code(Step.MANAGER_OR_HR, mark("naar een leidinggevende of HR")),
    Code(Step.MEDIATION, mark("bemiddeling of mediation")),
    Code(Step.SIGNAL, mark("een algemeen signaal")),
    Code(Step.COMPLAINT, mark("formele klacht")),
    Code(Step.REPORT, mark("formele melding")),
    Code(Step.OUTSIDE_BODY, mark("een instantie buiten de organisatie")),
    Code(Step.POLICE, mark("aangifte")),
    Code(Step.LEFT, mark("ging weg bij de organisatie")),
)

INTEGRITY_KINDS: Final[Sequence[Code]] = (
    Code(Integrity.THEFT, mark("diefstal, verduistering of fraude")),
    Code(Integrity.BRIBERY, mark("omkoping")),
    Code(Integrity.ABUSE_OF_POWER, mark("misbruik van bevoegdheid")),
    Code(Integrity.FAVOURITISM, mark("vriendjespolitiek")),
    Code(Integrity.EXTORTION, mark("afpersing")),
    Code(Integrity.MISUSE_OF_INFORMATION, mark("misbruik van informatie")),
    Code(Integrity.MISUSE_OF_MEANS, mark("misbruik van middelen van de organisatie")),
    Code(Integrity.SIDE_JOBS, mark("nevenwerk")),
    Code(Integrity.CONFLICT_OF_INTEREST, mark("belangenverstrengeling")),
    Code(Integrity.OTHER, mark("iets anders met integriteit")),
)

FOUND_VIA: Final[Sequence[Code]] = (
    Code(FoundVia.MANAGER, mark("een leidinggevende")),
    Code(FoundVia.HR, mark("HR")),
    Code(FoundVia.COMPANY_DOCTOR, mark("de bedrijfsarts")),
    Code(FoundVia.COLLEAGUE, mark("een collega")),
    Code(FoundVia.INTRANET, mark("intranet of folder")),
    Code(FoundVia.MEETING, mark("een bijeenkomst")),
    Code(FoundVia.EARLIER, mark("van een eerdere keer")),
    Code(FoundVia.OTHER, mark("op een andere manier")),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the yearly figures read of one case: codes, and the period of its first contact.

    Own codes are given as the stable code they stand under. ``situation`` links cases only where the adviser said that
    they are about the same; it is never inferred. A case with a wish not to be counted, and one taken over from a
    colleague (who counted it), are handed along and left out by the counting.
    """

    organisation: OrganisationId
    period: Period
    kind: ContactKind = ContactKind.NOT_SAID
    subjects: tuple[str, ...] = ()
    integrity: tuple[str, ...] = ()
    relation: str = Relation.NOT_SAID
    steps: tuple[str, ...] = ()
    persons: int = 1
    situation: int | None = None
    counted: bool = True
    taken_over: bool = False
