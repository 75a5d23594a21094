"""Builds journals and what is in them for tests, with defaults for everything that a test does not care about.

All people, places and organisations here are invented.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.case import Asked, CaseDraft, Phase
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.counting import Dimension
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.gate import Looked, Point, Reason
from vpjournal.domain.guidance import (
    AgreementDraft,
    AgreementKind,
    ChoiceDraft,
    ChoiceKind,
    ClosureDraft,
    Doer,
    FollowUp,
    Goals,
    RoleCheckDraft,
)
from vpjournal.domain.identifying import Certainty, Find, Kind
from vpjournal.domain.ids import (
    AgreementId,
    ApprovalId,
    CaseId,
    ChoiceId,
    ContactId,
    HandedOutId,
    OptionId,
    OrganisationId,
    SummaryId,
)
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.domain.register import Leaving, Outcome, PaperOrder, Way
from vpjournal.domain.summary import Given, SummaryDraft
from vpjournal.errors import Gone
from vpjournal.journal import gate, papers
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal

TODAY = date(2026, 11, 18)
PASSPHRASE = "molen lantaarn appel tafel wolk zeven"


@dataclass
class Clock:
    """The day it is, and seconds that go by, both only when a test says so."""

    day: date = TODAY
    seconds: float = 0.0

    def today(self) -> date:
        return self.day

    def ticks(self) -> float:
        return self.seconds

    def pass_days(self, days: int) -> None:
        self.day += timedelta(days=days)


def a_journal(folder: Path, *, clock: Clock | None = None, name: str = "Proef") -> Journal:
    """Make a journal in a folder and open it. Whoever asks closes it."""
    return at_clock(create_journal(folder / f"{name}.vpjournal", PASSPHRASE, profile=CHEAPEST)[1], clock)


def reopened(journal: Journal, *, clock: Clock | None = None) -> Journal:
    """Close a journal and open it again from disk."""
    folder = journal._unlocked.folder
    journal.close()
    return at_clock(open_journal(folder, PASSPHRASE, floor=CHEAPEST), clock)


def at_clock(journal: Journal, clock: Clock | None = None) -> Journal:
    """Return the same open journal on a clock of the test's own."""
    clock = clock or Clock()
    return Journal(journal._database, journal._unlocked, today=clock.today, ticks=clock.ticks)


def an_organisation(journal: Journal, name: str = "Fabeldierenzorg Het Nest", **fields: Any) -> OrganisationId:
    return OrganisationId(new(journal.organisations.add(OrganisationDraft(name, **fields))))


def a_case(journal: Journal, code: str = "Merel-47", *, first: ContactDraft | None = None, **fields: Any) -> CaseId:
    return CaseId(new(journal.cases.add(CaseDraft(code, **fields), first)))


def a_contact_draft(phase: Phase = Phase.FIRST_CONTACT, day: date | None = TODAY, **fields: Any) -> ContactDraft:
    known = CoarseDay.unknown() if day is None else CoarseDay.exactly(day)
    return ContactDraft(phase, known, **fields)


def a_contact(
    journal: Journal, case: CaseId, phase: Phase = Phase.FIRST_CONTACT, day: date | None = TODAY, *, note: str = ""
) -> ContactId:
    contact = ContactId(new(journal.contacts.add(case, a_contact_draft(phase, day))))
    if note:
        journal.notes.save(contact, note)
    return contact


def an_option(journal: Journal, case: CaseId, title: str = "Zelf aanspreken", **fields: Any) -> OptionId:
    return OptionId(new(journal.board.add(case, OptionDraft(BoardText(title), **fields))))


def a_choice(journal: Journal, case: CaseId, words: str = "eerst een brief", **fields: Any) -> ChoiceId:
    draft = ChoiceDraft(**{"kind": ChoiceKind.STEP, "day": TODAY, "words": words, **fields})
    return ChoiceId(new(journal.choices.add(case, draft)))


def an_agreement(journal: Journal, case: CaseId, what: str = "brief lezen", **fields: Any) -> AgreementId:
    draft = AgreementDraft(**{"kind": AgreementKind.ACTION, "doer": Doer.TOGETHER, "what": what, **fields})
    return AgreementId(new(journal.agreements.add(case, draft)))


def a_summary(journal: Journal, case: CaseId, text: str = "U wilt dat het stopt.", **fields: Any) -> SummaryId:
    draft = SummaryDraft(**{"text": text, "purpose": "om na te lezen en te bewaren", **fields})
    return SummaryId(new(journal.summaries.add(case, Phase.CHOICE, draft)))


def an_approval(journal: Journal, summary: SummaryId, *, day: date | None = None) -> ApprovalId:
    pass_gate(journal, summary)
    found = journal.summaries.get(summary)
    approved_on = CoarseDay.in_month_of(day or journal.today._today())
    changes = journal.summaries.approve(
        summary, fingerprint=found.fingerprint, day=approved_on, given=Given.IN_CONVERSATION
    )
    return ApprovalId(new(changes))


def pass_gate(journal: Journal, summary: SummaryId) -> Looked:
    """Look a summary over as the window does, and leave on purpose whatever is seen."""
    looked = leave_all(journal, gate.look(journal.gate.summary(summary)))
    journal.summaries.set_checked(summary, looked)
    return looked


def leave_all(journal: Journal, looked: Looked, reason: Reason = Reason.POINTS_TO_NOBODY, words: str = "") -> Looked:
    """Leave every open point on purpose."""
    for point in looked.open:
        journal.gate.accept(point, looked.gate, reason, words)
    return looked


def decided(journal: Journal, ask: Callable[[], PaperOrder]) -> PaperOrder:
    """Ask for a paper and leave on purpose whatever is seen on it, first in its texts and then on the paper."""
    for _round in range(2):
        looked = papers.look(ask())
        if looked is not None:
            leave_all(journal, looked)
    return ask()


def let_out(journal: Journal, order: PaperOrder, way: Way = Way.PRINTED, **leaving: Any) -> HandedOutId:
    """Let a paper leave as the window does, short of printer and disk."""
    entry = HandedOutId(new(journal.register.begin(papers.make(order), Leaving(way, **leaving))))
    journal.register.finish(entry, Outcome.DONE)
    return entry


def a_full_case(journal: Journal, code: str, text: str) -> CaseId:
    """Make a case with a text in everything that it can hold."""
    case = a_case(journal, code, word=f"{text[:9]} {code}", about=text[:50], hopes=text, reach=text, hurry_words=text)
    for phase in Phase:
        contact = a_contact(journal, case, phase, note=text)
        journal.notes.save(contact, text * 40)
        journal.notes.save(contact, text[::-1] * 40)
    an_option(journal, case, text[:60], says=text)
    a_choice(journal, case, text, reason=text)
    an_agreement(journal, case, text[:60], may_know=text)
    journal.goals.save(case, Goals(text, text, text))
    journal.counting.choose(case, Dimension.SUBJECT, ("bullying",))
    journal.follow_up.save(case, FollowUp(how=text))
    journal.closure.save(case, ClosureDraft(words=text, left_undone=text))
    journal.role_checks.record(
        case, RoleCheckDraft(Phase.CHOICE, journal.today._today(), ((text[:5], Asked.NO),), words=text)
    )
    journal.points.tell(case, text[:8], told=True)
    journal.identifiers.say_not_a_name(text[:12], case)
    journal.identifiers.leave_alone(contact, text[:12])
    summary = a_summary(journal, case, text, recipient_words=text[:20], purpose=text[:20], why_not_self=text)
    asked = journal.gate.summary(summary)
    seen = Find(0, len(text), text, Kind.PERSON, Certainty.MAY, "")
    journal.gate.accept(Point(asked.texts[0], seen), asked, Reason.OTHER, text)
    an_approval(journal, summary)
    let_out(journal, journal.papers.summary(summary), place=text[:20])
    journal.summaries.change(summary, SummaryDraft(text[::-1]))
    return case


def everything(journal: Journal) -> list[tuple[object, ...]]:
    """Return every row of every table of ours, without the index, which is random, and what backups are told."""
    tables = journal._database.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name NOT LIKE 'search%'"
    )
    return [
        (table, *row)
        for (table,) in tables
        for row in sorted(journal._database.query(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - a name of the schema
        if table != "meta"
    ]


def all_gone(*use_cases: Callable[[], object]) -> None:
    """Check that each of these finds that its record is no longer there."""
    for use_case in use_cases:
        with pytest.raises(Gone):
            use_case()


def new(changes: object) -> int:
    """Return the number of the record that a use case made."""
    number = getattr(changes, "new", None)
    assert isinstance(number, int)
    return number
