from dataclasses import replace
from datetime import date
from typing import Any

from vpjournal.domain.case import Asked, Case, CaseDraft, Phase, PhaseState, TaskKind
from vpjournal.domain.contact import Contact, ContactDraft, NoteState
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.guidance import Agreement, AgreementDraft, AgreementKind, Doer
from vpjournal.domain.ids import AgreementId, CaseId, ContactId, OrganisationId
from vpjournal.domain.tasks import POINTS_TO_TELL, Facts, tasks

CASE = CaseId(1)
KNOWN = CaseDraft("Merel-47", organisation=OrganisationId(5))


def a_picture(*begun: Phase, details: CaseDraft = KNOWN, **fields: Any) -> Case:
    phases = tuple((phase, PhaseState.BEGUN if phase in begun else PhaseState.NOT_YET) for phase in Phase)
    all_told = frozenset(str(number) for number in range(POINTS_TO_TELL))
    values = {"last_contact": None, "closed_on": None, "told_points": all_told, **fields}
    return Case(id=CASE, details=details, organisation_name="", phases=phases, **values)


def contact(number: int, phase: Phase = Phase.FIRST_CONTACT, note: NoteState = NoteState.WRITTEN) -> Contact:
    return Contact(ContactId(number), CASE, ContactDraft(phase, CoarseDay.unknown()), note)


def agreement(number: int, due: date | None = None, done_on: date | None = None) -> Agreement:
    draft = AgreementDraft(AgreementKind.ACTION, Doer.REPORTER, "brief", due=due)
    return Agreement(AgreementId(number), CASE, draft, done_on)


def kinds(case: Case, **facts: Any) -> list[TaskKind]:
    values = {"contacts": (), "agreements": (), "has_goals": True, "role_checks": frozenset(Phase), **facts}
    return [task.kind for task in tasks(Facts(case=case, **values))]


def test_a_case_in_order_asks_for_nothing() -> None:
    assert kinds(a_picture(*Phase)) == []


def test_open_agreements_come_by_day_and_done_ones_not_at_all() -> None:
    agreed = (agreement(1), agreement(2, date(2026, 2, 1)), agreement(3, date(2026, 1, 1)))
    done = agreement(4, done_on=date(2026, 1, 1))
    facts = Facts(a_picture(), (), (*agreed, done), has_goals=True, role_checks=frozenset())
    assert [task.record for task in tasks(facts)] == [3, 2, 1]


def test_every_unwritten_note_is_a_task_and_one_left_out_is_not() -> None:
    notes = (contact(1, note=NoteState.UNWRITTEN), contact(2, note=NoteState.LEFT_OUT), contact(3))
    facts = Facts(a_picture(), notes, (), has_goals=True, role_checks=frozenset(Phase))
    assert [(task.kind, task.record) for task in tasks(facts)] == [(TaskKind.NOTE_UNWRITTEN, 1)]


def test_points_are_left_while_the_first_conversation_is_going_on() -> None:
    untold = a_picture(Phase.FIRST_CONVERSATION, told_points=frozenset({"limits"}))
    assert kinds(untold) == [TaskKind.POINTS_LEFT]
    assert kinds(a_picture(told_points=frozenset())) == []
    enough = tuple((phase, PhaseState.ENOUGH) for phase in Phase)
    assert kinds(replace(untold, phases=enough)) == []


def test_a_role_check_is_asked_for_at_first_and_again_at_the_second_conversation() -> None:
    assert kinds(a_picture(Phase.FIRST_CONTACT), role_checks=frozenset()) == [TaskKind.ROLE_CHECK]
    second = a_picture(Phase.FIRST_CONTACT, Phase.SECOND_CONVERSATION)
    found = tasks(Facts(second, (), (), has_goals=True, role_checks=frozenset({Phase.FIRST_CONTACT})))
    assert [(task.kind, task.phase) for task in found] == [(TaskKind.ROLE_CHECK, Phase.SECOND_CONVERSATION)]
    assert kinds(second, role_checks=frozenset({Phase.SECOND_CONVERSATION})) == []


def test_an_unknown_organisation_is_a_task() -> None:
    assert kinds(a_picture(details=CaseDraft("Merel-47"))) == [TaskKind.ORGANISATION_UNKNOWN]


def test_hurry_lasts_until_the_second_contact() -> None:
    hurry = a_picture(details=replace(KNOWN, hurry=Asked.YES))
    assert kinds(hurry, contacts=(contact(1),)) == [TaskKind.HURRY]
    assert kinds(hurry, contacts=(contact(1), contact(2))) == []
    assert kinds(a_picture(details=replace(KNOWN, hurry=Asked.NO)), contacts=(contact(1),)) == []


def test_a_goal_is_asked_for_once_there_was_a_first_conversation() -> None:
    talked = (contact(1, Phase.FIRST_CONVERSATION),)
    assert kinds(a_picture(), contacts=talked, has_goals=False) == [TaskKind.NO_GOAL]
    assert kinds(a_picture(), contacts=(contact(1),), has_goals=False) == []


def test_a_closed_case_keeps_only_agreements_and_unwritten_notes() -> None:
    closed = a_picture(*Phase, details=CaseDraft("Merel-47"), closed_on=date(2026, 1, 1), told_points=frozenset())
    found = kinds(
        closed,
        contacts=(contact(1, note=NoteState.UNWRITTEN),),
        agreements=(agreement(2),),
        has_goals=False,
        role_checks=frozenset(),
    )
    assert found == [TaskKind.AGREED, TaskKind.NOTE_UNWRITTEN]
