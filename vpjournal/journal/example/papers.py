"""Lets a few summaries of an example be approved, lapse and be withdrawn, and lets some papers leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from random import Random
from typing import Any

import resources
from vpjournal.domain.case import Asked, Phase
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.fingerprint import of_bytes, of_summary
from vpjournal.domain.ids import ApprovalId, CaseId, HandedOutId, SummaryId
from vpjournal.domain.register import HandedOut, Outcome, PaperKind, Way
from vpjournal.domain.summary import Approval, Given, Recipient, SummaryDraft
from vpjournal.domain.views import HitKind
from vpjournal.journal import approved
from vpjournal.journal.example.plan import CasePlan, Scene
from vpjournal.storage import Database, approvals, handed_out, index, summaries

_TALKED = (Phase.SECOND_CONVERSATION, Phase.CHOICE, Phase.FOLLOW_UP)
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
    """Writes summaries and entries of the register, inside a transaction of whoever calls."""

    def __init__(self, database: Database, today: date, random: Random) -> None:
        self._database = database
        self._today = today
        self._random = random
        self._key = approved.fingerprint_key(database)

    def write(self, cases: Sequence[tuple[CaseId, CasePlan]]) -> None:
        """Write them for the newest cases that they suit."""
        for told in _summaries():
            suited = [
                (case, scene) for case, plan in cases if plan.story.id == told.story for scene in _last_talk(plan)
            ]
            for case, scene in suited[-1:]:
                self._summary(told, case, scene)
        looked = [(case, scene.day) for case, plan in cases for scene in plan.scenes if scene.step.options]
        for case, day in looked[-_OVERVIEWS:]:
            self._overview(case, day)

    def _summary(self, told: SummaryTold, case: CaseId, scene: Scene) -> None:
        draft, phase, summary = told.draft, scene.step.phase, SummaryId(self._new_id())
        summaries.insert(self._database, summary, case, phase, draft)
        fingerprint = of_summary(self._key, draft)
        summaries.set_checked(self._database, summary, fingerprint)
        if told.way is not None:
            summaries.set_read_together(self._database, summary, fingerprint)
            given = Given.IN_CONVERSATION if draft.recipient is Recipient.REPORTER else Given.IN_WRITING
            when = CoarseDay.exactly(scene.day)
            approval = Approval(ApprovalId(self._new_id()), summary, draft, when, given, fingerprint)
            approvals.insert(self._database, approval, case=case, phase=phase)
            self._let_out(PaperKind.SUMMARY, case, phase, scene.day, way=told.way, approval=approval)
            self._afterwards(told, approval, scene.day)
        index.refresh(self._database, HitKind.SUMMARY, summary, today=self._today)

    def _afterwards(self, told: SummaryTold, approval: Approval, day: date) -> None:
        if told.later and approval.summary is not None:
            longer = replace(told.draft, text=told.draft.text + told.later)
            summaries.update(self._database, approval.summary, longer)
        if told.withdrawn:
            approvals.withdraw(self._database, approval.id, min(day + timedelta(days=4), self._today))

    def _overview(self, case: CaseId, day: date) -> None:
        self._let_out(PaperKind.OPTIONS_OVERVIEW, case, Phase.SECOND_CONVERSATION, day, way=Way.PRINTED)

    def _let_out(
        self, kind: PaperKind, case: CaseId, phase: Phase, day: date, *, way: Way, approval: Approval | None = None
    ) -> None:
        """Enter a paper as if it had been made; its digests are of no file that there is."""
        content, words = (sha256(f"{part} {kind} {case}".encode()).digest() for part in ("content", "words"))
        to_file = way is Way.FILE
        entry = HandedOut(
            id=HandedOutId(self._new_id()),
            case=case,
            code="",
            phase=phase,
            kind=kind,
            recipient=Recipient.REPORTER if approval is None else approval.approved.recipient,
            purpose="" if approval is None else approval.approved.purpose,
            fingerprint=of_bytes(self._key, words) if approval is None else approval.fingerprint,
            approval=None if approval is None else approval.id,
            way=way,
            outcome=Outcome.DONE,
            protected=to_file,
            place=_PLACE if to_file else "",
            day=day,
            afterwards=Asked.NOT_ASKED if to_file else Asked.YES,
        )
        handed_out.insert(self._database, entry, content=content, words=words)

    def _new_id(self) -> int:
        return self._random.getrandbits(62) or 1


def _last_talk(plan: CasePlan) -> tuple[Scene, ...]:
    """Return the last talk of the story once the options were looked at, if it came that far."""
    return tuple(scene for scene in plan.scenes if scene.step.phase in _TALKED and scene.step in plan.story.steps)[-1:]


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
