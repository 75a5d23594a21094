"""The register of all that left the journal: what, for whom, what for, which way, and what became of it.

An entry is made before anything leaves and finished after it did, so that a crash in between leaves *unsure* and
never a paper that nobody knows of.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vpjournal.domain.case import Asked, Phase
from vpjournal.domain.gate import Gate, Looked
from vpjournal.domain.ids import ApprovalId, CaseId, HandedOutId
from vpjournal.domain.language import mark
from vpjournal.domain.papers import MadePaper, Paper
from vpjournal.domain.summary import Approval, Recipient


class PaperKind(StrEnum):
    """Which paper."""

    OPTIONS_OVERVIEW = "options_overview"
    OPTION_CARDS = "option_cards"
    SUMMARY = "summary"
    KEY_CARD = "key_card"
    POCKET_CARD = "pocket_card"
    REPORTER_LOG = "reporter_log"
    TALK_PREPARATION = "talk_preparation"
    WHAT_I_WRITE = "what_i_write"


PAPER_NAMES: dict[PaperKind, str] = {
    PaperKind.OPTIONS_OVERVIEW: mark("Mogelijkheden"),
    PaperKind.OPTION_CARDS: mark("Kaartjes met mogelijkheden"),
    PaperKind.SUMMARY: mark("Samenvatting"),
    PaperKind.KEY_CARD: mark("Sleutelkaart"),
    PaperKind.POCKET_CARD: mark("Belkaart"),
    PaperKind.REPORTER_LOG: mark("Logboek voor de melder"),
    PaperKind.TALK_PREPARATION: mark("Een gesprek voorbereiden"),
    PaperKind.WHAT_I_WRITE: mark("Wat schrijf ik op?"),
}


GATED = frozenset({PaperKind.OPTIONS_OVERVIEW, PaperKind.OPTION_CARDS, PaperKind.SUMMARY})
"""Papers with words of a case on them."""


class Way(StrEnum):
    """Which way a paper left; ``UNKNOWN`` only for what was recorded before there was a register."""

    PRINTED = "printed"
    FILE = "file"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What became of it: on its way (or cut off there), done, or only a part of it, as when the printer stopped."""

    UNSURE = "unsure"
    DONE = "done"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class Slip:
    """What the register will say of a paper. It is written by the journal, when the paper is asked for.

    ``fingerprint`` is the one that is printed on a summary; of another paper the register works one out.
    """

    kind: PaperKind
    recipient: Recipient
    purpose: str = field(default="", repr=False)
    fingerprint: str = ""
    case: CaseId | None = None
    phase: Phase = Phase.FIRST_CONTACT
    approval: ApprovalId | None = None


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """A paper that may be made now: what stands on it, and its slip. Making it needs no journal.

    ``gate`` is what it has to pass before it is finished; a paper without words of anyone has none.
    """

    paper: Paper
    slip: Slip
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A finished paper with its slip: what the preview shows, and the only thing that a printer or a file gets.

    ``looked`` is what was seen at the gate, where all of it was decided.
    """

    made: MadePaper
    slip: Slip
    looked: Looked | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """Which way a paper is about to leave. ``place`` is the file, and is kept only in the journal."""

    way: Way
    protected: bool = False
    place: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One entry. ``afterwards`` answers, of a print: was it given? and of a file: was it removed?

    ``case`` and ``code`` are empty once the case was destroyed.
    """

    id: HandedOutId
    case: CaseId | None
    code: str
    phase: Phase
    kind: PaperKind
    recipient: Recipient
    purpose: str = field(repr=False)
    fingerprint: str
    approval: ApprovalId | None
    way: Way
    outcome: Outcome
    protected: bool
    place: str = field(repr=False)
    day: date
    afterwards: Asked


class Verdict(StrEnum):
    """What *Controleer een stuk* says of a paper."""

    APPROVED = "approved"  # exactly what is approved now
    OLDER = "older"  # exactly what was approved then; the text was changed since, or another one was approved
    WITHDRAWN = "withdrawn"  # exactly what was approved; the approval was withdrawn
    SAME_WORDS = "same_words"  # the words are those that were approved, but the file was made anew or added to
    ALTERED = "altered"  # carries a fingerprint of ours, but other words
    KNOWN = "known"  # only a fingerprint was typed: it is of this journal, the words are to be compared by eye
    UNKNOWN = "unknown"  # nothing of ours


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What was read from a PDF: the fingerprint printed on it, and digests of its bytes and its words."""

    fingerprint: str
    content: bytes
    words: bytes


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """The answer of *Controleer een stuk*, with what the journal knows of the paper that it belongs to.

    ``approval`` is what was approved then, its words empty once they were destroyed; ``holds`` tells whether it is
    approved at this moment. ``kind`` says which paper it is, also of one that needs no approval.
    """

    verdict: Verdict
    fingerprint: str = ""
    kind: PaperKind | None = None
    approval: Approval | None = None
    holds: bool = False
    case: CaseId | None = None
    code: str = ""
