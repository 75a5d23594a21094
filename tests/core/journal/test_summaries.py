"""An approval is for exactly this text, this recipient and this purpose; what may leave follows from that alone."""

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.builders import (
    TODAY,
    Clock,
    a_case,
    a_choice,
    a_contact,
    a_summary,
    all_gone,
    an_agreement,
    an_approval,
    an_option,
    new,
    pass_gate,
    reopened,
)
from vpjournal.domain.case import Phase
from vpjournal.domain.changes import Area
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import ClosureDraft, Doer, FollowUp, Goals, Referral
from vpjournal.domain.ids import SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.summary import Given, PieceKind, Recipient, SummaryDraft, SummaryState
from vpjournal.domain.timeline import EventKind
from vpjournal.domain.views import BinKind, HitKind
from vpjournal.errors import FieldMissing, NotApproved, NothingToApprove, TextChanged
from vpjournal.journal.facade import Journal

MONTH = CoarseDay.in_month_of(TODAY)


@pytest.fixture
def summary(journal: Journal) -> SummaryId:
    return a_summary(journal, a_case(journal))


def state(journal: Journal, summary: SummaryId) -> SummaryState:
    return journal.summaries.get(summary).state


def edit(journal: Journal, summary: SummaryId, **fields: object) -> None:
    journal.summaries.change(summary, replace(journal.summaries.get(summary).draft, **fields))  # type: ignore[arg-type]


def approve(journal: Journal, summary: SummaryId, fingerprint: str = "", day: CoarseDay = MONTH) -> None:
    shown = fingerprint or journal.summaries.get(summary).fingerprint
    pass_gate(journal, summary)
    journal.summaries.approve(summary, fingerprint=shown, day=day, given=Given.BY_PHONE)


def test_it_goes_from_written_to_looked_over_to_read_to_approved(journal: Journal, summary: SummaryId) -> None:
    assert state(journal, summary) is SummaryState.WRITTEN
    pass_gate(journal, summary)
    assert state(journal, summary) is SummaryState.CHECKED
    journal.summaries.set_read_together(summary, read=True)
    assert state(journal, summary) is SummaryState.READ
    approve(journal, summary)
    assert state(journal, summary) is SummaryState.APPROVED
    found = journal.summaries.get(summary)
    assert found.checked
    assert found.read_together
    assert found.approval is not None
    assert found.approval.approved.text == "U wilt dat het stopt."
    assert (found.approval.day, found.approval.given) == (MONTH, Given.BY_PHONE)


@pytest.mark.parametrize(
    "edited",
    [
        {"text": "U wilt dat het stopt!"},
        {"recipient": Recipient.HR, "why_not_self": "de melder durft niet"},
        {"recipient_words": "de maker van het rooster"},
        {"purpose": "om een gesprek voor te bereiden"},
        {"language": Language.ENGLISH},
    ],
)
def test_any_edit_voids_the_approval_and_undoing_it_brings_it_back(
    journal: Journal, summary: SummaryId, edited: dict[str, object]
) -> None:
    pass_gate(journal, summary)
    approve(journal, summary)
    before = journal.summaries.get(summary)
    edit(journal, summary, **edited)
    voided = journal.summaries.get(summary)
    assert voided.state is SummaryState.VOID
    assert voided.lapsed == before.approval
    assert not (voided.checked)
    assert not (voided.read_together)
    with pytest.raises(NotApproved):
        journal.papers.summary(summary)
    journal.summaries.change(summary, before.draft)
    again = journal.summaries.get(summary)
    assert (again.state, again.approval, again.lapsed) == (SummaryState.APPROVED, before.approval, None)
    assert again.checked
    assert again.read_together


def test_why_the_reporter_does_not_hand_it_over_may_be_worded_better_afterwards(
    journal: Journal, summary: SummaryId
) -> None:
    edit(journal, summary, recipient=Recipient.HR, why_not_self="te spannend")
    approve(journal, summary)
    edit(journal, summary, why_not_self="dat vindt de melder te spannend")
    assert state(journal, summary) is SummaryState.APPROVED


@pytest.mark.parametrize("text", ["", "  ", "\n\t\n", "\u200b"[:0]])
def test_nothing_cannot_be_approved(journal: Journal, text: str) -> None:
    empty = a_summary(journal, a_case(journal), text)
    assert state(journal, empty) is SummaryState.EMPTY
    with pytest.raises(NothingToApprove):
        approve(journal, empty)
    with pytest.raises(NotApproved):
        journal.papers.summary(empty)


@pytest.mark.parametrize(
    ("missing", "fields"),
    [
        ("purpose", {"purpose": "  "}),
        ("recipient_words", {"recipient": Recipient.OTHER, "why_not_self": "zo gevraagd"}),
        ("why_not_self", {"recipient": Recipient.HR}),
    ],
)
def test_what_the_reporter_could_not_have_approved_is_asked_for(
    journal: Journal, summary: SummaryId, missing: str, fields: dict[str, object]
) -> None:
    edit(journal, summary, **fields)
    with pytest.raises(FieldMissing) as caught:
        approve(journal, summary)
    assert caught.value.field == missing


@pytest.mark.parametrize("day", [CoarseDay.unknown(), CoarseDay.exactly(date(2026, 11, 19))])
def test_an_approval_was_given_on_a_day_that_was(journal: Journal, summary: SummaryId, day: CoarseDay) -> None:
    with pytest.raises(FieldMissing):
        approve(journal, summary, day=day)


def test_a_text_that_changed_since_it_was_read_is_not_approved(journal: Journal, summary: SummaryId) -> None:
    shown = journal.summaries.get(summary).fingerprint
    edit(journal, summary, text="iets anders")
    with pytest.raises(TextChanged):
        approve(journal, summary, shown)
    assert state(journal, summary) is SummaryState.CHECKED


def test_two_recipients_of_the_same_text_need_two_approvals(journal: Journal, summary: SummaryId) -> None:
    approve(journal, summary)
    edit(journal, summary, recipient=Recipient.HR, why_not_self="zo afgesproken")
    assert state(journal, summary) is SummaryState.VOID
    approve(journal, summary)
    for_hr = journal.papers.summary(summary)
    edit(journal, summary, recipient=Recipient.REPORTER)
    for_reporter = journal.papers.summary(summary)
    assert (for_hr.slip.recipient, for_reporter.slip.recipient) == (Recipient.HR, Recipient.REPORTER)
    assert for_hr.slip.fingerprint != for_reporter.slip.fingerprint
    assert len(journal.summaries.get(summary).approvals) == 2


def test_one_that_was_withdrawn_holds_no_more_and_a_new_one_does(journal: Journal, summary: SummaryId) -> None:
    first = an_approval(journal, summary)
    changes = journal.summaries.withdraw(first)
    assert changes.touches(Area.SUMMARIES)
    assert journal.summaries.withdraw(first).areas == frozenset()
    assert state(journal, summary) is SummaryState.WITHDRAWN
    with pytest.raises(NotApproved):
        journal.papers.summary(summary)
    an_approval(journal, summary)
    assert state(journal, summary) is SummaryState.APPROVED


def test_withdrawing_what_lapsed_leaves_nothing_that_could_come_back(journal: Journal, summary: SummaryId) -> None:
    approval = an_approval(journal, summary)
    edit(journal, summary, text="iets anders")
    journal.summaries.withdraw(approval)
    edit(journal, summary, text="U wilt dat het stopt.")
    assert state(journal, summary) is SummaryState.WITHDRAWN


def test_approving_twice_is_one_approval_and_withdrawing_it_once_is_enough(
    journal: Journal, summary: SummaryId
) -> None:
    first = an_approval(journal, summary)
    assert an_approval(journal, summary) == first
    journal.summaries.withdraw(first)
    assert state(journal, summary) is SummaryState.WITHDRAWN
    with pytest.raises(NotApproved):
        journal.papers.summary(summary)


def test_the_paper_says_the_month_for_anyone_but_the_reporter(journal: Journal, summary: SummaryId) -> None:
    day = CoarseDay.exactly(TODAY)
    approve(journal, summary, day=day)
    assert journal.papers.summary(summary).paper.approved == day  # type: ignore[union-attr]
    edit(journal, summary, recipient=Recipient.HR, why_not_self="zo afgesproken")
    approve(journal, summary, day=day)
    assert journal.papers.summary(summary).paper.approved == MONTH  # type: ignore[union-attr]


def test_it_is_approved_after_the_journal_was_closed_and_opened(journal: Journal, summary: SummaryId) -> None:
    approve(journal, summary)
    before = journal.summaries.get(summary)
    again = reopened(journal)
    assert again.summaries.get(summary) == before
    again.close()


def test_it_goes_to_the_bin_comes_back_and_is_found_by_its_words(journal: Journal, summary: SummaryId) -> None:
    approve(journal, summary)
    case = journal.summaries.get(summary).case
    assert [(hit.kind, hit.record) for hit in journal.search.find("stopt")] == [(HitKind.SUMMARY, summary)]
    journal.summaries.remove(summary)
    assert journal.search.find("stopt") == ()
    assert journal.summaries.list(case) == ()
    all_gone(lambda: journal.summaries.get(summary), lambda: journal.papers.summary(summary))
    journal.bin.restore(BinKind.SUMMARY, summary)
    assert state(journal, summary) is SummaryState.APPROVED
    assert len(journal.search.find("stopt")) == 1
    journal.summaries.remove(summary)
    journal.bin.destroy(BinKind.SUMMARY, summary)
    assert journal.bin.list() == ()


def test_the_timeline_tells_when_something_was_approved_and_withdrawn(
    journal: Journal, summary: SummaryId, clock: Clock
) -> None:
    approval = an_approval(journal, summary)
    clock.pass_days(20)
    journal.summaries.withdraw(approval)
    events = journal.cases.view(journal.summaries.get(summary).case).events
    assert [(event.kind, event.day) for event in events] == [
        (EventKind.APPROVED, MONTH),
        (EventKind.WITHDRAWN, CoarseDay.exactly(clock.day)),
    ]


def test_what_is_gone_is_gone(journal: Journal) -> None:
    nothing = SummaryId(12)
    draft = SummaryDraft()
    all_gone(
        lambda: journal.summaries.get(nothing),
        lambda: journal.summaries.change(nothing, draft),
        lambda: journal.summaries.set_checked(nothing, None),
        lambda: journal.summaries.remove(nothing),
        lambda: journal.summaries.withdraw(nothing),  # type: ignore[arg-type]
    )


def test_it_is_composed_from_the_chosen_parts_in_the_order_of_the_phases(journal: Journal) -> None:
    case = a_case(journal, about="opmerkingen in het overleg", hopes="dat iemand luistert")
    journal.goals.save(case, Goals("rust", "weer lunchen", "dat het rondgaat"))
    a_contact(journal, case, Phase.FIRST_CONVERSATION, note="U vertelde rustig.")
    a_contact(journal, case, Phase.SECOND_CONVERSATION)
    an_option(journal, case, "Zelf aanspreken")
    a_choice(journal, case, "eerst een brief", reason="dat is klein")
    an_agreement(journal, case, "brief lezen", doer=Doer.ADVISER, due=date(2026, 12, 1))
    pieces = journal.summaries.pieces(case)
    assert [piece.kind for piece in pieces] == [
        PieceKind.ABOUT,
        PieceKind.GOALS,
        PieceKind.NOTE,
        PieceKind.OPTIONS,
        PieceKind.CHOICE,
        PieceKind.AGREEMENTS,
    ]
    assert all(piece.characters for piece in pieces)
    text = journal.summaries.compose(case, pieces, SummaryDraft())
    assert text.split("\n\n") == [
        "# Waar het over gaat\nopmerkingen in het overleg\nWat u van een gesprek hoopte: dat iemand luistert",
        (
            "# Wat u wilt bereiken\nWat u nu het meest nodig hebt: rust\n"
            "Wat er anders is als het goed genoeg is: weer lunchen\nWat in geen geval mag gebeuren: dat het rondgaat"
        ),
        "# Eerste gesprek\nU vertelde rustig.",
        "# Mogelijkheden die we bespraken\n- Zelf aanspreken",
        "# Uw keuze\neerst een brief\nWat de doorslag gaf: dat is klein",
        "# Afspraken\n- Ik: brief lezen (1 december 2026)",
    ]
    for_hr = journal.summaries.compose(case, pieces[-1:], SummaryDraft(recipient=Recipient.HR))
    assert for_hr == "# Afspraken\n- De vertrouwenspersoon: brief lezen (december 2026)"


@pytest.mark.parametrize("language", Language)
def test_for_anyone_else_it_speaks_of_the_reporter(journal: Journal, language: Language) -> None:
    case = a_case(journal, about="opmerkingen in het overleg", hopes="dat iemand luistert")
    journal.goals.save(case, Goals(needs="rust"))
    a_choice(journal, case, "eerst een brief")
    an_agreement(journal, case, "brief schrijven", doer=Doer.REPORTER)
    an_agreement(journal, case, "brief lezen", doer=Doer.ADVISER)
    journal.follow_up.save(case, FollowUp(referrals=(Referral.UNION,)))
    journal.closure.save(case, ClosureDraft(words="het is goed zo"))
    pieces = journal.summaries.pieces(case)
    text = journal.summaries.compose(case, pieces, SummaryDraft(language=language, recipient=Recipient.HR))
    assert text.count("#") == len(pieces)
    assert not re.search(r"\b(u|uw|ik|you|your|I)\b", text, re.IGNORECASE)


def test_nothing_stands_in_a_case_of_which_nothing_was_written(journal: Journal) -> None:
    case = a_case(journal)
    assert journal.summaries.pieces(case) == ()
    assert journal.summaries.compose(case, (), SummaryDraft()) == ""
    assert new(journal.summaries.add(case, Phase.CLOSURE, SummaryDraft())) > 0
