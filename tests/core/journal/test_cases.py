from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import (
    TODAY,
    Clock,
    a_case,
    a_choice,
    a_contact,
    a_contact_draft,
    all_gone,
    an_agreement,
    an_option,
    an_organisation,
    let_out,
    reopened,
)
from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.case import (
    Asked,
    CaseDraft,
    CaseFilter,
    CaseStatus,
    Phase,
    PhaseState,
    Position,
    TaskKind,
    Track,
    is_code,
)
from vpjournal.domain.changes import Area
from vpjournal.domain.contact import ContactDraft
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import AfterCare, ClosureDraft, FollowUp, Goals, Leaving, RoleCheckDraft
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.timeline import EventKind
from vpjournal.errors import AlreadyTaken, FieldMissing
from vpjournal.journal.facade import Journal


def codes(journal: Journal, **wanted: object) -> list[str]:
    return [row.code for row in journal.cases.list(CaseFilter(**wanted))]  # type: ignore[arg-type]


def states(journal: Journal, case: CaseId) -> dict[Phase, PhaseState]:
    return dict(journal.cases.view(case).case.phases)


def test_all_that_is_known_comes_back_from_disk(journal: Journal) -> None:
    draft = CaseDraft(
        code="Merel-47",
        word="lantaarn",
        organisation=an_organisation(journal),
        about="iets op ‘het werk’ & <img src=x>",
        track=Track.INTEGRITY,
        position=Position.WITNESS,
        danger=Asked.NO,
        hurry=Asked.YES,
        hurry_words="vóór vrijdag",
        hopes="rust\n\nen 'duidelijkheid'",
        reach="via de sleutelkaart",
    )
    case = CaseId(journal.cases.add(draft).new or 0)
    again = reopened(journal)
    assert again.cases.view(case).case.details == draft
    again.close()


def test_a_proposed_code_is_free_and_well_formed(journal: Journal) -> None:
    code = journal.cases.propose_code()
    assert is_code(code)
    a_case(journal, code)


def test_a_case_begins_with_its_first_contact(journal: Journal) -> None:
    case = a_case(journal, first=a_contact_draft(Phase.CHOICE))
    (contact,) = journal.contacts.list(case)
    assert contact.details.phase is Phase.FIRST_CONTACT
    row = journal.cases.list()[0]
    assert (row.phase, row.last_contact) == (Phase.FIRST_CONTACT, CoarseDay.exactly(TODAY))
    assert states(journal, case)[Phase.FIRST_CONTACT] is PhaseState.BEGUN


@pytest.mark.parametrize("code", ["", " - "])
def test_a_case_has_a_code(journal: Journal, code: str) -> None:
    with pytest.raises(FieldMissing):
        a_case(journal, code)


def test_two_cases_never_have_one_code_not_even_from_the_bin(journal: Journal) -> None:
    case = a_case(journal, "Merel-47")
    other = a_case(journal, "Linde-23")
    with pytest.raises(AlreadyTaken) as told:
        journal.cases.change(other, CaseDraft("merel 47"))
    assert told.value.field == "code"
    journal.cases.remove(case)
    with pytest.raises(AlreadyTaken):
        a_case(journal, "Merel-47")
    assert len(journal.contacts.list(other)) == 0


def test_a_second_case_with_the_same_word_is_never_made_silently(journal: Journal) -> None:
    a_case(journal, "Merel-47", word="lantaarn")
    with pytest.raises(AlreadyTaken) as told:
        a_case(journal, "Linde-23", word="LANTAÁRN")
    assert told.value.field == "word"
    draft = CaseDraft("Linde-23", word="lantaarn")
    case = CaseId(journal.cases.add(draft, same_word=True).new or 0)
    journal.cases.change(case, replace(draft, about="verder niets nieuws"))
    assert len(journal.cases.find("lantaarn")) == 2


def test_a_word_in_the_bin_and_no_word_at_all_are_free(journal: Journal) -> None:
    journal.cases.remove(a_case(journal, "Merel-47", word="lantaarn"))
    a_case(journal, "Linde-23", word="lantaarn")
    a_case(journal, "Beuk-11")
    a_case(journal, "Iep-12")


def test_a_case_is_found_by_word_or_code_closed_or_not_the_exact_one_first(journal: Journal) -> None:
    a_case(journal, "Merel-47", word="lantaarnpaal")
    closed = a_case(journal, "Linde-23", word="Lantaarn")
    journal.closure.close(closed, TODAY)
    assert [row.code for row in journal.cases.find("lantáárn")] == ["Linde-23", "Merel-47"]
    assert [row.code for row in journal.cases.find("merel")] == ["Merel-47"]
    assert [row.code for row in journal.cases.find("merel 47")] == ["Merel-47"]
    assert journal.cases.find("  ") == ()


def test_the_case_with_the_newest_contact_stands_first(journal: Journal) -> None:
    for code, day in (("Beuk-11", date(2026, 3, 1)), ("Iep-12", date(2026, 9, 1)), ("Els-13", None)):
        a_case(journal, code, first=a_contact_draft(day=day))
    month = ContactDraft(Phase.FIRST_CONTACT, CoarseDay.in_month_of(date(2026, 6, 20)))
    a_case(journal, "Es-14", first=month)
    assert codes(journal) == ["Iep-12", "Es-14", "Beuk-11", "Els-13"]


def test_filters_narrow_the_list(journal: Journal) -> None:
    nest = an_organisation(journal, "Het Nest")
    merel = a_case(journal, "Merel-47", organisation=nest, word="lantaarn")
    linde = a_case(journal, "Linde-23")
    an_option(journal, linde)
    journal.closure.close(merel, TODAY)
    assert codes(journal) == ["Linde-23"]
    assert codes(journal, status=CaseStatus.CLOSED) == ["Merel-47"]
    assert len(codes(journal, status=CaseStatus.ALL)) == 2
    assert codes(journal, status=CaseStatus.ALL, organisation=nest) == ["Merel-47"]
    assert codes(journal, phase=Phase.SECOND_CONVERSATION) == ["Linde-23"]
    for words in ("nest", "LANTÁARN", "47 merel"):
        assert codes(journal, status=CaseStatus.ALL, words=words) == ["Merel-47"]
    assert codes(journal, words="bestaat niet") == []


def test_the_next_step_is_the_first_open_agreement(journal: Journal) -> None:
    case = a_case(journal)
    later = an_agreement(journal, case, "brief", due=TODAY + timedelta(days=9))
    sooner = an_agreement(journal, case, "bellen", due=TODAY + timedelta(days=2))
    assert (journal.cases.list()[0].next_step, journal.cases.list()[0].next_day) == (
        "bellen",
        TODAY + timedelta(days=2),
    )
    journal.agreements.set_done(sooner, done=True)
    assert journal.cases.list()[0].next_step == "brief"
    journal.agreements.remove(later)
    assert (journal.cases.list()[0].next_step, journal.cases.list()[0].next_day) == ("", None)


def test_every_kind_of_record_begins_its_phase(journal: Journal) -> None:
    records: dict[Phase, Callable[[CaseId], object]] = {
        Phase.FIRST_CONTACT: lambda case: journal.role_checks.record(case, RoleCheckDraft(Phase.FIRST_CONTACT, TODAY)),
        Phase.FIRST_CONVERSATION: lambda case: journal.goals.save(case, Goals(needs="rust")),
        Phase.SECOND_CONVERSATION: lambda case: journal.board.add(case, OptionDraft(BoardText("praten"))),
        Phase.CHOICE: lambda case: a_choice(journal, case),
        Phase.FOLLOW_UP: lambda case: journal.follow_up.save(case, FollowUp(AfterCare.WANTED)),
        Phase.CLOSURE: lambda case: journal.closure.save(case, ClosureDraft(Leaving.PARTLY)),
    }
    for number, (phase, record) in enumerate(records.items()):
        case = a_case(journal, f"Beuk-{number + 10}")
        assert set(states(journal, case).values()) == {PhaseState.NOT_YET}
        record(case)
        assert {begun for begun, state in states(journal, case).items() if state is PhaseState.BEGUN} == {phase}
        assert {row.code: row.phase for row in journal.cases.list()}[f"Beuk-{number + 10}"] is phase


def test_every_phase_begins_with_a_contact_and_ends_without(journal: Journal) -> None:
    case = a_case(journal)
    for phase in Phase:
        contact = a_contact(journal, case, phase)
        assert states(journal, case)[phase] is PhaseState.BEGUN
        assert journal.cases.list()[0].phase is phase
        journal.contacts.remove(contact)
        assert states(journal, case)[phase] is PhaseState.NOT_YET


def test_a_told_point_begins_the_first_conversation_and_counts(journal: Journal) -> None:
    case = a_case(journal)
    journal.points.tell(case, "limits", told=True)
    journal.points.tell(case, "limits", told=True)
    journal.points.tell(case, "rights", told=True)
    assert journal.cases.view(case).case.told_points == {"limits", "rights"}
    assert TaskKind.POINTS_LEFT in [task.kind for task in journal.cases.view(case).tasks]
    for point in ("limits", "rights"):
        journal.points.tell(case, point, told=False)
    assert states(journal, case)[Phase.FIRST_CONVERSATION] is PhaseState.NOT_YET


def test_marks_hold_until_they_are_taken_back(journal: Journal) -> None:
    case = a_case(journal)
    journal.cases.mark_phase(case, Phase.CHOICE, PhaseState.ENOUGH)
    journal.cases.mark_phase(case, Phase.FOLLOW_UP, PhaseState.NOT_NEEDED)
    assert states(journal, case)[Phase.CHOICE] is PhaseState.ENOUGH
    assert journal.cases.list()[0].phase is Phase.CHOICE
    journal.cases.mark_phase(case, Phase.CHOICE, None)
    assert states(journal, case)[Phase.CHOICE] is PhaseState.NOT_YET
    assert states(journal, case)[Phase.FOLLOW_UP] is PhaseState.NOT_NEEDED


def test_the_timeline_tells_what_happened_by_day(journal: Journal, clock: Clock) -> None:
    case = a_case(journal, first=a_contact_draft(day=TODAY))
    agreement = an_agreement(journal, case)
    clock.pass_days(1)
    journal.role_checks.record(case, RoleCheckDraft(Phase.FIRST_CONTACT, clock.day))
    clock.pass_days(1)
    a_choice(journal, case, day=clock.day)
    clock.pass_days(1)
    let_out(journal, journal.papers.key_cards(Language.DUTCH, case=case))
    clock.pass_days(1)
    journal.agreements.set_done(agreement, done=True)
    clock.pass_days(1)
    journal.closure.close(case, clock.day)
    clock.pass_days(1)
    journal.closure.reopen(case)
    events = journal.cases.view(case).events
    assert [event.kind for event in events] == [
        EventKind.CONTACT,
        EventKind.ROLE_CHECK,
        EventKind.CHOICE,
        EventKind.PAPER,
        EventKind.AGREEMENT_DONE,
        EventKind.CLOSED,
        EventKind.REOPENED,
    ]
    assert [event.day.day for event in events] == [TODAY + timedelta(days=number) for number in range(7)]


def test_a_case_in_the_bin_is_gone_for_every_list(journal: Journal) -> None:
    case = a_case(journal, first=a_contact_draft())
    changes = journal.cases.remove(case)
    assert changes.touches(Area.CASES, Area.BIN, case=case)
    assert codes(journal, status=CaseStatus.ALL) == []
    assert journal.cases.find("merel") == ()
    all_gone(lambda: journal.cases.view(case), lambda: journal.cases.remove(case))


def test_nothing_is_recorded_for_a_case_that_never_was(journal: Journal) -> None:
    nowhere = CaseId(7)
    all_gone(
        lambda: journal.cases.change(nowhere, CaseDraft("Merel-47")),
        lambda: journal.contacts.add(nowhere, a_contact_draft()),
        lambda: journal.board.add(nowhere, OptionDraft(BoardText("x"))),
        lambda: journal.goals.save(nowhere, Goals("x")),
        lambda: journal.closure.close(nowhere, TODAY),
    )


def test_the_list_never_goes_out_of_date(journal: Journal) -> None:
    """What the list keeps beside the cases is the same as what follows from the records now."""
    case = a_case(journal, first=a_contact_draft())
    contact = a_contact(journal, case, Phase.CHOICE, TODAY - timedelta(days=3))
    a_choice(journal, case)
    journal.closure.save(case, ClosureDraft(words="dag"))
    journal.closure.save(case, ClosureDraft())
    assert journal.cases.list()[0].phase is Phase.CHOICE
    journal.contacts.change(contact, a_contact_draft(Phase.FOLLOW_UP, TODAY + timedelta(days=3)))
    before = journal.cases.list()
    journal.cases.mark_phase(case, Phase.FIRST_CONTACT, None)
    assert journal.cases.list() == before
    assert before[0].last_contact == journal.cases.view(case).case.last_contact
    assert before[0].phase is Phase.FOLLOW_UP
