"""Lets a few summaries of an example be approved, lapse and be withdrawn, and lets some papers leave.

Written by the use cases themselves, each on the day on which it would have been done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

import resources
from vpjournal.domain.case import Asked, Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.ids import ApprovalId, CaseId, HandedOutId, SummaryId
from vpjournal.domain.papers import MadePaper
from vpjournal.domain.register import Leaving, Outcome, Outgoing, PaperKind, Slip, Way
from vpjournal.domain.summary import Given, Recipient, SummaryDraft
from vpjournal.journal.example.plan import CasePlan
from vpjournal.journal.group import Desk
from vpjournal.journal.register import Register
from vpjournal.journal.summaries import Summaries
from vpjournal.storage import Database

_TALKED = (Phase.CHOICE, Phase.FOLLOW_UP)
_OVERVIEWS = 12
"""Of so many cases the options overview was printed, the newest ones."""
_PLACE = "Samenvatting.pdf"


@dataclass(frozen=True, slots=True)
class SummaryTold:
    """A summary: what was approved, which way it left (``None``: not approved yet), and what became of it."""

    story: str
    draft: SummaryDraft
    way: Way | None
    later: str
    withdrawn: bool


class PaperWriter:
    """Writes summaries and entries of the register, outside any transaction."""

    def __init__(self, database: Database, today: date) -> None:
        self._database = database
        self._today = today

    def write(self, cases: Sequence[tuple[CaseId, CasePlan]]) -> None:
        """Write them for the newest cases that they suit."""
        for told in _summaries():
            suited = [(case, plan) for case, plan in cases if plan.story.id == told.story and _talked_on(plan)]
            for case, plan in suited[-1:]:
                self._summary(told, case, _talked_on(plan) or self._today)
        with_options = [(case, plan) for case, plan in cases if _chose_on(plan) is not None]
        for case, plan in with_options[-_OVERVIEWS:]:
            self._overview(case, _chose_on(plan) or self._today)

    def _summary(self, told: SummaryTold, case: CaseId, day: date) -> None:
        use_cases = Summaries(self._desk(day))
        summary = SummaryId(use_cases.add(case, Phase.CHOICE, told.draft).new or 0)
        use_cases.set_checked(summary, checked=True)
        if told.way is None:
            return
        fingerprint = use_cases.get(summary).fingerprint
        given = Given.IN_CONVERSATION if told.draft.recipient is Recipient.REPORTER else Given.IN_WRITING
        when = CoarseDay.exactly(day)
        approval = ApprovalId(use_cases.approve(summary, fingerprint=fingerprint, day=when, given=given).new or 0)
        slip = Slip(
            PaperKind.SUMMARY,
            told.draft.recipient,
            told.draft.purpose,
            fingerprint=fingerprint,
            case=case,
            phase=Phase.CHOICE,
            approval=approval,
        )
        self._let_out(slip, told.way, day)
        if told.later:
            use_cases.change(summary, replace(told.draft, text=told.draft.text + told.later))
        if told.withdrawn:
            Summaries(self._desk(min(day + timedelta(days=4), self._today))).withdraw(approval)

    def _overview(self, case: CaseId, day: date) -> None:
        slip = Slip(PaperKind.OPTIONS_OVERVIEW, Recipient.REPORTER, case=case, phase=Phase.SECOND_CONVERSATION)
        self._let_out(slip, Way.PRINTED, day)

    def _let_out(self, slip: Slip, way: Way, day: date) -> None:
        """Enter a paper as if it had been made; its digests are of no file that there is."""
        register = Register(self._desk(day))
        digests = [sha256(f"{part} {slip.case}".encode()).digest() for part in ("content", "words")]
        made = MadePaper(b"", content=digests[0], words=digests[1], pages=1)
        to_file = way is Way.FILE
        leaving = Leaving(way, protected=to_file, place=_PLACE if to_file else "")
        entry = HandedOutId(register.begin(Outgoing(made, slip), leaving).new or 0)
        register.finish(entry, Outcome.DONE)
        register.set_afterwards(entry, Asked.NOT_ASKED if to_file else Asked.YES)

    def _desk(self, day: date) -> Desk:
        return Desk(self._database, lambda: day, lambda: False)


def _talked_on(plan: CasePlan) -> date | None:
    """Return the day of the last talk after the options, if the story came that far."""
    days = [scene.day for scene in plan.scenes if scene.step.phase in _TALKED and scene.step in plan.story.steps]
    return days[-1] if days else _chose_on(plan)


def _chose_on(plan: CasePlan) -> date | None:
    """Return the day on which the options were looked at."""
    return next((scene.day for scene in plan.scenes if scene.step.options), None)


@cache
def _summaries() -> tuple[SummaryTold, ...]:
    return tuple(_told(raw) for raw in resources.read_toml("content", "nl", "example", "papers.toml")["summary"])


def _told(raw: dict[str, Any]) -> SummaryTold:
    draft = SummaryDraft(
        text=raw["text"].strip(),
        recipient=Recipient(raw["recipient"]),
        purpose=raw["purpose"],
        why_not_self=raw.get("why", ""),
    )
    way = Way(raw["way"]) if raw["way"] else None
    return SummaryTold(raw["story"], draft, way, raw.get("later", ""), raw.get("withdrawn", False))
