from datetime import timedelta

import pytest

from tests.builders import TODAY, Clock, a_case, a_choice, all_gone, an_agreement, reopened
from vpjournal.domain.case import Asked, Phase, PhaseState, Position, TaskKind
from vpjournal.domain.changes import Area
from vpjournal.domain.guidance import (
    AfterCare,
    AgreementDraft,
    AgreementKind,
    ChoiceDraft,
    ChoiceKind,
    ClosureDraft,
    Doer,
    FollowUp,
    Goals,
    Leaving,
    Referral,
    RoleCheckDraft,
    RoleDecision,
)
from vpjournal.domain.ids import AgreementId, CaseId, ChoiceId, RoleCheckId
from vpjournal.errors import FieldMissing, TextTooLong
from vpjournal.journal.facade import Journal


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal)


def test_goals_and_follow_up_and_closure_come_back_from_disk(journal: Journal, case: CaseId) -> None:
    goals = Goals("rust\n", "dat het stopt", "ruzie & ‘gedoe’")
    follow_up = FollowUp(AfterCare.WANTED, "een kaart", TODAY, Asked.YES, (Referral.POLICE, Referral.UNION))
    closure = ClosureDraft(Leaving.CAN_GO_ON, "dank", "één gesprek", Asked.NO, Asked.YES)
    journal.goals.save(case, goals)
    journal.follow_up.save(case, follow_up)
    journal.closure.save(case, closure)
    again = reopened(journal)
    assert (again.goals.read(case), again.follow_up.read(case), again.closure.read(case)) == (goals, follow_up, closure)
    again.close()


def test_what_was_never_recorded_is_empty(journal: Journal, case: CaseId) -> None:
    assert journal.goals.read(case) == Goals()
    assert journal.follow_up.read(case) == FollowUp()
    assert journal.closure.read(case) == ClosureDraft()


def test_only_the_first_and_the_last_word_of_a_field_concern_the_frame(journal: Journal, case: CaseId) -> None:
    assert journal.goals.save(case, Goals("r")).touches(Area.CASES)
    assert not journal.goals.save(case, Goals("ru")).touches(Area.CASES)
    assert journal.goals.save(case, Goals()).touches(Area.CASES)


def test_a_goal_that_is_too_long_is_refused_and_the_old_one_stays(journal: Journal, case: CaseId) -> None:
    journal.goals.save(case, Goals("rust"))
    with pytest.raises(TextTooLong):
        journal.goals.save(case, Goals("x" * 300_000))
    assert journal.goals.read(case) == Goals("rust")


def test_choices_stand_newest_first_and_the_last_recorded_of_a_day_before_the_others(
    journal: Journal, case: CaseId
) -> None:
    older = a_choice(journal, case, "ouder", day=TODAY - timedelta(days=9))
    morning, evening = a_choice(journal, case, "ochtend"), a_choice(journal, case, "avond")
    assert [choice.id for choice in journal.choices.list(case)] == [evening, morning, older]
    draft = ChoiceDraft(ChoiceKind.NOTHING, TODAY, "nu niets", "moe", "niemand", "de ander", "slaap", "ruzie")
    journal.choices.change(older, draft)
    journal.choices.remove(evening)
    found = journal.choices.list(case)
    assert [choice.id for choice in found] == [morning, older]
    assert found[1].draft == draft


def test_an_agreement_comes_back_as_it_was_made(journal: Journal, case: CaseId) -> None:
    draft = AgreementDraft(
        AgreementKind.ACTION, Doer.ADVISER, "bellen", TODAY, "niemand", Phase.FOLLOW_UP, confirmed=True
    )
    agreement = AgreementId(journal.agreements.add(case, draft).new or 0)
    assert journal.agreements.list(case)[0].draft == draft
    changed = AgreementDraft(AgreementKind.APPOINTMENT, Doer.TOGETHER, "")
    journal.agreements.change(agreement, changed)
    assert journal.agreements.list(case)[0].draft == changed


def test_something_to_do_has_words(journal: Journal, case: CaseId) -> None:
    with pytest.raises(FieldMissing) as told:
        an_agreement(journal, case, " ")
    assert told.value.field == "what"


def test_agreements_are_ticked_as_of_today_and_stand_after_the_open_ones(
    journal: Journal, case: CaseId, clock: Clock
) -> None:
    first = an_agreement(journal, case, "een", due=TODAY)
    second = an_agreement(journal, case, "twee")
    clock.pass_days(2)
    journal.agreements.set_done(first, done=True)
    found = journal.agreements.list(case)
    assert [(each.id, each.done_on) for each in found] == [(second, None), (first, clock.day)]
    assert [task.record for task in journal.cases.view(case).tasks if task.kind is TaskKind.AGREED] == [second]
    journal.agreements.set_done(first, done=False)
    assert journal.agreements.list(case)[0].id == first


def test_role_checks_are_kept_side_by_side_and_filled_in_bit_by_bit(journal: Journal, case: CaseId) -> None:
    answers = (("interest", Asked.NO), ("remit", Asked.YES), ("known", Asked.NOT_ASKED))
    draft = RoleCheckDraft(Phase.FIRST_CONTACT, TODAY, answers, Position.MANAGER, RoleDecision.THINK, "even ‘wachten’")
    first = RoleCheckId(journal.role_checks.record(case, draft).new or 0)
    journal.role_checks.record(case, RoleCheckDraft(Phase.SECOND_CONVERSATION, TODAY))
    found = journal.role_checks.list(case)
    assert [each.draft.phase for each in found] == [Phase.SECOND_CONVERSATION, Phase.FIRST_CONTACT]
    assert found[1].draft == draft
    fuller = RoleCheckDraft(Phase.FIRST_CONTACT, TODAY, answers[:1], decision=RoleDecision.MY_ROLE)
    journal.role_checks.change(first, fuller)
    assert journal.role_checks.list(case)[1].draft == fuller


def test_a_case_is_closed_and_opened_again(journal: Journal, case: CaseId) -> None:
    changes = journal.closure.close(case, TODAY)
    assert changes.touches(Area.CLOSURE, Area.CASES, case=case)
    assert journal.cases.view(case).case.closed_on == TODAY
    assert dict(journal.cases.view(case).case.phases)[Phase.CLOSURE] is PhaseState.ENOUGH
    assert not journal.closure.close(case, TODAY).touches(*Area)
    assert journal.cases.list() == ()
    journal.closure.reopen(case)
    assert not journal.closure.reopen(case).touches(*Area)
    assert journal.cases.list()[0].closed_on is None


def test_records_that_never_were_are_gone(journal: Journal) -> None:
    all_gone(
        lambda: journal.choices.remove(ChoiceId(3)),
        lambda: journal.agreements.set_done(AgreementId(3), done=True),
        lambda: journal.role_checks.change(RoleCheckId(3), RoleCheckDraft(Phase.CHOICE, TODAY)),
    )
