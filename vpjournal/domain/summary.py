"""A summary and the reporter's word for it: approved is exactly this text, for this recipient and this purpose.

Nothing here is a switch that can be left on. An approval keeps what was approved; whether a summary is approved *now*
follows from comparing the two, so that an edit voids it, and undoing that edit makes it what was approved again.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vpjournal.domain.case import Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import ApprovalId, CaseId, SummaryId
from vpjournal.domain.language import Language, mark


class Recipient(StrEnum):
    """For whom a paper is: a kind, never a name."""

    REPORTER = "reporter"
    MANAGER = "manager"
    HIGHER_MANAGER = "higher_manager"
    HR = "hr"
    COMPLAINTS_COMMITTEE = "complaints_committee"
    REPORTING_POINT = "reporting_point"
    COMPANY_DOCTOR = "company_doctor"
    OTHER_ADVISER = "other_adviser"
    OUTSIDE_BODY = "outside_body"
    OTHER = "other"
    ADVISER = "adviser"  # papers that stay with the adviser: key card, pocket card


RECIPIENT_NAMES: dict[Recipient, str] = {
    Recipient.REPORTER: mark("de melder zelf"),
    Recipient.MANAGER: mark("de leidinggevende"),
    Recipient.HIGHER_MANAGER: mark("een hogere leidinggevende of de directie"),
    Recipient.HR: mark("HR"),
    Recipient.COMPLAINTS_COMMITTEE: mark("de klachtencommissie"),
    Recipient.REPORTING_POINT: mark("het meldpunt van de organisatie"),
    Recipient.COMPANY_DOCTOR: mark("de bedrijfsarts of een hulpverlener"),
    Recipient.OTHER_ADVISER: mark("een andere vertrouwenspersoon"),
    Recipient.OUTSIDE_BODY: mark("een instantie of jurist buiten de organisatie"),
    Recipient.OTHER: mark("iemand anders"),
    Recipient.ADVISER: mark("uzelf"),
}


class Given(StrEnum):
    """How the reporter gave an approval."""

    IN_CONVERSATION = "in_conversation"
    BY_PHONE = "by_phone"
    IN_WRITING = "in_writing"


GIVEN_NAMES: dict[Given, str] = {
    Given.IN_CONVERSATION: mark("in een gesprek"),
    Given.BY_PHONE: mark("door de telefoon"),
    Given.IN_WRITING: mark("schriftelijk"),
}


@dataclass(frozen=True, slots=True)
class SummaryDraft:
    """What is written, for whom and what for. All but ``why_not_self`` is part of what is approved.

    ``recipient_words`` says of a recipient other than the reporter which function it is; ``why_not_self`` why the
    reporter does not hand it over.
    """

    text: str = field(default="", repr=False)
    recipient: Recipient = Recipient.REPORTER
    recipient_words: str = field(default="", repr=False)
    purpose: str = field(default="", repr=False)
    why_not_self: str = field(default="", repr=False)
    language: Language = Language.DUTCH


@dataclass(frozen=True, slots=True)
class Approval:
    """What the reporter approved, word for word, when and how. ``approved`` is the draft as it was then.

    ``reworded`` says that it is not quite that any more: a name in it was replaced everywhere since.
    """

    id: ApprovalId
    summary: SummaryId | None
    approved: SummaryDraft
    day: CoarseDay
    given: Given
    fingerprint: str
    withdrawn_on: date | None = None
    reworded: bool = False

    @property
    def may_hold(self) -> bool:
        """Whether it holds as soon as the draft says what was approved."""
        return self.withdrawn_on is None and not self.reworded


class SummaryState(StrEnum):
    """How far a summary is, worked out and never stored."""

    EMPTY = "empty"
    WRITTEN = "written"
    CHECKED = "checked"  # looked over for what could give someone away
    READ = "read"  # read through together with the reporter
    APPROVED = "approved"
    VOID = "void"  # there is an approval, but for another text, recipient or purpose
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary as it is stored, with every approval it ever had, newest first.

    ``fingerprint`` is that of the draft as it is now; ``checked`` and ``read_together`` hold for exactly this draft.
    """

    id: SummaryId
    case: CaseId
    phase: Phase
    draft: SummaryDraft
    fingerprint: str
    checked: bool
    read_together: bool
    approvals: tuple[Approval, ...] = ()

    @property
    def approval(self) -> Approval | None:
        """The approval that holds now: for exactly this draft, and not withdrawn."""
        return next(
            (each for each in self.approvals if each.fingerprint == self.fingerprint and each.may_hold),
            None,
        )

    @property
    def lapsed(self) -> Approval | None:
        """The newest approval that was not withdrawn and holds for another text, when none holds now."""
        if self.approval is not None:
            return None
        return next((each for each in self.approvals if each.withdrawn_on is None), None)

    @property
    def state(self) -> SummaryState:
        """How far this summary is."""
        if not self.draft.text.strip():
            return SummaryState.EMPTY
        if self.approval is not None:
            return SummaryState.APPROVED
        if self.lapsed is not None:
            return SummaryState.VOID
        if any(each.fingerprint == self.fingerprint for each in self.approvals):
            return SummaryState.WITHDRAWN
        if self.read_together:
            return SummaryState.READ
        return SummaryState.CHECKED if self.checked else SummaryState.WRITTEN


class PieceKind(StrEnum):
    """A part of a case that a summary can be composed from."""

    ABOUT = "about"
    NOTE = "note"
    GOALS = "goals"
    OPTIONS = "options"
    CHOICE = "choice"
    AGREEMENTS = "agreements"
    FOLLOW_UP = "follow_up"
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class Piece:
    """One part that there is to choose; ``record`` is the contact of a note, else ``None``."""

    kind: PieceKind
    phase: Phase
    record: int | None = None
    day: CoarseDay | None = None
    characters: int = 0
