"""What the reporter wants, chooses and agrees to, and how it ends: in the reporter's words, without a score."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vpjournal.domain.case import Asked, Phase, Position
from vpjournal.domain.ids import AgreementId, CaseId, ChoiceId, RoleCheckId
from vpjournal.domain.language import mark


@dataclass(frozen=True, slots=True)
class Goals:
    """The reporter's goals: needed now, good enough, and what must not happen."""

    needs: str = ""
    good_enough: str = ""
    never: str = ""


class ChoiceKind(StrEnum):
    """What kind of answer the reporter gave. Each is a full answer."""

    UNDECIDED = "undecided"
    STEP = "step"
    NOTHING = "nothing"
    HEARD = "heard"
    OTHER = "other"


CHOICE_NAMES: dict[ChoiceKind, str] = {
    ChoiceKind.UNDECIDED: mark("denkt er nog over na"),
    ChoiceKind.STEP: mark("kiest een stap"),
    ChoiceKind.NOTHING: mark("doet nu niets"),
    ChoiceKind.HEARD: mark("wilde alleen gehoord worden"),
    ChoiceKind.OTHER: mark("iets anders"),
}


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """A choice in the reporter's words. A case may hold several: adjusting is always possible."""

    kind: ChoiceKind
    day: date
    words: str = ""
    reason: str = ""
    may_know: str = ""
    may_not_know: str = ""
    good_sign: str = ""
    stop_sign: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as it is stored; the newest is the one that holds."""

    id: ChoiceId
    case: CaseId
    draft: ChoiceDraft


class Doer(StrEnum):
    """Who does what was agreed."""

    REPORTER = "reporter"
    ADVISER = "adviser"
    TOGETHER = "together"
    OTHER = "other"


DOER_NAMES: dict[Doer, str] = {
    Doer.REPORTER: mark("de melder"),
    Doer.ADVISER: mark("ik"),
    Doer.TOGETHER: mark("wij samen"),
    Doer.OTHER: mark("iemand anders"),
}


class AgreementKind(StrEnum):
    """An appointment to meet or call, or something that somebody will do."""

    APPOINTMENT = "appointment"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """Who does what, when, and who may know of it. For an appointment ``doer`` is who takes the initiative.

    ``confirmed`` says that the adviser looked at the question of ``asks_about_role`` and left the agreement so.
    """

    kind: AgreementKind
    doer: Doer
    what: str
    due: date | None = None
    may_know: str = ""
    phase: Phase = Phase.CHOICE
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as it is stored."""

    id: AgreementId
    case: CaseId
    draft: AgreementDraft
    done_on: date | None


_ACTING_WORDS = (
    "bellen bel mail mailen schrijven schrijf spreken spreek aanspreken zeggen zeg regelen regel vragen vraag "
    "melden meld bemiddelen bemiddel onderzoeken onderzoek doorgeven vertellen vertel woord namens voor de melder "
    "call mail write speak tell arrange ask report mediate investigate pass behalf"
)
_SUPPORT_WORDS = "samen voorbereiden steun luisteren oefenen meegaan meelezen prepare support listen practise"


def asks_about_role(draft: AgreementDraft) -> bool:
    """Tell whether the adviser would act or speak for the reporter by this: a reason to ask, never to block."""
    if draft.kind is AgreementKind.APPOINTMENT or draft.doer is not Doer.ADVISER or draft.confirmed:
        return False
    words = draft.what.casefold().replace(",", " ").replace(".", " ").split()
    if any(word in _SUPPORT_WORDS.split() for word in words):
        return False
    return any(word in _ACTING_WORDS.split() for word in words)


class AfterCare(StrEnum):
    """Whether after-care was agreed; without agreement nobody is called."""

    NOT_DISCUSSED = "not_discussed"
    WANTED = "wanted"
    NOT_WANTED = "not_wanted"


AFTER_CARE_NAMES: dict[AfterCare, str] = {
    AfterCare.NOT_DISCUSSED: mark("nog niet besproken"),
    AfterCare.WANTED: mark("ja, zo afgesproken"),
    AfterCare.NOT_WANTED: mark("nee, liever geen contact"),
}


class Referral(StrEnum):
    """A function or service that the reporter was referred to."""

    GENERAL_PRACTITIONER = "general_practitioner"
    COMPANY_DOCTOR = "company_doctor"
    SOCIAL_WORK = "social_work"
    PSYCHOLOGIST = "psychologist"
    LAWYER = "lawyer"
    UNION = "union"
    MEDIATOR = "mediator"
    COMPLAINTS_COMMITTEE = "complaints_committee"
    OTHER_ADVISER = "other_adviser"
    ACCUSED_SUPPORT = "accused_support"
    WHISTLEBLOWERS_AUTHORITY = "whistleblowers_authority"
    ANTI_DISCRIMINATION = "anti_discrimination"
    LABOUR_INSPECTORATE = "labour_inspectorate"
    SEXUAL_ASSAULT_CENTRE = "sexual_assault_centre"
    VICTIM_SUPPORT = "victim_support"
    POLICE = "police"
    OTHER = "other"


REFERRAL_NAMES: dict[Referral, str] = {
    Referral.GENERAL_PRACTITIONER: mark("huisarts"),
    Referral.COMPANY_DOCTOR: mark("bedrijfsarts"),
    Referral.SOCIAL_WORK: mark("maatschappelijk werk"),
    Referral.PSYCHOLOGIST: mark("psycholoog"),
    Referral.LAWYER: mark("jurist of Juridisch Loket"),
    Referral.UNION: mark("vakbond"),
    Referral.MEDIATOR: mark("mediator"),
    Referral.COMPLAINTS_COMMITTEE: mark("klachtencommissie"),
    Referral.OTHER_ADVISER: mark("andere vertrouwenspersoon"),
    Referral.ACCUSED_SUPPORT: mark("begeleider beschuldigde"),
    Referral.WHISTLEBLOWERS_AUTHORITY: mark("Huis voor Klokkenluiders"),
    Referral.ANTI_DISCRIMINATION: mark("antidiscriminatievoorziening"),
    Referral.LABOUR_INSPECTORATE: mark("Arbeidsinspectie"),
    Referral.SEXUAL_ASSAULT_CENTRE: mark("Centrum Seksueel Geweld"),
    Referral.VICTIM_SUPPORT: mark("Slachtofferhulp"),
    Referral.POLICE: mark("politie"),
    Referral.OTHER: mark("een andere plek"),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """After-care as agreed with the reporter, what changed since, and where the reporter was referred to."""

    after_care: AfterCare = AfterCare.NOT_DISCUSSED
    how: str = ""
    until: date | None = None
    disadvantage: Asked = Asked.NOT_ASKED
    referrals: tuple[Referral, ...] = ()


class Leaving(StrEnum):
    """How the reporter leaves it, said by the reporter; never *solved*."""

    CAN_GO_ON = "can_go_on"
    PARTLY = "partly"
    NOT = "not"
    STOPPED = "stopped"
    NOT_HEARD = "not_heard"


LEAVING_NAMES: dict[Leaving, str] = {
    Leaving.CAN_GO_ON: mark("kan verder"),
    Leaving.PARTLY: mark("kan deels verder"),
    Leaving.NOT: mark("kan niet verder"),
    Leaving.STOPPED: mark("is zelf gestopt"),
    Leaving.NOT_HEARD: mark("niet meer van gehoord"),
}


@dataclass(frozen=True, slots=True)
class ClosureDraft:
    """How the reporter leaves the case. ``leaving`` is empty until the reporter, or silence, has answered.

    ``card_destroyed``: is the paper key card destroyed? ``expects_procedure``: does the reporter expect one?
    """

    leaving: Leaving | None = None
    words: str = ""
    left_undone: str = ""
    expects_procedure: Asked = Asked.NOT_ASKED
    card_destroyed: Asked = Asked.NOT_ASKED


class RoleDecision(StrEnum):
    """What the adviser decides about the own role; every one of them can be changed later."""

    MY_ROLE = "my_role"
    ASK_CONSENT = "ask_consent"
    REFER = "refer"
    OTHER_ADVISER = "other_adviser"
    DECLINE = "decline"
    THINK = "think"


@dataclass(frozen=True, slots=True)
class RoleCheckDraft:
    """Answers of a role check. ``answers`` pairs the identifier of a question with yes, no or not asked."""

    phase: Phase
    day: date
    answers: tuple[tuple[str, Asked], ...] = ()
    position: Position = Position.UNKNOWN
    decision: RoleDecision | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class RoleCheck:
    """A role check as it is stored."""

    id: RoleCheckId
    case: CaseId
    draft: RoleCheckDraft
